"""Trains on a folder of photographs, one folder a class, and says how many held-out are right.

    python tests/benchmarks/train_folder.py FOLDER --seeds 3
    python tests/benchmarks/train_folder.py FOLDER --table 40

The files are split 80 to 20, by class, with seed 1234; each photograph is taken whole. Nothing is
kept of what was trained.
"""

import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import cv2
import numpy as np
import torch
import typer
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from sklearn.model_selection import train_test_split
from torch import Tensor

from breadpos.capture.pictures import read_picture
from breadpos.domain.errors import BreadposError, ImageUnreadable, WeightsMissing
from breadpos.training.events import Event
from breadpos.training.loop import Trained, train
from breadpos.training.options import (
    FROM_SCRATCH,
    LossName,
    NetworkName,
    OptimiserName,
    TrainingOptions,
)
from breadpos.training.pictures import CutoutPictures, TrainingData
from breadpos.vision.preprocess import Cutout

_SPLIT_SEED = 1234
_SIDE_PX = 320
_SQUARE_PX = 224
_TABLE_PX, _TABLE_PHOTOS = 128, 450
"""Smaller squares and fewer photos, so that the slow networks come through some passes too."""


def main(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    epochs: Annotated[int, typer.Option()] = TrainingOptions().epochs,
    seeds: Annotated[int, typer.Option(help="Runs, each with another seed.")] = 1,
    networks: Annotated[bool, typer.Option(help="Every network, loss and optimiser.")] = False,
    table_s: Annotated[
        float, typer.Option("--table", help="Every one of them for so many seconds.")
    ] = 0.0,
    verbose: Annotated[bool, typer.Option()] = False,
) -> None:
    """Print a table, one row a run."""
    cutouts, labels, classes = _read(folder)
    learnt, kept = train_test_split(
        np.arange(len(labels)), test_size=0.2, random_state=_SPLIT_SEED, stratify=labels
    )
    rows = learnt, kept
    if table_s:
        _print_table(cutouts, labels, classes, rows, table_s)
        return
    plain = TrainingOptions(epochs=epochs, side_px=_SQUARE_PX)
    runs = _every_kind(plain) if networks else [replace(plain, seed=n) for n in range(seeds)]
    table = Table("network", "loss", "optimiser", "seed", "right", "both ways round", "CPU s")
    accuracies = []
    for options in runs:
        started_s = time.process_time()
        data = _data(cutouts, labels, classes, rows, options)
        try:
            trained = train(data, options, tell=Console().print if verbose else _silent)
        except BreadposError as error:
            table.add_row(options.network.value, str(error))
            continue
        took_s = time.process_time() - started_s
        once, twice = _right(trained, data)
        accuracies.append(twice)
        names = options.network.value, options.loss.value, options.optimiser.value
        table.add_row(*names, str(options.seed), f"{once:.1%}", f"{twice:.1%}", f"{took_s:.0f}")
        if verbose:
            Console().print(once, twice, took_s)
    Console().print(table)
    Console().print(f"mean {np.mean(accuracies):.1%} of {len(rows[1])} photos")


class _TimeUp(Exception):
    """The run's seconds are spent."""


class _Stopwatch:
    """Hears what a training says, and ends it when its time is up."""

    def __init__(self, budget_s: float) -> None:
        self._budget_s, self._started_s = budget_s, time.monotonic()
        self.passes, self.best = 0, 0.0

    @property
    def spent_s(self) -> float:
        return time.monotonic() - self._started_s

    def hear(self, event: Event) -> None:
        if event.get("event") == "pass":
            self.passes += 1
            self.best = max(self.best, float(event.get("held_out_accuracy") or 0.0))
        # the last layer is always fitted to the end, for that takes seconds
        ends = event.get("phase") == "whole" or event.get("epoch") == event.get("of")
        if event.get("event") == "pass" and ends and self.spent_s > self._budget_s:
            raise _TimeUp


def _print_table(
    cutouts: list[Cutout],
    labels: NDArray[np.int64],
    classes: tuple[str, ...],
    rows: tuple[NDArray[np.int64], NDArray[np.int64]],
    budget_s: float,
) -> None:
    """Every network, loss and optimiser for the same time; the best pass counts."""
    table = Table("network", "loss", "optimiser", "weights", "passes", "right", "s")
    plain = TrainingOptions(side_px=_TABLE_PX, epochs=10_000, patience=10_000)
    fewer = _some(rows[0], labels, _TABLE_PHOTOS), _some(rows[1], labels, _TABLE_PHOTOS)
    for options in _every_kind(plain):
        weights = "none" if options.network in FROM_SCRATCH else "ImageNet"
        data = _data(cutouts, labels, classes, fewer, options)
        watch = _Stopwatch(budget_s)
        try:
            _train_until(watch, data, options)
        except WeightsMissing:
            weights, watch = "random", _Stopwatch(budget_s)
            _train_until(watch, data, replace(options, pretrained=False))
        kind = options.network.value, options.loss.value, options.optimiser.value
        told = f"{watch.best:.1%}", f"{watch.spent_s:.0f}"
        table.add_row(*kind, weights, str(watch.passes), *told)
        Console(stderr=True).print(*kind, weights, watch.passes, *told)
    Console().print(table)
    Console().print(
        f"{len(fewer[0])} photos learnt from, {len(fewer[1])} kept aside; a guess is right"
        f" {1 / len(classes):.1%} of the time"
    )


def _some(rows: NDArray[np.int64], labels: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    """So many of the rows, every class by its share."""
    if len(rows) <= most:
        return rows
    some, _ = train_test_split(
        rows, train_size=most, random_state=_SPLIT_SEED, stratify=labels[rows]
    )
    return np.asarray(some, np.int64)


def _train_until(watch: _Stopwatch, data: TrainingData, options: TrainingOptions) -> None:
    with suppress(_TimeUp):
        train(data, options, tell=watch.hear)


def _silent(_event: Event) -> None:
    pass


def _every_kind(plain: TrainingOptions) -> list[TrainingOptions]:
    return [
        *(replace(plain, network=each) for each in NetworkName),
        *(replace(plain, loss=each) for each in LossName),
        *(replace(plain, optimiser=each) for each in OptimiserName),
    ]


def _read(folder: Path) -> tuple[list[Cutout], NDArray[np.int64], tuple[str, ...]]:
    classes = tuple(sorted(path.name for path in folder.iterdir() if path.is_dir()))
    cutouts, labels = [], []
    for label, name in enumerate(classes):
        for file in sorted((folder / name).iterdir()):
            try:
                cutouts.append(_whole(read_picture(file)))
            except ImageUnreadable:
                continue
            labels.append(label)
    return cutouts, np.asarray(labels, np.int64), classes


def _whole(image_bgr: NDArray[np.uint8]) -> Cutout:
    """The middle square of a picture."""
    height, width = image_bgr.shape[:2]
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    square = image_bgr[top : top + side, left : left + side]
    small = cv2.resize(square, (_SIDE_PX, _SIDE_PX), interpolation=cv2.INTER_AREA)
    return Cutout(np.asarray(small, np.uint8), np.ones((_SIDE_PX, _SIDE_PX), bool))


def _data(
    cutouts: list[Cutout],
    labels: NDArray[np.int64],
    classes: tuple[str, ...],
    rows: tuple[NDArray[np.int64], NDArray[np.int64]],
    options: TrainingOptions,
) -> TrainingData:
    learnt, kept = (
        CutoutPictures(
            [cutouts[row] for row in part],
            labels[part],
            side_px=options.side_px or _SQUARE_PX,
            seed=options.seed,
            augment=options.augment,
        )
        for part in rows
    )
    return TrainingData(learnt, kept, classes)


@torch.inference_mode()
def _right(trained: Trained, data: TrainingData) -> tuple[float, float]:
    """Share right, of the photos as they are, and with their mirror images asked too."""
    labels = data.held_out.labels
    once, twice = [], []
    for rows in torch.arange(len(labels)).split(64):
        squares = data.held_out.inputs(rows)
        straight = trained.network(squares).softmax(1)
        mirrored: Tensor = trained.network(squares.flip(3)).softmax(1)
        once.append(straight.argmax(1))
        twice.append((straight + mirrored).argmax(1))
    shares = [float((torch.cat(each) == labels).double().mean()) for each in (once, twice)]
    return shares[0], shares[1]


if __name__ == "__main__":
    typer.run(main)

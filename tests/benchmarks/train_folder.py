"""Trains on a folder of photographs, one folder a class, and says how many held-out are right.

    python tests/benchmarks/train_folder.py FOLDER --seeds 3 --threads 2
    python tests/benchmarks/train_folder.py FOLDER --table 40

The files are split 80 to 20, by class, with seed 1234 or another; each photograph is taken whole.
Nothing is kept of what was trained.
"""

import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NamedTuple

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
from breadpos.domain.errors import ImageUnreadable, WeightsMissing
from breadpos.training.classifier import Classifier
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
from breadpos.vision.preprocess import Cutout, to_square

_SPLIT_SEED = 1234
_LONGEST_PX = 384
_SQUARE_PX = 224
_LOOKED_AT_PX = 288
"""Held-out photos are asked somewhat larger than those learnt from, whose random crops are drawn
larger too. Source: Touvron et al. 2019, Fixing the train-test resolution discrepancy."""
_ASKED = (f"right at {_SQUARE_PX} px", f"at {_LOOKED_AT_PX} px", "both ways round")
_TABLE_PX, _TABLE_PHOTOS = 128, 450
"""Smaller squares and fewer photos, so that the slow networks come through some passes too."""


def main(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    seeds: Annotated[int, typer.Option(help="Runs, each with another seed.")] = 1,
    threads: Annotated[int, typer.Option(help="Processor threads.")] = TrainingOptions().threads,
    table_s: Annotated[
        float, typer.Option("--table", help="Every one of them for so many seconds.")
    ] = 0.0,
    split: Annotated[int, typer.Option(help="Seed of what is held out.")] = _SPLIT_SEED,
    verbose: Annotated[bool, typer.Option()] = False,
) -> None:
    """Print a table, one row a run."""
    cutouts, labels, classes = _read(folder)
    learnt, kept = train_test_split(
        np.arange(len(labels)), test_size=0.2, random_state=split, stratify=labels
    )
    rows = learnt, kept
    if table_s:
        _print_table(cutouts, labels, classes, rows, table_s)
        return
    plain = TrainingOptions(side_px=_SQUARE_PX, threads=threads)
    runs = [replace(plain, seed=n) for n in range(seeds)]
    table = Table("network", "loss", "optimiser", "seed", *_ASKED, "CPU s", "s")
    accuracies = []
    for options in runs:
        started_s, clock_s = time.process_time(), time.monotonic()
        data = _data(cutouts, labels, classes, rows, options)
        trained = train(data, options, tell=Console().print if verbose else _silent)
        took_s, clock_s = time.process_time() - started_s, time.monotonic() - clock_s
        right = _right(trained, cutouts, labels, rows[1])
        accuracies.append(right)
        names = options.network.value, options.loss.value, options.optimiser.value
        told = (*(f"{each:.1%}" for each in right), f"{took_s:.0f}", f"{clock_s:.0f}")
        table.add_row(*names, str(options.seed), *told)
        if verbose:
            Console().print(*names, options.seed, *told)
    Console().print(table)
    means = ", ".join(
        f"{name} {mean:.1%}" for name, mean in zip(_ASKED, np.mean(accuracies, axis=0), strict=True)
    )
    Console().print(f"mean of {len(rows[1])} photos: {means}")


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
    """The whole picture, in its own shape."""
    height, width = image_bgr.shape[:2]
    scale = _LONGEST_PX / max(height, width)
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    small = cv2.resize(image_bgr, size, interpolation=cv2.INTER_AREA)
    return Cutout(np.asarray(small, np.uint8), np.ones(size[::-1], bool))


class _Item(NamedTuple):
    cutout: Cutout


def _data(
    cutouts: list[Cutout],
    labels: NDArray[np.int64],
    classes: tuple[str, ...],
    rows: tuple[NDArray[np.int64], NDArray[np.int64]],
    options: TrainingOptions,
) -> TrainingData:
    learnt, kept = (
        CutoutPictures(
            [_Item(cutouts[row]) for row in part],
            labels[part],
            side_px=options.side_px or _SQUARE_PX,
            seed=options.seed,
            augment=options.augment,
        )
        for part in rows
    )
    return TrainingData(learnt, kept, classes)


@torch.inference_mode()
def _right(
    trained: Trained, cutouts: list[Cutout], labels: NDArray[np.int64], kept: NDArray[np.int64]
) -> tuple[float, float, float]:
    """Share right, in the order of `_ASKED`."""
    truth = torch.from_numpy(labels[kept])
    asked = [
        _scores(trained.network, [cutouts[row] for row in kept], side_px)
        for side_px in (_SQUARE_PX, _LOOKED_AT_PX)
    ]
    (small, _), (straight, mirrored) = asked
    return _share(small, truth), _share(straight, truth), _share(straight + mirrored, truth)


def _scores(network: Classifier, cutouts: list[Cutout], side_px: int) -> tuple[Tensor, Tensor]:
    """(N, classes) of the photos, and of their mirror images."""
    straight, mirrored = [], []
    for first in range(0, len(cutouts), 64):
        few = [to_square(each, side_px) for each in cutouts[first : first + 64]]
        squares = torch.from_numpy(np.stack(few))
        straight.append(network(squares).softmax(1))
        mirrored.append(network(squares.flip(3)).softmax(1))
    return torch.cat(straight), torch.cat(mirrored)


def _share(scores: Tensor, truth: Tensor) -> float:
    return float((scores.argmax(1) == truth).double().mean())


if __name__ == "__main__":
    typer.run(main)

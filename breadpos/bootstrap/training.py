"""A shop trains itself: its photographs in, a version of its own out, not yet in use."""

import importlib.metadata
import json
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.torch import save

from breadpos.bootstrap.recognition import (
    check_room,
    description_of,
    load_head,
    networks_of,
    shipped_backbone,
)
from breadpos.bootstrap.shop import Shop
from breadpos.bootstrap.unfinished import UNFINISHED, remove_unfinished
from breadpos.bootstrap.versions import REPORT, Versions
from breadpos.domain.errors import DiskFull, StorageError
from breadpos.training.compute import Compute
from breadpos.training.crew import joined
from breadpos.training.events import Event, Tell
from breadpos.training.fine_tune import FineTuned, split, training_data, weigh
from breadpos.training.lite0_classifier import lite0_tensors
from breadpos.training.loop import Trained, train
from breadpos.training.options import NetworkName, TrainingOptions
from breadpos.training.report import plain, report_of, stamp
from breadpos.training.shop_items import ShopItem, read_items
from breadpos.training.starting_weights import read_weights
from breadpos.vision.checkpoint import BACKBONE, save_recogniser_files
from breadpos.vision.embedder import DEFAULT_SIDE_PX, Embedder
from breadpos.whole_file import is_disk_full, keep_names, write_whole


def train_shop(shop: Shop, options: TrainingOptions, tell: Tell) -> str | None:
    """Train on the shop's photos and write what came of it as a version of its own.

    The version in use stays in use; very old ones go. Under `torchrun` the first process writes.

    Returns:
        The new version's name; None for a network that the counter cannot run, or another process.

    Raises:
        NothingToTrain: the photos do not suffice.
        DeviceMissing, WeightsMissing: the options ask for what is not there.
        RecogniserDamaged: the recogniser in use cannot be read.
        StorageError: the disk refused; nothing was left behind.
    """
    started_s = time.monotonic()
    check_room(shop.home.models)
    remove_unfinished(shop.home.models)
    _, before, metadata = load_head(shop.home)
    finder, old = networks_of(shop.settings.vision, before, metadata)
    Compute.of(options)
    left_out = list[Event]()
    hear = partial(_told_and_kept, tell, left_out)
    with joined() as crew:
        photos = crew.shared(shop.photos.all)
        items = crew.shared(lambda: read_items(photos, shop.photo_store, finder, hear))
        aside = split(items, options)
        options = replace(options, side_px=options.side_px or old.side_px)
        if crew.leads:
            tell({"event": "started", "photos": len(items), "held_out": int(aside.sum())})
        trained = train(training_data(items, aside, options), options, crew, tell)
        leads = crew.leads
    if not leads:
        return None
    if options.network is not NetworkName.EFFICIENTNET_LITE0:
        right = plain(trained.tracks.held_out_accuracy[-1:])
        tell({"event": "done", "version": None, "accuracy": right[0] if right else None})
        return None
    known = {"listed": [photo.photo_id for photo in photos], "left_out": left_out}
    work = _Work(shop.home.models, before, items, aside, options, started_s, known)
    with _kept_whole(work.unfinished):
        return work.finish(trained, old, tell)


@dataclass(frozen=True, slots=True)
class _Work:
    """A training whose network has learnt and whose version is still to be written."""

    models: Path
    before: Path | None
    items: list[ShopItem]
    aside: NDArray[np.bool_]
    options: TrainingOptions
    started_s: float
    known: Mapping[str, Any]

    @property
    def unfinished(self) -> Path:
        return self.models / f"{UNFINISHED}{os.getpid()}"

    def finish(self, trained: Trained, old: Embedder, tell: Tell) -> str:
        """Weigh it against the old one and write it; returns the version's name."""
        new = self._write_backbone(trained)
        new.view_width_mm = old.view_width_mm
        tuned = weigh(self.items, self.aside, old, new, tell)
        now = datetime.now(UTC)
        version = stamp(now)
        report = report_of(
            items=self.items,
            aside=self.aside,
            options=self.options,
            tracks=trained.tracks,
            tuned=tuned,
            made={
                "version": version,
                "against": self.before.name if self.before else None,
                "program": importlib.metadata.version("breadpos"),
                "made_at": now.isoformat(),
                "seconds": round(time.monotonic() - self.started_s, 1),
                **self.known,
            },
        )
        self._write_rest(tuned, new, report)
        self.unfinished.rename(self.models / version)
        keep_names(self.models)
        Versions(self.models).clear_old()
        tell(_done(report))
        return version

    def _write_backbone(self, trained: Trained) -> Embedder:
        self.unfinished.mkdir(parents=True)
        path = self.unfinished / BACKBONE
        start = read_weights(self.options.weights or shipped_backbone())
        write_whole(path, save(lite0_tensors(trained.network, start)))
        graph = shipped_backbone().with_suffix(".onnx")
        return Embedder.load(path, graph=graph, side_px=self.options.side_px or DEFAULT_SIDE_PX)

    def _write_rest(self, tuned: FineTuned, new: Embedder, report: dict[str, Any]) -> None:
        content = json.dumps(report, ensure_ascii=False, indent=1).encode()
        write_whole(self.unfinished / REPORT, content)
        made = {key: report[key] for key in ("made_at", "program", "verdict")}
        metrics = {key: report[key] for key in ("old", "new")}
        made_by = {**description_of(new), "backbone": BACKBONE, **made, "metrics": metrics}
        save_recogniser_files(self.unfinished, tuned.naming, made_by)


def _told_and_kept(tell: Tell, kept: list[Event], event: Event) -> None:
    if event["event"] == "left_out":
        kept.append({key: event[key] for key in ("photo", "products", "why")})
    tell(event)


def _done(report: dict[str, Any]) -> Event:
    return {
        "event": "done",
        "version": report["version"],
        "verdict": report["verdict"],
        "accuracy": report["new"]["accuracy"],
        "old_accuracy": report["old"]["accuracy"],
        "coverage": report["new"]["coverage"],
        "seconds": report["seconds"],
    }


@contextmanager
def _kept_whole(folder: Path) -> Iterator[None]:
    """A folder that is not there afterwards when something went wrong."""
    try:
        yield
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        if is_disk_full(error):
            raise DiskFull("the new model") from error
        raise StorageError(f"the new model was not saved: {error.strerror}") from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise

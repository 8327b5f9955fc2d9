"""The recogniser put together. Importing this takes seconds, so the window does it on a thread."""

import errno
import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from breadpos.application.ports import Recogniser
from breadpos.bootstrap.shop import Shop
from breadpos.domain.errors import DiskFull, RecogniserMissing, StorageError
from breadpos.domain.money import Money
from breadpos.resources import models_dir
from breadpos.settings import Home, Settings, VisionSettings
from breadpos.training.teaching import Taught, Teacher
from breadpos.vision.calibrated import keep_calibrated
from breadpos.vision.checkpoint import (
    BACKBONE,
    METADATA,
    TENSORS,
    Metadata,
    backbone_of,
    current_version,
    load_recogniser_files,
    save_recogniser_files,
    switch_to,
)
from breadpos.vision.device import pick_device
from breadpos.vision.embedder import DEFAULT_SIDE_PX, Embedder
from breadpos.vision.finder import Finder
from breadpos.vision.learning import PhotoLearner
from breadpos.vision.naming import Naming
from breadpos.vision.preprocess import FILL, SCALE
from breadpos.vision.recogniser import CounterRecogniser, TrayReader
from breadpos.vision.stages import OnStage, unwatched
from breadpos.whole_file import write_whole

_ROOM_BYTES = 64 * 1024 * 1024
"""What a version needs on the disk beside what it keeps of the photos, with some to spare."""


def build_recogniser(shop: Shop) -> Recogniser:
    """The recogniser in use, for a camera's frames; errors as for load_reader."""
    return CounterRecogniser(load_reader(shop.home, shop.settings))


def load_reader(home: Home, settings: Settings, on_stage: OnStage = unwatched) -> TrayReader:
    """The recogniser in use, for single pictures.

    Args:
        on_stage: told each step of a reading as it ends.

    Raises:
        RecogniserMissing: nothing has been learnt yet.
        RecogniserDamaged: its files, or the shipped weights, cannot be used.
    """
    naming, folder, metadata = load_head(home)
    if folder is None:
        raise RecogniserMissing(home.models)
    finder, embedder = networks_of(settings.vision, folder, metadata)
    return TrayReader(finder, embedder, naming, on_stage, version=folder.name)


def load_head(home: Home) -> tuple[Naming, Path | None, Metadata]:
    """The head in use, its version's folder and its model.json; nothing before the first.

    Raises:
        RecogniserDamaged: its files cannot be used.
    """
    version = current_version(home.models)
    if version is None:
        return Naming(), None, {}
    folder = home.models / version
    naming, metadata = load_recogniser_files(folder)
    return naming, folder, metadata


def teach(
    shop: Shop,
    folder: Path,
    prices: Mapping[str, Money],
    on_photo: Callable[[int, int], None],
) -> Taught:
    """Learn a folder of product folders and put the grown recogniser in use.

    Raises:
        NothingToLearn: no usable photo in it; nothing was written.
        RecogniserDamaged: the recogniser to grow cannot be read.
        StorageError: the database or the disk refused; the recogniser before stays in use.
    """
    check_room(shop.home.models)
    known, grown_from, metadata = load_head(shop.home)
    finder, embedder = networks_of(shop.settings.vision, grown_from, metadata)
    teacher = Teacher(PhotoLearner(finder, embedder), shop.products, shop.photos, shop.photo_store)
    outcome = teacher.teach(folder, prices, known, on_photo)
    naming = outcome.naming
    if backbone_of(metadata):
        naming = keep_calibrated(naming, known)
    put_in_use(shop.home.models, naming, embedder, grown_from)
    return replace(outcome, naming=naming)


def check_room(models: Path) -> None:
    """Refuse to begin what the disk has no room to end: its photos would be filed, not learnt.

    Raises:
        DiskFull: there is no room for another version.
    """
    models.mkdir(parents=True, exist_ok=True)
    heads = [path.stat().st_size for path in models.glob(f"*/{TENSORS}")]
    if shutil.disk_usage(models).free < _ROOM_BYTES + 2 * max(heads, default=0):
        raise DiskFull("a new model")


def put_in_use(
    models: Path,
    naming: Naming,
    embedder: Embedder,
    grown_from: Path | None = None,
    *,
    amends: bool = False,
) -> str:
    """Write a head as a new version and switch to it; returns the version's name.

    Args:
        grown_from: the version whose network made the embeddings; None for the shipped network.
        amends: it is the version before with some labels mended. Of several such only the
            last two are kept, for nobody goes back by one photo.

    Raises:
        StorageError: the disk refused; the version before stays in use.
    """
    version = f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
    made_by = description_of(embedder)
    try:
        if grown_from is not None and (grown_from / BACKBONE).exists():
            (models / version).mkdir(parents=True)
            _share(grown_from / BACKBONE, models / version / BACKBONE)
            made_by |= {"backbone": BACKBONE}
        if amends:
            made_by |= {"amends": True}
        save_recogniser_files(models / version, naming, made_by)
        switch_to(models, version)
    except OSError as error:
        shutil.rmtree(models / version, ignore_errors=True)
        if error.errno == errno.ENOSPC:
            raise DiskFull("recogniser") from error
        raise StorageError(f"recogniser not saved: {error.strerror}") from error
    if amends:
        _clear_amended(models, keep={version, grown_from.name if grown_from else ""})
    return version


def _clear_amended(models: Path, keep: set[str]) -> None:
    """Remove versions that differ from others by some labels only; someone may just read one."""
    for path in models.glob(f"*/{METADATA}"):
        if path.parent.name not in keep and _is_amended(path.parent):
            shutil.rmtree(path.parent, ignore_errors=True)


def _share(path: Path, other: Path) -> None:
    """The same file under another name; both are only ever replaced, never written into."""
    try:
        os.link(path, other)
    except OSError:  # not every disk can
        write_whole(other, path.read_bytes())


def _is_amended(folder: Path) -> bool:
    try:
        return bool(json.loads((folder / METADATA).read_text("utf-8")).get("amends"))
    except (OSError, ValueError, AttributeError):
        return False


def description_of(embedder: Embedder) -> dict[str, object]:
    """What a reader must know to get the same embeddings."""
    return {
        "architecture": "efficientnet_lite0",
        "preprocessing": {"side_px": embedder.side_px, "fill": FILL, "scale": SCALE},
    }


def side_px_of(metadata: Metadata) -> int:
    """The side its embeddings were made at; others would not compare."""
    side_px = metadata.get("preprocessing", {}).get("side_px", DEFAULT_SIDE_PX)
    return int(side_px)


def networks_of(
    vision: VisionSettings, folder: Path | None, metadata: Metadata
) -> tuple[Finder, Embedder]:
    """The finder, and the network that made a version's embeddings.

    Raises:
        RecogniserDamaged: their weights cannot be used.
    """
    threads = vision.threads or None
    device = pick_device(vision.device)
    finder = Finder.load(models_dir() / "finder.safetensors", device=device, threads=threads)
    backbone = backbone_of(metadata)
    embedder = Embedder.load(
        folder / backbone if folder and backbone else shipped_backbone(),
        graph=shipped_backbone().with_suffix(".onnx"),
        device=device,
        side_px=side_px_of(metadata),
        threads=threads,
    )
    embedder.view_width_mm = vision.view_width_mm
    return finder, embedder


def shipped_backbone() -> Path:
    """The network every shop starts from."""
    return models_dir() / "efficientnet_lite0.safetensors"

"""The recogniser put together. Importing this takes seconds, so the window does it on a thread."""

import errno
import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import torch

from breadpos.application.ports import Recogniser
from breadpos.bootstrap.shop import Shop
from breadpos.domain.errors import DiskFull, RecogniserMissing, StorageError
from breadpos.domain.money import Money
from breadpos.resources import models_dir
from breadpos.settings import Home, Settings, VisionSettings
from breadpos.training.teaching import Taught, Teacher
from breadpos.vision.checkpoint import (
    Metadata,
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
    version = current_version(home.models)
    if version is None:
        raise RecogniserMissing(home.models)
    naming, metadata = load_recogniser_files(home.models / version)
    finder, embedder = _networks(settings.vision, _side_px(metadata))
    return TrayReader(finder, embedder, naming, on_stage)


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
    version = current_version(shop.home.models)
    known, metadata = (
        load_recogniser_files(shop.home.models / version) if version else (Naming(), {})
    )
    finder, embedder = _networks(shop.settings.vision, _side_px(metadata))
    teacher = Teacher(PhotoLearner(finder, embedder), shop.products, shop.photos, shop.photo_store)
    outcome = teacher.teach(folder, prices, known, on_photo)
    put_in_use(shop.home.models, outcome.naming, embedder)
    return outcome


def put_in_use(models: Path, naming: Naming, embedder: Embedder) -> str:
    """Write a head as a new version and switch to it; returns the version's name.

    Raises:
        StorageError: the disk refused; the version before stays in use.
    """
    version = f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
    try:
        save_recogniser_files(models / version, naming, _made_by(embedder))
        switch_to(models, version)
    except OSError as error:
        shutil.rmtree(models / version, ignore_errors=True)
        if error.errno == errno.ENOSPC:
            raise DiskFull("recogniser") from error
        raise StorageError(f"recogniser not saved: {error.strerror}") from error
    return version


def _made_by(embedder: Embedder) -> dict[str, object]:
    """What a reader must know to get the same embeddings."""
    return {
        "architecture": "efficientnet_lite0",
        "preprocessing": {"side_px": embedder.side_px, "fill": FILL, "scale": SCALE},
    }


def _side_px(metadata: Metadata) -> int:
    """The side its embeddings were made at; others would not compare."""
    side_px = metadata.get("preprocessing", {}).get("side_px", DEFAULT_SIDE_PX)
    return int(side_px)


def _networks(vision: VisionSettings, side_px: int) -> tuple[Finder, Embedder]:
    threads = vision.threads or None
    # measured: as many threads as cores makes torch wait for itself as soon as the window is busy
    torch.set_num_threads(vision.threads or 1)
    device = pick_device(vision.device)
    finder = Finder.load(models_dir() / "finder.safetensors", device=device)
    embedder = Embedder.load(
        models_dir() / "efficientnet_lite0.safetensors",
        device=device,
        side_px=side_px,
        threads=threads,
    )
    return finder, embedder

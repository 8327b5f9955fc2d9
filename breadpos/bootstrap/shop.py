"""A shop in its folder, and what its commands need; no window, so no Qt."""

import errno
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from breadpos.application.ports import FrameSource, Recogniser
from breadpos.capture.opencv_source import OpencvSource
from breadpos.capture.replay_source import ReplaySource
from breadpos.capture.simulated_source import SimulatedSource
from breadpos.domain.errors import DiskFull, RecogniserMissing, StorageError
from breadpos.domain.money import Money
from breadpos.resources import models_dir
from breadpos.settings import CameraSettings, Home, Settings, VisionSettings, load_settings
from breadpos.simulation.counter import SimulatedCounter
from breadpos.storage.carts import SqlOpenCarts
from breadpos.storage.database import open_database
from breadpos.storage.photos import PhotoStore, SqlPhotos
from breadpos.storage.products import SqlProducts
from breadpos.storage.sales import SqlSales
from breadpos.training.teaching import Taught, Teacher
from breadpos.vision.checkpoint import (
    current_version,
    load_recogniser_files,
    save_recogniser_files,
    switch_to,
)
from breadpos.vision.embedder import Embedder
from breadpos.vision.finder import Finder
from breadpos.vision.learning import PhotoLearner
from breadpos.vision.naming import Naming
from breadpos.vision.preprocess import FILL, SCALE
from breadpos.vision.recogniser import CounterRecogniser, TrayReader


@dataclass(frozen=True, slots=True)
class Shop:
    """One shop's settings, and its repositories on one open database."""

    home: Home
    settings: Settings
    products: SqlProducts
    sales: SqlSales
    carts: SqlOpenCarts
    photos: SqlPhotos
    photo_store: PhotoStore


@contextmanager
def open_shop(home: Home) -> Iterator[Shop]:
    """The shop in a home folder, made if it is not there; its database closes at the end.

    Raises:
        SettingsError: breadpos.toml cannot be used.
        StorageError: the folder or the database cannot be used.
    """
    try:
        home.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"{home.folder} cannot be made: {error.strerror}") from error
    settings = load_settings(home)
    engine = open_database(home.database)
    try:
        yield Shop(
            home,
            settings,
            SqlProducts(engine),
            SqlSales(engine),
            SqlOpenCarts(engine),
            SqlPhotos(engine),
            PhotoStore(home.photos),
        )
    finally:
        engine.dispose()


def open_source(camera: CameraSettings) -> FrameSource:
    """The camera the settings name: a device, a file, a URL, a folder of pictures, or a simulation.

    Raises:
        CameraMissing: it cannot be opened.
        ImageUnreadable: a folder holds no picture.
    """
    if camera.simulated_seed is not None:
        ahead = ThreadPoolExecutor(1, thread_name_prefix="next tray")
        counter = SimulatedCounter(camera.simulated_seed, ahead=ahead)
        return SimulatedSource(counter)
    if Path(camera.source).is_dir():
        return ReplaySource(Path(camera.source))
    return OpencvSource(
        camera.source,
        width=camera.width,
        height=camera.height,
        stall_after_s=camera.stall_after_s,
        loop=True,
    )


def build_recogniser(shop: Shop) -> Recogniser:
    """The recogniser in use, for a camera's frames; errors as for load_reader."""
    return CounterRecogniser(load_reader(shop.home, shop.settings))


def load_reader(home: Home, settings: Settings) -> TrayReader:
    """The recogniser in use, for single pictures.

    Raises:
        RecogniserMissing: nothing has been learnt yet.
        RecogniserDamaged: its files, or the shipped weights, cannot be used.
    """
    version = current_version(home.models)
    if version is None:
        raise RecogniserMissing(home.models)
    naming, _ = load_recogniser_files(home.models / version)
    finder, embedder = _networks(settings.vision)
    return TrayReader(finder, embedder, naming)


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
    known = load_recogniser_files(shop.home.models / version)[0] if version else Naming()
    finder, embedder = _networks(shop.settings.vision)
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


def _networks(vision: VisionSettings) -> tuple[Finder, Embedder]:
    threads = vision.threads or None
    device = "cpu" if vision.device == "auto" else vision.device
    finder = Finder.load(models_dir() / "finder.safetensors", device=device)
    embedder = Embedder.load(
        models_dir() / "efficientnet_lite0.safetensors", device=vision.device, threads=threads
    )
    return finder, embedder

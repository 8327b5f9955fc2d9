"""What the register needs, looked at one by one, and what to do where something is missing."""

import os
import platform
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PIL import ImageFont

from breadpos.application.ports import PaperLeft
from breadpos.bootstrap.printer import open_printer, papers_folder
from breadpos.bootstrap.recognition import load_reader, networks_of
from breadpos.bootstrap.shop import open_source
from breadpos.domain.errors import BreadposError, CameraLost, RecogniserMissing, StorageError
from breadpos.resources import FONT_FILES, assets_dir
from breadpos.settings import (
    CameraSettings,
    Home,
    PrinterKind,
    PrinterSettings,
    Settings,
    VisionSettings,
)
from breadpos.storage.database import open_database, writing
from breadpos.vision.device import pick_device

_GB = 1_000_000_000
_SCARCE_BYTES = 2 * _GB
_TOO_FEW_BYTES = _GB // 5


class Health(Enum):
    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One part's health, and in one sentence what was seen or what to do."""

    part: str
    health: Health
    says: str


def examine(home: Home, settings: Settings) -> tuple[Finding, ...]:
    """Every part, in the order of the table; a missing database is made, nothing else is."""
    checks: dict[str, Callable[[], tuple[Health, str]]] = {
        "camera": lambda: _camera(settings.camera),
        "device": lambda: _device(settings.vision),
        "model": lambda: _model(home, settings),
        "database": lambda: _database(home),
        "printer": lambda: _printer(home, settings.printer),
        "fonts": _fonts,
        "disk": lambda: _disk(home.folder),
    }
    return tuple(_finding(part, check) for part, check in checks.items())


def _finding(part: str, check: Callable[[], tuple[Health, str]]) -> Finding:
    try:
        health, says = check()
    except BreadposError as error:
        health, says = Health.PROBLEM, str(error)
    return Finding(part, health, says)


def _camera(camera: CameraSettings) -> tuple[Health, str]:
    if camera.simulated_seed is not None:
        return Health.WARNING, "simulated; name the real one under [camera] in breadpos.toml"
    source = open_source(camera)
    try:
        frame = source.read()
    finally:
        source.close()
    if frame is None:
        raise CameraLost(camera.source)
    height, width = frame.pixels_bgr.shape[:2]
    return Health.OK, f"camera {camera.source} delivers {width} x {height}"


def _device(vision: VisionSettings) -> tuple[Health, str]:
    device = pick_device(vision.device)
    try:
        networks_of(vision, None, {})
    except (RuntimeError, AssertionError) as error:  # torch's two ways to refuse a device
        reason = str(error).strip().splitlines()[0]
        says = f"{device} cannot be used ({reason}); set vision.device to 'auto' in breadpos.toml"
        return Health.PROBLEM, says
    return Health.OK, f"{device} ({platform.machine()}) runs the networks"


def _model(home: Home, settings: Settings) -> tuple[Health, str]:
    try:
        load_reader(home, settings)
    except RecogniserMissing as error:
        return Health.WARNING, str(error)
    return Health.OK, "the recogniser in use loads"


def _database(home: Home) -> tuple[Health, str]:
    engine = open_database(home.database)
    try:
        with writing(engine, str(home.database)) as connection:
            found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    finally:
        engine.dispose()
    if found != "ok":
        raise StorageError(f"{home.database} is damaged; put a copy from {home.backups} back")
    return Health.OK, f"{home.database} is sound, up to date and can be written"


def _printer(home: Home, printer: PrinterSettings) -> tuple[Health, str]:
    folder = papers_folder(home, printer)
    if printer.kind is PrinterKind.NONE:
        return Health.OK, f"none set up; receipts are kept in {folder}"
    if printer.kind is PrinterKind.FOLDER:
        there = next(each for each in (folder, *folder.parents) if each.exists())
        if not there.is_dir() or not os.access(there, os.W_OK):
            raise StorageError(f"{folder} cannot be written; choose another under [printer]")
        return Health.OK, f"every receipt is kept in {folder}"
    left = open_printer(printer).look()
    if left is PaperLeft.LITTLE:
        return Health.WARNING, "the printer answers; its roll is nearly used up"
    says = {PaperLeft.PLENTY: "answers and has paper", PaperLeft.UNKNOWN: "can be opened"}
    return Health.OK, f"the printer {says[left]}"


def _fonts() -> tuple[Health, str]:
    for name in FONT_FILES:
        path = assets_dir() / "fonts" / name
        try:
            ImageFont.truetype(path)
        except OSError:
            return Health.PROBLEM, f"{path} cannot be loaded; install breadpos again"
    return Health.OK, "the shipped typefaces load"


def _disk(folder: Path) -> tuple[Health, str]:
    there = next(each for each in (folder, *folder.parents) if each.exists())
    free = shutil.disk_usage(there).free
    said = f"{free / _GB:.1f} GB free for {folder}"
    if free < _TOO_FEW_BYTES:
        return Health.PROBLEM, f"only {said}; free some space before selling"
    if free < _SCARCE_BYTES:
        return Health.WARNING, f"only {said}; free some space soon"
    return Health.OK, said

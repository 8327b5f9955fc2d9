"""Pictures of every screen: both languages, three sizes, light and dark; and what is wrong in them.

    python -m tests.screenshots OUT [--only counter,payment] [--looks 1366x768-light,...]
    python -m tests.screenshots --manual

Writes OUT/LOOK/LANGUAGE-SCREEN.png and OUT/findings.txt, and prints the findings. A screen more is
a line more in `tests/window/tour.py`. With --manual the pictures of the manual and of the
README are made anew.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from breadpos.ui.screen_fit import scale_that_fits

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from tests.window.findings import Finding
    from tests.window.setup_tour import Beginning
    from tests.window.tour import Tour

LANGUAGES = ("ja", "en")
_AT_ONCE = 2
_LOOKS_AGAIN, _BREATH_MS = 5, 60
_SETTLED_MS = 300


@dataclass(frozen=True, slots=True)
class Look:
    """How large the window is, in pixels of the screen, how much is scaled, and which palette."""

    size: tuple[int, int]
    scale: float
    theme: str
    text_percent: int = 100

    @property
    def name(self) -> str:
        width, height = self.size
        percent = "" if self.scale == 1.0 else f"-{round(self.scale * 100)}"
        words = "" if self.text_percent == 100 else f"-words{self.text_percent}"
        return f"{width}x{height}{percent}{words}-{self.theme}"

    @property
    def logical(self) -> tuple[int, int]:
        """The window's size as its layout sees it."""
        width, height = self.size
        return round(width / self.drawn_at), round(height / self.drawn_at)

    @property
    def drawn_at(self) -> float:
        """The scale the program comes to where the screen is set to `scale`."""
        width, height = self.size
        return self.scale * scale_that_fits(width / self.scale, height / self.scale)


LOOKS = {
    look.name: look
    for theme in ("light", "dark")
    for look in (
        Look((1366, 768), 1.0, theme),
        Look((1920, 1080), 1.0, theme),
        Look((1366, 768), 1.5, theme),
    )
} | {
    look.name: look
    for look in (
        Look((3840, 2160), 1.0, "light"),
        Look((1080, 1920), 1.0, "light"),
        Look((1366, 768), 1.0, "light", 200),
    )
}

_USUAL = tuple(LOOKS)[:6]


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    if options.look:
        with tempfile.TemporaryDirectory() as home:
            _photograph(LOOKS[options.look], options, Path(home))
        return 0
    if options.manual:
        with tempfile.TemporaryDirectory() as folder:
            return _make_manual(Path(folder))
    options.out.mkdir(parents=True, exist_ok=True)
    shelf = options.shelf or options.out / ".trays"
    _cook_all(shelf)
    names = options.looks.split(",")
    if strange := set(names) - LOOKS.keys():
        sys.exit(f"no look {', '.join(sorted(strange))}; there are {', '.join(LOOKS)}")
    wanted = [LOOKS[name] for name in names]
    if any(_run_children(wanted, options, shelf)):
        return 1
    found = sorted(
        f"{file.parent.name} {line}"
        for file in options.out.glob("*/findings.txt")
        for line in file.read_text("utf-8").splitlines()
    )
    (options.out / "findings.txt").write_text("\n".join(found) + "\n", "utf-8")
    for line in found:
        print(line)  # noqa: T201  a command
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--manual", action="store_true", help="the manual's pictures, anew")
    parser.add_argument("--only", default="", help="screens whose names begin so, by commas")
    parser.add_argument("--looks", default=",".join(_USUAL))
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--shelf", type=Path, help="where rendered trays are kept")
    parser.add_argument("--look", default="", help=argparse.SUPPRESS)  # in the child
    options = parser.parse_args(arguments)
    if options.out is None and not options.manual:
        sys.exit("OUT or --manual is needed")
    return options


def _make_manual(shots: Path) -> int:
    from breadpos.resources import assets_dir
    from tests.window.manual_pictures import LOOK, SCREENS, keep

    failed = main([str(shots), "--looks", LOOK, "--only", ",".join(SCREENS.values())])
    if not failed:
        keep(shots / LOOK, assets_dir(), LANGUAGES)
    return failed


def _cook_all(shelf: Path) -> None:
    from tests.window.known_counter import cook
    from tests.window.tour import RECIPES

    for recipe in RECIPES.values():
        cook(recipe, shelf)


def _run_children(looks: Sequence[Look], options: argparse.Namespace, shelf: Path) -> Iterator[int]:
    """A process for each look, for the scale is fixed when the first window is made."""
    for start in range(0, len(looks), _AT_ONCE):
        running = [_child(look, options, shelf) for look in looks[start : start + _AT_ONCE]]
        yield from [each.wait() for each in running]


def _child(look: Look, options: argparse.Namespace, shelf: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.screenshots", str(options.out), "--look", look.name]
    command += ["--only", options.only, "--languages", options.languages, "--shelf", str(shelf)]
    scaled = {"QT_SCALE_FACTOR": f"{look.drawn_at:.4f}", "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(command, env=os.environ | scaled)


def _photograph(look: Look, options: argparse.Namespace, home: Path) -> None:
    from breadpos.settings import ScreenSettings
    from tests.window.known_counter import KnownCounter, cook
    from tests.window.live_window import open_window
    from tests.window.setup_tour import open_beginning
    from tests.window.tour import RECIPES, Tour

    counter = KnownCounter(cook(RECIPES["empty"], options.shelf))
    screen = ScreenSettings(
        theme="dark" if look.theme == "dark" else "light", text_percent=look.text_percent
    )
    with open_window(home, counter, look.logical, screen) as live:
        tour = Tour(live, options.shelf)
        folder = options.out / look.name
        folder.mkdir(exist_ok=True)
        languages = options.languages.split(",")
        found = [
            f"{language} {line}"
            for language in languages
            for line in _walk(tour, language, folder, options.only)
        ]
    for language in languages:
        new = home / f"new-{language}"
        with open_beginning(new, counter, language, look.logical, screen) as beginning:
            lines = _walk_setup(beginning, language, folder, options.only)
            found += [f"{language} {line}" for line in lines]
    (folder / "findings.txt").write_text("\n".join(found), "utf-8")


def _walk(tour: "Tour", language: str, folder: Path, only: str) -> Iterator[str]:
    from breadpos.ui.language import language_of
    from tests.window.tour import SCREENS

    live = tour.live
    if language_of(live.window) != language:
        live.tap(live.window.header.language_button)
    for name, show in SCREENS.items():
        if not _is_wanted(name, only):
            continue
        live.start_afresh()
        try:
            show(tour)
        except AssertionError as error:
            yield f"{name} unreached: {error}"
        live.breathe(150)
        picture, found = _look_at(live.window)
        picture.save(str(folder / f"{language}-{name}.png"))
        yield from (f"{name} {finding}" for finding in found)


def _walk_setup(beginning: "Beginning", language: str, folder: Path, only: str) -> Iterator[str]:
    from PySide6.QtTest import QTest

    from tests.window.setup_tour import SETUP_SCREENS

    if not any(_is_wanted(name, only) for name in SETUP_SCREENS):
        return
    for name, show in SETUP_SCREENS.items():
        show(beginning)
        QTest.qWait(_SETTLED_MS)
        picture, found = _look_at(beginning.register.window)
        if _is_wanted(name, only):
            picture.save(str(folder / f"{language}-{name}.png"))
            yield from (f"{name} {finding}" for finding in found)


def _is_wanted(name: str, only: str) -> bool:
    return not only or name.startswith(tuple(only.split(",")))


def _look_at(window: "QWidget") -> "tuple[QPixmap, list[Finding]]":
    """A picture and its findings, once the layout has come to rest."""
    from PySide6.QtTest import QTest

    picture, found = _glance(window)
    for _ in range(_LOOKS_AGAIN):
        if not found:
            break
        QTest.qWait(_BREATH_MS)
        picture, found = _glance(window)
    return picture, found


def _glance(window: "QWidget") -> "tuple[QPixmap, list[Finding]]":
    """As it is now; where a dialog is open over the window, it is the dialog that is judged."""
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QApplication

    from tests.window.findings import findings

    picture = window.grab()
    over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if over is None:
        return picture, findings(window, picture.toImage())
    above = over.grab()
    painter = QPainter(picture)
    painter.drawPixmap(over.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint()), above)
    painter.end()
    return picture, findings(over, above.toImage())


if __name__ == "__main__":
    sys.exit(main())

"""From the command to the window, and what is said where there can be none."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from ctypes.util import find_library
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QTimer
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from breadpos.bootstrap.display import make_application, require_libraries
from breadpos.bootstrap.practice import open_practice
from breadpos.bootstrap.register import begin_register
from breadpos.bootstrap.starting import beside, make_window
from breadpos.domain.errors import StorageError, WindowLibraryMissing
from breadpos.settings import Home, Settings, ShopSettings, load_settings, save_settings
from breadpos.ui.language import LanguageSwitch
from breadpos.ui.opening_window import OpeningWindow

LINUX = pytest.mark.skipif("sys.platform != 'linux'", reason="elsewhere there is always a display")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    save_settings(home, Settings(shop=ShopSettings(name="こむぎ堂"), language="ja"), {})
    return home


@pytest.fixture
def languages() -> Iterator[LanguageSwitch]:
    switch = LanguageSwitch(make_application())
    yield switch
    switch.use_none()


@pytest.fixture
def window(home: Home, languages: LanguageSwitch, qtbot: QtBot) -> OpeningWindow:
    window = make_window(make_application(), languages, load_settings(home, {}))
    qtbot.addWidget(window)
    window.show()
    return window


def start(home: Home, program: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
    """`breadpos` in a process of its own, after a piece of program."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {key: value for key, value in os.environ.items() if key not in hidden}
    begin = f"import sys; sys.argv = ['breadpos', '--home', {str(home.folder)!r}]\n{program}\n"
    return subprocess.run(
        [sys.executable, "-c", f"{begin}from breadpos.__main__ import main; main()"],
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


# What is done while the window is in sight.


def test_work_beside_the_window_is_handed_back(window: OpeningWindow) -> None:
    assert beside(window, lambda: "made") == "made"


def test_what_fails_beside_the_window_is_heard(window: OpeningWindow) -> None:
    def fail() -> None:
        raise StorageError("full")

    with pytest.raises(StorageError):
        beside(window, fail)


def test_the_window_lives_while_work_is_done(window: OpeningWindow) -> None:
    beats: list[int] = []
    timer = QTimer(window, interval=0)
    timer.timeout.connect(lambda: beats.append(1))
    timer.start()

    def work() -> bool:
        until(lambda: len(beats) > 20)
        return len(beats) > 20

    assert beside(window, work)


def test_a_window_closed_meanwhile_is_not_opened_again(window: OpeningWindow) -> None:
    QTimer.singleShot(0, window.close)
    beside(window, lambda: until(window.isHidden))
    assert window.isHidden()


def until(is_so: Callable[[], bool]) -> None:
    """Wait on another thread than the window's."""
    for _ in range(1_000):
        if is_so():
            return
        time.sleep(0.01)
    raise AssertionError("it never was")


# The register in the window.


SAID_WHEN_OPENED = {"まだ商品がありません。"}
"""By the price list, whichever way it came into the window."""


def said(widget: QWidget) -> set[str]:
    """Every word of a window, seen or not, but the time."""
    return {words for each in widget.findChildren(QLabel) if ":" not in (words := each.text())}


def test_a_register_opened_in_its_window_says_what_one_opened_at_once_says(
    home: Home, window: OpeningWindow, languages: LanguageSwitch, qtbot: QtBot
) -> None:
    app = make_application()
    with ExitStack() as stack:
        window.hold(begin_register(home, "", stack, app, languages).window)
        stack.callback(window.hide)
        qtbot.waitUntil(lambda: "カメラなし" in said(window), timeout=60_000)
        early = said(window)
    with ExitStack() as stack:
        at_once = begin_register(home, "", stack, app, LanguageSwitch(app)).window
        at_once.show()
        qtbot.waitUntil(lambda: said(at_once) - SAID_WHEN_OPENED == early, timeout=60_000)
    assert len(early) > 50


# What is refused.


def wrong(home: Home) -> Home:
    text = home.settings.read_text("utf-8")
    home.settings.write_text(text.replace("text_percent = 100", 'text_percent = "large"'), "utf-8")
    return home


def test_a_wrong_setting_is_one_line_where_nobody_sees_a_window(home: Home) -> None:
    ended = start(wrong(home), QT_QPA_PLATFORM="offscreen")
    assert (ended.returncode, len(ended.stderr.splitlines())) == (1, 1)
    assert "text_percent" in ended.stderr


CLOSES = """
import breadpos.ui.opening_window as module
from PySide6.QtCore import QTimer
show = module.OpeningWindow.show_failure
def shown(window, error):
    show(window, error)
    assert window.isVisible()
    print(window.state.title.text(), window.state.sentence.text(), flush=True)
    QTimer.singleShot(50, window.state.button.click)
module.OpeningWindow.show_failure = shown
"""


def test_a_window_that_is_seen_says_it_until_it_is_closed(home: Home) -> None:
    ended = start(wrong(home), CLOSES, QT_QPA_PLATFORM="minimal", PYTHONIOENCODING="utf-8")
    assert ended.returncode == 1
    assert "text_percent" in ended.stderr
    assert "設定に誤り" in ended.stdout  # in the language that the file names, wrong as it is


def test_a_folder_that_cannot_be_made_is_said_in_the_window(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    ended = start(Home(tmp_path / "file" / "home"), CLOSES, QT_QPA_PLATFORM="minimal")
    assert (ended.returncode, len(ended.stdout.splitlines())) == (1, 1)
    assert str(tmp_path / "file") in ended.stderr


def test_data_of_a_newer_program_is_said_in_the_window_of_the_practice_too(home: Home) -> None:
    practice = open_practice(home)
    with closing(sqlite3.connect(practice.database)) as database:
        database.execute("update alembic_version set version_num = '9999'")
        database.commit()
    ended = start(home, f"sys.argv.append('practice')\n{CLOSES}", QT_QPA_PLATFORM="minimal")
    assert ended.returncode == 1
    assert "newer" in ended.stderr


# Where there is no screen.


@LINUX
@pytest.mark.skipif(find_library("xcb") is None, reason="no X here to ask")
@pytest.mark.parametrize("platform", ["", "xcb"])
def test_a_display_that_cannot_be_opened_is_one_line(home: Home, platform: str) -> None:
    ended = start(home, DISPLAY=":987", QT_QPA_PLATFORM=platform)
    assert (ended.returncode, len(ended.stderr.splitlines())) == (1, 1)
    assert "display :987 cannot be opened; set DISPLAY" in ended.stderr


@LINUX
def test_a_wayland_that_is_gone_is_one_line(home: Home, tmp_path: Path) -> None:
    ended = start(home, WAYLAND_DISPLAY="wayland-9", XDG_RUNTIME_DIR=str(tmp_path))
    assert (ended.returncode, len(ended.stderr.splitlines())) == (1, 1)
    assert "set WAYLAND_DISPLAY" in ended.stderr


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder with a copy of Qt's part for X that needs a library nobody has."""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    copied = (plugins / "libqxcb.so").read_bytes()
    assert b"libQt6XcbQpa.so.6" in copied
    (tmp_path / "libqxcb.so").write_bytes(
        copied.replace(b"libQt6XcbQpa.so.6", b"libxcb-ghost.so.0")
    )
    return tmp_path


@LINUX
def test_a_library_that_is_missing_is_named_with_its_package(
    broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", str(broken))
    with pytest.raises(WindowLibraryMissing, match=r"libxcb-ghost\.so\.0") as refused:
        require_libraries()
    assert refused.value.package == "libxcb-ghost0"


@LINUX
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb")
def test_a_library_that_is_missing_is_one_line(home: Home, broken: Path, screen: str) -> None:
    ended = start(home, DISPLAY=screen, QT_QPA_PLATFORM_PLUGIN_PATH=str(broken))
    assert (ended.returncode, len(ended.stderr.splitlines())) == (1, 1)
    assert "sudo apt install libxcb-ghost0" in ended.stderr


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen of memory; its name."""
    try:
        require_libraries()
    except WindowLibraryMissing as error:
        pytest.skip(str(error))
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as name:
        yield f":{name.readline().strip()}"
    server.terminate()
    server.wait(10)


SELLS_NOTHING = """
import breadpos.ui.opening_window as module
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
hold = module.OpeningWindow.hold
def held(window, register):
    before = window.winId(), window.geometry(), window.isMaximized()
    hold(window, register)
    def look():
        assert before == (window.winId(), window.geometry(), window.isMaximized())
        seen = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        print(len(seen), window.windowTitle(), register.width() == window.width(), flush=True)
        window.close()
    QTimer.singleShot(500, look)
module.OpeningWindow.hold = held
"""


@LINUX
@pytest.mark.timeout(300)
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb")
def test_on_a_real_screen_it_is_one_window_from_start_to_end(home: Home, screen: str) -> None:
    ended = start(home, SELLS_NOTHING, DISPLAY=screen, PYTHONIOENCODING="utf-8")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines() == ["1 こむぎ堂 ・ breadpos True"]

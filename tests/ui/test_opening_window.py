from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from breadpos.domain.errors import BreadposError, DatabaseTooNew, SettingsError, StorageError
from breadpos.ui.fonts import set_text_percent
from breadpos.ui.language import LanguageSwitch
from breadpos.ui.opening_window import OpeningWindow
from breadpos.ui.style_sheet import style_sheet
from breadpos.ui.tab import Tab
from breadpos.ui.tokens import LIGHT
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter, cut_labels
from tests.ui.fakes import MELONPAN, TOKYO, seen

Open = Callable[..., OpeningWindow]


@pytest.fixture
def open_window(qtbot: QtBot, languages: LanguageSwitch) -> Open:
    def made(language: str = "ja", *, practice: bool = False) -> OpeningWindow:
        languages.use(language)
        window = OpeningWindow("こむぎ堂", TOKYO, practice=practice)
        window.dress(style_sheet(replace(LIGHT)))
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return made


def words(window: OpeningWindow) -> str:
    labels = window.findChildren(QLabel)
    return "\n".join(each.text() for each in labels if each.isVisible())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ja", ("会計", "設定", "レジを開いています")),
        ("en", ("Register", "Settings", "being opened")),
    ],
)
def test_it_is_the_shops_window_from_its_first_moment(
    open_window: Open, language: str, said: tuple[str, ...]
) -> None:
    window = open_window(language)
    assert window.windowTitle() == "こむぎ堂 ・ breadpos"
    assert window.header.shop.text() == "こむぎ堂"
    assert window.header.clock.text()
    assert [each for each in said if each not in words(window)] == []


def test_where_nothing_counts_it_says_so_at_once(open_window: Open) -> None:
    assert "練習" in words(open_window(practice=True))
    assert "練習" not in words(open_window())


def test_no_page_can_be_asked_for_before_there_is_one(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert window.header.tabs.button(Tab.COUNTER).isChecked()


@pytest.mark.parametrize(
    ("error", "language", "title", "to_do"),
    [
        (SettingsError("breadpos.toml: language"), "ja", "設定に誤り", "breadpos.toml を直して"),
        (SettingsError("breadpos.toml: language"), "en", "A setting is wrong", "Mend"),
        (DatabaseTooNew(Path("shop.db")), "ja", "新しすぎ", "更新"),
        (StorageError("/shop cannot be made"), "ja", "お店のデータを開けません", "フォルダー"),
        (StorageError("/shop cannot be made"), "en", "cannot be opened", "the folder named below"),
    ],
)
def test_what_keeps_it_from_opening_is_said_with_what_to_do(
    open_window: Open, error: BreadposError, language: str, title: str, to_do: str
) -> None:
    window = open_window(language)
    window.show_failure(error)
    assert title in window.state.title.text()
    assert to_do in window.state.sentence.text()
    assert str(error) in words(window)  # for whoever helps
    for promise in ("being opened", "レジを開いて", "Opening the camera", "カメラ準備中"):
        assert promise not in words(window)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_window_that_cannot_open_is_closed_with_a_key(
    open_window: Open, qtbot: QtBot, key: Qt.Key
) -> None:
    window = open_window()
    window.show_failure(SettingsError("breadpos.toml"))
    qtbot.waitUntil(window.state.button.hasFocus)
    qtbot.keyClick(window.state.button, key)
    assert window.isHidden()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_failure_is_whole_in_large_words(
    open_window: Open, qtbot: QtBot, percent: int, qapp: object
) -> None:
    window = open_window("en")
    set_text_percent(qapp, percent)  # type: ignore[arg-type]
    window.dress(style_sheet(replace(LIGHT), percent))
    window.resize(1024, 720)
    long = "/home/komugi/.local/share/breadpos/breadpos.toml: camera.width should be a number"
    window.show_failure(SettingsError(long))
    qtbot.waitUntil(lambda: cut_labels(window) == [])
    assert window.state.button.width() >= window.state.button.minimumSizeHint().width()
    assert window.size().toTuple() == (1024, 720)


# What the register is then held in.


@pytest.fixture
def held(
    make_counter: MakeCounter, open_window: Open, qtbot: QtBot
) -> tuple[Counter, OpeningWindow]:
    window = open_window()
    counter = make_counter()
    counter.window.hide()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.hold(counter.window)
    return counter, window


def test_the_register_takes_its_place_in_the_same_window(
    held: tuple[Counter, OpeningWindow],
) -> None:
    counter, window = held
    assert counter.window.isVisible()
    assert not counter.window.isWindow()
    assert counter.window.window() is window
    assert counter.window.size() == window.size()
    assert "レジを開いて" not in words(window)
    counter.see(seen(MELONPAN, (300.0, 400.0)))
    assert counter.pay_button.isVisible()


def test_the_register_in_it_has_the_keys_at_once(held: tuple[Counter, OpeningWindow]) -> None:
    counter, window = held
    assert window.focusWidget() is not None
    assert counter.window.isAncestorOf(window.focusWidget())
    counter.key(Qt.Key.Key_F2)
    assert counter.tray.grid.isVisible()


def test_the_window_is_called_as_the_shop_is_now(held: tuple[Counter, OpeningWindow]) -> None:
    counter, window = held
    counter.front.issuer = replace(counter.front.issuer, name="パンの木")
    counter.window.show_shop()
    assert window.windowTitle() == "パンの木 ・ breadpos"

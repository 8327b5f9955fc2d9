import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from breadpos.ui.key_button import KeyButton
from breadpos.ui.products_bar import ProductsBar


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 200)
    window.show()
    return window


def is_whole(button: KeyButton) -> bool:
    """Whether its small words stand beside the large ones."""
    face, hint = button.face, button.hint
    return hint.isVisible() and hint.geometry().left() > face.geometry().right()


@pytest.mark.parametrize("hint", ["F7", "4 to 8 digits"])
@pytest.mark.parametrize("icon", ["", "plus"])
def test_a_button_asks_for_the_same_room_whether_its_key_is_shown_or_not(
    qtbot: QtBot, window: QWidget, hint: str, icon: str
) -> None:
    button = KeyButton("Export", icon=icon, keys=("F7",), shown_key=hint)
    button.setParent(window)
    button.show()
    wide = button.sizeHint().width()
    for width, whole in ((wide, True), (wide - 1, False), (wide, True), (wide - 20, False)):
        button.resize(width, 60)
        qtbot.waitUntil(lambda whole=whole: is_whole(button) is whole, timeout=1_000)  # type: ignore[misc]  # bound now
        assert button.sizeHint().width() == wide


def test_a_button_whose_icon_is_left_out_asks_for_no_room_for_it(window: QWidget) -> None:
    plain, with_icon = (KeyButton("Export", icon=icon, keys=("F7",)) for icon in ("", "plus"))
    for button in (plain, with_icon):
        button.setParent(window)
        button.show()
    assert with_icon.sizeHint().width() > plain.sizeHint().width()
    with_icon.leave_icon_out(is_out=True)
    assert with_icon.sizeHint().width() == plain.sizeHint().width()


def test_a_row_of_buttons_finds_its_places_at_once_however_wide_it_becomes(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    folded: list[KeyButton] = []
    fold = KeyButton._fold

    def told(button: KeyButton) -> None:
        folded.append(button)
        fold(button)

    monkeypatch.setattr(KeyButton, "_fold", told)
    page, bar = QWidget(window), ProductsBar()
    layout = QVBoxLayout(page)
    layout.addWidget(bar)
    page.resize(800, 200)
    page.show()
    keys = [bar.import_button, bar.export_button, bar.cards_button, bar.grid_button]
    for wide in (900, 700, 820, 760, 1100, 650):
        folded.clear()
        page.resize(wide, 200)
        qtbot.waitUntil(lambda wide=wide: layout.geometry().width() > wide - 50)  # type: ignore[misc]  # bound now
        assert max(map(folded.count, keys)) <= 8, wide
        for button in keys:
            assert is_whole(button) is (button.width() >= button.sizeHint().width()), wide

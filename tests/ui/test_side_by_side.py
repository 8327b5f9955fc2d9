"""Nothing is lost where words are larger than their room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from breadpos.ui.key_button import KeyButton
from breadpos.ui.rolling import Rolling
from breadpos.ui.side_by_side import SideBySide


def test_two_stand_beside_each_other_where_there_is_room(qtbot: QtBot) -> None:
    left, right = QLabel("Discount without a manager"), QLabel("Width of the receipt")
    both = SideBySide(left, right)
    qtbot.addWidget(both)
    both.resize(800, 100)
    both.show()
    assert left.y() == right.y()

    both.resize(both.minimumSizeHint().width() + 10, 100)

    qtbot.waitUntil(lambda: left.y() < right.y())
    assert both.is_below
    assert left.width() >= left.sizeHint().width()


def test_a_key_makes_room_for_the_words_and_still_works(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = KeyButton("Import", keys=("F6",))
    button.setParent(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    button.resize(button.sizeHint())
    assert button.hint.isVisible()

    button.resize(button.face.sizeHint().width() + 30, 52)

    assert not button.hint.isVisible()
    assert "F6" in button.toolTip()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_F6)
    button.resize(button.sizeHint())
    assert button.hint.isVisible()


def test_a_reason_goes_below_the_words(qtbot: QtBot) -> None:
    button = KeyButton("Next: the PIN", kind="primary", keys=("Ctrl+S",))
    button.setFixedHeight(30)
    button.set_words("Next: the PIN", "type a name")
    window = QWidget()
    qtbot.addWidget(window)
    button.setParent(window)
    window.show()

    button.resize(button.face.sizeHint().width() + 30, 30)

    qtbot.waitUntil(lambda: button.hint.y() > button.face.y())
    assert button.hint.isVisible()
    assert button.height() >= button.face.sizeHint().height() + button.hint.sizeHint().height()


def test_what_rolls_is_as_wide_as_its_words_and_may_be_low(qtbot: QtBot) -> None:
    column = QVBoxLayout()
    label = QLabel("Register and receipts")
    column.addWidget(label)
    rolling = Rolling(column, least_px=40)
    qtbot.addWidget(rolling)
    rolling.show()
    before = rolling.minimumSizeHint().width()
    assert before >= label.sizeHint().width()

    label.setText("Register and receipts, and much more")

    qtbot.waitUntil(lambda: rolling.minimumSizeHint().width() > before)
    assert rolling.minimumSizeHint().height() == 0


def test_long_notes_beside_each_other_are_as_high_as_their_words(qtbot: QtBot) -> None:
    notes = [QLabel("Printed on receipts. " * many, wordWrap=True) for many in (1, 8)]
    window, column = QWidget(), QVBoxLayout()
    qtbot.addWidget(window)
    inside = QWidget(window)
    column.addWidget(SideBySide(*notes))
    column.addStretch()
    inside.setLayout(column)
    inside.resize(400, 600)
    window.resize(400, 600)
    window.show()

    long = notes[1]
    qtbot.waitUntil(lambda: long.height() >= long.heightForWidth(long.width()))


def test_words_that_grow_go_below_each_other(qtbot: QtBot) -> None:
    labels = [QLabel("short"), QLabel("short")]
    both = SideBySide(*labels)
    qtbot.addWidget(both)
    both.resize(200, 100)
    both.show()
    assert not both.is_below

    labels[0].setText("words that are longer than half of it")

    qtbot.waitUntil(lambda: both.is_below)

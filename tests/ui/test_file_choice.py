from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from breadpos.ui.file_choice import DialogFileChoice
from breadpos.ui.folder_choice import DialogFolderChoice
from breadpos.ui.language import LanguageSwitch
from breadpos.ui.style_sheet import style_sheet
from breadpos.ui.tokens import DARK, TOUCH_PX
from tests.window.findings import contrast

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    """A dark window in Japanese."""
    switch = LanguageSwitch(qapp)
    switch.use("ja")
    window = QWidget()
    window.resize(1366, 768)
    window.setStyleSheet(style_sheet(DARK))
    qtbot.addWidget(window)
    window.show()
    yield window
    switch.use_none()


def dialog_over(window: QWidget) -> QFileDialog:
    return next(each for each in window.findChildren(QFileDialog) if each.isVisible())


def words(dialog: QFileDialog) -> set[str]:
    labels = {each.text() for each in dialog.findChildren(QLabel) if each.isVisible()}
    buttons = {each.text() for each in dialog.findChildren(QPushButton) if each.isVisible()}
    return (labels | buttons) - {""}


def press(qtbot: QtBot, dialog: QFileDialog, text: str) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_file_is_asked_for_in_the_chosen_language(window: QWidget) -> None:
    DialogFileChoice(window).to_write("価格表", "CSV (*.csv)", "products.csv", print)

    dialog = dialog_over(window)
    assert words(dialog) == {"フォルダー", "ファイル名", "ファイルの種類", "保存", "キャンセル"}
    dialog.close()


def test_a_folder_is_asked_for_without_kinds_of_files(window: QWidget) -> None:
    DialogFolderChoice(window).to_read("パンの写真", print)

    dialog = dialog_over(window)
    assert words(dialog) == {"フォルダー", "選ぶ", "キャンセル"}
    dialog.close()


def test_what_is_asked_in_the_dark_can_be_read_and_touched(window: QWidget) -> None:
    DialogFileChoice(window).to_read("価格表", "CSV (*.csv)", print)

    dialog = dialog_over(window)
    buttons = [each for each in dialog.findChildren(QPushButton) if each.isVisible()]
    assert all(each.height() >= TOUCH_PX for each in buttons)
    ground = dialog.grab().toImage().pixelColor(2, dialog.height() - 2)
    for label in dialog.findChildren(QLabel):
        assert contrast(label.palette().color(label.foregroundRole()), ground) >= 4.5
    dialog.close()


def test_the_chosen_file_is_told_and_the_next_question_begins_in_its_folder(
    window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    chosen: list[Path] = []
    choice = DialogFileChoice(window)
    choice.to_write("価格表", "CSV (*.csv)", "products.csv", chosen.append)
    dialog = dialog_over(window)
    name = dialog.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.setText(str(tmp_path / "prices.csv"))

    press(qtbot, dialog, "保存")

    assert chosen == [tmp_path / "prices.csv"]
    choice.to_write("価格表", "CSV (*.csv)", "again.csv", chosen.append)
    again = dialog_over(window)
    assert Path(again.directory().absolutePath()) == tmp_path
    again.close()

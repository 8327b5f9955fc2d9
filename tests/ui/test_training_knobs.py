import re
from dataclasses import fields

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from breadpos.application.training_desk import Knob
from breadpos.resources import assets_dir
from breadpos.training.options import TrainingOptions
from breadpos.ui.training_knobs import KnobRow

OPTIONS = [each.name for each in fields(TrainingOptions)]
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")


def row(qtbot: QtBot, knob: Knob) -> KnobRow:
    shown = KnobRow(knob)
    qtbot.addWidget(shown)
    return shown


@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_is_called_something_and_explained(qtbot: QtBot, option: str) -> None:
    shown = row(qtbot, Knob(name=option, choices=(), default=""))
    name, note = shown.label.text(), shown.note.text()
    assert name[0].isupper()
    assert "_" not in name
    assert note.endswith(".")
    assert (shown.field.accessibleName(), shown.field.accessibleDescription()) == (name, note)


@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_is_called_and_explained_in_japanese(
    qtbot: QtBot, qapp: QApplication, option: str
) -> None:
    shown = row(qtbot, Knob(name=option, choices=(), default=""))
    translator = QTranslator()
    assert translator.load(str(assets_dir() / "translations" / "breadpos_ja.qm"))
    qapp.installTranslator(translator)
    try:
        qtbot.waitUntil(lambda: bool(_JAPANESE.search(shown.label.text())), timeout=2_000)
        assert _JAPANESE.search(shown.note.text())
    finally:
        qapp.removeTranslator(translator)


def test_an_option_with_no_words_keeps_its_own_name(qtbot: QtBot) -> None:
    shown = row(qtbot, Knob(name="brand_new", choices=(), default="1"))
    assert shown.label.text() == "brand_new"
    assert shown.note.isHidden()


def test_a_choice_is_worded_and_passed_on_as_the_command_takes_it(qtbot: QtBot) -> None:
    shown = row(qtbot, Knob(name="precision", choices=("auto", "mixed"), default="auto"))
    assert isinstance(shown.field, QComboBox)
    assert shown.field.currentText() == "Automatic"
    assert shown.arguments() == []
    shown.field.setCurrentIndex(1)
    assert shown.arguments() == ["--precision", "mixed"]


@pytest.mark.parametrize(
    ("default", "typed", "passed"),
    [
        ("", "/my photos/w.pt", ["--hidden", "/my photos/w.pt"]),
        ("64 32", "8 4", ["--hidden", "8", "--hidden", "4"]),
        ("64 32", " ", []),
    ],
)
def test_only_an_option_that_takes_several_is_parted_at_spaces(
    qtbot: QtBot, default: str, typed: str, passed: list[str]
) -> None:
    shown = row(qtbot, Knob(name="hidden", choices=(), default=default))
    assert isinstance(shown.field, QLineEdit)
    shown.field.setText(typed)
    assert shown.arguments() == passed

import ast
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import breadpos.ui
from breadpos.resources import assets_dir
from breadpos.ui.language import LanguageSwitch
from tests.ui.counter import Counter
from tests.ui.fakes import MELONPAN, TSUBU, looks, seen, unsure

UI = Path(breadpos.ui.__file__).parent
TRANSLATIONS = assets_dir() / "translations"
_CALLS = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
_PLACES = re.compile(r"%L?([n\d])")
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")

Source = tuple[str, str]  # context, text


def words_of(path: Path) -> set[Source]:
    """Every text a module gives to the translator, with its context."""
    found = set()
    for outer in ast.parse(path.read_text("utf-8")).body:
        for call in (node for node in ast.walk(outer) if isinstance(node, ast.Call)):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            place = _CALLS.get(name)
            if place is None or len(call.args) <= place:
                continue
            text = call.args[place]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                context = getattr(outer, "name", "") if name == "tr" else call.args[0].value  # type: ignore[attr-defined]
                found.add((context, text.value))
    return found


def all_words() -> set[Source]:
    return {word for path in UI.glob("*.py") for word in words_of(path)}


def messages(language: str) -> dict[Source, ET.Element]:
    root = ET.parse(TRANSLATIONS / f"breadpos_{language}.ts").getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in root.iter("context")
        for message in context.iter("message")
    }


def test_every_text_is_in_the_japanese_translation_and_no_other() -> None:
    words = all_words()
    assert len(words) > 100
    assert set(messages("ja")) == words


def test_every_text_with_a_number_has_its_english_plural() -> None:
    assert set(messages("en")) == {word for word in all_words() if "%n" in word[1]}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_translation_is_unfinished(language: str) -> None:
    for source, message in messages(language).items():
        translation = message.find("translation")
        assert translation is not None, source
        assert translation.get("type") is None, f"{source} is unfinished"
        assert "".join(translation.itertext()).strip(), f"{source} is empty"


def test_translations_keep_the_places_for_values() -> None:
    for (_, text), message in messages("ja").items():
        translated = "".join(message.find("translation").itertext())  # type: ignore[union-attr]
        assert set(_PLACES.findall(translated)) == set(_PLACES.findall(text)), text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_number_is_written_as_its_language_writes_it(language: str) -> None:
    """%n alone would give 9997 where 9,997 is read at a glance."""
    for (_, text), message in messages(language).items():
        forms = [form.text or "" for form in message.findall("translation/numerusform")]
        assert not [form for form in forms if "%n" in form], f"{text}: %Ln"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_compiled_file_says_what_its_source_says(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(TRANSLATIONS / f"breadpos_{language}.qm"))

    for (context, text), message in messages(language).items():
        forms = message.findall("translation/numerusform")
        expected = forms[-1].text if forms else message.findtext("translation")
        assert translator.translate(context, text, None, 5 if forms else -1) == expected


def test_the_language_is_switched_while_the_program_runs(counter: Counter) -> None:
    counter.see(seen(MELONPAN, (300.0, 400.0)), unsure((900.0, 400.0), TSUBU))
    told: list[str] = []
    counter.window.language_changed.connect(told.append)

    counter.click(counter.window.header.language_button)

    counter.qtbot.waitUntil(lambda: counter.pay_button.hint.text() == "1 item to check")
    assert told == ["en"]
    assert counter.rows() == {"Melon bread※": "1", "？ Chunky anpan※": "1"}
    assert counter.tray.question.title.text() == "Which bread is this?"
    assert counter.tray.question.candidate_buttons[0].name.text() == "Chunky anpan"
    assert counter.tray.camera.pill.text() == "2 items ・ please check 1"
    assert counter.tray.camera.marks()[0].text == "✓ Melon bread ¥160"
    still_japanese = [w for w in counter.words() if _JAPANESE.search(w)]
    assert set(still_japanese) <= {"こむぎ堂", "日本語", "つ"}

    counter.click(counter.window.header.language_button)
    assert told == ["en", "ja"]
    counter.qtbot.waitUntil(lambda: counter.tray.question.title.text() == "このパンは？")


def test_one_item_is_one_item(counter: Counter) -> None:
    counter.click(counter.window.header.language_button)

    counter.hear(looks(seen(MELONPAN, (300.0, 400.0))))

    label = counter.cart.total_bar.count_label
    counter.qtbot.waitUntil(lambda: label.text() == "Total, 1 item")


class Listener(QWidget):
    """Counts how often the words change."""

    changes = 0

    def changeEvent(self, event: QEvent) -> None:
        self.changes += event.type() is QEvent.Type.LanguageChange


def test_a_language_that_is_spoken_already_changes_no_word(
    qtbot: QtBot, qapp: QApplication, languages: LanguageSwitch
) -> None:
    languages.use("ja")
    listener = Listener()
    qtbot.addWidget(listener)
    languages.use("ja")
    qapp.sendPostedEvents(listener)
    assert listener.changes == 0
    languages.use("en")
    qapp.sendPostedEvents(listener)
    assert listener.changes > 0
    assert QCoreApplication.translate("OpeningWindow", "Close") == "Close"
    languages.use("ja")
    assert QCoreApplication.translate("OpeningWindow", "Close") == "閉じる"
    languages.use_none()
    languages.use("ja")
    assert QCoreApplication.translate("OpeningWindow", "Close") == "閉じる"

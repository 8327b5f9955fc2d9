from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextFragment

from breadpos.ui.assets import asset
from breadpos.ui.manual_book import Chapter, read_chapters
from breadpos.ui.manual_page import ManualPage
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import MELONPAN, seen
from tests.window.manual_pictures import SCREENS, picture_name

ALT = Qt.KeyboardModifier.AltModifier
LEFT = (300.0, 400.0)


def manual(counter: Counter) -> ManualPage:
    page = counter.window.pages.currentWidget()
    assert isinstance(page, ManualPage)
    return page


def pay(counter: Counter) -> None:
    counter.key(Qt.Key.Key_Return)


def sales(counter: Counter) -> None:
    counter.panels.show_sales()


def close(counter: Counter) -> None:
    counter.panels.show_close()


def settings(counter: Counter) -> None:
    counter.key(Qt.Key.Key_5, ALT)


@pytest.mark.parametrize(
    ("go", "chapter"),
    [
        (pay, Chapter.PAYMENT),
        (sales, Chapter.REFUNDS),
        (close, Chapter.CLOSING),
        (settings, Chapter.SETTINGS),
    ],
)
def test_f1_opens_the_chapter_about_this_screen_and_leads_back(
    counter: Counter, go: object, chapter: Chapter
) -> None:
    counter.see(seen(MELONPAN, LEFT))
    assert callable(go)
    go(counter)
    before = counter.window.pages.currentWidget()

    counter.key(Qt.Key.Key_F1)
    assert manual(counter).chapter() is chapter
    counter.key(Qt.Key.Key_Escape)

    assert counter.window.pages.currentWidget() is before


def test_the_register_waits_behind_the_manual(counter: Counter) -> None:
    counter.see(seen(MELONPAN, LEFT))
    counter.click(counter.window.header.help_button)
    counter.key(Qt.Key.Key_F12)

    assert not counter.view.paying
    assert manual(counter).chapter() is Chapter.COUNTER
    counter.key(Qt.Key.Key_F1)
    assert counter.pay_button.isVisible()
    counter.key(Qt.Key.Key_Return)
    assert counter.view.paying


def test_the_manual_is_searched_in_any_kana(counter: Counter) -> None:
    counter.key(Qt.Key.Key_F1)
    page = manual(counter)

    counter.type("ｱﾚﾙｹﾞﾝ")

    seen_chapters = [chapter for chapter, button in page.buttons.items() if button.isVisible()]
    assert seen_chapters == [Chapter.COUNTER]
    page.search.setText("ない言葉だよ")
    assert page.nothing.isVisible()
    page.search.clear()
    assert all(button.isVisible() for button in page.buttons.values())


def test_the_manual_speaks_the_window_s_language(make_counter: MakeCounter) -> None:
    counter = make_counter(language="en")
    counter.key(Qt.Key.Key_F1)
    assert "Put the customer" not in manual(counter).paper.toPlainText()
    counter.click(manual(counter).buttons[Chapter.START])
    assert "Put the customer" in manual(counter).paper.toPlainText()

    counter.click(counter.window.header.language_button)

    assert "お客さまのトレー" in manual(counter).paper.toPlainText()
    counter.qtbot.waitUntil(lambda: counter.cut_words() == [], timeout=2_000)


def test_both_languages_tell_the_same_keys() -> None:
    both = [read_chapters(Path(asset("manual")), language) for language in ("ja", "en")]
    for japanese, english in zip(*both, strict=True):
        assert japanese.title != english.title
        assert japanese.markdown.count("**") == english.markdown.count("**"), japanese.chapter


@pytest.mark.parametrize("language", ["ja", "en"])
def test_each_chapter_shows_a_picture_of_its_screen_as_wide_as_its_text(
    make_counter: MakeCounter, language: str
) -> None:
    counter = make_counter(language=language)
    counter.key(Qt.Key.Key_F1)
    page = manual(counter)
    for chapter in Chapter:
        page.open_chapter(chapter)

        (picture,) = [fragment.charFormat().toImageFormat() for fragment in fragments(page)]

        file = Path(asset("manual/pictures")) / picture.name()
        assert file.stem == f"{language}-{chapter.value}"
        assert not QImage(str(file)).isNull()
        wide = min(page.paper.viewport().width(), 760)
        counter.qtbot.waitUntil(lambda: wide * 0.9 < width_of(page) <= wide)  # noqa: B023
        assert page.paper.horizontalScrollBar().maximum() == 0


def fragments(page: ManualPage) -> list[QTextFragment]:
    found = []
    block = page.paper.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            if pieces.fragment().charFormat().isImageFormat():
                found.append(pieces.fragment())
            pieces += 1
        block = block.next()
    return found


def width_of(page: ManualPage) -> float:
    return fragments(page)[0].charFormat().toImageFormat().width()


def test_the_pictures_are_those_of_the_chapters_and_small() -> None:
    files = sorted(Path(asset("manual/pictures")).iterdir())
    assert [file.name for file in files] == sorted(
        picture_name(chapter, language) for chapter in SCREENS for language in ("ja", "en")
    )
    assert set(SCREENS) == set(Chapter)
    assert sum(file.stat().st_size for file in files) < 4_000_000

import pytest
from PySide6.QtCore import Qt

from breadpos.ui.practice_page import PracticePage
from breadpos.ui.settings_page import Section, SettingsPage
from breadpos.ui.tab import Tab
from tests.ui.counter import Counter


@pytest.fixture
def page(counter: Counter) -> PracticePage:
    page, settings = PracticePage(), SettingsPage()
    settings.offer(Section.PRACTICE, lambda: page)
    counter.window.pages.offer(Tab.SETTINGS, lambda: settings)
    counter.window.open_tab(Tab.SETTINGS)
    return page


def test_practising_begins_by_button_or_key_and_is_told(
    counter: Counter, page: PracticePage
) -> None:
    begun: list[bool] = []
    page.practice_requested.connect(lambda: begun.append(True))
    counter.click(page.state.button)
    assert page.state.sentence.text().startswith("数秒で開きます")
    counter.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert begun == [True, True]


def test_no_word_of_it_is_cut(counter: Counter, page: PracticePage) -> None:
    assert page.isVisible()
    counter.qtbot.waitUntil(lambda: counter.cut_words() == [], timeout=2_000)

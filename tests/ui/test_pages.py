import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from breadpos.ui.coming_page import ComingPage
from breadpos.ui.tab import Tab
from breadpos.ui.waiting_page import WaitingPage
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import MELONPAN, SALT, seen

ALT = Qt.KeyboardModifier.AltModifier
KEYS = {
    Tab.COUNTER: Qt.Key.Key_1,
    Tab.PRODUCTS: Qt.Key.Key_2,
    Tab.PHOTOS: Qt.Key.Key_3,
    Tab.SALES: Qt.Key.Key_4,
    Tab.SETTINGS: Qt.Key.Key_5,
}


def shown(counter: Counter) -> QWidget:
    page = counter.window.pages.currentWidget()
    assert page is not None
    return page


@pytest.mark.parametrize("tab", list(Tab))
def test_a_tab_opens_its_page_by_touch_and_by_key(counter: Counter, tab: Tab) -> None:
    tabs = counter.window.header.tabs
    counter.click(tabs.button(tab))
    by_touch = shown(counter)
    assert tabs.button(tab).isChecked()
    counter.key(Qt.Key.Key_1, ALT)
    assert shown(counter) is counter.page

    counter.key(KEYS[tab], ALT)

    assert shown(counter) is by_touch
    assert [each for each in Tab if tabs.button(each).isChecked()] == [tab]


def test_a_page_is_made_when_it_is_first_opened_and_once(counter: Counter) -> None:
    made: list[QWidget] = []

    def make() -> QWidget:
        made.append(QWidget())
        return made[-1]

    counter.window.pages.offer(Tab.SALES, make)
    assert made == []

    for tab in (Tab.SALES, Tab.COUNTER, Tab.SALES):
        counter.click(counter.window.header.tabs.button(tab))

    assert made == [shown(counter)]


def test_the_register_goes_on_behind_another_page(counter: Counter) -> None:
    counter.see(seen(MELONPAN, (300.0, 400.0)))
    counter.key(Qt.Key.Key_5, ALT)

    counter.see(seen(MELONPAN, (300.0, 400.0)), seen(SALT, (980.0, 400.0)))
    counter.key(Qt.Key.Key_F12)  # belongs to the register, which is not in sight
    assert not counter.view.paying
    counter.key(Qt.Key.Key_1, ALT)

    assert counter.rows() == {"メロンパン※": "1", "塩パン※": "1"}
    counter.key(Qt.Key.Key_Return)
    assert counter.view.paying


@pytest.mark.parametrize("tab", list(Tab)[1:])
def test_a_page_still_to_come_leads_back_to_the_register(counter: Counter, tab: Tab) -> None:
    counter.key(KEYS[tab], ALT)
    page = shown(counter)
    assert isinstance(page, ComingPage)
    assert page.empty.title.text()

    counter.click(page.empty.button)
    assert shown(counter) is counter.page

    counter.key(KEYS[tab], ALT)
    counter.key(Qt.Key.Key_Escape)
    assert shown(counter) is counter.page


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("tab", list(Tab)[1:])
def test_no_word_of_a_page_still_to_come_is_cut(
    make_counter: MakeCounter, language: str, tab: Tab
) -> None:
    counter = make_counter(language=language, size=(1024, 768))
    counter.window.header.show_cashier("佐藤 花子")

    counter.key(KEYS[tab], ALT)

    counter.qtbot.waitUntil(lambda: counter.cut_words() == [], timeout=2_000)
    assert counter.small_targets() == []


def test_the_header_says_who_is_at_the_till(counter: Counter) -> None:
    header = counter.window.header
    asked: list[bool] = []
    header.cashier_requested.connect(lambda: asked.append(True))
    assert not header.cashier_button.isVisible()

    header.show_cashier("佐藤")
    counter.click(header.cashier_button)
    counter.key(Qt.Key.Key_F10)

    assert header.cashier_button.face.text() == "佐藤"
    assert asked == [True, True]


def test_no_tab_moves_when_another_is_open(make_counter: MakeCounter) -> None:
    counter = make_counter(language="en")
    tabs = counter.window.header.tabs
    before = [tabs.button(tab).geometry() for tab in Tab]

    for tab in Tab:
        counter.click(tabs.button(tab))
        assert [tabs.button(each).geometry() for each in Tab] == before


def test_a_page_that_would_hold_up_the_window_comes_by_itself(
    counter: Counter, qtbot: QtBot
) -> None:
    window, page = counter.window, QWidget()
    wanted: list[Tab] = []
    window.pages.offer(Tab.SALES, lambda: page)
    window.can_make = lambda _tab: False
    window.tab_awaited.connect(wanted.append)
    counter.click(window.header.tabs.button(Tab.SALES))
    waiting = shown(counter)
    assert isinstance(waiting, WaitingPage)
    assert waiting.empty.title.text()
    assert wanted == [Tab.SALES]

    window.show_awaited(Tab.SALES)

    qtbot.waitUntil(lambda: shown(counter) is page)
    assert window.header.tabs.button(Tab.SALES).isChecked()


def test_nobody_is_taken_to_a_page_that_they_no_longer_wait_for(counter: Counter) -> None:
    window = counter.window
    window.pages.offer(Tab.SALES, QWidget)
    window.can_make = lambda _tab: False
    counter.click(window.header.tabs.button(Tab.SALES))
    counter.click(window.header.tabs.button(Tab.COUNTER))

    window.show_awaited(Tab.SALES)

    assert shown(counter) is counter.page

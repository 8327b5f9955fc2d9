from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from breadpos.application.print_queue import PrintState
from breadpos.domain.errors import PaperOut
from breadpos.ui.elided_label import fitted
from breadpos.ui.figure_table import FigureTable
from breadpos.ui.fonts import set_text_percent
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import CROISSANT, KOSHI, MELONPAN, TSUBU, Till, bread, seen, unsure
from tests.ui.test_sales_page import Office

LEFT, MIDDLE, RIGHT = (300.0, 400.0), (640.0, 400.0), (980.0, 400.0)


@pytest.fixture
def percent(qapp: QApplication) -> Iterator[int]:
    yield 200
    set_text_percent(qapp, 100)


def enlarge(counter: Counter, percent: int) -> None:
    """As the settings do it, while the window is open."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    set_text_percent(app, percent)
    counter.window.dress()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_at_the_register_nothing_is_lost_at_200_percent(
    make_counter: MakeCounter, percent: int, language: str
) -> None:
    counter = make_counter(language=language)
    enlarge(counter, percent)

    counter.see(seen(MELONPAN, LEFT), seen(CROISSANT, MIDDLE), unsure(RIGHT, TSUBU, KOSHI))

    counter.qtbot.waitUntil(lambda: counter.cut_words() == [], timeout=2_000)
    assert counter.small_targets() == []
    assert counter.pay_button.isVisible()


def test_words_become_small_again(make_counter: MakeCounter, percent: int) -> None:
    counter = make_counter()
    before = counter.side.width(), counter.window.header.tabs.width()
    enlarge(counter, percent)
    counter.qtbot.waitUntil(lambda: counter.side.width() > before[0], timeout=2_000)

    enlarge(counter, 100)

    counter.qtbot.waitUntil(lambda: counter.side.width() == before[0], timeout=2_000)
    counter.qtbot.waitUntil(lambda: counter.cut_words() == [], timeout=2_000)


def test_at_200_percent_three_lines_of_the_cart_are_whole(
    make_counter: MakeCounter, percent: int
) -> None:
    counter = make_counter()
    enlarge(counter, percent)
    for product in (MELONPAN, CROISSANT, TSUBU, KOSHI):
        counter.controller.add(product.product_id)
    lines = counter.cart.lines
    seen_px = lines.visibleRegion().boundingRect

    counter.qtbot.waitUntil(
        lambda: seen_px().contains(counter.row(TSUBU).geometry()), timeout=2_000
    )


@pytest.mark.parametrize("language", ["ja", "en"])
def test_at_200_percent_the_whole_of_what_the_printer_lacks_is_said(
    make_counter: MakeCounter, percent: int, language: str
) -> None:
    counter = make_counter(language=language)
    enlarge(counter, percent)

    counter.window.page.tell_printing(PrintState(2, PaperOut()))

    said = counter.banner.sentence
    metrics = said.fontMetrics()
    counter.qtbot.waitUntil(
        lambda: "…" not in "".join(fitted(said.text(), said.width(), 3, metrics)), timeout=2_000
    )
    assert counter.banner.height() < counter.tray.height()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_at_200_percent_three_candidates_are_named_whole(
    make_counter: MakeCounter, percent: int, language: str
) -> None:
    third = bread("r", "レーズンとくるみのロール", 150)
    counter = make_counter(Till([TSUBU, KOSHI, third]), language)
    enlarge(counter, percent)
    counter.see(unsure(MIDDLE, TSUBU, KOSHI, third))

    names = [button.name for button in counter.tray.question.candidate_buttons]
    counter.qtbot.waitUntil(
        lambda: all(
            fitted(name.text(), name.width(), 1, name.fontMetrics()) == [name.text()]
            for name in names
        ),
        timeout=2_000,
    )


def test_of_a_label_in_the_picture_the_price_goes_before_the_name(
    make_counter: MakeCounter, percent: int
) -> None:
    donut = bread("d", "チョコレートドーナツ", 210)
    counter = make_counter(Till([donut]))
    counter.see(seen(donut, MIDDLE))

    def label() -> str:
        return counter.tray.camera.marks()[0].text

    assert label() == "✓ チョコレートドーナツ ¥210"

    enlarge(counter, percent)

    counter.qtbot.waitUntil(lambda: "¥" not in label(), timeout=2_000)
    assert label().replace("\n", "") == "✓ チョコレートドーナツ"


def is_whole(table: FigureTable) -> bool:
    header, columns = table.horizontalHeader(), range(table.columnCount())
    has_room = all(header.sectionSize(n) >= table.sizeHintForColumn(n) for n in columns)
    return has_room and header.length() <= table.viewport().width()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_at_200_percent_every_report_has_room_for_its_table(
    make_counter: MakeCounter, percent: int, language: str
) -> None:
    office = Office(make_counter(language=language))
    enlarge(office.counter, percent)
    office.open()
    view = office.page.reports.view
    for number in range(7):
        office.by(number)
        office.qtbot.waitUntil(lambda: is_whole(view.table), timeout=2_000)
        assert len({tile.figure.y() for tile in view.tiles}) == 1, "figures stand in line"


def test_on_an_upright_screen_the_table_stands_below_the_chart(make_counter: MakeCounter) -> None:
    office = Office(make_counter(size=(1080, 1920)))
    office.open()
    view = office.page.reports.view
    chart, table = view.yen.parentWidget(), view.table.parentWidget()
    assert chart is not None
    assert table is not None
    office.qtbot.waitUntil(lambda: table.y() > chart.geometry().bottom(), timeout=2_000)


def test_at_200_percent_the_day_is_printed_with_what_is_rolled_out_of_sight(
    make_counter: MakeCounter, percent: int
) -> None:
    office = Office(make_counter())
    enlarge(office.counter, percent)
    office.show(0)
    glance = office.page.glance
    office.qtbot.waitUntil(lambda: glance.is_ready and glance.paper.height() > glance.height())

    office.write_picture(".png")

    png = QImage.fromData(office.books.files["breadpos-day-20260415.png"])
    assert png.height() == 2 * glance.paper.height()

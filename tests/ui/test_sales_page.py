"""The page of sales, on books in memory."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from breadpos.domain.accounting import Program
from breadpos.domain.day import Tally
from breadpos.domain.errors import BreadposError, FileNotWritten, StorageError
from breadpos.domain.money import ZERO, Money
from breadpos.domain.receipt import Issuer
from breadpos.domain.report import (
    Axis,
    ReadingRow,
    Readings,
    Report,
    ReportRow,
    Span,
    month_of,
    week_of,
)
from breadpos.domain.sheet import Sheet
from breadpos.ui.sales_page import SalesPage
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.tab import Tab
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import TOKYO

TODAY = date(2026, 4, 15)
KEYS = {
    Axis.DAY: ("2026-04-14", "2026-04-15"),
    Axis.HOUR: ("08", "11"),
    Axis.PRODUCT: ("melonpan", "curry"),
    Axis.RATE: ("800", "1000"),
    Axis.TENDER: ("cash", "qr"),
    Axis.CASHIER: ("佐藤", ""),
}


class FakeBooks:
    """Two rows of everything, or nothing."""

    def __init__(self) -> None:
        self.asked: list[Span] = []
        self.is_empty = False
        self.refusal: BreadposError | None = None
        self.tables: dict[str, Sheet] = {}
        self.files: dict[str, bytes] = {}
        self.accounts: list[tuple[str, Program]] = []

    def today(self) -> date:
        return TODAY

    def report(self, span: Span, axis: Axis) -> Report:
        self.asked.append(span)
        if self.refusal is not None:
            raise self.refusal
        if self.is_empty:
            return Report(span=span, axis=axis, rows=())
        first, second = KEYS[axis]
        return Report(
            span=span,
            axis=axis,
            rows=(
                ReportRow(first, first, 2, Money(1_000), Money(-300)),
                ReportRow(second, second, 1, Money(500), ZERO, Money(45)),
            ),
            sales=Tally(3, Money(1_500)),
            refunds=Tally(1, Money(-300)),
            customers=3,
            pieces=5,
        )

    def readings(self, span: Span) -> Readings:
        self.asked.append(span)
        day = ReadingRow("2026-04-14", "", 20, 17, 2, 1, 3, 1, Money(80), Money(20))
        bread = ReadingRow("melonpan", "メロンパン", 20, 17, 2, 1, 3, 1, Money(80), Money(20))
        return Readings(by_day=(day,), by_product=(bread,), receipts=9)

    def write_table(self, path: Path, sheet: Sheet) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.tables[path.name] = sheet

    def write_accounts(self, path: Path, program: Program, _span: Span) -> int:
        self.accounts.append((path.name, program))
        return 1

    def write_file(self, path: Path, content: bytes) -> None:
        self.files[path.name] = content


class Choice:
    """Somebody who takes the name that is offered, with the ending they want."""

    def __init__(self) -> None:
        self.suffix = ""

    def to_read(self, _title: str, _patterns: str, _chosen: Callable[[Path], None]) -> None: ...

    def to_write(
        self, _title: str, _patterns: str, name: str, chosen: Callable[[Path], None]
    ) -> None:
        chosen(Path(name).with_suffix(self.suffix or Path(name).suffix))


class Office:
    """The page in the window."""

    def __init__(self, counter: Counter) -> None:
        self.counter, self.qtbot = counter, counter.qtbot
        self.books, self.choice = FakeBooks(), Choice()
        front = ShopFront(issuer=Issuer("こむぎ堂"), zone=TOKYO)
        self.page = SalesPage(self.books, front, self.choice)
        counter.window.pages.offer(Tab.SALES, lambda: self.page)

    def open(self) -> None:
        self.counter.window.open_tab(Tab.SALES)
        self.page.show_reports()
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.page.reports.is_ready, timeout=5_000)

    def by(self, number: int) -> None:
        self.counter.click(self.page.reports.axes.buttons[number])
        self.wait()

    def write_picture(self, suffix: str) -> None:
        self.choice.suffix = suffix
        self.counter.key(Qt.Key.Key_F12)
        self.qtbot.waitUntil(lambda: any(suffix in name for name in self.books.files))

    def tiles(self) -> list[str]:
        return [tile.figure.text() for tile in self.page.reports.view.tiles]

    def table(self) -> list[list[str]]:
        return self.page.reports.view.table.texts()


@pytest.fixture
def office(counter: Counter) -> Office:
    return Office(counter)


def test_the_month_is_shown_with_what_was_taken_back(office: Office) -> None:
    office.open()
    assert office.books.asked[-1] == month_of(TODAY)
    assert office.tiles() == ["¥1,200", "¥1,500", "-¥300", "¥400"]
    assert office.table() == [
        ["4月14日(火)", "2", "¥1,000", "-¥300", "¥700"],
        ["4月15日(水)", "1", "¥500", "¥0", "¥500"],
        ["合計", "3", "¥1,500", "-¥300", "¥1,200"],
    ]


def test_every_question_has_its_rows_and_the_same_total(office: Office) -> None:
    office.open()
    names = {1: "08:00", 2: "melonpan", 3: "800", 4: "現金", 5: "佐藤"}
    for number, name in names.items():
        office.by(number)
        assert name in office.table()[0][0] or number == 1
        assert office.table()[-1][4] == "¥1,200"
    assert office.table()[1][0] == "（担当なし）"


def test_recognition_tells_coverage_and_what_was_put_right(office: Office) -> None:
    office.open()
    office.by(6)
    assert office.tiles() == ["85.0%", "3", "1", "¥100"]
    assert office.table() == [["メロンパン", "20", "85%", "3", "¥100"]]


def test_keys_choose_days_and_step_through_them(office: Office) -> None:
    office.open()
    for key, expected in (
        (Qt.Key.Key_F6, week_of(TODAY)),
        (Qt.Key.Key_PageUp, Span(date(2026, 4, 6), date(2026, 4, 12))),
        (Qt.Key.Key_PageDown, week_of(TODAY)),
        (Qt.Key.Key_F5, Span(TODAY, TODAY)),
        (Qt.Key.Key_F7, month_of(TODAY)),
        (Qt.Key.Key_PageUp, month_of(date(2026, 3, 1))),
    ):
        office.counter.key(key)
        office.wait()
        assert office.books.asked[-1] == expected


def test_any_days_can_be_typed_and_slips_are_told(office: Office) -> None:
    office.open()
    office.counter.key(Qt.Key.Key_F8)
    bar = office.page.reports.span_bar
    for first, words in (
        ("2026/4/1", "2026-04-01"),
        ("2026-05-01", "初日"),
        ("1900-01-01", "初日"),
    ):
        bar.first.setText(first)
        bar.first.editingFinished.emit()
        assert words in bar.problem.text()
        assert office.books.asked[-1] == month_of(TODAY)
    bar.first.setText("2026-04-10")
    bar.first.editingFinished.emit()
    office.wait()
    assert office.books.asked[-1] == Span(date(2026, 4, 10), date(2026, 4, 30))
    office.counter.key(Qt.Key.Key_PageUp)
    assert bar.span == Span(date(2026, 3, 20), date(2026, 4, 9))


def test_a_table_a_picture_and_a_pdf_are_written(office: Office) -> None:
    office.open()
    office.counter.key(Qt.Key.Key_F9)
    office.qtbot.waitUntil(lambda: "書き出しました" in office.page.banner.title.text())
    assert list(office.books.tables) == ["breadpos-day-20260401-20260430.csv"]

    for suffix in (".png", ".pdf"):
        office.write_picture(suffix)
    png = QImage.fromData(office.books.files["breadpos-day-20260401-20260430.png"])
    assert png.width() == 2 * office.page.reports.paper.width()
    assert office.books.files["breadpos-day-20260401-20260430.pdf"].startswith(b"%PDF")


def test_the_accounts_get_their_form(office: Office) -> None:
    office.open()
    office.counter.key(Qt.Key.Key_F11)
    office.counter.click(office.page.programs.buttons[1])
    office.qtbot.waitUntil(lambda: bool(office.books.accounts))
    assert office.books.accounts == [("yayoi-20260401-20260430.csv", Program.YAYOI)]
    assert not office.page.programs.isVisible()


def test_days_without_a_sale_say_so(office: Office) -> None:
    office.books.is_empty = True
    office.open()
    assert "この期間の記録はありません。" in office.counter.words()
    assert office.tiles()[0] == "¥0"


def test_what_cannot_be_read_or_written_is_told(office: Office) -> None:
    office.open()
    office.books.refusal = FileNotWritten(Path("x.csv"), "open elsewhere")
    office.counter.key(Qt.Key.Key_F9)
    office.qtbot.waitUntil(
        lambda: "そこにはファイルを書き出せません。" in office.page.banner.title.text()
    )
    office.books.refusal = StorageError("report not read")
    office.counter.key(Qt.Key.Key_PageUp)
    office.qtbot.waitUntil(lambda: office.page.banner.shown() is not None)
    assert office.books.tables == {}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_word_is_cut_and_every_button_is_large_enough(
    make_counter: MakeCounter, language: str
) -> None:
    office = Office(make_counter(language=language))
    office.open()
    for number in range(7):
        office.by(number)
        assert office.counter.cut_words() == []
    assert office.counter.small_targets() == []

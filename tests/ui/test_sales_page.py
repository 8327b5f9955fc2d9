"""The page of sales, on books in memory."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.domain.accounting import Program
from breadpos.domain.baking import Baking, Suggestion
from breadpos.domain.day import Tally
from breadpos.domain.errors import BreadposError, FileNotWritten, StorageError
from breadpos.domain.glance import DayGlance, hours_of
from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import Product
from breadpos.domain.receipt import Issuer
from breadpos.domain.recognition import Status
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
from breadpos.domain.waste import WasteCount, WasteLine
from breadpos.ui.sales_page import SalesPage
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.tab import Tab
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import CURRY, MELONPAN, PRODUCTS, SALT, TOKYO, moving, seen

TODAY = date(2026, 4, 15)
NOW = datetime(2026, 4, 15, 10, tzinfo=UTC)
LEFT, RIGHT = (300.0, 400.0), (980.0, 400.0)
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
        self.counts: list[WasteCount] = []
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

    def glance(self) -> DayGlance:
        if self.refusal is not None:
            raise self.refusal
        report = self.report(Span(TODAY, TODAY), Axis.PRODUCT)
        usual = None if self.is_empty else Money(1_000)
        return DayGlance(
            day=TODAY,
            report=report,
            usual=usual,
            usual_days=0 if self.is_empty else 4,
            hours=hours_of({} if self.is_empty else {9: Money(1_200)}, {}),
            best=report.rows,
            reading=Readings().total,
            waste=tuple(self.counts[-1:]),
        )

    def baking(self) -> Baking:
        bread = Suggestion(MELONPAN.product_id, "メロンパン", 12, 8, 17, 6, 2)
        new = Suggestion(SALT.product_id, "塩パン", None, 3, 5, 2, 0)
        few = self.is_empty
        return Baking(TODAY, 1 if few else 6, 3, (new,) if few else (bread, new))

    def products(self) -> tuple[Product, ...]:
        return PRODUCTS

    def count_waste(self, lines: Sequence[WasteLine]) -> WasteCount:
        if self.refusal is not None:
            raise self.refusal
        count = WasteCount(business_day=TODAY, at=NOW, lines=tuple(lines))
        self.counts.append(count)
        return count

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
        self.frames = Mailbox[Frame]()
        self.page = SalesPage(self.books, front, self.frames, self.choice)
        counter.window.pages.offer(Tab.SALES, lambda: self.page)
        counter.window.let_look(self.page)

    def open(self) -> None:
        self.counter.window.open_tab(Tab.SALES)
        self.show(1)
        self.wait()

    def show(self, number: int) -> None:
        self.counter.window.open_tab(Tab.SALES)
        self.counter.click(self.page.choices.buttons[number])

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


def test_breads_are_called_as_the_screen_calls_them_in_every_part(office: Office) -> None:
    counter, page = office.counter, office.page
    office.open()
    office.by(6)
    assert "メロンパン" in str(office.table())
    counter.click(counter.window.header.language_button)
    office.qtbot.waitUntil(lambda: "Melon bread" in str(office.table()))

    office.show(3)
    office.qtbot.waitUntil(lambda: "Salt roll" in str(page.baking.table.texts()))
    assert "塩パン" not in str(page.baking.table.texts())

    counter.click(counter.window.header.language_button)
    office.qtbot.waitUntil(lambda: "塩パン" in str(page.baking.table.texts()))


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
    assert png.width() == 2 * office.page.reports.view.width()
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
        office.qtbot.waitUntil(lambda: office.counter.cut_words() == [])
    assert office.counter.small_targets() == []
    for number in (0, 2, 3):
        office.show(number)
        office.qtbot.waitUntil(lambda: office.counter.cut_words() == [])
        assert office.counter.small_targets() == []


def test_the_day_is_on_one_page(office: Office) -> None:
    office.counter.window.open_tab(Tab.SALES)
    glance = office.page.glance
    office.qtbot.waitUntil(lambda: glance.is_ready)
    assert [tile.figure.text() for tile in glance.tiles] == ["¥1,200", "3", "0", "–"]
    assert "いつものこの時刻は¥1,000 (+20%)" in office.counter.words()
    assert "まだ数えていません" in office.counter.words()


def test_a_first_day_has_nothing_to_be_compared_with(office: Office) -> None:
    office.books.is_empty = True
    office.counter.window.open_tab(Tab.SALES)
    office.qtbot.waitUntil(lambda: office.page.glance.is_ready)
    assert "同じ曜日の記録はまだありません" in office.counter.words()
    assert "まだ売上はありません。" in office.counter.words()


def test_leftovers_are_counted_tray_by_tray_and_not_sold(office: Office) -> None:
    office.show(2)
    counter, closing = office.counter, office.page.closing
    counter.see(seen(MELONPAN, LEFT), seen(SALT, RIGHT))
    assert "メロンパン\u00a0×\u00a01" in closing.lying.text()
    assert closing.view.labels() == ("メロンパン", "塩パン")
    counter.key(Qt.Key.Key_F5)
    counter.see(seen(MELONPAN, LEFT), seen(None, RIGHT, status=Status.UNKNOWN))
    assert "名前のわからないもの1個" in closing.lying.text()
    assert closing.view.labels() == ("メロンパン", "！ 読み取れません")
    counter.key(Qt.Key.Key_F5)
    counter.click(closing.steppers[SALT.product_id].more_button)
    counter.click(closing.steppers[MELONPAN.product_id].less_button)
    closing.others.setCurrentIndex(closing.others.findData(CURRY.product_id))
    counter.key(Qt.Key.Key_F6)
    assert closing.total.text() == "売れ残り 4個・¥699"
    counter.key(Qt.Key.Key_F8)
    (count,) = office.books.counts
    assert [(line.name, line.count) for line in count.lines] == [
        ("メロンパン", 1),
        ("カレーパン", 1),
        ("塩パン", 2),
    ]
    assert "記録しました：4個・¥699" in closing.told.text()
    assert counter.view.cart.is_empty


def test_a_tray_is_neither_counted_twice_nor_forgotten(office: Office) -> None:
    office.show(2)
    counter, closing = office.counter, office.page.closing
    counter.see(seen(MELONPAN, LEFT))
    counter.key(Qt.Key.Key_F5)
    assert (closing.keep_button.isEnabled(), closing.keep_button.hint.text()) == (
        False,
        "数えました",
    )
    counter.hear(moving())
    counter.see(seen(SALT, LEFT))
    counter.key(Qt.Key.Key_F8)
    assert not office.books.counts
    assert "まだ数えていない" in closing.told.text()
    counter.key(Qt.Key.Key_F8)
    assert [count.pieces for count in office.books.counts] == [1]
    counter.see()
    counter.key(Qt.Key.Key_F8)
    assert [count.pieces for count in office.books.counts] == [1], "a tap too many"
    assert closing.file_button.hint.text() == "記録済み"


def test_a_day_that_sold_out_is_counted_too(office: Office) -> None:
    office.show(2)
    assert office.page.closing.file_button.hint.text() == "売れ残りなし"
    office.counter.key(Qt.Key.Key_F8)
    assert [count.pieces for count in office.books.counts] == [0]


def test_a_count_the_disk_refuses_is_kept_on_the_screen(office: Office) -> None:
    office.show(2)
    office.counter.see(seen(MELONPAN, LEFT))
    office.counter.key(Qt.Key.Key_F5)
    office.books.refusal = StorageError("closing count not saved")
    office.counter.key(Qt.Key.Key_F8)
    assert office.page.banner.isVisible()
    assert office.page.closing.total.text() == "売れ残り 1個・¥160"


def test_tomorrow_s_baking_tells_its_range_and_when_it_knows_too_little(office: Office) -> None:
    office.show(3)
    baking = office.page.baking
    office.qtbot.waitUntil(lambda: baking.is_ready)
    assert baking.table.texts() == [
        ["メロンパン", "12", "8〜17", "6", "2"],
        ["塩パン", "日数不足", "3〜5", "2", "–"],
    ]
    office.write_picture(".png")
    office.books.is_empty = True
    baking.refresh()
    office.qtbot.waitUntil(lambda: baking.is_ready)
    assert baking.few.isVisible()
    assert "4日分必要で、今は1日分" in baking.few.sentence.text()


def test_selling_goes_on_from_the_other_parts(office: Office) -> None:
    office.show(0)
    office.counter.see(seen(MELONPAN, LEFT))
    assert office.counter.view.cart.count == 1


def test_the_tray_that_is_counted_is_seen_until_the_camera_is_gone(office: Office) -> None:
    office.show(2)
    view = office.page.closing.view
    assert view.no_picture.title.text() == "カメラを準備しています…"
    office.frames.put(Frame(np.full((96, 128, 3), 120, np.uint8), 0.0, 0))
    office.qtbot.waitUntil(lambda: not view.no_picture.isVisible())
    office.counter.see(seen(MELONPAN, LEFT))
    office.page.camera_lost.emit()
    assert view.no_picture.isVisible()
    assert view.no_picture.title.text() == "カメラの映像がありません"
    assert view.labels() == ()


def test_a_camera_that_stays_dark_is_not_said_to_be_opening(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("breadpos.ui.outlined_view._PATIENCE_S", 0.1)
    office.show(2)
    title = office.page.closing.view.no_picture.title
    assert title.text() == "カメラを準備しています…"
    office.qtbot.waitUntil(lambda: title.text() == "カメラの映像がありません")

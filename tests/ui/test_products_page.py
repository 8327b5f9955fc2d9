from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from breadpos.application.desk import Desk
from breadpos.application.price_cards import CardSize, PriceCard
from breadpos.application.product_desk import ProductDesk
from breadpos.domain.allergen import Allergen
from breadpos.domain.errors import ApprovalNeeded, BreadposError, FileNotWritten, SheetUnreadable
from breadpos.domain.money import Money
from breadpos.domain.product import PlannedPrice, Product, ProductId
from breadpos.domain.receipt import Issuer
from breadpos.domain.sheet import Sheet, sheet_of
from breadpos.ui.products_page import ProductsPage
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.tab import Tab
from tests.books import MemoryDays, MemoryJournal
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import MELONPAN, PRODUCTS, SALT, TOKYO
from tests.unit.application.fakes import FakeApprovals, FakeClock, FakeDisk, FakeProducts

MORNING = datetime(2026, 11, 24, tzinfo=UTC)
LONG_NAME = "とても長い名前の季節限定くるみとクランベリーのライ麦入り天然酵母カンパーニュ"


class Files:
    """Files in memory."""

    def __init__(self) -> None:
        self.there: dict[str, Sheet] = {}
        self.is_locked = False

    def read(self, path: Path) -> Sheet:
        if path.name not in self.there:
            raise SheetUnreadable(path, "not an Excel file")
        return self.there[path.name]

    def write(self, path: Path, sheet: Sheet) -> None:
        if self.is_locked:
            raise FileNotWritten(path, "open elsewhere")
        self.there[path.name] = sheet


class Printed:
    """Price cards on paper."""

    def __init__(self) -> None:
        self.cards: tuple[PriceCard, ...] = ()
        self.size: CardSize | None = None
        self.is_locked = False

    def write(self, path: Path, cards: Sequence[PriceCard], size: CardSize) -> None:
        if self.is_locked:
            raise FileNotWritten(path, "open elsewhere")
        self.cards, self.size = tuple(cards), size


class Choice:
    """Somebody who always chooses the same file."""

    def to_read(self, _title: str, _patterns: str, chosen: Callable[[Path], None]) -> None:
        chosen(Path("list.csv"))

    def to_write(
        self, _title: str, _patterns: str, name: str, chosen: Callable[[Path], None]
    ) -> None:
        chosen(Path(name))


class Office:
    """The page in the window, on a price list in memory."""

    def __init__(self, counter: Counter, products: tuple[Product, ...]) -> None:
        self.counter, self.qtbot = counter, counter.qtbot
        self.files, self.disk = Files(), FakeDisk()
        self.printed = Printed()
        self.approvals = FakeApprovals()
        desk = Desk(FakeClock(MORNING), MemoryDays(list), MemoryJournal(), self.approvals)
        self.desk = ProductDesk(FakeProducts(self.disk, products), desk)
        front = ShopFront(issuer=Issuer("こむぎ堂"), zone=TOKYO)
        self.page = ProductsPage(self.desk, self.files, front, self.printed, Choice())
        counter.window.pages.offer(Tab.PRODUCTS, lambda: self.page)
        counter.window.open_tab(Tab.PRODUCTS)
        self.card, self.form = self.page.card, self.page.card.form

    def names(self) -> list[str]:
        return [product.name for product in self.page.rows.shown()]

    def choose(self, product: Product) -> None:
        rows = self.page.rows
        at = [each.product_id for each in rows.shown()].index(product.product_id)
        place = rows.visualRect(rows.product_model.index(at)).center()
        self.qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def save(self) -> None:
        self.counter.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    def banner(self) -> str:
        return self.page.banner.title.text() if self.page.banner.isVisible() else ""

    def kept(self, name: str) -> Product:
        return next(each for each in self.desk.on_sale() if each.name == name)


@pytest.fixture
def office(counter: Counter) -> Office:
    return Office(counter, PRODUCTS)


@pytest.mark.parametrize("typed", ["meron", "メロン", "ﾒﾛﾝ", "めろん", "Melon b", "melonpan"])
def test_a_product_is_found_in_any_script(office: Office, typed: str) -> None:
    office.page.bar.search.setText(typed)
    assert office.names() == ["メロンパン"]


def test_kanji_are_found_by_their_reading_in_romaji(counter: Counter) -> None:
    office = Office(counter, (replace(SALT, reading="しおぱん"), MELONPAN))
    for typed in ("shio", "sio", "しお", "塩"):
        office.page.bar.search.setText(typed)
        assert office.names() == ["塩パン"]


def test_a_price_is_changed_and_the_register_is_told(office: Office) -> None:
    told: list[bool] = []
    office.page.products_changed.connect(lambda: told.append(True))
    office.choose(MELONPAN)
    assert not office.card.save_button.isEnabled()

    office.form.price.line.setFocus()
    office.form.price.line.selectAll()
    office.qtbot.keyClicks(office.form.price.line, "175")
    office.save()

    assert office.kept("メロンパン").price == Money(175)
    assert told == [True]
    assert office.banner() == "メロンパンを保存しました。"


def test_what_is_sold_out_is_so_at_once_and_what_was_typed_waits(office: Office) -> None:
    told: list[bool] = []
    office.page.products_changed.connect(lambda: told.append(True))
    office.choose(MELONPAN)
    office.form.price.set_text("175")
    office.counter.click(office.form.sold_out_button)
    assert office.kept("メロンパン") == replace(MELONPAN, sold_out_on=MORNING.date())
    assert (told, office.form.price.text()) == ([True], "175")
    office.counter.click(office.form.sold_out_button)
    assert office.kept("メロンパン") == MELONPAN
    office.save()
    assert office.kept("メロンパン") == replace(MELONPAN, price=Money(175))


def test_a_price_can_hold_from_a_later_day_and_be_dropped_again(office: Office) -> None:
    office.choose(MELONPAN)
    office.form.price.set_text("175")
    office.form.price_from.set_text("2026-12-01")
    office.counter.click(office.form.sold_out_button)
    office.save()
    kept = office.kept("メロンパン")
    assert (kept.price, kept.planned) == (
        MELONPAN.price,
        (PlannedPrice(date(2026, 12, 1), Money(175)),),
    )
    assert kept.is_sold_out(MORNING.date())
    assert office.form.planned.text() == "2026-12-01から¥175"

    office.counter.click(office.form.drop_button)
    office.save()
    assert office.kept("メロンパン").planned == ()


def test_a_season_is_typed_kept_and_cleared(office: Office) -> None:
    office.choose(MELONPAN)
    office.form.season.set_text("秋")
    office.form.changed.emit()
    office.save()
    assert "10-01〜12-31" in office.card.problem.text()
    office.form.season.set_text("10/1〜12/31")
    office.save()
    assert str(office.desk.on_sale()[0].season) == "10-01/12-31"
    assert office.form.season.text() == "10-01〜12-31"
    office.form.season.set_text("")
    office.form.changed.emit()
    office.save()
    assert office.desk.on_sale()[0].season is None


@pytest.mark.parametrize(
    ("price", "day", "says"),
    [
        ("高い", "", "価格は"),
        ("-5", "", "価格は"),
        ("180", "いつか", "日付は"),
        ("180", "2026-11-23", "日付は"),
    ],
)
def test_what_cannot_be_saved_is_said_in_one_line(
    office: Office, price: str, day: str, says: str
) -> None:
    office.choose(MELONPAN)
    office.form.price.set_text(price)
    office.form.price_from.set_text(day)
    office.form.changed.emit()
    office.save()
    assert office.card.problem.text().startswith(says)
    assert office.kept("メロンパン") == MELONPAN


def test_a_new_product_needs_a_name(office: Office) -> None:
    office.counter.key(Qt.Key.Key_F2)
    office.save()
    assert office.card.problem.isVisible()

    office.counter.type("くるみパン")
    office.counter.click(office.form.allergens.none_button)
    office.counter.click(office.form.allergens.button(Allergen.WALNUT))
    office.save()

    kept = office.kept("くるみパン")
    assert kept.product_id == ProductId("くるみパン")
    assert kept.allergens == frozenset({Allergen.WALNUT})


def test_no_allergens_is_an_answer_and_no_answer_is_none(office: Office) -> None:
    office.choose(MELONPAN)
    picker = office.form.allergens
    assert picker.allergens() is None
    office.counter.click(picker.none_button)
    assert picker.allergens() == frozenset()
    office.counter.click(picker.button(Allergen.EGG))
    assert picker.allergens() == frozenset({Allergen.EGG})
    office.counter.click(picker.none_button)
    assert picker.allergens() == frozenset()


def test_what_was_typed_is_not_lost_by_a_slip_of_the_finger(office: Office) -> None:
    office.choose(MELONPAN)
    office.form.name.set_text("メロン")
    office.choose(SALT)
    assert office.form.name.text() == "メロン"
    assert office.card.problem.isVisible()
    office.choose(SALT)
    assert office.form.name.text() == "塩パン"


def test_out_of_season_is_taken_off_and_brought_back(office: Office) -> None:
    office.choose(SALT)
    office.counter.click(office.card.retire_button)
    assert "塩パン" not in office.names()

    office.counter.key(Qt.Key.Key_F4)
    assert office.names() == ["塩パン"]
    office.choose(SALT)
    office.save()
    assert "塩パン" in office.names()


def test_a_table_is_shown_before_it_is_taken_over(office: Office) -> None:
    rows = [("メロンパン", "170"), ("くるみパン", "260"), ("変なパン", "高い")]
    office.files.there["list.csv"] = sheet_of(("商品名", "税込価格"), rows)

    office.counter.key(Qt.Key.Key_F6)
    office.qtbot.waitUntil(office.page.table.isVisible)
    table = office.page.table
    assert table.sum.text() == "新規1件 ・ 変更1件 ・ 読めない行1件"
    lines = [table.rows.item(row).text() for row in range(table.rows.count())]
    assert lines[0].startswith("！ 4行目：税込価格「高い」")
    assert lines[1:] == ["メロンパン ・ ¥160 → ¥170", "＋ くるみパン ・ ¥260"]
    assert office.kept("メロンパン").price == Money(160)

    office.counter.key(Qt.Key.Key_Return)
    assert office.kept("メロンパン").price == Money(170)
    assert office.banner() == "2件を取り込みました。"


@pytest.mark.parametrize(
    ("sheet", "says"),
    [
        (None, "このファイルは表として読めません。"),
        (sheet_of(("価格",), [("180",)]), "「商品名」の列がありません。"),
    ],
)
def test_a_file_that_is_no_price_list_is_said_in_one_line(
    office: Office, sheet: Sheet | None, says: str
) -> None:
    if sheet is not None:
        office.files.there["list.csv"] = sheet
    office.counter.key(Qt.Key.Key_F6)
    office.qtbot.waitUntil(lambda: office.banner() == says)
    assert not office.page.table.isVisible()


def test_the_list_is_written_for_a_spreadsheet(office: Office) -> None:
    office.counter.key(Qt.Key.Key_F7)
    office.qtbot.waitUntil(lambda: office.banner() == "書き出しました：products.csv")
    assert len(office.files.there["products.csv"].rows) == len(PRODUCTS)

    office.files.is_locked = True
    office.counter.key(Qt.Key.Key_F7)
    office.qtbot.waitUntil(lambda: office.banner() == "そこにはファイルを書き出せません。")


def test_a_full_disk_keeps_what_was_typed(office: Office) -> None:
    office.choose(MELONPAN)
    office.form.name.set_text("メロン")
    office.disk.is_full = True
    office.form.changed.emit()
    office.save()
    assert office.card.problem.text().startswith("ディスクがいっぱい")
    assert office.card.problem.text().endswith("もう一度保存してください。")
    assert office.form.name.text() == "メロン"


def test_an_empty_shop_is_led_to_its_first_product(counter: Counter) -> None:
    office = Office(counter, ())
    counter.click(office.page.empty.button)
    assert office.card.isVisible()
    assert office.form.name.line.hasFocus()


def test_a_search_without_a_find_leads_back_to_all(office: Office) -> None:
    office.page.bar.search.setText("存在しない")
    office.counter.click(office.page.empty.button)
    assert len(office.names()) == len(PRODUCTS)


@pytest.mark.parametrize(
    ("language", "size"), [("ja", (1366, 768)), ("en", (1366, 768)), ("en", (1024, 768))]
)
def test_no_word_of_the_page_is_cut(
    make_counter: MakeCounter, language: str, size: tuple[int, int]
) -> None:
    counter = make_counter(language=language, size=size)
    office = Office(counter, (replace(MELONPAN, name=LONG_NAME, name_en=LONG_NAME), SALT))
    office.choose(SALT)
    counter.qtbot.waitUntil(lambda: counter.cut_words() == [], timeout=2_000)
    assert counter.small_targets() == []


def test_a_new_price_waits_for_a_manager_and_goes_on_by_itself(counter: Counter) -> None:
    office = Office(counter, PRODUCTS)
    office.approvals.manager = None
    waiting: list[Callable[[], None]] = []

    def ask(error: BreadposError, again: Callable[[], None]) -> bool:
        waiting.append(again)
        return isinstance(error, ApprovalNeeded)

    office.page.ask = ask
    office.choose(MELONPAN)
    office.form.price.line.selectAll()
    office.counter.click(office.form.price.line)
    office.form.price.line.setText("170")
    office.form.price.changed.emit()
    office.save()
    assert office.desk.on_sale()[0].price == Money(160)
    assert office.form.price.text() == "170"

    office.approvals.manager = "田中"
    waiting.pop()()
    assert office.desk.on_sale()[0].price == Money(170)

    office.approvals.manager = None
    office.files.there["list.csv"] = sheet_of(("商品名", "税込価格"), [("メロンパン", "180")])
    office.counter.click(office.page.bar.import_button)
    counter.qtbot.waitUntil(office.page.table.isVisible)
    office.counter.click(office.page.table.take_button)
    office.approvals.manager = "田中"
    waiting.pop()()
    assert office.desk.on_sale()[0].price == Money(180)


def test_price_cards_of_the_list_as_it_is_narrowed_down(office: Office) -> None:
    office.page.bar.search.setText("パン")
    office.counter.key(Qt.Key.Key_F9)
    names = [product.name for product in office.page.rows.shown()]
    assert office.page.cards.isVisible()
    assert f"{len(names)}枚" in office.page.cards.sum.text()
    office.counter.click(office.page.cards.sizes.button(CardSize.SMALL))
    office.counter.click(office.page.cards.save_button)
    office.qtbot.waitUntil(lambda: "price-cards.pdf" in office.banner())
    assert [card.name for card in office.printed.cards] == names
    assert office.printed.size is CardSize.SMALL


def test_a_product_without_a_price_gets_no_card_and_it_is_said(office: Office) -> None:
    office.counter.key(Qt.Key.Key_F9)
    assert office.page.cards.left_out.isVisible()
    assert "1" in office.page.cards.left_out.text()
    office.page.bar.search.setText("抹茶リング")
    assert not office.page.cards.save_button.isEnabled()


def test_cards_that_cannot_be_written_say_what_to_do(office: Office) -> None:
    office.printed.is_locked = True
    office.counter.key(Qt.Key.Key_F9)
    office.counter.click(office.page.cards.save_button)
    office.qtbot.waitUntil(lambda: office.banner() == "そこにはファイルを書き出せません。")


@pytest.mark.parametrize("columns", [None, ("価格",)])
def test_a_table_that_cannot_be_read_takes_the_one_before_from_the_screen(
    office: Office, columns: tuple[str] | None
) -> None:
    office.files.there["list.csv"] = sheet_of(("商品名", "税込価格"), [("くるみパン", "260")])
    office.counter.key(Qt.Key.Key_F6)
    office.qtbot.waitUntil(office.page.table.isVisible)
    del office.files.there["list.csv"]
    if columns:
        office.files.there["list.csv"] = sheet_of(columns, [("180",)])

    office.counter.key(Qt.Key.Key_F6)

    office.qtbot.waitUntil(lambda: not office.page.table.isVisible())
    assert office.banner()


def test_a_new_product_of_which_nothing_was_typed_is_left_without_a_question(
    office: Office,
) -> None:
    office.counter.key(Qt.Key.Key_F2)
    assert not office.page.card.is_edited()

    office.page.card.form.category.set_text("食パン")
    assert office.page.card.is_edited()

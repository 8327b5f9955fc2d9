from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from breadpos.application.desk import Desk
from breadpos.application.ports import Action
from breadpos.application.product_columns import Column
from breadpos.application.product_desk import ImportPlan, ProductDesk
from breadpos.domain.allergen import Allergen
from breadpos.domain.errors import ApprovalNeeded, BarcodeTaken, DiskFull, SheetColumnsMissing
from breadpos.domain.money import Money
from breadpos.domain.product import PlannedPrice, Product, ProductId
from breadpos.domain.season import season_of
from breadpos.domain.sheet import Sheet, sheet_of
from breadpos.domain.tax import TaxClass
from tests.books import MemoryDays, MemoryJournal
from tests.unit.application.fakes import FakeApprovals, FakeClock, FakeDisk, FakeProducts

TODAY = date(2026, 11, 24)
ANPAN = Product(ProductId("anpan"), "あんぱん", Money(180))
BAG = Product(ProductId("bag"), "レジ袋", Money(5), TaxClass.STANDARD, barcode="4901234567894")


class Office:
    def __init__(self) -> None:
        self.disk = FakeDisk()
        self.shelf = FakeProducts(self.disk, (ANPAN, BAG))
        self.approvals = FakeApprovals()
        clock = FakeClock(datetime(2026, 11, 24, 9, tzinfo=UTC))
        desk = Desk(clock, MemoryDays(list), MemoryJournal(), self.approvals)
        self.desk = ProductDesk(self.shelf, desk)

    def plan(self, header: str, *rows: str) -> ImportPlan:
        cells = [tuple(row.split("|")) for row in rows]
        return self.desk.plan(sheet_of(tuple(header.split("|")), cells))

    def take(self, header: str, *rows: str) -> dict[str, Product]:
        self.desk.apply(self.plan(header, *rows))
        return {each.name: each for each in self.desk.on_sale()}


@pytest.fixture
def office() -> Office:
    return Office()


def test_what_is_exported_can_be_read_back_and_changes_nothing(office: Office) -> None:
    office.desk.save(replace(ANPAN, allergens=frozenset({Allergen.WHEAT, Allergen.EGG})))
    office.desk.save(replace(BAG, reading="れじぶくろ"))

    plan = office.desk.plan(office.desk.table())

    assert plan == ImportPlan((), (), 2)


def test_a_table_is_planned_before_anything_changes(office: Office) -> None:
    plan = office.plan("商品名|税込価格", "あんぱん|¥1,190", "カレーパン|220円", "レジ袋|5")

    assert [(c.line, c.before, c.after.price) for c in plan.changes] == [
        (2, ANPAN, Money(1190)),
        (3, None, Money(220)),
    ]
    assert [change.after.name for change in plan.added] == ["カレーパン"]
    assert plan.unchanged == 1
    assert office.desk.on_sale() == (ANPAN, BAG)

    office.desk.apply(plan)
    assert [(p.name, p.price.minor) for p in office.desk.on_sale()] == [
        ("あんぱん", 1190),
        ("レジ袋", 5),
        ("カレーパン", 220),
    ]


def test_every_column_is_taken_under_its_english_name_too(office: Office) -> None:
    found = office.take(
        "product|name|name_en|reading|category|price|tax_class|allergens|barcode|remark",
        "melonpan|メロンパン|Melon bread|めろんぱん|菓子パン|160|food|Wheat・卵、乳|45|x",
        "candle|ろうそく|||雑貨|30|標準|なし",
    )

    assert found["メロンパン"] == Product(
        ProductId("melonpan"),
        "メロンパン",
        Money(160),
        TaxClass.FOOD,
        "Melon bread",
        "菓子パン",
        "めろんぱん",
        "45",
        frozenset({Allergen.WHEAT, Allergen.EGG, Allergen.MILK}),
    )
    assert found["ろうそく"].tax_class is TaxClass.STANDARD
    assert found["ろうそく"].allergens == frozenset()


@pytest.mark.parametrize(
    "written", ["10-01〜12-31", "10/1-12/31", "10月1日から12月31日まで", " 10/01 ~ 12/31 "]
)
def test_a_season_is_taken_however_it_is_written(office: Office, written: str) -> None:
    found = office.take("商品名|販売期間", f"あんぱん|{written}")["あんぱん"]
    assert found.season == season_of("10-01/12-31")
    assert office.take("商品名|販売期間", "あんぱん|")["あんぱん"].season == found.season
    assert office.take("商品名|販売期間", "あんぱん|通年")["あんぱん"].season is None


def test_an_empty_cell_says_nothing(office: Office) -> None:
    found = office.take("コード|商品名|価格|アレルゲン", "bag|ふくろ||")
    assert found["ふくろ"] == replace(BAG, name="ふくろ")


@pytest.mark.parametrize(
    ("day", "price", "planned"),
    [
        ("2026-12-01", 180, (PlannedPrice(date(2026, 12, 1), Money(200)),)),
        ("2026/12/1", 180, (PlannedPrice(date(2026, 12, 1), Money(200)),)),
        ("2026年12月1日", 180, (PlannedPrice(date(2026, 12, 1), Money(200)),)),
        ("12/1", 180, (PlannedPrice(date(2026, 12, 1), Money(200)),)),
        ("１月５日", 180, (PlannedPrice(date(2027, 1, 5), Money(200)),)),
        ("11/1", 200, ()),
        ("2026-11-24", 200, ()),
        ("", 200, ()),
    ],
)
def test_a_price_may_hold_from_a_later_day(
    office: Office, day: str, price: int, planned: tuple[PlannedPrice, ...]
) -> None:
    found = office.take("商品名|税込価格|価格適用日", f"あんぱん|200|{day}")["あんぱん"]
    assert (found.price, found.planned) == (Money(price), planned)


def test_columns_that_mean_nothing_are_told_and_a_full_width_price_is_one(office: Office) -> None:
    plan = office.plan("商品名|売価|備考|棚", "あんぱん|￥１，２００|新|3")
    assert plan.unread == ("備考", "棚")
    assert plan.changes[0].after.price == Money(1_200)


def test_a_newer_plan_for_the_same_day_replaces_the_older(office: Office) -> None:
    office.take("商品名|税込価格|価格適用日", "あんぱん|200|2026-12-01")
    found = office.take("商品名|税込価格|価格適用日", "あんぱん|210|2026-12-01")["あんぱん"]
    assert found.planned == (PlannedPrice(date(2026, 12, 1), Money(210)),)


@pytest.mark.parametrize(
    ("header", "row", "column", "cell"),
    [
        ("商品名|税込価格", "くるみパン|高い", Column.PRICE, "高い"),
        ("商品名|税込価格", "くるみパン|-5", Column.PRICE, "-5"),
        ("商品名|税込価格|価格適用日", "くるみパン|5|いつか", Column.PRICE_FROM, "いつか"),
        ("商品名|販売期間", "くるみパン|秋", Column.SEASON, "秋"),
        ("商品名|販売期間", "くるみパン|2/30-3/1", Column.SEASON, "2/30-3/1"),
        ("商品名|税込価格|価格適用日", "くるみパン|5|2026-02-30", Column.PRICE_FROM, "2026-02-30"),
        ("商品名|税区分", "くるみパン|特別", Column.TAX_CLASS, "特別"),
        ("商品名|アレルゲン", "くるみパン|小麦・ねこ", Column.ALLERGENS, "ねこ"),
        ("商品名|アレルゲン", "くるみパン|・", Column.ALLERGENS, "・"),
        ("商品コード|商品名", "|", Column.NAME, ""),
    ],
)
def test_a_row_that_cannot_be_taken_is_shown_and_the_others_are_taken(
    office: Office, header: str, row: str, column: Column, cell: str
) -> None:
    plan = office.plan(header, row, "anpan|つぶあん" if "コード" in header else "新作")

    assert [(p.line, p.column, p.cell) for p in plan.problems] == [(2, column, cell)]
    assert len(plan.changes) == 1


def test_a_name_no_label_can_carry_is_a_problem_of_its_row(office: Office) -> None:
    plan = office.plan("商品名|バーコード", "x" * 61 + "|", "くるみパン|日本")
    assert [(p.line, p.column) for p in plan.problems] == [(2, None), (3, None)]


@pytest.mark.parametrize("header", ["商品名|税込価格", "商品コード|税込価格"])
def test_a_product_that_stands_in_a_table_twice_is_taken_once(office: Office, header: str) -> None:
    plan = office.plan(header, "anpan|190", "anpan|200")
    assert [change.after.price for change in plan.changes] == [Money(190)]
    assert [problem.line for problem in plan.problems] == [3]


def test_a_table_without_names_is_refused(office: Office) -> None:
    with pytest.raises(SheetColumnsMissing, match="商品名"):
        office.plan("税込価格|税区分", "180|食品")


def test_a_short_row_ends_in_empty_cells(office: Office) -> None:
    sheet = Sheet(("商品名", "税込価格"), ((2, ("くるみパン",)),))
    assert office.desk.plan(sheet).changes[0].after.price == Money(0)


def test_a_product_off_the_list_comes_back_with_a_table(office: Office) -> None:
    office.desk.retire(ANPAN.product_id)
    assert office.desk.retired() == (ANPAN,)
    assert "あんぱん" in office.take("商品名", "あんぱん")
    assert office.desk.retired() == ()


def test_a_key_is_made_of_the_name_and_is_never_anothers(office: Office) -> None:
    assert office.desk.new_id("塩パン") == "塩パン"
    assert office.desk.new_id(" anpan ") == "anpan_2"
    assert office.desk.new_id("a/b: c") == "a_b_c"
    assert office.desk.new_id("...") == "product"


def test_one_barcode_is_on_one_product(office: Office) -> None:
    with pytest.raises(BarcodeTaken, match="レジ袋"):
        office.desk.save(replace(ANPAN, barcode=BAG.barcode))
    with pytest.raises(BarcodeTaken):
        office.take("商品名|barcode", f"くるみパン|{BAG.barcode}")
    with pytest.raises(BarcodeTaken, match="くるみパン"):
        office.take("商品名|barcode", "くるみパン|1", "クロワッサン|1")
    office.desk.save(replace(BAG, name="大きなレジ袋"))
    assert [each.name for each in office.desk.on_sale()] == ["あんぱん", "大きなレジ袋"]


def test_a_barcode_may_go_from_one_product_to_another(office: Office) -> None:
    found = office.take("商品名|barcode", f"あんぱん|{BAG.barcode}", "レジ袋|7")
    assert (found["あんぱん"].barcode, found["レジ袋"].barcode) == (BAG.barcode, "7")


def test_sold_out_is_said_and_taken_back(office: Office) -> None:
    office.desk.set_sold_out(ANPAN.product_id, sold_out=True)
    assert office.desk.on_sale()[0].is_sold_out(TODAY)
    office.desk.set_sold_out(ANPAN.product_id, sold_out=False)
    assert not office.desk.on_sale()[0].is_sold_out(TODAY)


def test_on_a_full_disk_a_table_changes_nothing(office: Office) -> None:
    plan = office.plan("商品名", "くるみパン")
    office.disk.is_full = True
    with pytest.raises(DiskFull):
        office.desk.apply(plan)
    assert office.desk.on_sale() == (ANPAN, BAG)


@pytest.mark.parametrize(
    ("after", "asks"),
    [
        (replace(ANPAN, price=Money(190)), True),
        (replace(ANPAN, tax_class=TaxClass.STANDARD), True),
        (replace(ANPAN, planned=(PlannedPrice(date(2027, 1, 1), Money(200)),)), True),
        (replace(ANPAN, name="つぶあんぱん", category="菓子パン"), False),
        (Product(ProductId("new"), "新作", Money(300)), False),
    ],
)
def test_a_price_that_changes_needs_a_manager_and_nothing_else_does(
    office: Office, after: Product, asks: bool
) -> None:
    office.approvals.manager = None
    if asks:
        with pytest.raises(ApprovalNeeded):
            office.desk.save(after)
        assert office.desk.on_sale() == (ANPAN, BAG)
        office.approvals.manager = "店長"
    office.desk.save(after)
    assert after in office.desk.on_sale()
    assert (Action.PRICE_CHANGE in office.approvals.asked) is asks


def test_a_first_price_is_no_change_but_that_of_one_taken_off_the_list_is(office: Office) -> None:
    office.desk.save(Product(ProductId("new"), "新作"))
    office.desk.save(Product(ProductId("new"), "新作", Money(300)))
    office.desk.retire(ANPAN.product_id)
    assert office.approvals.asked == []
    office.desk.save(replace(ANPAN, price=Money(90)))
    assert office.approvals.asked == [Action.PRICE_CHANGE]


def test_a_planned_price_that_has_begun_is_no_change_when_something_else_is(
    office: Office,
) -> None:
    office.desk.save(replace(ANPAN, planned=(PlannedPrice(TODAY, Money(190)),)))
    office.approvals.asked.clear()
    (today,) = (each for each in office.desk.on_sale() if each.product_id == ANPAN.product_id)
    office.desk.save(replace(today, category="菓子パン"))
    assert (today.price, office.approvals.asked) == (Money(190), [])


def test_a_table_with_one_new_price_needs_a_manager_for_all_of_it(office: Office) -> None:
    office.approvals.manager = None
    with pytest.raises(ApprovalNeeded):
        office.take("商品名|税込価格", "あんぱん|190", "カレーパン|220")
    assert office.desk.on_sale() == (ANPAN, BAG)

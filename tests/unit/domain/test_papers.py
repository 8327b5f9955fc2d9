"""Receipts made out, returns, reports: what must stand on them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breadpos.domain.cash import CashCount
from breadpos.domain.day import DayFigures, DrawerFigures, Tally, ZReport
from breadpos.domain.formal_receipt import Addressee, formal_slip, needs_stamp
from breadpos.domain.money import Money
from breadpos.domain.placing import Placed, Rule, height_of, placed
from breadpos.domain.receipt import PRACTICE_MARK, Letterhead, receipt_slip
from breadpos.domain.refund import Slip as Reason
from breadpos.domain.refund import refund_of, void_of
from breadpos.domain.report_slip import x_slip, z_slip
from breadpos.domain.sale import Sale
from breadpos.domain.slip import Composer, Side, Weight, width_of
from breadpos.domain.tax import Place, TaxSplit
from breadpos.domain.tender import Payment, TenderKind
from tests.unit.domain.test_receipt import EXAMPLE, JST, SHOP, line, sale_of

HEAD = Letterhead(SHOP, JST)
ENGLISH = Letterhead(SHOP, JST, "en")
WHY = Reason(
    refund_id="r1",
    at=datetime(2026, 5, 3, 1, tzinfo=UTC),
    business_day=date(2026, 5, 3),
    reason="品質",
    cashier="佐藤",
)


def rows(sale: Sale, head: Letterhead = HEAD, *, reissued: bool = False) -> list[str]:
    text = receipt_slip(sale, head, reissued=reissued).text
    return [" ".join(row.split()) for row in text.splitlines()]


def test_a_receipt_names_register_cashier_note_and_reprint() -> None:
    printed = rows(replace(EXAMPLE, register="2", cashier="佐藤", note="10時受取"), reissued=True)
    assert {"レジ 2 担当 佐藤", "備考：10時受取", "【再発行】"} <= set(printed)


def test_discounts_stand_where_they_were_given() -> None:
    first = replace(EXAMPLE.lines[0], off=Money(36), off_label="10%")
    lines = (first, *(replace(x, share=Money(10)) for x in EXAMPLE.lines[1:]))
    printed = rows(replace(EXAMPLE, lines=lines, share_label="¥50"))
    assert printed[printed.index("¥180 x 2 ¥360") + 1] == "割引 10% -¥36"
    assert {"小計 ¥1,285", "割引 ¥50 -¥50", "合計 7点 ¥1,235"} <= set(printed)


def test_where_both_places_are_sold_to_each_line_says_where() -> None:
    here = replace(EXAMPLE.lines[0], place=Place.EAT_IN, reduced=False)
    printed = rows(replace(EXAMPLE, lines=(here, *EXAMPLE.lines[1:])))
    assert "あんぱん (店内)" in printed
    assert "クロワッサン※ (持帰) ¥216" in printed
    assert "お持ち帰り" not in printed


def test_every_tender_is_named_with_what_became_of_it() -> None:
    payments = (
        Payment(TenderKind.CARD, Money(300)),
        Payment(TenderKind.ON_ACCOUNT, Money(100), note="山田商店"),
        Payment(TenderKind.QR, Money(21), note="A-17"),
        Payment(TenderKind.VOUCHER, Money(1_000), forfeited=Money(100)),
    )
    printed = rows(replace(EXAMPLE, payments=payments))
    assert {
        "クレジットカード ¥300",
        "掛売 ¥100",
        "山田商店 様",
        "A-17",
        "商品券 ¥1,000",
        "(釣銭なし ¥100)",
    } <= set(printed)


def test_a_return_invoice_has_the_sale_it_is_of_the_rate_and_the_tax() -> None:
    refund = refund_of(EXAMPLE, (), {0: 1}, WHY).numbered(50)
    printed = rows(refund)
    assert {
        "返還請求書",
        "登録番号 T1234567890123",
        "元の取引 2026-05-01 No.000042",
        "あんぱん※",
        "¥180 x -1 -¥180",
        "8%対象 -¥180",
        "(内消費税 -¥13)",
        "ご返金 現金 ¥180",
        "理由：品質",
    } <= set(printed)
    assert "ありがとうございました" not in printed
    assert "取消伝票" in rows(void_of(EXAMPLE, (), replace(WHY, business_day=date(2026, 5, 1))))
    assert "RETURN INVOICE" in rows(refund, ENGLISH)


def test_who_allowed_it_stands_on_what_takes_a_sale_back_and_on_no_receipt() -> None:
    allowed = replace(WHY, approver="店長")
    assert "承認 店長" in rows(refund_of(EXAMPLE, (), {0: 1}, allowed))
    assert "Approved by 店長" in rows(refund_of(EXAMPLE, (), {0: 1}, allowed), ENGLISH)
    assert "承認 店長" not in rows(replace(EXAMPLE, approver="店長"))


def test_a_reason_that_was_tapped_is_in_the_papers_language_and_a_typed_one_as_typed() -> None:
    back = void_of(EXAMPLE, (), replace(WHY, business_day=date(2026, 5, 1), reason="Wrong entry"))
    assert "理由：打ち間違い" in rows(back)
    assert "Reason: Wrong entry" in rows(back, ENGLISH)
    assert "Reason: Quality" in rows(refund_of(EXAMPLE, (), {0: 1}, WHY), ENGLISH)
    typed = replace(WHY, reason="Too salty")
    assert "理由：Too salty" in rows(refund_of(EXAMPLE, (), {0: 1}, typed))


def test_a_sale_from_before_days_were_kept_has_only_its_number() -> None:
    refund = replace(refund_of(EXAMPLE, (), {0: 1}, WHY), of_day=None)
    assert "元の取引 No.000042" in rows(refund)


def test_a_receipt_is_made_out_to_a_name_for_a_purpose() -> None:
    text = formal_slip(EXAMPLE, HEAD, Addressee("山田商店", "会議用パン"), reissued=True).text
    for words in ("領 収 書", "【再発行】", "山田商店 様", "¥1,321-", "但し 会議用パンとして"):
        assert words in text
    for words in ("8%対象", "¥73)", "10%対象", "¥30)", "T1234567890123", "No.000042"):
        assert words in text


@pytest.mark.parametrize(("head", "blank"), [(HEAD, "　" * 8 + " 様"), (ENGLISH, "_" * 12)])
def test_without_a_name_there_is_room_to_write_one(head: Letterhead, blank: str) -> None:
    text = formal_slip(EXAMPLE, head, Addressee()).text
    assert blank in text
    assert "再発行" not in text
    assert "REISSUED" not in text


def test_a_shop_without_a_number_prints_none_on_a_receipt_made_out() -> None:
    head = Letterhead(replace(SHOP, registration_number=""), JST)
    assert "登録番号" not in formal_slip(EXAMPLE, head, Addressee()).text


def test_from_50_000_yen_without_tax_and_not_by_card_a_stamp_is_due() -> None:
    cheap = sale_of(line("ケーキ", 53_998))
    dear = sale_of(line("ケーキ", 54_000))
    assert (needs_stamp(cheap), needs_stamp(dear)) == (False, True)
    assert "収入印紙" in formal_slip(dear, HEAD, Addressee()).text
    by_card = replace(dear, payments=(Payment(TenderKind.CARD, Money(54_000)),))
    assert not needs_stamp(by_card)


FIGURES = DayFigures(
    register="1",
    day=date(2026, 5, 1),
    sales=Tally(30, Money(12_000)),
    voids=Tally(1, Money(-500)),
    refunds=Tally(2, Money(-300)),
    pieces=60,
    customers=31,
    discounts=Money(250),
    taxes=(TaxSplit(800, Money(11_200), Money(829)),),
    tenders=((TenderKind.CASH, Tally(20, Money(8_000))), (TenderKind.QR, Tally(10, Money(3_200)))),
    drawer=DrawerFigures(
        Tally(1, Money(30_000)), Tally(1, Money(5_000)), Tally(1, Money(1_200)), 2, Money(8_000)
    ),
    first_number=101,
    last_number=133,
)


def test_an_x_report_has_the_days_figures() -> None:
    text = " ".join(x_slip(FIGURES, HEAD).text.split())
    for words in (
        "点検（X）",
        "伝票番号 000101-000133",
        "売上 x 30 ¥12,000",
        "取消 x 1 -¥500",
        "返金 x 2 -¥300",
        "純売上 ¥11,200",
        "割引計 -¥250",
        "8%対象 ¥11,200",
        "現金 x 20 ¥8,000",
        "QR決済 x 10 ¥3,200",
        "出金 x 1 -¥1,200",
        "ドロア開 2",
        "現金残高 ¥41,800",
    ):
        assert words in text


def test_a_day_without_receipts_has_no_numbers() -> None:
    empty = DayFigures(register="1", day=date(2026, 5, 1))
    assert "伝票番号" not in x_slip(empty, HEAD).text
    assert "Receipts" not in x_slip(empty, ENGLISH).text


@pytest.mark.parametrize(
    ("notes", "word", "reason"),
    [(4, "不足", "釣銭違い"), (5, "過", "両替")],
)
def test_a_z_report_says_what_was_counted_and_why_it_is_off(
    notes: int, word: str, reason: str
) -> None:
    count = CashCount().counting(10_000, notes)
    report = ZReport(
        figures=FIGURES,
        count=count,
        closed_at=datetime(2026, 5, 1, 11, tzinfo=UTC),
        reason=reason,
        cashier="佐藤",
        approver="店長",
        number=7,
        grand_total=Money(987_654),
    )
    text = " ".join(z_slip(report, HEAD).text.split())
    for words in ("精算（Z） No.0007", "精算時刻 2026-05-01 20:00", "担当 佐藤", "承認 店長"):
        assert words in text
    assert f"10,000 x {notes} ¥{notes * 10_000:,}" in text
    assert word in text
    assert f"理由：{reason}" in text
    assert "累計 ¥987,654" in text
    told = z_slip(report, ENGLISH).text
    assert ("Reason: Wrong change" in told) == (reason == "釣銭違い")


def test_a_z_report_that_is_even_says_so() -> None:
    count = CashCount((4, 0, 0, 1, 1, 3, 0, 0, 0, 0))
    report = ZReport(figures=FIGURES, count=count, closed_at=datetime(2026, 5, 1, tzinfo=UTC))
    text = z_slip(report, HEAD).text
    assert "過不足なし" in text
    assert "担当" not in text
    assert "Even" in z_slip(report, ENGLISH).text


@given(st.integers(0, 10**9), st.integers(24, 48))
def test_a_tall_row_is_only_as_long_as_its_letters_have_room(yen: int, columns: int) -> None:
    paper = Composer(columns)
    paper.tall("合計 7点", f"¥{yen:,}")
    (row, *_) = paper.slip().rows
    words = width_of("合計 7点") + width_of(f"¥{yen:,}")
    assert (row.weight is Weight.TALL) == ((words + 1) * 1.5 <= columns)
    assert width_of(row.text) == columns


def test_everything_on_a_slip_has_its_place() -> None:
    slip = receipt_slip(EXAMPLE, HEAD)
    parts = list(placed(slip))
    assert sum(isinstance(part, Rule) for part in parts) == 4
    words = [part for part in parts if isinstance(part, Placed)]
    assert {part.side for part in words} == set(Side)
    assert all(part.x == 32 for part in words if part.side is Side.RIGHT)
    assert max(part.middle for part in parts) < height_of(slip)
    assert any(part.size > words[0].size and part.is_strong for part in words)


@pytest.mark.parametrize("columns", [24, 32, 48])
def test_every_paper_of_a_practice_says_so_above_and_below(columns: int) -> None:
    head = Letterhead(SHOP, JST, columns=columns, practice=True)
    report = ZReport(
        figures=FIGURES,
        count=CashCount(),
        closed_at=datetime(2026, 5, 1, tzinfo=UTC),
        reason="練習",
    )
    papers = (
        receipt_slip(EXAMPLE, head),
        receipt_slip(refund_of(EXAMPLE, (), {0: 1}, WHY), head),
        formal_slip(EXAMPLE, head, Addressee("山田商店")),
        x_slip(FIGURES, head),
        z_slip(report, head),
    )
    for slip in papers:
        first, *_, last = slip.rows
        assert first.text.strip() == last.text.strip() == PRACTICE_MARK
        assert first.weight is Weight.STRONG
        assert all(width_of(row.text) <= columns for row in slip.rows)
    assert not any(PRACTICE_MARK in row.text for row in receipt_slip(EXAMPLE, HEAD).rows)

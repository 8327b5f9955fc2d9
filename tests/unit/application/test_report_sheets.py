from datetime import date

from breadpos.application.report_sheets import axis_word, label_of, readings_sheet, report_sheet
from breadpos.domain.day import Tally
from breadpos.domain.money import Money
from breadpos.domain.report import Axis, ReadingRow, Readings, Report, ReportRow, Span

SPAN = Span(date(2026, 4, 1), date(2026, 4, 1))


def report(axis: Axis, *rows: ReportRow) -> Report:
    return Report(
        span=SPAN,
        axis=axis,
        rows=rows,
        sales=Tally(2, Money(500)),
        refunds=Tally(1, Money(-180)),
        pieces=3,
    )


def test_a_table_ends_in_its_total() -> None:
    row = ReportRow("cash", "cash", 2, Money(500), Money(-180))
    sheet = report_sheet(report(Axis.TENDER, row), "ja")
    assert sheet.header == ("支払方法", "件数", "売上", "取消・返金", "純売上")
    assert [cells for _, cells in sheet.rows] == [
        ("現金", "2", "500", "-180", "320"),
        ("合計", "2", "500", "-180", "320"),
    ]


def test_rates_tell_their_tax_and_products_their_key() -> None:
    rate = ReportRow("800", "8%", 2, Money(500), Money(-180), Money(23))
    sheet = report_sheet(report(Axis.RATE, rate), "en")
    assert sheet.header[-1] == "Tax included"
    assert [cells[-1] for _, cells in sheet.rows] == ["23", "23"]
    product = ReportRow("melonpan", "メロンパン", 3, Money(500), Money(-180))
    sheet = report_sheet(report(Axis.PRODUCT, product), "en")
    assert [cells[:2] for _, cells in sheet.rows] == [("メロンパン", "3"), ("Total", "3")]
    assert [cells[-1] for _, cells in sheet.rows] == ["melonpan", ""]


def test_sales_without_a_cashier_say_so() -> None:
    nobody = ReportRow("", "", 1, Money(1))
    assert label_of(nobody, Axis.CASHIER, "en") == "(nobody)"
    assert label_of(ReportRow("佐藤", "佐藤", 1, Money(1)), Axis.CASHIER, "en") == "佐藤"
    assert axis_word(Axis.HOUR, "ja") == "時間帯"


def test_recognition_has_a_table_of_its_own() -> None:
    day = ReadingRow("2026-04-01", "2026-04-01", 8, 6, 1, 1, 2, 1, Money(30), Money(5))
    unread = ReadingRow("", "", 1, 0, 0, 1, 1, 0)
    sheet = readings_sheet(Readings(by_day=(day,), by_product=(unread,)), "ja")
    assert [cells for _, cells in sheet.rows] == [
        ("2026-04-01", "8", "6", "1", "1", "2", "1", "30", "5"),
        ("?", "1", "0", "0", "1", "1", "0", "0", "0"),
    ]

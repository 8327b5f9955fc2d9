"""Reports as tables for files; the program's own words are in the language of the screen."""

from breadpos.domain.receipt_words import WORDS
from breadpos.domain.report import Axis, ReadingRow, Readings, Report, ReportRow
from breadpos.domain.sheet import Sheet, sheet_of
from breadpos.domain.tender import TenderKind

_AXES = {
    Axis.DAY: ("営業日", "Day"),
    Axis.HOUR: ("時間帯", "Hour"),
    Axis.PRODUCT: ("商品", "Product"),
    Axis.RATE: ("税率", "Rate"),
    Axis.TENDER: ("支払方法", "Tender"),
    Axis.CASHIER: ("担当", "Cashier"),
}
_COLUMNS = (
    ("件数", "Receipts"),
    ("売上", "Sales"),
    ("取消・返金", "Voids and refunds"),
    ("純売上", "Net"),
)
_READING_COLUMNS = (
    ("個数", "Items"),
    ("自動", "Sure"),
    ("確認", "Asked"),
    ("不明", "Unknown"),
    ("訂正", "Corrected"),
    ("自動なのに訂正", "Sure but corrected"),
    ("防いだ過大（円）", "Too much, put right (yen)"),
    ("防いだ過少（円）", "Too little, put right (yen)"),
)
_TAX, _PIECES, _TOTAL = ("内消費税", "Tax included"), ("点数", "Items"), ("合計", "Total")
_PRODUCT_KEY, _NOBODY = ("商品コード", "Key"), ("（担当なし）", "(nobody)")


def axis_word(axis: Axis, language: str) -> str:
    """What the rows of a report are."""
    return _word(_AXES[axis], language)


def label_of(row: ReportRow, axis: Axis, language: str) -> str:
    """What a row is called."""
    if axis is Axis.TENDER:
        return WORDS["en" if language == "en" else "ja"].tenders[TenderKind(row.key)]
    if axis is Axis.CASHIER and not row.key:
        return _word(_NOBODY, language)
    return row.label


def report_sheet(report: Report, language: str) -> Sheet:
    """A report's rows, and their total below them."""
    axis = report.axis
    count = _PIECES if axis is Axis.PRODUCT else _COLUMNS[0]
    words = [_AXES[axis], count, *_COLUMNS[1:]]
    if axis is Axis.RATE:
        words.append(_TAX)
    if axis is Axis.PRODUCT:
        words.append(_PRODUCT_KEY)
    rows = [_cells(row, axis, language) for row in report.rows]
    sold = report.sales.amount.minor
    count_of_all = report.pieces if axis is Axis.PRODUCT else report.sales.count
    total = (count_of_all, sold, report.net.minor - sold, report.net.minor)
    rows.append((_word(_TOTAL, language), *map(str, total), *_tail_of_total(report)))
    return sheet_of(tuple(_word(word, language) for word in words), rows)


def readings_sheet(readings: Readings, language: str) -> Sheet:
    """How recognition did, day by day, then product by product."""
    words = (
        (f"{_AXES[Axis.DAY][0]}・{_AXES[Axis.PRODUCT][0]}", "Day or product"),
        *_READING_COLUMNS,
    )
    rows = [_reading_cells(row) for row in (*readings.by_day, *readings.by_product)]
    return sheet_of(tuple(_word(word, language) for word in words), rows)


def _cells(row: ReportRow, axis: Axis, language: str) -> tuple[str, ...]:
    amounts = (row.count, row.sold.minor, row.back.minor, row.net.minor)
    own = {Axis.RATE: (str(row.tax.minor),), Axis.PRODUCT: (row.key,)}
    return (label_of(row, axis, language), *map(str, amounts), *own.get(axis, ()))


def _tail_of_total(report: Report) -> tuple[str, ...]:
    if report.axis is Axis.RATE:
        return (str(sum(row.tax.minor for row in report.rows)),)
    return ("",) if report.axis is Axis.PRODUCT else ()


def _reading_cells(row: ReadingRow) -> tuple[str, ...]:
    counts = (row.items, row.sure, row.unsure, row.unknown, row.corrected, row.sure_corrected)
    return (row.label or "?", *map(str, (*counts, row.over.minor, row.under.minor)))


def _word(words: tuple[str, str], language: str) -> str:
    return words[1] if language == "en" else words[0]

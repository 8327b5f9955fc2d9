"""X and Z reports as paper."""

from dataclasses import dataclass

from breadpos.domain.cash import DENOMINATIONS
from breadpos.domain.day import DayFigures, Tally, ZReport
from breadpos.domain.money import YEN, ZERO, Money
from breadpos.domain.receipt import Letterhead
from breadpos.domain.slip import Composer, Slip
from breadpos.domain.tax import TaxSplit
from breadpos.domain.usual_reasons import worded


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    x: str
    z: str
    day: str
    register: str
    cashier: str
    approver: str
    closed: str
    receipts: str
    sales: str
    voids: str
    refunds: str
    net: str
    discounts: str
    customers: str
    pieces: str
    rates: str
    of_rate: str
    tax_in: str
    tenders: str
    drawer: str
    float_in: str
    cash: str
    paid_in: str
    paid_out: str
    opened: str
    expected: str
    counted: str
    over: str
    short: str
    even: str
    reason: str
    grand_total: str


_WORDS = {
    "ja": _Words(
        x="点検（X）",
        z="精算（Z）",
        day="営業日",
        register="レジ",
        cashier="担当",
        approver="承認",
        closed="精算時刻",
        receipts="伝票番号",
        sales="売上",
        voids="取消",
        refunds="返金",
        net="純売上",
        discounts="割引計",
        customers="客数",
        pieces="点数",
        rates="税率別",
        of_rate="%対象",
        tax_in="内消費税",
        tenders="支払方法別",
        drawer="現金",
        float_in="釣銭準備金",
        cash="現金売上",
        paid_in="入金",
        paid_out="出金",
        opened="ドロア開",
        expected="現金残高",
        counted="現金実査",
        over="過",
        short="不足",
        even="過不足なし",
        reason="理由：",
        grand_total="累計",
    ),
    "en": _Words(
        x="X REPORT",
        z="Z REPORT",
        day="Business day",
        register="Register",
        cashier="Cashier",
        approver="Approved by",
        closed="Closed",
        receipts="Receipts",
        sales="Sales",
        voids="Voids",
        refunds="Refunds",
        net="Net",
        discounts="Discounts",
        customers="Customers",
        pieces="Items",
        rates="By rate",
        of_rate="% taxable",
        tax_in="tax included",
        tenders="By tender",
        drawer="Cash",
        float_in="Float",
        cash="Cash sales",
        paid_in="Paid in",
        paid_out="Paid out",
        opened="Drawer opened",
        expected="Should be",
        counted="Counted",
        over="Over",
        short="Short",
        even="Even",
        reason="Reason: ",
        grand_total="Grand total",
    ),
}


def x_slip(figures: DayFigures, head: Letterhead) -> Slip:
    """A day as it stands."""
    words = _WORDS[head.language]
    paper = head.paper()
    paper.centred(head.issuer.name)
    paper.centred(words.x, strong=True)
    paper.rule()
    _figures(paper, figures, head, words)
    return paper.slip()


def z_slip(report: ZReport, head: Letterhead) -> Slip:
    """A closed day."""
    words = _WORDS[head.language]
    paper = head.paper()
    paper.centred(head.issuer.name)
    paper.centred(f"{words.z} No.{report.number:04d}", strong=True)
    paper.rule()
    when = f"{report.closed_at.astimezone(head.zone):%Y-%m-%d %H:%M}"
    paper.pair(words.closed, when)
    for title, name in ((words.cashier, report.cashier), (words.approver, report.approver)):
        if name:
            paper.pair(title, name)
    _figures(paper, report.figures, head, words)
    _count(paper, report, words, worded(report.reason, head.language))
    return paper.slip()


def _figures(paper: Composer, figures: DayFigures, head: Letterhead, words: _Words) -> None:
    paper.pair(words.day, f"{figures.day:%Y-%m-%d}")
    paper.pair(words.register, figures.register)
    if figures.last_number:
        numbers = f"{figures.first_number:06d}-{figures.last_number:06d}"
        paper.pair(words.receipts, numbers)
    paper.rule()
    for title, tally in (
        (words.sales, figures.sales),
        (words.voids, figures.voids),
        (words.refunds, figures.refunds),
    ):
        _tally(paper, title, tally)
    paper.tall(words.net, YEN.format(figures.net))
    paper.pair(words.discounts, YEN.format(-figures.discounts))
    paper.pair(words.customers, f"{figures.customers:,}")
    paper.pair(words.pieces, f"{figures.pieces:,}")
    paper.rule()
    paper.left(words.rates)
    for tax in figures.taxes:
        _tax(paper, tax, words)
    paper.rule()
    paper.left(words.tenders)
    for kind, tally in figures.tenders:
        _tally(paper, f" {head.words.tenders[kind]}", tally)
    paper.rule()
    _drawer(paper, figures, words)


def _tally(paper: Composer, title: str, tally: Tally) -> None:
    paper.pair(f"{title} x {tally.count:,}", YEN.format(tally.amount))


def _tax(paper: Composer, tax: TaxSplit, words: _Words) -> None:
    paper.pair(f" {tax.rate_bp / 100:g}{words.of_rate}", YEN.format(tax.gross))
    paper.pair(f"  ({words.tax_in}", f"{YEN.format(tax.tax)})")


def _drawer(paper: Composer, figures: DayFigures, words: _Words) -> None:
    drawer = figures.drawer
    paper.left(words.drawer)
    paper.pair(f" {words.float_in}", YEN.format(drawer.float_in.amount))
    paper.pair(f" {words.cash}", YEN.format(drawer.sales))
    paper.pair(f" {words.paid_in} x {drawer.paid_in.count}", YEN.format(drawer.paid_in.amount))
    paper.pair(f" {words.paid_out} x {drawer.paid_out.count}", YEN.format(-drawer.paid_out.amount))
    paper.pair(f" {words.opened}", f"{drawer.opened_count}")
    paper.pair(words.expected, YEN.format(drawer.expected), strong=True)


def _count(paper: Composer, report: ZReport, words: _Words, reason: str) -> None:
    paper.rule()
    for yen, pieces in zip(DENOMINATIONS, report.count.pieces, strict=True):
        if pieces:
            paper.pair(f" {yen:,} x {pieces:,}", YEN.format(Money(yen * pieces)))
    paper.pair(words.counted, YEN.format(report.count.total), strong=True)
    difference = report.difference
    if difference == ZERO:
        paper.left(words.even)
    else:
        word = words.over if difference > ZERO else words.short
        paper.pair(word, YEN.format(difference), strong=True)
        paper.left(f"{words.reason}{reason}")
    paper.rule()
    paper.pair(words.grand_total, YEN.format(report.grand_total))

"""A sale as paper for the screen, the printer's roll, a picture and a PDF.

Source: 適格簡易請求書 (消費税法 第57条の4 第2項): issuer and registration number, date, items with
the reduced rate marked, totals and tax per rate; 適格返還請求書 (第3項): also the date of the sale
that is taken back.
"""

from dataclasses import dataclass
from datetime import tzinfo

from breadpos.domain.money import YEN, ZERO
from breadpos.domain.receipt_words import WORDS, ReceiptWords
from breadpos.domain.sale import Sale, SaleKind, SaleLine
from breadpos.domain.slip import Composer, Slip
from breadpos.domain.tax import TaxSplit
from breadpos.domain.tender import Payment, TenderKind
from breadpos.domain.usual_reasons import worded

PRACTICE_MARK = "【練習】PRACTICE【練習】"


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who sells.

    Attributes:
        registration_number: T and 13 digits; empty when the shop has none, then none is printed.
    """

    name: str
    registration_number: str = ""
    address: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What is the same on every paper of a shop.

    Attributes:
        issuer: printed at the top.
        zone: the shop's clock.
        language: "ja" or "en".
        columns: the roll's width in Latin characters, 24 or more; a Japanese one takes two.
        practice: nothing counts, and every paper says so.
    """

    issuer: Issuer
    zone: tzinfo
    language: str = "ja"
    columns: int = 32
    practice: bool = False

    @property
    def words(self) -> ReceiptWords:
        return WORDS[self.language]

    def paper(self) -> Composer:
        """An empty paper of the shop's."""
        return Composer(self.columns, PRACTICE_MARK if self.practice else "")


def receipt_text(
    sale: Sale, issuer: Issuer, zone: tzinfo, *, language: str = "ja", columns: int = 32
) -> str:
    """The receipt, one string of lines of exactly fitting width."""
    return receipt_slip(sale, Letterhead(issuer, zone, language, columns)).text


def receipt_slip(sale: Sale, head: Letterhead, *, reissued: bool = False) -> Slip:
    """The receipt of a numbered sale, void or refund.

    Args:
        reissued: marked as printed again.
    """
    words, issuer = head.words, head.issuer
    paper = head.paper()
    for text in (issuer.name, issuer.address, issuer.telephone):
        paper.centred(text)
    paper.centred(words.titles[sale.kind], strong=True)
    if reissued:
        paper.centred(words.reissued, strong=True)
    _registration(paper, issuer, words)
    paper.rule()
    _head(paper, sale, head.zone, words)
    paper.rule()
    for line in sale.lines:
        _line(paper, line, words, places=_has_places(sale))
    paper.rule()
    _totals(paper, sale, words, gap=" " if head.language == "en" else "")
    paper.rule()
    for payment in sale.payments:
        _payment(paper, payment, words)
    _foot(paper, sale, words, head.language)
    return paper.slip()


def _registration(paper: Composer, issuer: Issuer, words: ReceiptWords) -> None:
    if issuer.registration_number:
        paper.centred(f"{words.registration} {issuer.registration_number}")


def _head(paper: Composer, sale: Sale, zone: tzinfo, words: ReceiptWords) -> None:
    when = f"{sale.sold_at.astimezone(zone):%Y-%m-%d %H:%M}"
    paper.pair(when, f"{words.number}{sale.number:06d}")
    cashier = f"{words.cashier} {sale.cashier}" if sale.cashier else ""
    paper.pair(f"{words.register} {sale.register}", cashier)
    if sale.approver and sale.kind is not SaleKind.SALE:
        paper.left(f"{words.approver} {sale.approver}")
    if sale.of_number is not None:
        day = f"{sale.of_day:%Y-%m-%d} " if sale.of_day else ""
        paper.pair(words.of_sale, f"{day}{words.number}{sale.of_number:06d}")
    if not _has_places(sale):
        paper.left(words.places[sale.lines[0].place if sale.lines else sale.place])


def _has_places(sale: Sale) -> bool:
    """Whether some of it is eaten here and some is not, so that each line says where."""
    return len({line.place for line in sale.lines}) > 1


def _line(paper: Composer, line: SaleLine, words: ReceiptWords, *, places: bool) -> None:
    place = f" ({words.short_places[line.place]})" if places else ""
    name = line.name + ("※" if line.reduced else "") + place
    if line.count == 1:
        paper.pair(name, YEN.format(line.gross))
    else:
        paper.left(name)
        paper.pair(f"  {YEN.format(line.unit_price)} x {line.count}", YEN.format(line.gross))
    if line.off != ZERO:
        paper.pair(f"  {words.discount} {line.off_label}", YEN.format(-line.off))


def _totals(paper: Composer, sale: Sale, words: ReceiptWords, *, gap: str) -> None:
    if sale.shared_off != ZERO:
        paper.pair(words.subtotal, YEN.format(sale.total + sale.shared_off))
        paper.pair(f"{words.discount} {sale.share_label}", YEN.format(-sale.shared_off))
    count = f"{words.total} {abs(sale.count)}{gap}{words.count}"
    paper.tall(count, YEN.format(sale.total))
    for tax in sale.taxes:
        _tax(paper, tax, words)


def _tax(paper: Composer, tax: TaxSplit, words: ReceiptWords) -> None:
    percent = f"{tax.rate_bp / 100:g}"
    paper.pair(f" {percent}{words.of_rate}", YEN.format(tax.gross))
    paper.pair(f"  ({words.tax_in}", f"{YEN.format(tax.tax)})")


def _payment(paper: Composer, payment: Payment, words: ReceiptWords) -> None:
    kind = words.tenders[payment.kind]
    if payment.amount < ZERO:
        paper.pair(f"{words.paid_back} {kind}", YEN.format(-payment.amount))
    elif payment.kind is TenderKind.CASH:
        paper.pair(words.tendered, YEN.format(payment.tendered))
        paper.pair(words.change, YEN.format(payment.change))
    else:
        paper.pair(kind, YEN.format(payment.tendered))
    if payment.forfeited != ZERO:
        paper.pair(f"  ({words.forfeited}", f"{YEN.format(payment.forfeited)})")
    if payment.note:
        is_customer = payment.kind is TenderKind.ON_ACCOUNT
        name = words.customer.replace("%1", payment.note) if is_customer else payment.note
        paper.left(f"  {name}")


def _foot(paper: Composer, sale: Sale, words: ReceiptWords, language: str) -> None:
    reason = worded(sale.reason, language)
    for title, text in ((words.reason, reason), (words.memo, sale.note)):
        if text:
            paper.left(f"{title}{words.colon}{text}")
    if any(line.reduced for line in sale.lines):
        paper.left(words.note)
    if sale.kind is SaleKind.SALE:
        paper.centred(words.thanks)

"""領収書: a sale's receipt made out to somebody."""

from dataclasses import dataclass

from breadpos.domain.money import YEN, Money
from breadpos.domain.receipt import Letterhead
from breadpos.domain.receipt_words import ReceiptWords
from breadpos.domain.sale import Sale
from breadpos.domain.slip import Composer, Slip
from breadpos.domain.tender import TenderKind

_STAMPED_FROM = Money(50_000)
"""Net of tax and not by card, a receipt bears a revenue stamp (印紙税法 別表第一 第17号)."""

_STAMP_FREE = {TenderKind.CARD, TenderKind.ON_ACCOUNT}


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a receipt is made out to, and for what; empty for a blank, and for bread.

    Attributes:
        name: 宛名.
        purpose: 但し書き.
    """

    name: str = ""
    purpose: str = ""


def formal_slip(sale: Sale, head: Letterhead, to: Addressee, *, reissued: bool = False) -> Slip:
    """The 領収書 of a numbered sale.

    Args:
        reissued: marked as made out again.
    """
    words, issuer = head.words, head.issuer
    paper = head.paper()
    paper.centred(words.formal, strong=True)
    if reissued:
        paper.centred(words.reissued, strong=True)
    when = f"{sale.sold_at.astimezone(head.zone):%Y-%m-%d}"
    paper.pair(when, f"{words.number}{sale.number:06d}")
    paper.left("")
    name = to.name.strip() or ("　" * 8 if head.language == "ja" else "_" * 12)
    paper.left(words.customer.replace("%1", name), strong=True)
    paper.rule()
    paper.tall("", f"{YEN.format(sale.total)}-")
    paper.rule()
    purpose = to.purpose.strip() or words.purpose_default
    paper.left(words.purpose.replace("%1", purpose))
    paper.left(words.received)
    paper.left("")
    _breakdown(paper, sale, words)
    if needs_stamp(sale):
        paper.left("")
        paper.left(words.stamp)
    paper.left("")
    for text in (issuer.name, issuer.address, issuer.telephone):
        paper.centred(text)
    if issuer.registration_number:
        paper.centred(f"{words.registration} {issuer.registration_number}")
    return paper.slip()


def needs_stamp(sale: Sale) -> bool:
    """Whether the amount without tax and card payments asks for a revenue stamp."""
    exempt = sum(p.amount.minor for p in sale.payments if p.kind in _STAMP_FREE)
    tax = sum(split.tax.minor for split in sale.taxes)
    return sale.total.minor - tax - exempt >= _STAMPED_FROM.minor


def _breakdown(paper: Composer, sale: Sale, words: ReceiptWords) -> None:
    paper.left(words.breakdown)
    for tax in sale.taxes:
        percent = f"{tax.rate_bp / 100:g}"
        paper.pair(f" {percent}{words.of_rate}", YEN.format(tax.gross))
        paper.pair(f"  ({words.tax_in}", f"{YEN.format(tax.tax)})")
    for payment in sale.payments:
        paper.pair(f" {words.tenders[payment.kind]}", YEN.format(payment.amount))

"""A paper that shows whether a printer works and its roll is as wide as it is set."""

from breadpos.domain.money import YEN, Money
from breadpos.domain.receipt import Letterhead
from breadpos.domain.slip import Slip

_SAMPLES = (("あんぱん", 180), ("Croissant", 216))


def trial_slip(head: Letterhead) -> Slip:
    """The shop's name, edges, kanji, and amounts in both sizes."""
    paper = head.paper()
    paper.centred(head.issuer.name)
    paper.centred(head.words.trial, strong=True)
    paper.rule()
    for name, yen in _SAMPLES:
        paper.pair(name, YEN.format(Money(yen)))
    paper.tall(head.words.total, YEN.format(Money(sum(yen for _, yen in _SAMPLES))))
    paper.rule()
    paper.left(head.words.trial_check)
    return paper.slip()

from dataclasses import replace

from breadpos.domain.money import ZERO, Money
from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Candidate, Detection, Recognition, Status
from breadpos.domain.tray import Tray
from breadpos.domain.tray_record import Word, confidence_of, recorded, thinned

MELONPAN, ANPAN = ProductId("melonpan"), ProductId("anpan")
PRICES = {MELONPAN: Money(180), ANPAN: Money(150)}


def seen(status: Status, left: float, *names: ProductId) -> Detection:
    square = ((left, 0.0), (left + 50, 0.0), (left + 50, 50.0))
    candidates = tuple(Candidate(name, 0.8) for name in names)
    return Detection((left, 0.0, 50.0, 50.0), square, status, candidates)


def tray() -> Tray:
    found = (
        seen(Status.SURE, 0.0, MELONPAN),
        seen(Status.SURE, 200.0, MELONPAN, ANPAN),
        seen(Status.UNSURE, 400.0, ANPAN),
        seen(Status.UNKNOWN, 600.0),
    )
    return Tray().seeing(Recognition(1, 0.0, (800, 600), found))


def test_a_tray_goes_on_record_as_it_was_read_and_as_it_is_charged() -> None:
    said = tray().naming(2, ANPAN).naming(3, ANPAN).dismissing(4)
    right, wrong, confirmed, nothing = recorded(said, PRICES.__getitem__)
    assert (right.read_as, right.charged_as, right.word) == (MELONPAN, MELONPAN, Word.NONE)
    assert (wrong.read_as, wrong.charged_as, wrong.is_corrected) == (MELONPAN, ANPAN, True)
    assert (wrong.read_price, wrong.charged_price) == (Money(180), Money(150))
    assert (confirmed.word, confirmed.is_corrected, confirmed.status) == (
        Word.NAMED,
        False,
        Status.UNSURE,
    )
    assert (nothing.charged_as, nothing.word, nothing.charged_price) == (None, Word.DISMISSED, ZERO)


def test_a_word_on_a_sure_item_that_changes_nothing_is_no_correction() -> None:
    right, *_ = recorded(tray().naming(1, MELONPAN), PRICES.__getitem__)
    assert not right.is_corrected
    assert not replace(right, word=Word.NONE).is_corrected


def test_an_outline_on_record_keeps_its_shape_in_few_points() -> None:
    many = tuple((float(n), 0.4) for n in range(100))
    assert thinned(many)[:2] == ((0, 0), (5, 0))
    assert len(thinned(many)) <= 24
    assert thinned(many[:3]) == ((0, 0), (1, 0), (2, 0))
    assert confidence_of(()) == 0.0

from breadpos.application.closing_count import ClosingCount
from breadpos.domain.recognition import Detection, Recognition
from tests.unit.application.fakes import (
    ANPAN,
    CURRY,
    MELON,
    PRODUCTS,
    SIZE_PX,
    row,
    sure,
    unknown,
)

SHELF = {product.product_id: product for product in PRODUCTS}


def look(*found: Detection, moving: bool = False) -> Recognition:
    return Recognition(0, 0.0, SIZE_PX, found, moving)


def test_tray_after_tray_is_added_up() -> None:
    count = ClosingCount(SHELF)
    count.see(look(*row(ANPAN, ANPAN, MELON)))
    count.keep()
    count.see(look(*row(MELON)))
    count.keep()
    assert [(line.product_id, line.count) for line in count.lines()] == [(ANPAN, 2), (MELON, 2)]
    assert count.lines()[0].amount.minor == 360
    assert count.kept == {ANPAN: 2, MELON: 2}


def test_a_tray_is_counted_once_however_often_it_is_said() -> None:
    count = ClosingCount(SHELF)
    count.see(look(*row(ANPAN)))
    before = count.is_uncounted
    count.keep()
    assert (before, count.is_uncounted) == (True, False)
    count.keep()
    assert count.kept == {ANPAN: 1}
    count.see(look(moving=True))
    count.see(look(*row(ANPAN)))  # a second tray with the same on it
    count.keep()
    assert count.kept == {ANPAN: 2}


def test_a_hand_over_the_tray_changes_nothing() -> None:
    count = ClosingCount(SHELF)
    count.see(look(*row(ANPAN)))
    count.see(look(moving=True))
    assert count.lying == {ANPAN: 1}


def test_what_has_no_name_or_is_not_sold_is_told_and_not_counted() -> None:
    count = ClosingCount(SHELF)
    count.see(look(sure(CURRY), sure("stranger", (300, 100)), unknown((500, 100))))
    assert (count.lying, count.unnamed) == ({CURRY: 1}, 2)


def test_corrections_by_hand_never_go_below_nothing() -> None:
    count = ClosingCount(SHELF)
    count.change(ANPAN, 2)
    count.change(ANPAN, -5)
    assert count.lines() == ()

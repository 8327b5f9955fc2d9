"""Trays as they are put on record."""

from datetime import UTC, datetime

from breadpos.domain.money import Money
from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Candidate, Detection, Status
from breadpos.domain.tray_record import RecordedItem, TrayRecord, Word

NOW = datetime(2026, 4, 2, 9, tzinfo=UTC)
MELONPAN, ANPAN = ProductId("melonpan"), ProductId("anpan")
SQUARE = ((10.0, 20.0), (110.0, 20.0), (110.0, 120.0), (10.0, 120.0))


def detection(status: Status, *names: ProductId) -> Detection:
    candidates = tuple(Candidate(name, 0.9 - 0.2 * n) for n, name in enumerate(names))
    return Detection((10.0, 20.0, 100.0, 100.0), SQUARE, status, candidates)


def make_record(receipt: int, picture: str = "") -> TrayRecord:
    """One item read rightly, one wrongly and corrected, one unknown and dismissed."""
    return TrayRecord(
        receipt=receipt,
        at=NOW,
        size=(640, 480),
        model="20260401-1",
        cashier="佐藤",
        picture=picture,
        items=(
            RecordedItem(
                detection=detection(Status.SURE, MELONPAN),
                read_as=MELONPAN,
                charged_as=MELONPAN,
                read_price=Money(180),
                charged_price=Money(180),
            ),
            RecordedItem(
                detection=detection(Status.SURE, MELONPAN, ANPAN),
                read_as=MELONPAN,
                charged_as=ANPAN,
                word=Word.NAMED,
                read_price=Money(180),
                charged_price=Money(150),
            ),
            RecordedItem(
                detection=detection(Status.UNKNOWN),
                read_as=None,
                charged_as=None,
                word=Word.DISMISSED,
            ),
        ),
    )

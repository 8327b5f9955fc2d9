"""What the window is told about the shop."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo

from breadpos.domain.money import YEN, Currency
from breadpos.domain.receipt import Issuer, Letterhead
from breadpos.settings import PrinterSettings
from breadpos.ui.thumbnails import Thumbnails, no_thumbnails
from breadpos.ui.tokens import LIGHT, Palette


@dataclass(slots=True, kw_only=True)
class ShopFront:
    """How the shop presents itself now; the settings change it while the program runs.

    Attributes:
        zone: the shop's clock.
        language: on the screen at first, "ja" or "en".
        receipt_language: of receipts; the cashier's language does not change it.
        receipt_columns: the roll's width in Latin characters.
        practice: nothing counts; every screen and paper says so.
    """

    issuer: Issuer
    zone: tzinfo
    language: str = "ja"
    receipt_language: str = "ja"
    receipt_columns: int = 32
    practice: bool = False
    currency: Currency = YEN
    palette: Palette = field(default_factory=lambda: replace(LIGHT))
    thumbnails: Thumbnails = field(default_factory=no_thumbnails)
    printer: PrinterSettings = field(default_factory=PrinterSettings)
    clock: Callable[[tzinfo], datetime] = datetime.now

    def today(self) -> date:
        """The day on the shop's clock."""
        return self.clock(self.zone).date()

    @property
    def letterhead(self) -> Letterhead:
        """What is the same on every paper."""
        return Letterhead(
            self.issuer, self.zone, self.receipt_language, self.receipt_columns, self.practice
        )

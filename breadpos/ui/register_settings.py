"""How the register counts and prints."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from breadpos.domain.errors import BreadposError, DayOpen
from breadpos.domain.tax import Rounding
from breadpos.ui.setting_row import OptionRow, TextRow
from breadpos.ui.settings_book import Place, SettingsBook
from breadpos.ui.settings_form import SettingsForm

_NAME: Place = ("register", "name")
_DAY_ENDS: Place = ("register", "day_ends")


class RegisterForm(SettingsForm):
    """Rounding, the day's end, the discount limit, the receipt's width.

    Args:
        day_is_open: whether something has been sold that no Z report holds yet.
    """

    def __init__(
        self, book: SettingsBook, day_is_open: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        self._day_is_open = day_is_open
        self.name = TextRow(_NAME, short=True)
        self.rounding = OptionRow(("register", "rounding"), tuple(Rounding))
        self.day_ends = TextRow(_DAY_ENDS, short=True)
        self.limit = TextRow(("register", "discount_limit_percent"), short=True)
        self.columns = TextRow(("register", "receipt_columns"), short=True)
        self.lock_after = TextRow(("register", "lock_after_min"), short=True)
        self.train = OptionRow(("register", "train_after_closing"), (True, False))
        self.pictures = TextRow(("register", "tray_pictures_days"), short=True)
        rows = (
            self.name,
            self.day_ends,
            self.rounding,
            self.limit,
            self.columns,
            self.lock_after,
            self.pictures,
            self.train,
        )
        super().__init__(book, rows, parent=parent)
        self.side_by_side(self.name, self.day_ends)
        self.side_by_side(self.limit, self.columns)
        self.side_by_side(self.lock_after, self.pictures)
        self.retranslate()

    def check(self, values: dict[Place, object]) -> None:
        if {_NAME, _DAY_ENDS} & values.keys() and self._day_is_open():
            raise DayOpen

    def words_for(self, error: BreadposError) -> str:
        if isinstance(error, DayOpen):
            return self.tr(
                "Nothing is saved: the register's name and the day's end change only after the"
                " day is closed (Z report)."
            )
        return super().words_for(error)

    def retranslate(self) -> None:
        self.title.setText(self.tr("Register and receipts"))
        self.name.set_words(
            self.tr("Name of this register"), self.tr("1 to 20 letters, printed on receipts.")
        )
        self.rounding.set_words(
            self.tr("Fractions of a yen in the tax"),
            self.tr("Once per rate and receipt. Choose one and keep to it."),
        )
        self.rounding.name_options(
            {
                Rounding.FLOOR: self.tr("Round down"),
                Rounding.HALF_UP: self.tr("Round off"),
                Rounding.CEILING: self.tr("Round up"),
            }
        )
        self.day_ends.set_words(
            self.tr("The day ends at"),
            self.tr("00:00 to 11:59. With 03:00 the night belongs to the day before."),
        )
        self.limit.set_words(
            self.tr("Discount without a manager, at most"), self.tr("0 to 100."), "%"
        )
        self.lock_after.set_words(
            self.tr("Locks itself after"),
            self.tr("0 to 1440; 0 is never. Then somebody's PIN is asked for."),
            self.tr("minutes"),
        )
        self.train.set_words(
            self.tr("Learn from the photos after closing"),
            self.tr("Begins after the Z report; you choose in the morning."),
        )
        self.train.name_options({True: self.tr("On"), False: self.tr("Off")})
        self.pictures.set_words(
            self.tr("Pictures of sold trays are kept for"),
            self.tr("0 to 3650; 0 is never. They show what was charged."),
            self.tr("days"),
        )
        self.columns.set_words(
            self.tr("Width of the receipt"),
            self.tr("24 to 64. A roll of 58 mm has 32, one of 80 mm has 48."),
            self.tr("letters"),
        )

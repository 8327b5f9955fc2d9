"""Finding a receipt: by number, item, amount or day."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from breadpos.application.ports import SaleHead, SaleSearch
from breadpos.domain.money import ZERO, Currency, Money
from breadpos.domain.sale import SaleKind
from breadpos.ui.choice_row import ChoiceRow
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of
from breadpos.ui.named import named
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.scrolled import scrolling
from breadpos.ui.sold_names import Products, sold_name
from breadpos.ui.tokens import EDGE_PX, GAP_PX

_MOST_SHOWN = 60
_DAYS = (0, 6, None)
"""How many days back a choice looks."""

_NUMBER, _ITEM, _AMOUNT = range(3)


class SalesPanel(QFrame):
    """A field, what is looked for in it, since when; the newest receipts below."""

    search_requested = Signal(object, object)  # SaleSearch, days back or None for all
    chosen = Signal(int)  # receipt
    cancelled = Signal()

    def __init__(
        self,
        currency: Currency,
        zone: tzinfo,
        products: Products,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._products = products
        self.setObjectName("card")
        self._currency, self._zone = currency, zone
        self._by, self._since = _NUMBER, 0
        self._is_today = True
        self._heads: tuple[SaleHead, ...] = ()
        self.head = PanelHead()
        self.by_row = ChoiceRow(("F5", "F6", "F7"))
        self.since_row = ChoiceRow(("F8", "F9", "F11"))
        self.field = QLineEdit(clearButtonEnabled=True)
        self.empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("words", "muted")
        self.rows: dict[int, KeyButton] = {}
        self._list = named("scrolled", QWidget())
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GAP_PX)
        self._scroll = scrolling(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        for widget in (self.head, self.by_row, self.field, self.since_row):
            layout.addWidget(widget)
        layout.addWidget(self._scroll, stretch=1)
        layout.addWidget(self.empty, stretch=1)
        self._connect()
        self._retranslate()

    def start(self) -> None:
        """Begin with today's newest."""
        self._since = 0
        self.field.clear()
        self.field.setFocus()
        self._retranslate()
        self._search()

    def show_heads(self, heads: Sequence[SaleHead]) -> None:
        """Show what was found, newest first."""
        self._heads = tuple(heads)
        while (taken := self._rows.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = {found.number: self._row(found) for found in self._heads}
        for button in self.rows.values():
            self._rows.addWidget(button)
            button.show()
        self._rows.addStretch()
        self.empty.setVisible(not self._heads)
        self._scroll.setVisible(bool(self._heads))

    def _connect(self) -> None:
        self.head.back_requested.connect(self.cancelled)
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._choose_only)
        self.by_row.chosen.connect(self._look_by)
        self.since_row.chosen.connect(self._look_since)

    def _look_by(self, by: int) -> None:
        self._by = by
        self._retranslate()
        self._search()

    def _look_since(self, since: int) -> None:
        self._since = since
        self._search()

    def _choose_only(self) -> None:
        if len(self._heads) == 1:
            self.chosen.emit(self._heads[0].number)

    def _search(self) -> None:
        typed = self.field.text().strip()
        number = int(typed) if typed.isdecimal() and len(typed) <= 12 else None
        by_number = number if self._by == _NUMBER else None
        by_amount = number if self._by == _AMOUNT else None
        wanted = SaleSearch(
            number=by_number,
            item=typed if self._by == _ITEM else "",
            amounts=None if by_amount is None else (Money(by_amount), Money(by_amount)),
            limit=_MOST_SHOWN,
        )
        days_back = _DAYS[self._since] if by_number is None else None
        self._is_today = days_back == 0
        self.search_requested.emit(wanted, days_back)

    def _row(self, found: SaleHead) -> KeyButton:
        button = KeyButton(kind="row", stacked=True)
        form = "%H:%M" if self._is_today else "%m/%d %H:%M"
        when = found.sold_at.astimezone(self._zone).strftime(form)
        total = self._currency.format(found.total)
        note = " ・ ".join(filter(None, (when, self._items(found), found.cashier)))
        parts = (f"No.{found.number:06d}", self._kind(found), total)
        button.set_words("  ".join(filter(None, parts)), note)
        button.clicked.connect(lambda: self.chosen.emit(found.number))
        return button

    def _kind(self, found: SaleHead) -> str:
        """What it is, or what became of it; nothing of a sale that stands."""
        if found.kind is SaleKind.VOID:
            return self.tr("Void")
        if found.kind is SaleKind.REFUND:
            return self.tr("Refund")
        if found.is_voided:
            return self.tr("Voided")
        if found.given_back == found.total > ZERO:
            return self.tr("Refunded")
        return self.tr("Refunded in part") if found.given_back > ZERO else ""

    def _items(self, found: SaleHead) -> str:
        """What stands first on it, and how many pieces there are beside it."""
        language = language_of(self)
        first = sold_name(self._products(), found.first_id, found.first_name, language)
        more = abs(found.pieces) - 1
        if not first or more < 1:
            return first
        return self.tr("%1 and %n more", "", more).replace("%1", first)

    def _retranslate(self) -> None:
        self.head.show_title(self.tr("Receipts"))
        self.by_row.show_words((self.tr("Number"), self.tr("Item"), self.tr("Amount")), self._by)
        since = (self.tr("Today"), self.tr("7 days"), self.tr("All"))
        self.since_row.show_words(since, self._since)
        hints = (self.tr("Receipt number"), self.tr("Name of an item"), self.tr("Total in yen"))
        self.field.setPlaceholderText(hints[self._by])
        self.empty.setText(self.tr("No receipt is found."))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_heads(self._heads)

"""A receipt of the past: what is left of it, and taking it back."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from breadpos.application.returns import PastSale
from breadpos.domain.money import Money
from breadpos.domain.receipt import receipt_slip
from breadpos.domain.refund import value_of
from breadpos.domain.sale import SaleKind
from breadpos.domain.tax import Place
from breadpos.domain.tender import TenderKind
from breadpos.domain.usual_reasons import UsualReason
from breadpos.ui.choice_row import ChoiceRow
from breadpos.ui.elided_label import ElidedLabel
from breadpos.ui.fonts import words_are_large
from breadpos.ui.key_button import KeyButton
from breadpos.ui.language import language_of
from breadpos.ui.named import named
from breadpos.ui.panel_head import PanelHead
from breadpos.ui.prose import Prose
from breadpos.ui.reason_field import ReasonField
from breadpos.ui.scrolled import scrolling
from breadpos.ui.shop_front import ShopFront
from breadpos.ui.slip_scroll import SlipScroll
from breadpos.ui.sold_names import Products, sold_name
from breadpos.ui.stepper import Stepper
from breadpos.ui.tokens import BUTTON_PX, EDGE_PX, GAP_PX, PRIMARY_HEIGHT_PX, ROW_PX

_USUAL = UsualReason.WRONG_ENTRY, UsualReason.QUALITY, UsualReason.RETURNED


class PastSalePanel(QFrame):
    """Pieces are chosen line by line; a void takes all of today's sale."""

    void_requested = Signal(int, str)  # receipt, reason
    refund_requested = Signal(int, object, str, bool)  # receipt, counts, reason, in cash
    reprint_requested = Signal(object)  # Sale
    formal_requested = Signal(object)  # Sale
    replay_requested = Signal(object)  # Sale
    cancelled = Signal()

    def __init__(self, front: ShopFront, products: Products, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._front, self._currency = front, front.currency
        self._products = products
        self._past: PastSale | None = None
        self._counts: dict[int, int] = {}
        self._in_cash = False
        self.head, self.state = PanelHead(), Prose()
        self.state.setProperty("words", "problem")
        self.steppers: dict[int, Stepper] = {}
        self.slip = SlipScroll(front.palette)
        self._list = named("scrolled", QWidget())
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._scroll = scrolling(self._list)
        self.reprint_button = KeyButton(keys=("F5",), stacked=True)
        self.formal_button = KeyButton(keys=("F6",), stacked=True)
        self.replay_button = KeyButton(keys=("F11",), stacked=True)
        self.void_button = KeyButton(keys=("F7",), stacked=True)
        self.pay_back = ChoiceRow(("F8", "F9"))
        self.reason = ReasonField(len(_USUAL))
        self.refund_button = KeyButton(kind="primary", keys=("Return", "Enter"), stacked=True)
        self.refund_button.setFixedHeight(PRIMARY_HEIGHT_PX)
        self._acts = QHBoxLayout()
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_past(self, past: PastSale) -> None:
        """Begin with a receipt as it stands, and nothing chosen."""
        self._past, self._counts, self._in_cash = past, {}, False
        self.reason.clear()
        self.slip.show_slip(receipt_slip(past.sale, self._front.letterhead))
        self._fill_lines(past)
        self._retranslate()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.head)
        layout.addWidget(self.state)
        papers = QHBoxLayout()
        papers.setSpacing(GAP_PX)
        for button in (self.reprint_button, self.formal_button, self.replay_button):
            papers.addWidget(button, stretch=4 if button is self.replay_button else 3)
        layout.addLayout(papers)
        layout.addWidget(self._scroll, stretch=1)
        layout.addWidget(self.slip, stretch=1)
        for widget in (self.pay_back, self.reason):
            layout.addWidget(widget)
        self._acts.setSpacing(GAP_PX)
        self._acts.addWidget(self.void_button, stretch=2)
        self._acts.addWidget(self.refund_button, stretch=5)
        layout.addLayout(self._acts)
        self._arrange()

    def _arrange(self) -> None:
        """Large words need the two acts above each other."""
        is_large = words_are_large()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._acts.setDirection(down if is_large else across)
        for button in (self.void_button, self.refund_button):
            button.stack(stacked=not is_large)
        self.void_button.setFixedHeight(BUTTON_PX if is_large else PRIMARY_HEIGHT_PX)

    def _connect(self) -> None:
        self.head.back_requested.connect(self.cancelled)
        self.reason.changed.connect(self._retranslate)
        self.pay_back.chosen.connect(self._choose_pay_back)
        self.void_button.clicked.connect(self._void)
        self.refund_button.clicked.connect(self._refund)
        self.reprint_button.clicked.connect(lambda: self._say(self.reprint_requested))
        self.formal_button.clicked.connect(lambda: self._say(self.formal_requested))
        self.replay_button.clicked.connect(lambda: self._say(self.replay_requested))

    def _fill_lines(self, past: PastSale) -> None:
        while (taken := self._rows.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.steppers = {n: Stepper() for n, left in past.left.items() if left}
        for n, stepper in self.steppers.items():
            self._rows.addWidget(self._row(n, stepper, past))
        self._rows.addStretch()

    def _row(self, n: int, stepper: Stepper, past: PastSale) -> QWidget:
        line = past.sale.lines[n]
        row = QWidget()
        row.setFixedHeight(max(ROW_PX, 2 * row.fontMetrics().height()))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        name = ElidedLabel(
            sold_name(self._products(), line.product_id, line.name, language_of(self)), lines=2
        )
        where = {Place.TAKEOUT: self.tr("takeout"), Place.EAT_IN: self.tr("eat in")}[line.place]
        each = self._currency.format(Money(line.amount.minor // line.count))
        left = self.tr("%n left", "", past.left[n])
        note = QLabel(" ・ ".join((each, where, left)))
        note.setProperty("words", "note")
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (name, note):
            words.addWidget(part)
        layout.addLayout(words, stretch=1)
        layout.addWidget(stepper)
        stepper.show_count(self._counts.get(n, 0))
        stepper.less_requested.connect(lambda: self._step(n, -1))
        stepper.more_requested.connect(lambda: self._step(n, 1))
        return row

    def _step(self, n: int, more: int) -> None:
        if self._past is not None:
            count = min(max(self._counts.get(n, 0) + more, 0), self._past.left[n])
            self._counts[n] = count
            self.steppers[n].show_count(count)
            self._retranslate()

    def _choose_pay_back(self, number: int) -> None:
        self._in_cash = number == 1
        self._retranslate()

    def _void(self) -> None:
        if self._past is not None:
            self.void_requested.emit(self._past.sale.number, self.reason.reason)

    def _refund(self) -> None:
        if self._past is not None:
            number, reason = self._past.sale.number, self.reason.reason
            self.refund_requested.emit(number, dict(self._counts), reason, self._in_cash)

    def _say(self, wish: object) -> None:
        if self._past is not None:
            wish.emit(self._past.sale)  # type: ignore[attr-defined]  # a bound signal

    def _retranslate(self) -> None:
        self.reprint_button.set_words(self.tr("Reprint"))
        self.formal_button.set_words(self.tr("Made out"))
        self.replay_button.set_words(self.tr("The tray as it was"))
        usual = [reason.words(language_of(self)) for reason in _USUAL]
        self.reason.show_words(usual, self.tr("Reason"))
        words = (self.tr("As it was paid"), self.tr("In cash"))
        self.pay_back.show_words(words, 1 if self._in_cash else 0)
        past = self._past
        if past is None:
            return
        number = f"No.{past.sale.number:06d}"
        self.head.show_title(f"{number}  {self._currency.format(past.sale.total)}")
        for widget in (self._scroll, self.reason, self.refund_button):
            widget.setVisible(past.is_refundable)
        paid_by = {payment.kind for payment in past.sale.payments}
        self.pay_back.setVisible(past.is_refundable and paid_by != {TenderKind.CASH})
        self.slip.setVisible(not past.is_refundable)
        self.state.setVisible(bool(past.refunds))
        self.state.setText(self._state(past))
        is_gone = bool(past.refunds) and not past.is_refundable
        self.formal_button.setVisible(past.sale.kind is SaleKind.SALE and not is_gone)
        self.void_button.setVisible(past.voidable)
        self.void_button.setEnabled(bool(self.reason.reason))
        why_not = "" if self.reason.reason else self.tr("needs a reason")
        self.void_button.set_words(self.tr("Void it all"), why_not or "F7")
        self._show_refund(past)

    def _state(self, past: PastSale) -> str:
        """What has become of the sale since."""
        if any(refund.kind is SaleKind.VOID for refund in past.refunds):
            words = self.tr("Voided: %1")
        elif past.is_refundable:
            words = self.tr("Some of it was paid back: %1")
        else:
            words = self.tr("All of it was paid back: %1")
        numbers = "  ".join(f"No.{refund.number:06d}" for refund in past.refunds)
        return words.replace("%1", numbers)

    def _show_refund(self, past: PastSale) -> None:
        missing = ""
        if not self.reason.reason:
            missing = self.tr("give a reason")
        elif not any(self._counts.values()):
            missing = self.tr("choose items")
        self.refund_button.setEnabled(not missing)
        count = sum(self._counts.values())
        words = self.tr("Refund %n item(s)", "", count) if count else self.tr("Refund")
        back = (
            self._currency.format(value_of(past.sale, past.refunds, self._counts)) if count else ""
        )
        self.refund_button.set_words(words, missing or f"{back} ・ Enter")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._arrange()
        if event.type() is QEvent.Type.LanguageChange:
            if self._past is not None:
                self._fill_lines(self._past)
            self._retranslate()

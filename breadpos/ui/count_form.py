"""Counting notes and coins."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from breadpos.domain.cash import DENOMINATIONS, CashCount
from breadpos.domain.money import ZERO, Currency, Money
from breadpos.domain.usual_reasons import UsualReason
from breadpos.ui.language import language_of
from breadpos.ui.reason_field import ReasonField
from breadpos.ui.tokens import GAP_PX, PAD_PX, TOUCH_PX

_MOST = 99_999
_ROWS = 5
_USUAL = UsualReason.WRONG_CHANGE, UsualReason.NOT_FOUND, UsualReason.TO_THE_SAFE


class CountForm(QWidget):
    """A number for each note and coin; says at once what is over or short."""

    changed = Signal()

    def __init__(self, currency: Currency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = currency
        self._expected = ZERO
        self.fields = {yen: self._field() for yen in DENOMINATIONS}
        self.sums = [(QLabel(), QLabel()) for _ in range(3)]
        self.reason = ReasonField(len(_USUAL))
        self.reason.changed.connect(self.changed)
        grid = QGridLayout()
        grid.setSpacing(GAP_PX)
        for number, (yen, field) in enumerate(self.fields.items()):
            label = QLabel(self._currency.format(Money(yen)))
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row, column = number % _ROWS, number // _ROWS * 2
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(PAD_PX)
        layout.addLayout(grid)
        sums = QHBoxLayout()
        for caption, value in self.sums:
            caption.setProperty("words", "note")
            value.setProperty("words", "heading")
            stack = QVBoxLayout()
            stack.setSpacing(0)
            stack.addWidget(caption)
            stack.addWidget(value)
            sums.addLayout(stack)
        layout.addLayout(sums)
        layout.addWidget(self.reason)
        layout.addStretch()
        self._retranslate()

    def count_for(self, expected: Money) -> None:
        """Begin to count a drawer that should hold an amount."""
        self._expected = expected
        for field in self.fields.values():
            field.clear()
        self.reason.clear()
        self._retranslate()

    @property
    def count(self) -> CashCount:
        return CashCount(tuple(int(field.text() or 0) for field in self.fields.values()))

    @property
    def difference(self) -> Money:
        return self.count.total - self._expected

    @property
    def is_unexplained(self) -> bool:
        return self.difference != ZERO and not self.reason.reason

    def _field(self) -> QLineEdit:
        field = QLineEdit(placeholderText="0", alignment=Qt.AlignmentFlag.AlignRight)
        field.setValidator(QIntValidator(0, _MOST, field))
        field.setMinimumHeight(TOUCH_PX)
        field.textChanged.connect(self._count_again)
        return field

    def _count_again(self) -> None:
        self._retranslate()
        self.changed.emit()

    def _retranslate(self) -> None:
        difference = self.difference
        words = (self.tr("Should be"), self.tr("Counted"), self._difference_words())
        apart = max(difference, -difference)  # the caption says in which direction
        values = (self._expected, self.count.total, apart)
        for (caption, label), word, value in zip(self.sums, words, values, strict=True):
            caption.setText(word)
            label.setText(self._currency.format(value))
        self.reason.setVisible(difference != ZERO)
        usual = [reason.words(language_of(self)) for reason in _USUAL]
        self.reason.show_words(usual, self.tr("Why it does not match"))

    def _difference_words(self) -> str:
        if self.difference == ZERO:
            return self.tr("Even")
        return self.tr("Over") if self.difference > ZERO else self.tr("Short")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

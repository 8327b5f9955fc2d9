"""What the customer pays with: six choices side by side, in two rows where words are large."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from breadpos.domain.tender import TenderKind
from breadpos.ui.fonts import words_are_large
from breadpos.ui.key_button import KeyButton
from breadpos.ui.tokens import STEP_PX, TOUCH_PX

_WORDS: dict[TenderKind, object] = {
    TenderKind.CASH: QT_TRANSLATE_NOOP("Tenders", "Cash"),
    TenderKind.CARD: QT_TRANSLATE_NOOP("Tenders", "Card"),
    TenderKind.QR: QT_TRANSLATE_NOOP("Tenders", "QR"),
    TenderKind.IC: QT_TRANSLATE_NOOP("Tenders", "IC"),
    TenderKind.VOUCHER: QT_TRANSLATE_NOOP("Tenders", "Voucher"),
    TenderKind.ON_ACCOUNT: QT_TRANSLATE_NOOP("Tenders", "Account"),
}
_KEYS = dict(zip(TenderKind, ("F5", "F6", "F7", "F8", "F9", "F11"), strict=True))


def tender_name(kind: TenderKind) -> str:
    """What a tender is called on the screen, short."""
    return QCoreApplication.translate("Tenders", str(_WORDS[kind]))


class TenderRow(QWidget):
    """One of them is chosen; F5 to F9 and F11 choose too."""

    chosen = Signal(object)  # TenderKind

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(STEP_PX)
        self.buttons: dict[TenderKind, KeyButton] = {}
        for kind in TenderKind:
            button = KeyButton(kind="tender", keys=(_KEYS[kind],), stacked=True)
            button.setCheckable(True)
            button.setFixedHeight(TOUCH_PX)
            button.clicked.connect(lambda _=False, kind=kind: self.chosen.emit(kind))
            group.addButton(button)
            self.buttons[kind] = button
        self._arrange()
        self.show_chosen(TenderKind.CASH)
        self._retranslate()

    def show_chosen(self, kind: TenderKind) -> None:
        self.buttons[kind].setChecked(True)

    def _arrange(self) -> None:
        is_large = words_are_large()
        across = len(self.buttons) // 2 if is_large else len(self.buttons)
        for place, button in enumerate(self.buttons.values()):
            button.stack(stacked=not is_large)
            self._grid.addWidget(button, place // across, place % across)
        for column in range(len(self.buttons)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def _retranslate(self) -> None:
        for kind, button in self.buttons.items():
            button.set_words(tender_name(kind))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._arrange()
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

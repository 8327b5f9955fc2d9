"""What can be done with the chosen photos."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from breadpos.ui.key_button import KeyButton
from breadpos.ui.tokens import GAP_PX


class GalleryActions(QWidget):
    """One row of buttons; how many are chosen stands before them."""

    relabel_requested = Signal()
    delete_requested = Signal()
    compare_requested = Signal()
    undo_requested = Signal()
    all_requested = Signal()
    none_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen, self._of, self._deleted = 0, 0, False
        self.count = QLabel()
        self.count.setProperty("words", "strong")
        self.all_button = KeyButton(keys=("Ctrl+A",))
        self.compare_button = KeyButton(icon="squares-four", shown_key="Enter")
        self.relabel_button = KeyButton(icon="pencil-simple", keys=("F4",))
        self.delete_button = KeyButton(icon="trash", keys=("Del",))
        self.undo_button = KeyButton(icon="arrow-counter-clockwise", keys=("Ctrl+Z",))
        self._buttons = (
            self.undo_button,
            self.all_button,
            self.compare_button,
            self.relabel_button,
            self.delete_button,
        )
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GAP_PX)
        self._is_narrow: bool | None = None
        self.all_button.clicked.connect(self._all_or_none)
        self.compare_button.clicked.connect(self.compare_requested)
        self.relabel_button.clicked.connect(self.relabel_requested)
        self.delete_button.clicked.connect(self.delete_requested)
        self.undo_button.clicked.connect(self.undo_requested)
        self._retranslate()

    def show_state(self, chosen: int, of: int, *, deleted: bool, can_undo: bool) -> None:
        """How many photos are chosen of those in sight, and whether they are deleted ones."""
        self._chosen, self._of, self._deleted = chosen, of, deleted
        self.undo_button.setEnabled(can_undo)
        self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """One row; two where the words are too large for one."""
        parts = (self.count, *self._buttons)
        wide_px = sum(part.sizeHint().width() for part in parts) + GAP_PX * len(self._buttons)
        is_narrow = self.width() < wide_px
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        for column, part in enumerate(parts):
            place = (column // 3, column % 3) if is_narrow else (0, column)
            self._rows.addWidget(part, *place)
        self._rows.setColumnStretch(0, 0 if is_narrow else 1)

    def _all_or_none(self) -> None:
        if self._chosen:
            self.none_requested.emit()
        else:
            self.all_requested.emit()

    def _retranslate(self) -> None:
        chosen, any_there = self._chosen, self._of > 0
        self.all_button.setEnabled(any_there)
        self.delete_button.setEnabled(any_there)
        tap = self.tr("Tap to choose") if any_there else ""
        self.count.setText(self.tr("%n chosen", "", chosen) if chosen else tap)
        self.all_button.set_words(self.tr("Choose none") if chosen else self.tr("Choose all"))
        two = self.tr("Compare") if chosen > 1 else self.tr("Look closely")
        self.compare_button.set_words(two)
        self.compare_button.setEnabled(any_there and chosen <= 2)
        self.relabel_button.set_words(self.tr("Another bread"))
        self.relabel_button.setEnabled(any_there and not self._deleted)
        self.delete_button.set_words(self.tr("Bring back") if self._deleted else self.tr("Delete"))
        self.delete_button.show_icon("check" if self._deleted else "trash")
        self.undo_button.set_words(self.tr("Undo"))
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

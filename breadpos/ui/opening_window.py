"""The register's window from its first moment: its header at once, its pages when they are made."""

from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from breadpos.domain.errors import BreadposError
from breadpos.ui.empty_state import EmptyState
from breadpos.ui.failures import opening_words
from breadpos.ui.header import Header
from breadpos.ui.named import named
from breadpos.ui.practice_band import PracticeBand
from breadpos.ui.screen_fit import FIRST_PX, LEAST_PX


def window_title(shop_name: str, *, practice: bool) -> str:
    """What the window of a shop is called outside of it."""
    return f"{'練習 / PRACTICE ・ ' if practice else ''}{shop_name} ・ breadpos"


class OpeningWindow(QMainWindow):
    """Says that the register is being opened, or what keeps it from that; then holds it.

    It is one window from start to end, so that nothing flashes, jumps or is in the taskbar twice.
    """

    closed = Signal()

    def __init__(self, shop_name: str, zone: tzinfo, *, practice: bool) -> None:
        super().__init__()
        self.setMinimumSize(*LEAST_PX)
        self.resize(*FIRST_PX)
        self.setWindowTitle(window_title(shop_name, practice=practice))
        self._whole = named("page", QWidget())
        self.header = Header(shop_name, zone)
        self.state = EmptyState("storefront")
        self._column = QVBoxLayout(self._whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if practice:
            self._column.addWidget(PracticeBand())
        self._column.addWidget(self.header)
        self._column.addWidget(self.state, stretch=1)
        self.setCentralWidget(self._whole)
        for waits in (self.header.tabs, self.header.language_button, self.header.help_button):
            waits.setEnabled(False)
        self.state.show_words(
            self.tr("The register is being opened"), self.tr("Selling begins in a moment."), ""
        )

    def dress(self, sheet: str) -> None:
        """Put on a style sheet; the register brings its own."""
        self._whole.setStyleSheet(sheet)

    def hold(self, register: QMainWindow) -> None:
        """Be the register from now on."""
        focused = register.focusWidget()
        self.setWindowTitle(register.windowTitle())
        register.windowTitleChanged.connect(self.setWindowTitle)
        register.setGeometry(self._whole.geometry())
        self.setCentralWidget(register)  # what was there is deleted
        register.show()  # now, so that nothing is painted in between
        if focused is not None:
            focused.setFocus()

    def show_failure(self, error: BreadposError) -> None:
        """Say why there will be no register, and what to do."""
        header = self.header
        for gone in (header.tabs, header.chip, header.language_button, header.help_button):
            gone.hide()
        self.state.hide()
        self.state = EmptyState("warning-circle", keys=("Esc", "Return"))
        self.state.show_words(*opening_words(error), self.tr("Close"))
        self.state.acted.connect(self.close)
        self._column.addWidget(self.state, stretch=1)
        self.state.show_detail(" ".join(str(error).split()))
        self.state.show()
        self.state.button.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

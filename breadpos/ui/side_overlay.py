"""A panel over the right side of the window, whatever page is open."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from breadpos.ui.main_window import MainWindow
from breadpos.ui.tokens import EDGE_PX


class SideOverlay(QStackedWidget):
    """While it is open the page beside it is seen but takes nothing, and loses nothing."""

    def __init__(self, window: MainWindow, *panels: QWidget) -> None:
        super().__init__(window.centralWidget())
        self._window = window
        self._focused: QWidget | None = None
        for panel in panels:
            self.addWidget(panel)
        self.hide()
        for watched in (window.pages, window.page.side):
            watched.installEventFilter(self)

    def open_panel(self, panel: QWidget) -> None:
        """Show a panel, and let the page and its tabs wait."""
        if self.isHidden():
            self._focused = QApplication.focusWidget()
        self._let_page(work=False)
        self.setCurrentWidget(panel)
        self._place()
        self.show()
        self.raise_()
        panel.setFocus()

    def close_panel(self) -> None:
        """Let the page go on where it was."""
        self.hide()
        self._let_page(work=True)
        back, self._focused = self._focused, None
        (back if back is not None and back.isVisible() else self._window.page.side).setFocus()

    def _let_page(self, *, work: bool) -> None:
        self._window.pages.setEnabled(work)
        self._window.header.tabs.setEnabled(work)
        self._window.header.cashier_button.setEnabled(work)

    def _place(self) -> None:
        pages = self._window.pages.geometry()
        wide = self._window.page.side.width()
        high = pages.height() - 2 * EDGE_PX
        if pages.height() > pages.width():  # a screen standing upright: over the cart, not the tray
            high = max(self._window.page.side.height(), self.minimumSizeHint().height())
        left, top = pages.right() + 1 - EDGE_PX - wide, pages.bottom() + 1 - EDGE_PX - high
        self.setGeometry(left, top, wide, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

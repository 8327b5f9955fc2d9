"""What every part of the page of sales is: read anew when shown, and made a file of."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from breadpos.ui.figure_table import FigureTable


class SalesPart(QWidget):
    """One part; what differs from part to part is told by those that inherit."""

    failed = Signal(object)  # BreadposError

    @property
    def paper(self) -> QWidget:
        """What is printed."""
        return self

    @property
    def long_table(self) -> FigureTable | None:
        """A table of which the paper may show the beginning only; None where there is none."""
        return None

    @property
    def is_ready(self) -> bool:
        """Whether what was asked for is shown."""
        return True

    def file_name(self) -> str:
        """What a file of it is called."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read what it shows anew."""
        raise NotImplementedError

    def _retranslate(self) -> None:
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

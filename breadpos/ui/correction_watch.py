"""Hears what the cashier says of the tray, for the photographs."""

from PySide6.QtCore import QObject, Slot

from breadpos.application.corrections import CorrectionBook
from breadpos.ui.counter_controller import CounterController


class CorrectionWatch(QObject):
    """Listens at the counter; whatever becomes of it, the sale goes on."""

    def __init__(
        self, controller: CounterController, book: CorrectionBook, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._controller, self._book = controller, book
        controller.view_changed.connect(self._look)
        controller.paid.connect(self._close)

    @Slot(object)
    def _look(self, _view: object) -> None:
        self._book.look(self._controller.tray_items())

    @Slot(object)
    def _close(self, _sale: object) -> None:
        self._book.look(self._controller.tray_items())
        self._book.close()

"""One short sentence on the picture: how far the register has got with the tray."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from breadpos.application.counter_view import CounterView
from breadpos.domain.tray import TrayPhase


class StatusPill(QLabel):
    """Says in words what the outlines say in colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pill")
        self._view: CounterView | None = None
        self._retranslate()

    def show_view(self, view: CounterView) -> None:
        if view != self._view:
            self._view = view
            self._retranslate()

    def _retranslate(self) -> None:
        self.setText(self._sentence(self._view) if self._view else self.tr("Put a tray here"))

    def _sentence(self, view: CounterView) -> str:
        if view.paying:
            return self.tr("Paying")
        if view.phase is TrayPhase.MOVING:
            return self.tr("Reading…")
        if view.tray_closed:
            return self._closed(view)
        if view.phase is TrayPhase.SETTLED:
            return self._counted(view)
        return self.tr("Put a tray here")

    def _closed(self, view: CounterView) -> str:
        return self.tr("On hold") if view.tray_held else self.tr("Paid")

    def _counted(self, view: CounterView) -> str:
        charged = sum(not item.dismissed for item in view.items)
        counted = self.tr("%n item(s)", "", charged)
        if not view.open_count:
            return counted
        to_check = self.tr("please check %n of them", "", view.open_count)
        return f"{counted} ・ {to_check}"

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

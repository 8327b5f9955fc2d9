"""What stands where the picture would be."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from breadpos.ui.icons import Icon
from breadpos.ui.tokens import PAD_PX


class NoPicture(QWidget):
    """Says whether the picture is yet to come or was lost, and that selling goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_lost = False
        self._icon = Icon("camera", 48)
        self._icon.setProperty("words", "muted")
        self.title = QLabel()
        self.title.setProperty("words", "heading")
        self.sentence = QLabel()
        self.sentence.setProperty("words", "muted")
        layout = QVBoxLayout(self)
        layout.setSpacing(PAD_PX)
        layout.addStretch()
        for widget in (self._icon, self.title, self.sentence):
            layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self._retranslate()

    def show_lost(self, *, lost: bool = True) -> None:
        """That there is no picture, or that it is yet to come."""
        if lost is not self._is_lost:
            self._is_lost = lost
            self._icon.show_icon("camera-slash" if lost else "camera")
            self._retranslate()

    def _retranslate(self) -> None:
        self.title.setText(
            self.tr("No picture from the camera")
            if self._is_lost
            else self.tr("Opening the camera…")
        )
        self.sentence.setText(self.tr("You can sell by hand with “+ Product”"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

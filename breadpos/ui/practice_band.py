"""The band over every page while the register is only practised on."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from breadpos.domain.pin import PRACTICE_PIN
from breadpos.ui.named import named
from breadpos.ui.tokens import BAND_PX


class PracticeBand(QLabel):
    """Says that nothing counts, in a colour nothing else is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named("practice_band", self)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumHeight(BAND_PX)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def _retranslate(self) -> None:
        words = self.tr("Practice ・ nothing counts, no sale is real ・ PIN %1")
        self.setText(words.replace("%1", PRACTICE_PIN))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

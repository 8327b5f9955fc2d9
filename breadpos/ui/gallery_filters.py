"""What of the photos is looked at: where from, since when, how well the label fits."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from breadpos.application.photo_album import Certainty, PhotoFilter
from breadpos.domain.photo import PhotoOrigin
from breadpos.ui.choice_box import choice_box
from breadpos.ui.fonts import font
from breadpos.ui.tokens import GAP_PX, LINE_PX

_AS_NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_FRAME_PX = 76
"""Of a box, beside its words."""
_DAYS = (None, 1, 7, 30)
_ORIGINS = (
    None,
    PhotoOrigin.TEACH,
    PhotoOrigin.COUNTER,
    PhotoOrigin.LEARN,
    PhotoOrigin.IMPORT,
)
_CERTAINTIES = (None, Certainty.LOW, Certainty.MIDDLE, Certainty.HIGH)


class GalleryFilters(QWidget):
    """Three choices side by side."""

    changed = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.origin, self.days, self.certainty = choice_box(), choice_box(), choice_box()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        for box in (self.origin, self.days, self.certainty):
            box.setSizeAdjustPolicy(_AS_NARROW)
            layout.addWidget(box, stretch=1)
            box.currentIndexChanged.connect(self._share_room)
        self._retranslate()
        self._share_room()
        for box in (self.origin, self.days, self.certainty):
            box.currentIndexChanged.connect(lambda _row: self.changed.emit())

    def _share_room(self) -> None:
        """Each as wide as what is chosen in it, and a share of the rest."""
        for box in (self.origin, self.days, self.certainty):
            words = QFontMetrics(font(LINE_PX)).horizontalAdvance(box.currentText())
            box.setMinimumWidth(words + _FRAME_PX)

    def narrowed(self) -> PhotoFilter:
        """What is chosen now, whatever the shelf."""
        days = _DAYS[max(self.days.currentIndex(), 0)]
        return PhotoFilter(
            origin=_ORIGINS[max(self.origin.currentIndex(), 0)],
            since=None if days is None else self._now() - timedelta(days=days),
            certainty=_CERTAINTIES[max(self.certainty.currentIndex(), 0)],
        )

    def _retranslate(self) -> None:
        self.origin.setAccessibleName(self.tr("Where a photo is from"))
        self.days.setAccessibleName(self.tr("Since when"))
        self.certainty.setAccessibleName(self.tr("How certain the register was"))
        _rename(
            self.origin,
            (
                self.tr("From anywhere"),
                self.tr("Photographed here"),
                self.tr("Corrected at the register"),
                self.tr("Learnt from a folder"),
                self.tr("Imported"),
            ),
        )
        _rename(
            self.days,
            (
                self.tr("Any day"),
                self.tr("Since yesterday"),
                self.tr("Last 7 days"),
                self.tr("Last 30 days"),
            ),
        )
        _rename(
            self.certainty,
            (
                self.tr("Any certainty"),
                self.tr("Doubtful: under 50%"),
                self.tr("50% to 90%"),
                self.tr("Certain: over 90%"),
            ),
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._share_room()
        elif event.type() is QEvent.Type.StyleChange:
            self._share_room()


def _rename(box: QComboBox, words: Sequence[str]) -> None:
    """Name the choices anew; the chosen one stays."""
    was_silent = box.blockSignals(True)
    chosen = max(box.currentIndex(), 0)
    box.clear()
    box.addItems(list(words))
    box.setCurrentIndex(chosen)
    box.blockSignals(was_silent)

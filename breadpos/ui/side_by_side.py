"""Two widgets beside each other, or below each other where the words are too wide for that."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from breadpos.ui.tokens import GAP_PX

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class SideBySide(QWidget):
    """As wide as what is around it; it asks for no more than the wider of the two.

    Args:
        shares: of what is to spare.
        fills: both are as high as this; or else each as high as it is, at the top.
    """

    def __init__(
        self,
        left: QWidget,
        right: QWidget,
        *,
        gap_px: int = GAP_PX,
        shares: tuple[int, int] = (1, 1),
        fills: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._both, self._is_even = (left, right), shares[0] == shares[1]
        self._row = QBoxLayout(_BESIDE, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap_px)
        self._row.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._shares, self._fills, self._follows_shape = shares, fills, False
        if not fills:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for widget, share in zip(self._both, shares, strict=True):
            self._row.addWidget(widget, stretch=share)
            if not fills:
                self._row.setAlignment(widget, Qt.AlignmentFlag.AlignTop)

    def follow_shape(self) -> None:
        """Stand below each other where there is more height than width, too."""
        self._follows_shape = True

    @property
    def is_below(self) -> bool:
        """Whether the right one stands below the left one now."""
        return self._row.direction() is _BELOW

    def minimumSizeHint(self) -> QSize:
        widest = max(each.minimumSizeHint().width() for each in self._both)
        return QSize(widest, self._row.minimumSize().height())

    def sizeHint(self) -> QSize:
        """As high as its words are in the width it has."""
        hint = super().sizeHint()
        if not self.hasHeightForWidth() or not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return hint
        return QSize(hint.width(), max(hint.height(), self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()  # its words may be others now
        return super().event(event)

    def _arrange(self) -> None:
        least = [max(w.minimumSizeHint().width(), w.minimumWidth()) for w in self._both]
        needed = 2 * max(least) if self._is_even else sum(least)
        fits = needed + self._row.spacing() <= self.width()
        if self._follows_shape and self.height() > self.width():
            fits = False
        wanted = _BESIDE if fits else _BELOW
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)
            for widget, share in zip(self._both, self._shares, strict=True):
                self._row.setStretchFactor(widget, share if fits or self._fills else 0)
            self.updateGeometry()

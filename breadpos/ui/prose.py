"""Sentences that stand below each other as a reader would break them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from breadpos.ui.line_breaks import balanced


class Prose(QLabel):
    """A label of several lines, none of which is the last letters of a word."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        super().__init__(text, parent, wordWrap=True, alignment=alignment)
        self._broken: tuple[tuple[object, ...], str | None] = ((), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        text = self.in_lines()
        if text is None:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.drawFrame(painter)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            self.alignment().value,
            self.palette(),
            self.isEnabled(),
            text,
            self.foregroundRole(),
        )

    def in_lines(self) -> str | None:
        """The text with its breaks; None where it is best left to Qt."""
        metrics, room = self.fontMetrics(), self.contentsRect()
        asked = (self.text(), room.width(), room.height(), self.font().pixelSize())
        if asked != self._broken[0]:
            most = max(room.height() // metrics.lineSpacing(), 1)
            rows: list[str] | None = []
            is_centred = bool(self.alignment() & Qt.AlignmentFlag.AlignHCenter)
            broken = _evenly if is_centred else balanced
            for part in self.text().split("\n"):
                more = broken(part, room.width(), most, metrics)
                rows = None if more is None or rows is None else rows + more
            is_whole = rows is not None and len(rows) <= most
            self._broken = (asked, "\n".join(rows) if rows is not None and is_whole else None)
        return self._broken[1]


def _evenly(text: str, width_px: int, lines: int, metrics: QFontMetrics) -> list[str] | None:
    """Words in lines as equally long as can be, for what stands in the middle."""
    rows = balanced(text, width_px, lines, metrics)
    if rows is None or not text.isascii():  # kana end with their phrases, however long those are
        return rows
    for percent in range(95, 50, -5):
        tighter = balanced(text, width_px * percent // 100, len(rows), metrics)
        if tighter is None:
            break
        rows = tighter
    return rows

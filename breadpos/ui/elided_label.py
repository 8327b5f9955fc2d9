"""A text that gives way: at most so many lines, then an ellipsis."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from breadpos.ui.line_breaks import NEVER_FIRST, balanced

_PITCH_PERCENT = 117
"""From line to line, of the type size; the typeface itself would leave nearly half free."""
CENTRED = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextDontClip.value
"""Of a row of `fitted` lines: the tail of a y reaches into the next one."""
_BELOW = 0.22
"""How far a letter reaches below its line, of the type size."""
_KANA = 0x2E80
"""From here on are the scripts that break anywhere."""
_A_GLANCE = 64


class ElidedLabel(QWidget):
    """Shows a text in the room it has; the whole text is its accessible name."""

    def __init__(self, text: str = "", *, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._lines = lines
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # a fixed height would be that of the width before
        high = QSizePolicy.Policy.Minimum if lines > 1 else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, high)

    def text(self) -> str:
        """The whole text, however much of it fits."""
        return self._text

    def set_text(self, text: str, *, lines: int | None = None) -> None:
        self._text = text
        self._lines = lines if lines is not None else self._lines
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text), height_of(self._used(), self.font()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("あ"), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._lines > 1 and event.oldSize().width() != event.size().width():
            self.updateGeometry()  # in less width it takes more lines

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        metrics = QFontMetrics(self.font())
        rows = fitted(self._text, self.width(), self._lines, metrics)
        pitch = height_of(len(rows), self.font()) // max(len(rows), 1)
        top = (self.height() - pitch * len(rows) + pitch - metrics.height()) / 2
        last = top + pitch * (len(rows) - 1) + metrics.ascent() + _BELOW * self.font().pixelSize()
        top -= max(last - self.height(), 0)  # or the tail of a g were cut; above there is room
        for number, row in enumerate(rows):
            painter.drawText(QPointF(0, top + pitch * number + metrics.ascent()), row)

    def _used(self) -> int:
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return 1  # of any width
        return len(fitted(self._text, self.width(), self._lines, self.fontMetrics())) or 1


def height_of(lines: int, font: QFont) -> int:
    """What so many lines need; a single one stands as a label's would."""
    pitch = QFontMetrics(font).height() if lines < 2 else font.pixelSize() * _PITCH_PERCENT // 100
    return pitch * lines


def fitted(text: str, width_px: int, lines: int, metrics: QFontMetrics) -> list[str]:
    """Break a text into at most so many lines of a width; the last one is elided.

    A text that fits only where a line begins with what ends one is whole all the same.
    """
    text = _beginning(text, width_px * lines, metrics)
    if lines > 1 and metrics.horizontalAdvance(text) > width_px:
        as_read = balanced(text, width_px, lines, metrics)
        if as_read is not None:
            return as_read
    rows = _broken(text, width_px, lines, metrics, minds_ends=True)
    if not rows or text.endswith(rows[-1]):
        return rows
    filled = _broken(text, width_px, lines, metrics, minds_ends=False)
    return filled if text.endswith(filled[-1]) else rows


def _beginning(text: str, wide_px: int, metrics: QFontMetrics) -> str:
    """As much of a text as is wider than this, for measuring all of a long one takes seconds."""
    length = _A_GLANCE
    while length < len(text) and metrics.horizontalAdvance(text[:length]) <= wide_px:
        length *= 2
    return text[:length]


def _broken(
    text: str, width_px: int, lines: int, metrics: QFontMetrics, *, minds_ends: bool
) -> list[str]:
    rows: list[str] = []
    rest = text
    while rest and len(rows) < lines - 1 and metrics.horizontalAdvance(rest) > width_px:
        length = _first_line(rest, width_px, metrics)
        length = _before_what_ends(rest, length) if minds_ends else length
        rows.append(rest[:length].rstrip())
        rest = rest[length:].lstrip()
    if rest:
        fits = metrics.horizontalAdvance(rest) <= width_px  # Qt would elide for half a pixel
        elided = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width_px)
        rows.append(rest if fits else elided)
    return rows


def _first_line(text: str, width_px: int, metrics: QFontMetrics) -> int:
    """How many characters of a text go on its first line, at least one; no word is broken."""
    for length in range(len(text), 0, -1):
        if metrics.horizontalAdvance(text[:length]) <= width_px:
            space = text.rfind(" ", 0, length + 1)
            return space if space > 0 and _is_in_word(text, length) else length
    return 1


def _is_in_word(text: str, place: int) -> bool:
    """Whether a break there would part letters that are written as one word, as kana are not."""
    around = text[place - 1 : place + 1]
    return len(around) == 2 and " " not in around and all(ord(each) < _KANA for each in around)


def _before_what_ends(text: str, length: int) -> int:
    """A line that begins with what ends a word or a sentence takes a letter of the one before."""
    while length > 1 and text[length : length + 1] in NEVER_FIRST:
        length -= 1
    return length

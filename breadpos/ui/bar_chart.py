"""Bars: amounts or counts by day, hour, product; told apart by colour and by pattern."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import pyqtgraph
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from breadpos.ui.fonts import font, text_percent
from breadpos.ui.tokens import GAP_PX, NOTE_PX, PAD_PX, Palette

_BAR = 0.62
_MOST_VALUES = 16
"""More bars than these have no room for their figures."""
_TICK_LETTERS = 66
"""So many letters stand below the bars."""
_LEAST_PLACES = 4
"""Fewer bars than these are as narrow."""
_ROOM = 1.14
_LEFT_PX, _NAMES_PX = 84, 168
_PLOT_PX = 320
"""A plot narrower than this, or at the usual text size lower than half of it, tells nothing."""
_LETTER = 0.7
"""How wide a digit is at most, in its size."""
_MOST_TICKS = 6
_LINE = 1.3
"""How high a line of words is, in its letters' sizes."""
_WHOLE = 1e-6
_SWATCH_PX = 16


@dataclass(frozen=True, slots=True)
class Bars:
    """One colour of bars.

    Attributes:
        name: for the legend; empty for none.
        pattern: of the fill, so that two are told apart without their colours.
    """

    name: str
    values: tuple[float, ...]
    colour: str
    pattern: Qt.BrushStyle = Qt.BrushStyle.SolidPattern

    @property
    def brush(self) -> QBrush:
        return QBrush(QColor(self.colour), self.pattern)


class BarChart(QWidget):
    """Stacked bars with labelled axes; negative ones hang below the line.

    Args:
        write: how a value is written.
    """

    def __init__(
        self, palette: Palette, write: Callable[[float], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._palette, self._write = palette, write
        self.title = QLabel()
        self.title.setProperty("words", "strong")
        self._legend = QHBoxLayout()
        self._legend.setSpacing(GAP_PX)
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addStretch()
        top.addLayout(self._legend)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_PX)
        self._column.addLayout(top)
        self.rest = QWidget()
        self._column.addWidget(self.rest, stretch=1)

    @cached_property
    def _plot(self) -> pyqtgraph.PlotWidget:
        """Made when it is first needed, which takes a moment."""
        plot = _plot(self._write)
        self._column.insertWidget(self._column.indexOf(self.rest), plot, stretch=1)
        return plot

    def prepare(self) -> None:
        """Have the plot ready before there are bars to draw."""
        self._dress()

    def show_bars(
        self,
        title: str,
        labels: Sequence[str],
        bars: Sequence[Bars],
        *,
        sideways: bool = False,
        usual: Bars | None = None,
    ) -> None:
        """Draw bars one upon the other at each label; sideways, the first stands on top.

        Args:
            usual: drawn as a line across each upright bar, to compare it with.
        """
        self.title.setText(title)
        self._plot.setAccessibleName(title)
        self._dress()
        self._plot.clear()
        self._plot.setVisible(bool(labels))
        self._plot.setMinimumHeight(_least_px(len(labels) if sideways else 0))
        self.rest.setVisible(not labels)
        self._show_legend([*bars, *([usual] if usual else [])])
        above, below = [0.0] * len(labels), [0.0] * len(labels)
        for each in bars:
            bases = [above[n] if value >= 0 else below[n] for n, value in enumerate(each.values)]
            self._plot.addItem(self._item(each, bases, sideways=sideways))
            for n, value in enumerate(each.values):
                side = above if value >= 0 else below
                side[n] += value
        tops = [max(pair) for pair in zip(above, usual.values, strict=True)] if usual else above
        self._set_axes(labels, tops, below, sideways=sideways)
        if usual is not None:
            self._plot.addItem(_lines(usual))
        if sideways or len(labels) * text_percent() <= _MOST_VALUES * 100:
            self._write_values(above, below, sideways=sideways)

    def _dress(self) -> None:
        """Wear the palette as it is now, for light and dark may have changed."""
        self._plot.setBackground(self._palette.surface)
        for side in ("left", "bottom"):
            axis = self._plot.getAxis(side)
            axis.setTickFont(font(NOTE_PX - 2))
            axis.setTextPen(QColor(self._palette.muted))
            axis.setPen(QColor(self._palette.line))

    def _item(
        self, bars: Bars, bases: Sequence[float], *, sideways: bool
    ) -> pyqtgraph.BarGraphItem:
        there = [n for n, value in enumerate(bars.values) if value]  # of nothing not even a line
        places, values = there, [bars.values[n] for n in there]
        bases = [bases[n] for n in there]
        pen = pyqtgraph.mkPen(bars.colour, width=1)
        if sideways:
            return pyqtgraph.BarGraphItem(
                y=places, height=_BAR, x0=bases, width=values, brush=bars.brush, pen=pen
            )
        return pyqtgraph.BarGraphItem(
            x=places, width=_BAR, y0=bases, height=values, brush=bars.brush, pen=pen
        )

    def _set_axes(
        self,
        labels: Sequence[str],
        above: Sequence[float],
        below: Sequence[float],
        *,
        sideways: bool,
    ) -> None:
        plot, longest = self._plot, max(map(len, labels), default=1)
        step = max(1, -(-len(labels) * longest // _TICK_LETTERS))
        ticks = [(n, _short(label)) for n, label in enumerate(labels) if n % step == 0]
        names, values = ("left", "bottom") if sideways else ("bottom", "left")
        plot.getAxis(names).setTicks(
            [ticks if not sideways else list(enumerate(map(_short, labels)))]
        )
        plot.getAxis(values).setTicks(None)
        plot.getAxis(names).write = None
        plot.getAxis(values).write = self._write
        plot.getAxis("left").setWidth(_NAMES_PX if sideways else _LEFT_PX)
        plot.showGrid(x=sideways, y=not sideways, alpha=0.2)
        plot.getViewBox().invertY(sideways)
        values_room = 0.0 if sideways else (text_percent() - 100) / 200  # they stand on the bars
        share = _ROOM + values_room
        most, least = max([*above, 1.0]) * share, min([*below, 0.0]) * share
        room = (-0.6, max(len(labels), _LEAST_PLACES) - 0.4)
        along, across = ((least, most), room) if sideways else (room, (least, most))
        plot.getViewBox().setRange(xRange=along, yRange=across, padding=0)

    def _write_values(
        self, above: Sequence[float], below: Sequence[float], *, sideways: bool
    ) -> None:
        for n, value in enumerate(above):
            if value or below[n]:
                text = self._write(value + below[n])
                anchor = (-0.05, 0.5) if sideways else (0.5, 1.0)
                item = pyqtgraph.TextItem(text, color=self._palette.ink, anchor=anchor)
                item.setFont(font(NOTE_PX - 2))
                item.setPos(*((value, n) if sideways else (n, value)))
                self._plot.addItem(item)

    def _show_legend(self, bars: Sequence[Bars]) -> None:
        while (taken := self._legend.takeAt(0)) is not None:
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        for each in (each for each in bars if each.name):
            label = QLabel(each.name)
            label.setProperty("words", "note")
            self._legend.addWidget(_Swatch(each.brush))
            self._legend.addWidget(label)
            self._legend.addSpacing(PAD_PX)


def _lines(usual: Bars) -> pyqtgraph.PlotCurveItem:
    """A line across each bar's place, and a little beyond its sides."""
    there = [(n, value) for n, value in enumerate(usual.values) if value]
    half = _BAR / 2 + 0.08
    x = [place for n, _ in there for place in (n - half, n + half)]
    y = [value for _, value in there for _ in range(2)]
    pen = pyqtgraph.mkPen(usual.colour, width=3)
    return pyqtgraph.PlotCurveItem(x=x, y=y, connect="pairs", pen=pen)


class _Swatch(QWidget):
    """A square of a bar's fill."""

    def __init__(self, brush: QBrush) -> None:
        super().__init__()
        self._brush = brush
        self.setFixedSize(QSize(_SWATCH_PX, _SWATCH_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._brush.color())
        painter.setBrush(self._brush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class _Axis(pyqtgraph.AxisItem):
    """Writes its values as the chart does; there are no halves of a yen or of a bread."""

    write: Callable[[float], str] | None = None

    def tickSpacing(  # noqa: N802  pyqtgraph's own name
        self, least: float, most: float, room_px: float
    ) -> list[tuple[float, float]]:
        """One step of 1, 2 or 5 times a power of ten, with room for the words between two."""
        letter_px = font(NOTE_PX - 2).pixelSize()
        wide = len((self.write or str)(round(most))) + 2 if self.orientation == "bottom" else 4
        ticks = min(max(room_px / (wide * letter_px * _LETTER), 1.0), _MOST_TICKS)
        return [(_round_step((most - least) / ticks), 0.0)]

    def tickStrings(  # noqa: N802  pyqtgraph's own name
        self, values: list[float], scale: float, spacing: float
    ) -> list[str]:
        if self.write is None:
            plain: list[str] = super().tickStrings(values, scale, spacing)
            return plain
        whole = [abs(value - round(value)) < _WHOLE for value in values]
        return [
            self.write(value) if is_whole else ""
            for value, is_whole in zip(values, whole, strict=True)
        ]


class _Plot(pyqtgraph.PlotWidget):
    """As large as its place: what is drawn has no size of its own."""

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(_PLOT_PX, 0)


def _plot(write: Callable[[float], str]) -> pyqtgraph.PlotWidget:
    axes = {side: _Axis(side) for side in ("left", "bottom")}
    axes["left"].write = write
    plot = _Plot(axisItems=axes, enableMenu=False)  # type: ignore[no-untyped-call]
    plot.setMouseEnabled(x=False, y=False)
    plot.hideButtons()
    for part in (plot, plot.viewport()):
        part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for axis in axes.values():
        axis.enableAutoSIPrefix(False)  # type: ignore[no-untyped-call]
        axis.setStyle(  # type: ignore[no-untyped-call]
            tickLength=0, autoExpandTextSpace=False, hideOverlappingLabels=False
        )
        axis.setZValue(-1)  # the lines of the grid stay behind the bars
    return plot


def _round_step(least: float) -> float:
    """The next larger one of 1, 2, 5, 10, 20 and so on."""
    power = 10.0 ** max(math.floor(math.log10(max(least, 1.0))), 0)
    return next(power * n for n in (1, 2, 5, 10) if power * n >= least)


def _least_px(rows: int) -> int:
    """How low a plot may be: that of rows of words a line each, and the axis."""
    upright_px = _PLOT_PX // 2 * text_percent() // 100
    return max(upright_px, round((rows + 2) * _LINE * font(NOTE_PX - 2).pixelSize()))


def _short(label: str) -> str:
    room = _NAMES_PX - GAP_PX
    return QFontMetrics(font(NOTE_PX - 2)).elidedText(label, Qt.TextElideMode.ElideRight, room)

"""Loss and accuracy of a training, drawn while it runs."""

import pyqtgraph
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from breadpos.application.training_desk import Event
from breadpos.ui.fonts import font, text_percent, words_are_large
from breadpos.ui.tokens import GAP_PX, NOTE_PX, Palette, sized

_WIDE_PX = 2.5
_MOST_TICKS = 8
_PERCENT_ROOM = 0.06
_MOST_TITLE_PX = 20
"""What a plot leaves for its title."""
_KINDS, _WHICH = ("accuracy", "loss"), ("training", "held_out")


class Curves(QWidget):
    """Photos learnt from in one colour, photos kept aside in another and dashed."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self.values: dict[str, list[float]] = {}
        self._plots: dict[str, pyqtgraph.PlotWidget] = {}
        self._lines: dict[str, pyqtgraph.PlotDataItem] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_PX)
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        self.values = {f"{which}_{kind}": [] for kind in _KINDS for which in _WHICH}
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._plots:  # only now, for making them takes a moment
            self._make()
            self._draw()

    def _make(self) -> None:
        for kind in _KINDS:
            plot = self._plot()
            self._column.addWidget(plot, stretch=1)
            self._plots[kind] = plot
            if kind == "accuracy":
                plot.getViewBox().setYRange(0, 100, padding=_PERCENT_ROOM)
                plot.getAxis("left").setTickSpacing(50, 50)
                plot.showAxis("bottom", not words_are_large())  # the one below is the same
            for which in _WHICH:
                self._lines[f"{which}_{kind}"] = plot.plot([], [], pen=self._pen(which))
        self._retranslate()

    def add(self, event: Event) -> None:
        """One pass more."""
        for name, values in self.values.items():
            value = event.get(name)
            values.append(float("nan") if value is None else float(value))
        self._draw()

    def _draw(self) -> None:
        passes = len(next(iter(self.values.values())))
        step = max(-(-passes // _MOST_TICKS), 1)  # there is no half a pass
        for plot in self._plots.values():
            plot.getAxis("bottom").setTickSpacing(step, step)
        for name in self._lines:
            values = self.values[name]
            scale = 100 if name.endswith("accuracy") else 1
            self._lines[name].setData(
                list(range(1, len(values) + 1)), [scale * value for value in values]
            )

    def _plot(self) -> pyqtgraph.PlotWidget:
        plot = pyqtgraph.PlotWidget(background=self._palette.surface)
        plot.setMouseEnabled(x=False, y=False)
        plot.hideButtons()
        plot.setMenuEnabled(False)
        plot.showGrid(x=False, y=True, alpha=0.25)
        for part in (plot, plot.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setTickFont(font(NOTE_PX - 2))
            axis.setTextPen(QColor(self._palette.muted))
            axis.setPen(QColor(self._palette.line))
        plot.getAxis("left").setWidth(44)
        return plot

    def _pen(self, which: str) -> object:
        if which == "training":
            return pyqtgraph.mkPen(self._palette.info, width=_WIDE_PX)
        return pyqtgraph.mkPen(self._palette.crust, width=_WIDE_PX, style=Qt.PenStyle.DashLine)

    def _retranslate(self) -> None:
        titles = {
            "accuracy": self.tr("Named right, % (— learnt from, - - kept aside)"),
            "loss": self.tr("Error (— learnt from, - - kept aside)"),
        }
        size_px = min(sized(NOTE_PX, text_percent()), _MOST_TITLE_PX)
        for kind, plot in self._plots.items():
            plot.setTitle(titles[kind], color=self._palette.muted, size=f"{size_px}px")
            plot.setAccessibleName(titles[kind])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

"""Parts in a column that scrolls where the words are large or the screen is low."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QVBoxLayout, QWidget

from breadpos.ui.named import named
from breadpos.ui.tokens import PAD_PX


def scrolled(*parts: QWidget | QLayout) -> QScrollArea:
    """A column of these, the room that is over below them."""
    inside = named("scrolled", QWidget())
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(PAD_PX)
    for part in parts:
        if isinstance(part, QLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    column.addStretch()
    return scrolling(inside)


def keep_bar(area: QAbstractScrollArea) -> None:
    """Room for the bar at the side at all times, so that nothing jumps; it is seen when needed."""
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar = area.verticalScrollBar()
    bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))


def scrolling(inside: QWidget) -> QScrollArea:
    """What goes up and down only, and leaves the keys to what is in it."""
    area = QScrollArea(widgetResizable=True)
    area.setProperty("frame", "none")
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area

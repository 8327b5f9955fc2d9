"""Widgets under the names the style sheet knows them by."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def named(name: str, widget: W) -> W:
    """The widget, under an object name."""
    widget.setObjectName(name)
    return widget


def restyle(*widgets: QWidget) -> None:
    """Let the style sheet look at properties that have changed."""
    for widget in widgets:
        widget.style().unpolish(widget)
        widget.style().polish(widget)

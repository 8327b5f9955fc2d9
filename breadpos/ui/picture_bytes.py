"""Widgets as a picture or a page, as a file holds it."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPoint, QRect, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QWidget

_SCALE = 2
_DPI = 96


def png_bytes(ground: str, *widgets: QWidget) -> bytes:
    """Widgets one below the other on a colour, at twice their size."""
    image = QImage(_size(widgets) * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(QColor(ground))
    painter = QPainter(image)
    _render(painter, widgets)
    painter.end()
    buffer = _buffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows no device
    return bytes(buffer.data().data())


def pdf_bytes(title: str, ground: str, *widgets: QWidget) -> bytes:
    """The same on one page of their own size, as lines and letters."""
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(_DPI)
    size = _size(widgets)
    inches = QSizeF(size.width() / _DPI, size.height() / _DPI)
    writer.setPageSize(QPageSize(inches, QPageSize.Unit.Inch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    painter.fillRect(QRect(QPoint(0, 0), size), QColor(ground))
    _render(painter, widgets)
    painter.end()
    return bytes(buffer.data().data())


def _size(widgets: Sequence[QWidget]) -> QSize:
    return QSize(max(w.width() for w in widgets), sum(w.height() for w in widgets))


def _render(painter: QPainter, widgets: Sequence[QWidget]) -> None:
    for widget in widgets:
        widget.render(painter, QPoint(0, 0))
        painter.translate(0, widget.height())


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer

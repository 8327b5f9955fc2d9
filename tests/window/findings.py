"""What a program can see wrong in a window: what is cut, small, pale, nameless, or overlaps."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from breadpos.ui.allergen_board import AllergenBoard
from breadpos.ui.elided_label import ElidedLabel, fitted
from breadpos.ui.key_button import KeyButton
from breadpos.ui.product_grid import ProductGrid
from breadpos.ui.replay_picture import ReplayPicture
from breadpos.ui.side_overlay import SideOverlay
from breadpos.ui.tokens import HEADING_PX, TOUCH_PX

_ENOUGH, _ENOUGH_FOR_LARGE = 4.5, 3.0
_OVERLAP_PX = 2
_OVERLAYS = (SideOverlay, ProductGrid, AllergenBoard, ReplayPicture)
Words = QLabel | ElidedLabel
Control = QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: what is wrong, with what, and the figures."""

    kind: str
    what: str
    figures: str = ""

    def __str__(self) -> str:
        return f"{self.kind}: {self.what} {self.figures}".rstrip()


def findings(window: QWidget, picture: QImage) -> list[Finding]:
    """Everything wrong with what is in sight of a window, of which a picture was just taken."""
    seen = [each for each in window.findChildren(QWidget) if _is_in_sight(each, window)]
    words = [each for each in seen if isinstance(each, Words) and each.text().strip()]
    controls = [each for each in seen if isinstance(each, Control)]
    return [
        *_cut(words, controls),
        *_outside(seen),
        *_overlapping(window, words, controls),
        *_small(controls),
        *_nameless(controls),
        *_pale(window, words, picture),
    ]


def _is_in_sight(widget: QWidget, window: QWidget) -> bool:
    if not widget.isVisible() or widget.visibleRegion().isEmpty():
        return False
    scroll = _scroll_over(widget)
    if scroll is not None:
        viewport = scroll.viewport()
        shown = QRect(viewport.mapTo(window, QPoint()), viewport.size())
        if not shown.contains(_rect_in(widget, window)):
            return False  # a part of it is scrolled away, and can be scrolled to
    overlay = _overlay(window)
    return overlay is None or overlay.isAncestorOf(widget) or not _covers(overlay, widget, window)


def _overlay(window: QWidget) -> QWidget | None:
    """What lies over other things on purpose."""
    over = [each for kind in _OVERLAYS for each in window.findChildren(kind)]
    return next((each for each in over if each.isVisible()), None)


def _covers(overlay: QWidget, widget: QWidget, window: QWidget) -> bool:
    return _rect_in(overlay, window).intersects(_rect_in(widget, window))


def _rect_in(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def _scroll_over(widget: QWidget) -> QAbstractScrollArea | None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea) and above.viewport() is not widget:
            return above
        above = above.parentWidget()
    return None


def _cut(words: Sequence[Words], controls: Sequence[Control]) -> Iterator[Finding]:
    for label in words:
        if isinstance(label, ElidedLabel):
            yield from _elided(label)
        elif _is_cut(label):
            figures = f"{label.width()}x{label.height()} of {_wanted(label)}"
            yield Finding("cut", _called(label), figures)
    for button in controls:
        if isinstance(button, KeyButton):
            least = button.minimumSizeHint()
            if button.width() < least.width() or button.height() < least.height():
                figures = f"{button.width()}x{button.height()} of {least.toTuple()}"
                yield Finding("cut", _called(button), figures)
        elif isinstance(button, QLineEdit):
            yield from _cut_field(button)


def _elided(label: ElidedLabel) -> Iterator[Finding]:
    metrics = label.fontMetrics()
    rows = fitted(label.text(), label.width(), label._lines, metrics)
    if "".join(rows).replace(" ", "") != label.text().replace(" ", ""):
        yield Finding("shortened", label.text(), f"in {label.width()} px, {label._lines} line(s)")
    if label.height() < metrics.height() * len(rows) * 3 // 4:
        yield Finding("cut", label.text(), f"{label.height()} px high")


def _is_cut(label: QLabel) -> bool:
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width()) - label.fontMetrics().descent()
    rows = label.text().count("\n") + 1
    # a line of Noto Sans JP leaves a quarter of its height free above and below its letters
    enough = label.fontMetrics().height() * rows * 3 // 4
    return label.width() < label.sizeHint().width() or label.height() < enough


def _wanted(label: QLabel) -> str:
    if label.wordWrap():
        return f"{label.width()}x{label.heightForWidth(label.width())}"
    return f"{label.sizeHint().width()}x{label.sizeHint().height()}"


def _cut_field(field: QLineEdit) -> Iterator[Finding]:
    room = field.width() - 2 * HEADING_PX
    text = field.text() or field.placeholderText()
    needed = field.fontMetrics().horizontalAdvance(text)
    if needed > room:
        yield Finding("cut", text, f"{room} of {needed} px")


def _outside(seen: Sequence[QWidget]) -> Iterator[Finding]:
    for widget in seen:
        above = widget.parentWidget()
        if above is None or _scroll_over(widget) is not None or widget.isWindow():
            continue
        if isinstance(widget, Words | Control) and not above.rect().contains(widget.geometry()):
            place, room = widget.geometry(), above.size()
            figures = (
                f"{place.x()} {place.y()} {place.right()} {place.bottom()} in {room.toTuple()}"
            )
            yield Finding("outside", _called(widget), figures)


def _overlapping(
    window: QWidget, words: Sequence[Words], controls: Sequence[Control]
) -> Iterator[Finding]:
    leaves: list[QWidget] = [*controls]
    leaves += [each for each in words if not any(c.isAncestorOf(each) for c in controls)]
    rects = [_rect_in(each, window) for each in leaves]
    for n, one in enumerate(leaves):
        for m in range(n + 1, len(leaves)):
            common = rects[n].intersected(rects[m])
            if common.width() > _OVERLAP_PX and common.height() > _OVERLAP_PX:
                yield Finding("overlap", f"{_called(one)} / {_called(leaves[m])}")


def _small(controls: Sequence[Control]) -> Iterator[Finding]:
    for each in controls:
        if isinstance(each.parentWidget(), Control):
            continue  # the field inside a box to choose from
        if each.width() < TOUCH_PX or each.height() < TOUCH_PX:
            yield Finding("small", _called(each), f"{each.width()}x{each.height()}")


def _nameless(controls: Sequence[Control]) -> Iterator[Finding]:
    for each in controls:
        if not isinstance(each.parentWidget(), Control) and not name_of(each):
            yield Finding("nameless", f"{type(each).__name__} {each.objectName()}")


def name_of(control: QWidget) -> str:
    """What a screen reader would call it."""
    words = control.accessibleName()
    if isinstance(control, QAbstractButton):
        words = words or control.text()
    if isinstance(control, QLineEdit):
        words = words or control.placeholderText()
    return words.strip() or _buddy_of(control)


def _buddy_of(control: QWidget) -> str:
    labels = control.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is control), "")


def _pale(window: QWidget, words: Sequence[Words], picture: QImage) -> Iterator[Finding]:
    scale = picture.width() / window.width()
    for label in words:
        ink = label.palette().color(label.foregroundRole())
        ground = _ground(picture, _rect_in(label, window), scale)
        reached = contrast(ink, ground)
        is_large = label.font().pixelSize() >= HEADING_PX or not label.isEnabled()
        if reached < (_ENOUGH_FOR_LARGE if is_large else _ENOUGH):
            yield Finding("pale", _called(label), f"{reached:.1f}: {ink.name()} on {ground.name()}")


def _ground(picture: QImage, rect: QRect, scale: float) -> QColor:
    """The commonest colour behind a text."""
    colours: Counter[int] = Counter()
    for y in range(rect.top(), rect.bottom() + 1, 3):
        for x in range(rect.left(), rect.right() + 1, 3):
            place = QPoint(round(x * scale), round(y * scale))
            if picture.valid(place):
                colours[picture.pixel(place)] += 1
    return QColor(colours.most_common(1)[0][0]) if colours else QColor()


def contrast(one: QColor, other: QColor) -> float:
    """As WCAG 2 reckons it, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _called(widget: QWidget) -> str:
    if isinstance(widget, Words):
        return widget.text().replace("\n", " / ")
    return name_of(widget) or f"{type(widget).__name__} {widget.objectName()}"

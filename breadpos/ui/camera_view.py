"""The live picture with what was recognised drawn on it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from breadpos.application.counter_view import CounterView, SeenItem
from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.domain.money import Currency
from breadpos.domain.recognition import Status
from breadpos.ui.key_button import KeyButton
from breadpos.ui.label_placement import Rect, box_of
from breadpos.ui.language import language_of
from breadpos.ui.marked_picture import MarkedPicture, rect_of
from breadpos.ui.outline_painter import Mark, label_size, label_text, smooth_in
from breadpos.ui.status_pill import StatusPill
from breadpos.ui.tokens import EDGE_PX, Palette

_MOST_SHARE = 0.15
"""Of the picture, under labels that bear prices."""
_SIGNS = {Status.SURE: "✓", Status.UNSURE: "？", Status.UNKNOWN: "！"}


class CameraView(MarkedPicture):
    """What was recognised, outlined and named; outlines belong to the frame they were found in."""

    item_tapped = Signal(int)
    picture_arrived = Signal()
    read_again_requested = Signal()

    def __init__(
        self,
        preview: Mailbox[Frame],
        currency: Currency,
        palette: Palette,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(preview, palette, parent)
        self._currency = currency
        self._view: CounterView | None = None
        self.pill = StatusPill()
        self.read_again_button = KeyButton(kind="shade", icon="arrows-clockwise", keys=("F5",))
        self.read_again_button.clicked.connect(self.read_again_requested)
        self._lay_out()
        self._retranslate()

    def show_view(self, view: CounterView) -> None:
        """Draw the items of a view from now on."""
        before, self._view = self._view, view
        self.pill.show_view(view)
        self.read_again_button.setVisible(bool(view.items) and not view.paying)
        if before is None or _drawn(before) != _drawn(view):
            self._mark_anew()

    def yield_keys(self, *, yielded: bool) -> None:
        """Leave the keys to whatever lies over the cart, and show none meanwhile."""
        self.read_again_button.show_key(shown=not yielded)
        self._mark_anew()

    def forget_picture(self) -> None:
        """Show that there is no live picture; an old one would be taken for the counter."""
        self._picture.clear()
        self.no_picture.show_lost()
        self._show_whether_live()
        self._mark_anew()

    def refresh(self) -> None:
        """Show the newest frame, if one came since the last look."""
        frame = self._preview.take()
        if frame is None:
            return
        was_empty = self._picture.is_empty
        self._picture.take(frame)
        if was_empty:
            self._show_whether_live()
            self._mark_anew()
            self.picture_arrived.emit()
        self.update()

    def label_places(self) -> dict[int, Rect]:
        """Where each item's label stands, pixels of this widget."""
        return dict(self._marked().places)

    def marks(self) -> tuple[Mark, ...]:
        """What is drawn on the picture."""
        return self._marked().marks

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE_PX, EDGE_PX, EDGE_PX, EDGE_PX)
        layout.addWidget(self.pill, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.no_picture, stretch=1)
        layout.addStretch()
        self.read_again_button.setParent(self)
        self.read_again_button.hide()
        self._show_whether_live()

    def _retranslate(self) -> None:
        self.read_again_button.set_words(self.tr("Read again"))
        self._mark_anew()

    def _show_whether_live(self) -> None:
        self.pill.setVisible(not self._picture.is_empty)
        self.no_picture.setVisible(self._picture.is_empty)

    # Geometry.

    def _mark_items(self) -> None:
        view = self._view
        if view is None or not view.items or self._picture.is_empty:
            self._overlay.clear()
            return
        area = self.picture_area()
        labels = [self._label(item, is_priced=True) for item in view.items]
        if _is_crowded(labels, area):
            labels = [self._label(item, is_priced=False) for item in view.items]
        marks = [
            Mark(
                item.item_id,
                smooth_in(area, view.size[0], _form(item)),
                item.status,
                label,
                asked=item.asked,
                closed=item.dismissed or view.tray_closed,
            )
            for item, label in zip(view.items, labels, strict=True)
        ]
        self._place_read_again(marks)
        self._show_marks(marks, (self.pill, self.read_again_button))

    def _place_read_again(self, marks: Sequence[Mark]) -> None:
        """Into a corner where it hides no bread; it stays while it hides none where it is."""
        button = self.read_again_button
        button.adjustSize()
        boxes = [box_of(mark.outline) for mark in marks]
        places = [rect_of(QRect(corner, button.size())) for corner in self._corners()]
        now = rect_of(button.geometry())
        order = [now, *places] if now in places else places
        best = min(order, key=lambda place: sum(place.overlap(box) for box in boxes))
        button.move(round(best.left), round(best.top))

    def _corners(self) -> Iterator[QPoint]:
        size = self.read_again_button.size()
        right, bottom = self.width() - EDGE_PX - size.width(), self.height() - EDGE_PX
        yield QPoint(right, bottom - size.height())
        yield QPoint(EDGE_PX, bottom - size.height())
        yield QPoint(right, EDGE_PX)

    def _label(self, item: SeenItem, *, is_priced: bool) -> str:
        if item.dismissed:
            return ""
        cut = "\n" + self.tr("sticks out of the picture") if item.cut else ""
        return self._name(item, is_priced=is_priced) + cut

    def _name(self, item: SeenItem, *, is_priced: bool) -> str:
        if item.product is None:
            question = self.tr("What is this?")
            return f"{_SIGNS[item.status]} {question}"
        name = item.product.label(language_of(self))
        is_priced = is_priced and item.product.is_priced
        price = self._currency.format(item.product.price) if is_priced else ""
        return label_text(f"{_SIGNS[item.status]} {name}", price)

    # Qt's own.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        item_id = self._marked().item_at(event.position())
        if item_id is not None:
            self.item_tapped.emit(item_id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()


def _drawn(view: CounterView) -> tuple[object, ...]:
    """What of a view the outlines depend on."""
    return view.items, view.size, view.tray_closed, view.paying


def _is_crowded(labels: Sequence[str], area: QRectF) -> bool:
    """Whether labels would hide so much that they had better do without prices."""
    sizes = (label_size(label) for label in labels if label)
    return sum(wide * high for wide, high in sizes) > _MOST_SHARE * area.width() * area.height()


def _form(item: SeenItem) -> Sequence[tuple[float, float]]:
    if len(item.outline) >= 3:
        return item.outline
    left, top, width, height = item.box
    return (
        (left, top),
        (left + width, top),
        (left + width, top + height),
        (left, top + height),
    )

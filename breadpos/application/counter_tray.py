"""The tray under the camera, and how much of it is still to be charged."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from breadpos.application.price_list import PriceList
from breadpos.application.witness import Seen
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Recognition, Status
from breadpos.domain.tray import GONE_AFTER_S, Tray, TrayItem, TrayPhase
from breadpos.domain.tray_record import recorded

Pieces = Counter[ProductId | None]
"""How many of each product lie there; None counts what nobody has named."""

Lying = Mapping[int, ProductId | None]
"""What lies there to charge, by item; None for what nobody has named."""


class CounterTray:
    """The tray as it lies.

    A tray that was paid or put on hold is closed: nothing of it is charged again. What is laid
    on it afterwards is nobody's yet, and is reported.
    """

    def __init__(self, price_list: PriceList) -> None:
        self._price_list = price_list
        self._closed = 0  # no tray has this number, so that before the first one all is closed
        self._closed_with: Lying = {}
        self._closed_layout = 0
        self._held = False
        self._lay_here_at_start = True  # until the counter is seen bare, for long
        self._first_bare_s: float | None = None
        self.tray = Tray()
        self.size = (0, 0)
        self.looked_at_s = 0.0
        self.model = ""

    @property
    def is_closed(self) -> bool:
        return self.tray.number == self._closed

    @property
    def is_held(self) -> bool:
        """Whether it was closed because its cart was put on hold."""
        return self.is_closed and self._held

    @property
    def is_there(self) -> bool:
        return self.tray.phase not in {TrayPhase.EMPTY, TrayPhase.GONE}

    @property
    def questions(self) -> tuple[TrayItem, ...]:
        return () if self.is_closed else self.tray.questions

    @property
    def pieces(self) -> Pieces:
        """What lies there to charge, paid or not."""
        return Counter(self.lying.values())

    @property
    def lying(self) -> Lying:
        """The same, by item."""
        return {item.item_id: item.product_id for item in self.tray.items if not item.dismissed}

    @property
    def named_pieces(self) -> Counter[ProductId]:
        """How many of each product lie there, without what nobody has named."""
        return Counter(item.product_id for item in self.tray.items if item.product_id is not None)

    @property
    def seen(self) -> list[tuple[Product, bool]]:
        """Each named item's product, and whether it is still a question."""
        return [
            (self._price_list.known(item.product_id), item.is_open)
            for item in self.tray.items
            if item.product_id is not None
        ]

    @property
    def added_since_closed(self) -> list[Product] | None:
        """What lies on a closed tray that did not when it was closed; None for nothing.

        A bread that lies where another lay is new if it can be none of those that are gone; one
        that the network now reads under another name is not.
        """
        if not self.is_closed:
            return None
        gone = [key for item_id, key in self._closed_with.items() if item_id not in self.lying]
        new = [item for item in self.tray.items if self._is_new(item, gone)]
        more = [item.product_id for item in new if item.product_id is not None]
        has_grown = len(self.lying) > len(self._closed_with)
        return [self._price_list.known(key) for key in more] if more or has_grown else None

    @property
    def is_rearranged(self) -> bool:
        """Whether a closed tray's breads have come to lie elsewhere, as another tray's would."""
        return self.is_closed and self.is_there and self.tray.layout != self._closed_layout

    def is_from_start_with(self, pieces: Counter[ProductId]) -> bool:
        """Whether just these have lain there, open, since the program began.

        What has no name is not counted. The same breads on a counter that was bare meanwhile
        may well be another customer's.
        """
        is_first = self._lay_here_at_start and self.tray.number == 1 and not self.is_closed
        return is_first and bool(pieces) and self.named_pieces == pieces

    def look(self, recognition: Recognition) -> None:
        """Take in what a frame showed, without names the shop does not sell."""
        known = tuple(self._price_list.on_sale(found) for found in recognition.detections)
        self.tray = self.tray.seeing(replace(recognition, detections=known))
        if not recognition.moving:
            self.size = recognition.size
            self.model = recognition.model
            if recognition.detections:
                self.looked_at_s = recognition.captured_at_s
        if self.tray.number == 0:
            self._note_start(recognition)

    def close(self, charged: Lying | None = None, *, held: bool = False) -> None:
        """Charge nothing of this tray any more, but for what comes on top of what was charged."""
        if not self.is_closed:
            self._closed_with = self.lying if charged is None else charged
            self._closed_layout = self.tray.layout
        self._closed = self.tray.number
        self._held = held

    def accept(self) -> None:
        """What was laid on the closed tray, or moved about on it, has been seen to."""
        self._closed_with = self.lying
        self._closed_layout = self.tray.layout

    def as_seen(self) -> Seen | None:
        """What is about to be charged, for the witness; None where nothing of a tray is."""
        if self.is_closed or not self.tray.items:
            return None
        items = recorded(self.tray, lambda key: self._price_list.known(key).price)
        return Seen(items=items, size=self.size, looked_at_s=self.looked_at_s, model=self.model)

    def items_of(self, product_id: ProductId) -> list[TrayItem]:
        """The items charged as a product."""
        if self.is_closed:
            return []
        return [item for item in self.tray.items if item.product_id == product_id]

    def least_trusted_of(self, product_id: ProductId) -> TrayItem | None:
        return min(self.items_of(product_id), key=_trust, default=None)

    def _is_new(self, item: TrayItem, gone: list[ProductId | None]) -> bool:
        """Whether it came after closing and is none of those that are gone; they are used up."""
        if item.dismissed or item.item_id in self._closed_with:
            return False
        names = {item.product_id, None}
        if item.status is not Status.SURE:
            names |= item.detection.named
        was = [key for key in gone if key in names]
        if not was:
            return True
        gone.remove(item.product_id if item.product_id in was else was[0])
        return False

    def _note_start(self, recognition: Recognition) -> None:
        if recognition.moving:
            return
        if self._first_bare_s is None:
            self._first_bare_s = recognition.captured_at_s
        elif recognition.captured_at_s - self._first_bare_s >= GONE_AFTER_S:
            self._lay_here_at_start = False


def _trust(item: TrayItem) -> tuple[bool, float]:
    confidence = item.detection.candidates[0].confidence if item.detection.candidates else 0.0
    return item.status is Status.SURE, confidence

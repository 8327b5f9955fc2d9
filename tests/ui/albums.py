"""An album in memory."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from breadpos.application.photo_album import PhotoCard
from breadpos.domain.errors import BreadposError
from breadpos.domain.photo import PhotoOrigin
from breadpos.domain.product import Product, ProductId
from tests.ui.fakes import TOKYO

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=TOKYO)


def at_once(act: Callable[[], None]) -> None:
    """Not beside the window at all."""
    act()


def photo(number: int, product: Product, **facts: object) -> PhotoCard:
    card = PhotoCard(
        photo_id=number,
        file=f"{number:064x}.jpg",
        size=(1280, 960),
        box=(100.0, 100.0, 300.0, 300.0),
        product_id=product.product_id,
        origin=PhotoOrigin.TEACH,
        taken_at=NOON,
    )
    return replace(card, **facts)  # type: ignore[arg-type]  # facts are its fields


class FakePictures:
    """Each photo is a plain square; the picture of photo 13 is damaged."""

    def thumbnail(self, card: PhotoCard, side_px: int) -> NDArray[np.uint8] | None:
        if card.photo_id == 13:
            return None
        return np.full((side_px, side_px, 3), 60 + card.photo_id % 160, np.uint8)

    def picture(self, card: PhotoCard, most_px: int) -> NDArray[np.uint8] | None:
        return None if card.photo_id == 13 else np.full((most_px // 2, most_px, 3), 90, np.uint8)


class MemoryAlbum:
    def __init__(self, *cards: PhotoCard) -> None:
        self._cards = {card.photo_id: card for card in cards}
        self.refusal: BreadposError | None = None

    def put(self, *cards: PhotoCard) -> None:
        self._cards |= {card.photo_id: card for card in cards}

    def card(self, number: int) -> PhotoCard:
        return self._cards[number]

    def cards(self) -> Sequence[PhotoCard]:
        return tuple(self._cards.values())

    def waiting_count(self) -> int:
        return sum(card.waiting and card.deleted_at is None for card in self.cards())

    def relabel(self, photo_ids: Iterable[int], product_id: ProductId) -> None:
        self._change(photo_ids, product_id=product_id, waiting=False, suspected=None)

    def accept(self, photo_ids: Iterable[int]) -> None:
        self._change(photo_ids, waiting=False)

    def put_back(self, cards: Iterable[PhotoCard]) -> None:
        self.put(*cards)

    def delete(self, photo_ids: Iterable[int]) -> None:
        self._change(photo_ids, deleted_at=NOON)

    def restore(self, photo_ids: Iterable[int]) -> None:
        self._change(photo_ids, deleted_at=None)

    def sweep(self) -> int:
        return 0

    def _change(self, photo_ids: Iterable[int], **facts: object) -> None:
        if self.refusal is not None:
            raise self.refusal
        for number in photo_ids:
            self._cards[number] = replace(self._cards[number], **facts)  # type: ignore[arg-type]

"""A new product from a few photos, without training."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from breadpos.domain.product import ProductId
from breadpos.vision.augment import recut, views
from breadpos.vision.embedder import Embedder
from breadpos.vision.finder import FoundItem
from breadpos.vision.naming import Naming
from breadpos.vision.preprocess import Cutout, cut_out, to_square
from breadpos.vision.recogniser import ItemFinder
from breadpos.vision.sizes import UNKNOWN, with_sizes

_SMALL = 0.25
"""Beside the largest item of a learning photo, anything below this share of it is a crumb."""


@dataclass(frozen=True, slots=True)
class LearntPhoto:
    """One photo, ready for the head.

    Attributes:
        items: the pieces of the product found in it; empty when none was.
        embeddings: (n, r, D + 1) float32: n pieces (the whole picture when none was found), each
            in r views.
    """

    items: tuple[FoundItem, ...]
    embeddings: NDArray[np.float32]


class PhotoLearner:
    """Turns labelled photos into what the head keeps of them. For one thread."""

    def __init__(self, finder: ItemFinder, embedder: Embedder) -> None:
        self._finder = finder
        self._embedder = embedder

    def learn(self, image_bgr: NDArray[np.uint8]) -> LearntPhoto:
        """Every piece of the product in an upright (H, W, 3) BGR photo.

        The photo shows one piece or several alike, so all that is found counts, but for crumbs.
        """
        pieces = pieces_in(self._finder.find(image_bgr))
        if pieces:
            return learn_pieces(self._embedder, image_bgr, pieces)
        whole = _embed(self._embedder, [views(_whole(image_bgr))])
        return LearntPhoto((), with_sizes(whole, [UNKNOWN]))


def pieces_in(found: Sequence[FoundItem]) -> tuple[FoundItem, ...]:
    """What of a learning photo's items is bread: all but crumbs."""
    largest = max((int(item.mask.sum()) for item in found), default=0)
    return tuple(item for item in found if item.mask.sum() >= _SMALL * largest)


def learn_pieces(
    embedder: Embedder, image_bgr: NDArray[np.uint8], pieces: Sequence[FoundItem]
) -> LearntPhoto:
    """A photo of which is known where the pieces of the product lie, at least one."""
    return learn_views(embedder, image_bgr.shape[1], pieces, views_of(image_bgr, pieces))


def views_of(image_bgr: NDArray[np.uint8], pieces: Sequence[FoundItem]) -> list[list[Cutout]]:
    """How each piece in a photo may look at the counter."""
    return [
        views(
            cut_out(image_bgr, item.box, item.mask),
            others=recut(image_bgr, item.box, item.mask),
        )
        for item in pieces
    ]


def learn_views(
    embedder: Embedder,
    width_px: int,
    pieces: Sequence[FoundItem],
    seen: Sequence[Sequence[Cutout]],
) -> LearntPhoto:
    """As `learn_pieces`, with the `views_of` the pieces at hand: several networks share them."""
    looks = _embed(embedder, seen)
    return LearntPhoto(tuple(pieces), embedder.sized(looks, pieces, width_px))


def _embed(embedder: Embedder, seen: Sequence[Sequence[Cutout]]) -> NDArray[np.float32]:
    squares = [to_square(view, embedder.side_px) for each in seen for view in each]
    flat = embedder.embed(np.stack(squares))
    return flat.reshape(len(seen), -1, flat.shape[1])


def taught(naming: Naming, product_id: ProductId, photos: Sequence[LearntPhoto]) -> Naming:
    """The head with more photos of a product, new or known."""
    embeddings = np.concatenate([photo.embeddings for photo in photos])
    sources = [n for n, photo in enumerate(photos) for _ in photo.embeddings]
    return naming.with_photos(product_id, embeddings, sources)


def forgotten(naming: Naming, product_id: ProductId, photo: LearntPhoto) -> Naming:
    """The head without a photo of a product; as it was if it has not learnt that photo."""
    for seen in photo.embeddings:
        naming = naming.without_item(product_id, seen[0])
    return naming


def _whole(image_bgr: NDArray[np.uint8]) -> Cutout:
    """The ellipse that fills the picture: where nothing stands out, the photo is all bread."""
    height, width = image_bgr.shape[:2]
    rows, columns = np.ogrid[:height, :width]
    mask = ((rows - height / 2) / (height / 2)) ** 2 + (
        (columns - width / 2) / (width / 2)
    ) ** 2 <= 1
    return cut_out(image_bgr, (0, 0, width, height), mask)

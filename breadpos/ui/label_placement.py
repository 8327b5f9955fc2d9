"""Where a name stands in the picture: beside its item, never on another name."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_STRIPS = 8
_GAP_PX = 6.0
_GRID_PX = 12
_OWN_FACE = 6.0
_OTHER_FACE = 3.0
_FAR = 0.02
"""Costs: share of the label on its own face, on other faces, and a pixel of distance."""
_GOOD_ENOUGH = 1.0
_STAYING = 0.25
"""What a place may cost more and yet be kept, so that names do not hop about."""


class Rect(NamedTuple):
    """Left, top, width and height in pixels of the widget."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def overlap(self, other: "Rect") -> float:
        """The area both cover, square pixels."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(across, 0.0) * max(down, 0.0)

    def grown(self, by_px: float) -> "Rect":
        return Rect(
            self.left - by_px, self.top - by_px, self.width + 2 * by_px, self.height + 2 * by_px
        )

    def contains(self, other: "Rect") -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


_Rects = NDArray[np.float64]
"""(N, 4) left, top, width, height."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label that needs a place.

    Attributes:
        outline: of the item it names, pixels of the widget.
        size: the label's width and height.
        before: the offset of the label's place from the item's box at the last look.
    """

    item_id: int
    outline: tuple[tuple[float, float], ...]
    size: tuple[float, float]
    before: tuple[float, float] | None = None


def place_labels(
    wanted: Sequence[Wanted], bounds: Rect, taken: Sequence[Rect] = ()
) -> dict[int, Rect]:
    """Give each label a place inside the bounds.

    No label covers another or what is taken already. It stands off its own item's face, and off
    other faces, as far as there is room, and as near its item as that allows. A label for which
    the picture has no room at all is left out.

    Args:
        wanted: most important first.
        bounds: the picture.
        taken: places that are in use.
    """
    faces = [(label.item_id, strip) for label in wanted for strip in _strips(label.outline)]
    owners = np.array([item_id for item_id, _ in faces])
    strips = _array([strip for _, strip in faces])
    used = list(taken)
    places: dict[int, Rect] = {}
    for label in wanted:
        weights = np.where(owners == label.item_id, _OWN_FACE, _OTHER_FACE)
        place = _best(label, bounds, _array(used), (strips, weights))
        if place is not None:
            places[label.item_id] = place
            used.append(place)
    return places


def box_of(outline: Sequence[tuple[float, float]]) -> Rect:
    """The upright box round an outline."""
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _best(
    label: Wanted, bounds: Rect, used: _Rects, faces: tuple[_Rects, NDArray[np.float64]]
) -> Rect | None:
    """The cheapest free place; the one it had before if that is hardly dearer."""
    box = box_of(label.outline)
    old: list[Rect] = []
    if label.before is not None:
        old = [Rect(box.left + label.before[0], box.top + label.before[1], *label.size)]
    near = _array([*old, *_beside(box, label.size)])
    costs = _costs(near, box, bounds, used, faces)
    if old:
        costs[0] -= _STAYING
    if costs.min() > _GOOD_ENOUGH:
        near = np.concatenate((near, _grid(bounds, label.size)))
        costs = np.concatenate((costs, _costs(near[len(costs) :], box, bounds, used, faces)))
    best = int(costs.argmin())
    return Rect(*near[best].tolist()) if math.isfinite(costs[best]) else None


def _costs(
    places: _Rects,
    box: Rect,
    bounds: Rect,
    used: _Rects,
    faces: tuple[_Rects, NDArray[np.float64]],
) -> NDArray[np.float64]:
    """(N,) what each place costs; infinite where it is not free."""
    strips, weights = faces
    areas = places[:, 2] * places[:, 3]
    costs = (_overlaps(places, strips) @ weights) / areas + _FAR * _distances(places, box)
    is_inside = (
        (places[:, 0] >= bounds.left)
        & (places[:, 1] >= bounds.top)
        & (places[:, 0] + places[:, 2] <= bounds.right)
        & (places[:, 1] + places[:, 3] <= bounds.bottom)
    )
    is_free = is_inside & (_overlaps(places, used, grown_px=2.0).sum(axis=1) == 0)
    return np.asarray(np.where(is_free, costs, np.inf), np.float64)


def _overlaps(places: _Rects, others: _Rects, grown_px: float = 0.0) -> NDArray[np.float64]:
    """(N, M) the area that each place and each other rectangle both cover."""
    low, high = places[:, None, :2] - grown_px, places[:, None, :2] + places[:, None, 2:] + grown_px
    across = np.minimum(high, others[None, :, :2] + others[None, :, 2:])
    both = np.clip(across - np.maximum(low, others[None, :, :2]), 0.0, None)
    return np.asarray(both[..., 0] * both[..., 1], np.float64)


def _distances(places: _Rects, box: Rect) -> NDArray[np.float64]:
    """(N,) from the box, a little more for what stands aside of its middle."""
    left, top, width, height = places.T
    across = np.maximum(np.maximum(left - box.right, box.left - left - width), 0.0)
    down = np.maximum(np.maximum(top - box.bottom, box.top - top - height), 0.0)
    aside = np.abs(left + width / 2 - box.left - box.width / 2)
    return np.asarray(across + down + 0.1 * aside, np.float64)


def _array(rects: Sequence[Rect]) -> _Rects:
    return np.array(rects, np.float64).reshape(-1, 4)


def _beside(box: Rect, size: tuple[float, float]) -> Iterator[Rect]:
    width, height = size
    for share in (0.5, 0.25, 0.75, 0.0, 1.0):
        left = box.left + (box.width - width) * share
        yield Rect(left, box.bottom + _GAP_PX, width, height)
        yield Rect(left, box.top - height - _GAP_PX, width, height)
    for share in (0.5, 0.85, 0.15, 1.0, 0.0):
        top = box.top + (box.height - height) * share
        yield Rect(box.right + _GAP_PX, top, width, height)
        yield Rect(box.left - width - _GAP_PX, top, width, height)
    for out in (0.6, 0.8):  # a round item leaves its box's corners free
        for left in (box.left + box.width * out, box.right - box.width * out - width):
            yield Rect(left, box.bottom - height * out, width, height)
            yield Rect(left, box.top - height * (1 - out), width, height)


def _grid(bounds: Rect, size: tuple[float, float]) -> _Rects:
    """Places all over the picture."""
    lefts = np.arange(bounds.left, max(bounds.right - size[0], bounds.left) + 1, _GRID_PX * 2)
    tops = np.arange(bounds.top, max(bounds.bottom - size[1], bounds.top) + 1, _GRID_PX)
    corners = np.stack(np.meshgrid(lefts, tops), axis=-1).reshape(-1, 2)
    return np.concatenate((corners, np.broadcast_to(size, corners.shape)), axis=1)


def _strips(outline: Sequence[tuple[float, float]]) -> list[Rect]:
    """The face as a pile of upright boxes, near enough to measure how much is covered."""
    box = box_of(outline)
    height = box.height / _STRIPS
    strips = []
    for number in range(_STRIPS):
        middle = box.top + (number + 0.5) * height
        crossings = list(_crossings(outline, middle))
        if crossings:
            left, right = min(crossings), max(crossings)
            strips.append(Rect(left, box.top + number * height, right - left, height))
    return strips


def _crossings(outline: Sequence[tuple[float, float]], y: float) -> Iterator[float]:
    for (x0, y0), (x1, y1) in zip(outline, [*outline[1:], outline[0]], strict=True):
        if (y0 <= y) != (y1 <= y):
            yield x0 + (y - y0) / (y1 - y0) * (x1 - x0)

"""Where a name stands in the picture: beside its item, never on another name."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

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
    faces = {label.item_id: _strips(label.outline) for label in wanted}
    used = list(taken)
    places: dict[int, Rect] = {}
    for label in wanted:
        place = _best(label, bounds, used, faces)
        if place is not None:
            places[label.item_id] = place
            used.append(place)
    return places


def box_of(outline: Sequence[tuple[float, float]]) -> Rect:
    """The upright box round an outline."""
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _best(
    label: Wanted, bounds: Rect, used: Sequence[Rect], faces: dict[int, list[Rect]]
) -> Rect | None:
    box = box_of(label.outline)

    def cost(place: Rect) -> float:
        return _cost(place, box, label.item_id, faces)

    near = [place for place in _beside(box, label.size) if _is_free(place, bounds, used)]
    best = min(near, key=cost, default=None)
    if best is None or cost(best) > _GOOD_ENOUGH:
        best = _search(label.size, bounds, used, box, best, cost)
    if label.before is not None and best is not None:
        old = Rect(box.left + label.before[0], box.top + label.before[1], *label.size)
        if _is_free(old, bounds, used) and cost(old) <= cost(best) + _STAYING:
            return old
    return best


def _search(
    size: tuple[float, float],
    bounds: Rect,
    used: Sequence[Rect],
    box: Rect,
    best: Rect | None,
    cost: Callable[[Rect], float],
) -> Rect | None:
    """Look over the whole picture, nearest first, until no place further off can be better."""
    least = cost(best) if best else math.inf
    for place in sorted(_grid(bounds, size), key=lambda place: _distance(place, box)):
        if _FAR * _distance(place, box) >= least:
            break
        if _is_free(place, bounds, used) and cost(place) < least:
            best, least = place, cost(place)
    return best


def _is_free(place: Rect, bounds: Rect, used: Sequence[Rect]) -> bool:
    return bounds.contains(place) and not any(place.grown(2).overlap(other) for other in used)


def _cost(place: Rect, box: Rect, item_id: int, faces: dict[int, list[Rect]]) -> float:
    area = place.width * place.height
    total = _FAR * _distance(place, box)
    for other_id, strips in faces.items():
        reach = place if other_id == item_id else place.grown(_GAP_PX / 2)
        covered = sum(reach.overlap(strip) for strip in strips) / area
        total += covered * (_OWN_FACE if other_id == item_id else _OTHER_FACE)
    return total


def _distance(place: Rect, box: Rect) -> float:
    across = max(place.left - box.right, box.left - place.right, 0.0)
    down = max(place.top - box.bottom, box.top - place.bottom, 0.0)
    aside = abs(place.left + place.width / 2 - box.left - box.width / 2)
    return across + down + 0.1 * aside


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


def _grid(bounds: Rect, size: tuple[float, float]) -> Iterator[Rect]:
    for top in range(int(bounds.top), int(bounds.bottom - size[1]) + 1, _GRID_PX):
        for left in range(int(bounds.left), int(bounds.right - size[0]) + 1, _GRID_PX * 2):
            yield Rect(left, top, *size)


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

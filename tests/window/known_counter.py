"""A counter whose trays are rendered once and known to the pixel: its camera and its recogniser.

It stands in for a camera and the networks where a window is driven, measured or photographed: what
the window shows is what a shop would see, and no time is spent on recognising it.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from breadpos.application.frames import Frame
from breadpos.capture.pace import Pace
from breadpos.domain.errors import CameraLost
from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Candidate, Detection, Point, Recognition, Status
from breadpos.simulation.tray import SimulatedItem, SimulatedTray, render_empty, render_tray

_FRAMES_PER_S = 15.0
_SMOOTH_PX = 1.5
_SEED = 7


@dataclass(frozen=True, slots=True, eq=False)
class KnownTray:
    """A picture, and what a recogniser would say of it."""

    pixels_bgr: NDArray[np.uint8]
    detections: tuple[Detection, ...]


@dataclass(frozen=True, slots=True)
class TrayRecipe:
    """How a tray is laid, and of which of its items the recogniser is not sure.

    Attributes:
        slugs: one for each item.
        unsure: other names an item may have, by its place in `slugs`.
        unknown: places of items nobody has a name for.
    """

    seed: int
    slugs: tuple[str, ...]
    unsure: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    unknown: frozenset[int] = frozenset()


def cook(recipe: TrayRecipe, shelf: Path, size: tuple[int, int] = (1280, 960)) -> KnownTray:
    """Render a tray, or take it from the shelf where it was put when it was first rendered."""
    file = shelf / f"{recipe.seed}-{len(recipe.slugs)}-{size[0]}.npz"
    if not file.exists():
        shelf.mkdir(parents=True, exist_ok=True)
        _render(recipe, file, size)
    with np.load(file) as kept:
        outlines = [kept[f"outline{number}"] for number in range(len(recipe.slugs))]
        pixels = kept["pixels"]
    return KnownTray(pixels, _detections(recipe, outlines))


def _render(recipe: TrayRecipe, file: Path, size: tuple[int, int]) -> None:
    tray: SimulatedTray
    if recipe.slugs:
        tray = render_tray(recipe.seed, recipe.slugs, counter_seed=_SEED, size=size)
    else:
        tray = render_empty(recipe.seed, counter_seed=_SEED, size=size)
    outlines = {f"outline{n}": _outline(item) for n, item in enumerate(tray.items)}
    part = file.with_suffix(".part.npz")
    np.savez(part, allow_pickle=False, pixels=tray.pixels_bgr, **outlines)
    part.replace(file)


def _outline(item: SimulatedItem) -> NDArray[np.float32]:
    contours, _ = cv2.findContours(
        item.mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE
    )
    largest = max(contours, key=cv2.contourArea)
    return np.asarray(cv2.approxPolyDP(largest, _SMOOTH_PX, closed=True)[:, 0], np.float32)


def _detections(
    recipe: TrayRecipe, outlines: Sequence[NDArray[np.float32]]
) -> tuple[Detection, ...]:
    found = []
    for number, (slug, outline) in enumerate(zip(recipe.slugs, outlines, strict=True)):
        others = recipe.unsure.get(number, ())
        status = Status.UNSURE if others else Status.SURE
        names = (slug, *others)
        if number in recipe.unknown:
            status, names = Status.UNKNOWN, ()
        found.append(_detection(outline, status, names))
    return tuple(found)


def _detection(outline: NDArray[np.float32], status: Status, names: Sequence[str]) -> Detection:
    left, top = outline.min(axis=0)
    right, bottom = outline.max(axis=0)
    points: tuple[Point, ...] = tuple((float(x), float(y)) for x, y in outline)
    candidates = tuple(
        Candidate(ProductId(name), (0.6 if len(names) > 1 else 0.99) - 0.2 * place)
        for place, name in enumerate(names)
    )
    box = (float(left), float(top), float(right - left), float(bottom - top))
    return Detection(box, points, status, candidates)


class KnownCounter:
    """A FrameSource and a Recogniser in one: what lies there is known.

    `lay` may be called from any thread; the camera films it from its next frame on.
    """

    def __init__(self, empty: KnownTray, *, frames_per_s: float = _FRAMES_PER_S) -> None:
        self._empty = self._lying = empty
        self._pace = Pace(frames_per_s)
        self._index = 0
        self._filmed: dict[int, KnownTray] = {}
        self.is_plugged = True

    def lay(self, tray: KnownTray | None) -> None:
        """Put a tray under the camera; None takes it away."""
        self._lying = tray or self._empty

    def read(self) -> Frame | None:
        """The next picture of what lies there; CameraLost while it is unplugged."""
        self._pace.wait()
        if not self.is_plugged:
            raise CameraLost("0")
        tray = self._lying
        frame = Frame(tray.pixels_bgr, time.monotonic(), self._index)
        self._filmed[self._index] = tray
        self._filmed.pop(self._index - 100, None)
        self._index += 1
        return frame

    def close(self) -> None:
        """Nothing to give back."""

    def recognise(self, frame: Frame) -> Recognition:
        tray = self._filmed.get(frame.index, self._empty)
        return Recognition(frame.index, frame.captured_at_s, frame.size, tray.detections)

"""Photographing a new bread: what was taken, why not, and what is still missing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from breadpos.application.frames import Frame
from breadpos.application.ports import Recogniser
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Point

ENOUGH_TO_SELL = 5
"""Photos after which the bread can be sold, at first asked about every time."""

ENOUGH = 10
"""Photos after which more gain little."""

_PIECES, _TURNS, _LIGHTS = 2, 3, 2
_BRIGHTER = 1.2
"""Times as bright: another light."""

_AS_IT_LAY_PX = 12.0
"""So far an item's middle strays between two readings of one tray."""


class Refusal(Enum):
    """Why a photo would teach nothing."""

    BLURRED = "blurred"
    DARK = "dark"
    CUT = "cut"
    DUPLICATE = "duplicate"


class Advice(Enum):
    """What to do next."""

    PUT_BREAD = "put_bread"
    ANOTHER_PIECE = "another_piece"
    TURN = "turn"
    TURN_OVER = "turn_over"
    OTHER_LIGHT = "other_light"
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True)
class Shot:
    """One item of one photo, taken or refused.

    Attributes:
        outline: pixels of the frame.
        refusal: why it was not taken; None when it was.
        number: which photo of the product it became, from 1; 0 when refused.
        brightness: mean of the item, 0 to 255.
        is_new_turn: it lies unlike any photo before.
        other_side: it looks like the other side of the bread.
        pieces: of the product that lay there together.
        picture_bgr: (S, S, 3) uint8, for the strip of photos.
    """

    outline: tuple[Point, ...]
    refusal: Refusal | None
    number: int
    brightness: float
    is_new_turn: bool
    other_side: bool
    pieces: int
    picture_bgr: NDArray[np.uint8]


def is_echo(shots: Sequence[Shot], before: Sequence[Shot]) -> bool:
    """Whether a photo nobody asked for only shows again what was just taken, lying as it lay."""
    taken = [_middle(shot) for shot in before if shot.refusal is None]
    return bool(shots) and all(
        shot.refusal is Refusal.DUPLICATE
        and any(math.dist(_middle(shot), there) < _AS_IT_LAY_PX for there in taken)
        for shot in shots
    )


def _middle(shot: Shot) -> Point:
    across, down = zip(*shot.outline, strict=True)
    return (min(across) + max(across)) / 2, (min(down) + max(down)) / 2


@dataclass(frozen=True, slots=True)
class Coverage:
    """How well the photos show a product, and what they lack."""

    photos: int = 0
    pieces: int = 0
    turns: int = 0
    other_side: bool = False
    lights: int = 0

    @property
    def can_sell(self) -> bool:
        return self.photos >= ENOUGH_TO_SELL

    @property
    def advice(self) -> Advice:
        """The one thing that helps most now."""
        if not self.photos:
            return Advice.PUT_BREAD
        if self.turns < min(_TURNS, self.photos + 1):
            return Advice.TURN
        if self.pieces < _PIECES:
            return Advice.ANOTHER_PIECE
        if not self.other_side:
            return Advice.TURN_OVER
        if self.lights < _LIGHTS and self.photos < ENOUGH:
            return Advice.OTHER_LIGHT
        return Advice.ENOUGH if self.photos >= ENOUGH else Advice.TURN


def coverage_of(shots: Sequence[Shot]) -> Coverage:
    """What the shots taken so far show, in the order they were taken."""
    taken = [shot for shot in shots if shot.refusal is None]
    return Coverage(
        photos=len(taken),
        pieces=max((shot.pieces for shot in taken), default=0),
        turns=sum(shot.is_new_turn for shot in taken),
        other_side=any(shot.other_side for shot in taken),
        lights=_lights([shot.brightness for shot in taken]),
    )


def _lights(brightness: Sequence[float]) -> int:
    """How many clearly different lights there were."""
    count, limit = 0, 0.0
    for each in sorted(brightness):
        if each >= limit:
            count, limit = count + 1, each * _BRIGHTER
    return count


class Photographer(Protocol):
    """Takes photos of a new bread and teaches it; slow, so it works on the recogniser's thread."""

    def begin(self, product: Product) -> Sequence[Shot]:
        """Photograph this product from now on; returns the photos it has already, newest last.

        Raises:
            BreadposError: the recogniser or the database cannot be used.
        """
        ...

    def shoot(self, frame: Frame) -> Sequence[Shot]:
        """File every item in the frame that teaches something.

        Raises:
            StorageError: the disk refused; nothing was filed.
        """
        ...

    def teach(self, product_id: ProductId) -> Recogniser:
        """Take the photos into the recogniser and put it in use; returns it for the counter.

        Raises:
            StorageError: the disk refused; the recogniser before stays in use.
        """
        ...

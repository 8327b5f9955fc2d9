"""What one frame showed."""

from dataclasses import dataclass
from enum import Enum

from breadpos.domain.product import ProductId

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, width, height in pixels of the frame."""


class Status(Enum):
    """How far a name can be trusted."""

    SURE = "sure"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name; confidence is a calibrated probability, 0 to 1."""

    product_id: ProductId
    confidence: float


@dataclass(frozen=True, slots=True)
class Detection:
    """One item found in a frame.

    Attributes:
        outline: the item's contour, pixels of the frame, closed, at least three points.
        candidates: best first, at most three; may be empty only when unknown.
        cut: the frame's edge cuts the item.
    """

    box: Box
    outline: tuple[Point, ...]
    status: Status
    candidates: tuple[Candidate, ...]
    cut: bool = False

    def __post_init__(self) -> None:
        if self.status is not Status.UNKNOWN and not self.candidates:
            raise ValueError(f"a {self.status.value} detection needs a candidate")

    @property
    def best(self) -> ProductId | None:
        """The name that would be charged; None when unknown."""
        return None if self.status is Status.UNKNOWN else self.candidates[0].product_id

    @property
    def named(self) -> frozenset[ProductId]:
        """Every product it may be."""
        return frozenset(candidate.product_id for candidate in self.candidates)

    @property
    def centre(self) -> Point:
        left, top, width, height = self.box
        return left + width / 2, top + height / 2


@dataclass(frozen=True, slots=True)
class Recognition:
    """What one frame showed.

    Attributes:
        frame_index: of the frame looked at.
        captured_at_s: the frame's capture time, time.monotonic() seconds.
        size: width and height of the frame, pixels.
        moving: something moves or a hand is in the picture, so nothing was read.
        milliseconds: from frame to names.
        model: the recogniser's version; empty if it has none.
    """

    frame_index: int
    captured_at_s: float
    size: tuple[int, int]
    detections: tuple[Detection, ...] = ()
    moving: bool = False
    milliseconds: float = 0.0
    model: str = ""

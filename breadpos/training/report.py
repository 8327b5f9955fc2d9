"""What a model remembers of its making: report.json."""

import dataclasses
import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from breadpos.training.course import Tracks
from breadpos.training.fine_tune import FineTuned
from breadpos.training.gate import LEVEL, PRECISION
from breadpos.training.options import TrainingOptions
from breadpos.training.shop_items import ShopItem

FORMAT = 1
_TEST = "McNemar, exact, one-sided, for each product and all photos; Tarone and Holm over these"


def report_of(
    *,
    items: Sequence[ShopItem],
    aside: NDArray[np.bool_],
    options: TrainingOptions,
    tracks: Tracks,
    tuned: FineTuned,
    made: Mapping[str, Any],
) -> dict[str, Any]:
    """The report as JSON can hold it.

    Args:
        made: what the caller knows of the making: version, program, time, seconds.
    """
    comparison = tuned.comparison
    products = sorted({item.product for item in items})
    old_accuracy, new_accuracy = comparison.accuracies
    return {
        "format": FORMAT,
        **made,
        "options": plain(dataclasses.asdict(options)),
        "products": products,
        "photos": [
            {
                "photo": item.photo.photo_id,
                "file": item.file,
                "product": item.product,
                "held_out": bool(kept),
            }
            for item, kept in zip(items, aside, strict=True)
        ],
        "curves": plain(dataclasses.asdict(tracks)),
        "test": {"name": _TEST, "level": LEVEL, "precision": PRECISION},
        "verdict": "new" if comparison.passes else "old",
        "old": {"accuracy": old_accuracy, "coverage": _coverage(tuned, "old_coverage")},
        "new": {"accuracy": new_accuracy, "coverage": _coverage(tuned, "new_coverage")},
        "together": {"chance": comparison.chance, "worse": comparison.worse},
        "changes": plain([dataclasses.asdict(change) for change in comparison.changes]),
        "confusion": comparison.confusion.tolist(),
        "worst": [
            {
                "file": tuned.held_out[row].file,
                "suffix": tuned.held_out[row].photo.file.suffix,
                "box": list(tuned.held_out[row].box),
                "product": tuned.held_out[row].product,
                "taken_for": products[int(tuned.new.taken_for[row])],
                "confidence": float(tuned.new.confidence[row]),
            }
            for row in comparison.worst
        ],
    }


def plain(value: object) -> Any:  # noqa: ANN401  JSON
    """A value of ours as JSON can hold it: enums by value, paths as text, no NaN."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Path):
        return str(value)
    return None if isinstance(value, float) and math.isnan(value) else value


def stamp(at: datetime) -> str:
    """A moment as a version's name: sortable, and unique to the microsecond."""
    return f"{at:%Y%m%d-%H%M%S-%f}"


def _coverage(tuned: FineTuned, which: str) -> float:
    changes = tuned.comparison.changes
    photos = max(tuned.comparison.photos, 1)
    return sum(float(getattr(change, which)) * change.photos for change in changes) / photos

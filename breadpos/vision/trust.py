"""Whether confidences mean what they say: calibration error, and precision against coverage."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from breadpos.vision.evaluation import Pairs, ReadTray, pair_up
from breadpos.whole_file import write_whole

_BINS = 15
_POINTS = 200
"""At most so many points of a curve: more would not show."""

CurvePoint = tuple[float, float, float]
"""Least confidence, share of all true items that reach it, share of those that are right."""


def calibration_error(trays: Sequence[ReadTray]) -> float | None:
    """Expected calibration error of the best guess; None where nothing was found.

    The items found are put in order of confidence and cut into 15 bins of as many items each;
    the error is the mean over all items of how far a bin's mean confidence lies from the share
    of its items that are right.

    Source: Naeini et al. 2015, with bins of equal mass as in Nixon et al. 2019.
    """
    confidence, right = _best_guesses(pair_up(trays))
    if not len(confidence):
        return None
    order = np.argsort(confidence)
    bins = np.array_split(order, min(_BINS, len(order)))
    off = [len(rows) * abs(confidence[rows].mean() - right[rows].mean()) for rows in bins]
    return float(sum(off) / len(order))


def precision_curve(trays: Sequence[ReadTray]) -> list[CurvePoint]:
    """Coverage and precision of the best guess as the confidence asked for falls."""
    pairs = pair_up(trays)
    confidence, right = _best_guesses(pairs)
    order = np.argsort(-confidence)
    kept = np.arange(1, len(order) + 1)
    precision = np.cumsum(right[order]) / np.maximum(kept, 1)
    coverage = kept / max(len(pairs.matched) + pairs.missed, 1)
    shown = np.unique(np.linspace(0, len(order) - 1, min(_POINTS, len(order))).astype(int))
    rows = zip(confidence[order][shown], coverage[shown], precision[shown], strict=True)
    return [(float(least), float(share), float(true)) for least, share, true in rows]


def draw_curve(path: Path, points: Sequence[CurvePoint], chosen: tuple[float, float]) -> None:
    """Draw a precision curve as PNG, and where `sure` lies on it.

    Args:
        path: file to write, replaced whole.
        points: of `precision_curve`.
        chosen: coverage and precision of `sure`.

    Raises:
        OSError: it cannot be written.
    """
    from io import BytesIO

    from matplotlib.figure import Figure  # here: it takes a moment

    figure = Figure(figsize=(6.4, 4.4), dpi=120, layout="constrained")
    axes = figure.subplots()
    axes.plot([p[1] for p in points], [p[2] for p in points], color="#9C4A12", label="best guess")
    axes.plot(*chosen, "o", color="#17734A", label=f"sure: {chosen[0]:.0%} at {chosen[1]:.2%}")
    lowest = min([p[2] for p in points] + [chosen[1]], default=1.0)
    axes.set(
        xlabel="coverage (share of all items)",
        ylabel="precision",
        xlim=(0, 1.02),
        ylim=(min(lowest - 0.01, 0.97), 1.002),
        title="Precision of names as the confidence asked for falls",
    )
    axes.grid(visible=True, color="#E6DACB")
    axes.legend(loc="lower left", frameon=False)
    content = BytesIO()
    figure.savefig(content, format="png")
    write_whole(path, content.getvalue())


def _best_guesses(pairs: Pairs) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Confidence of each found item's best guess, and whether it is right."""
    guessed = [(true, found.candidates[0]) for true, found in pairs.matched if found.candidates]
    confidence = np.array([best.confidence for _, best in guessed], np.float64)
    return confidence, np.array([best.product_id == true for true, best in guessed], np.float64)

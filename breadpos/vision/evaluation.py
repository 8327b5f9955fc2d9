"""How well trays are read, against trays whose truth is known.

Source of cAcc, ACD, mCCD, mCIoU and mAP50: Wei et al., "RPC: A Large-Scale Retail Product
Checkout Dataset", 2019, section 4.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from breadpos.domain.recognition import Box, Detection, Status

_SAME = 0.5
"""Intersection over union from which a detection is that item."""


@dataclass(frozen=True, slots=True)
class TrueItem:
    """One item that really lies there; box in picture pixels."""

    product: str
    box: Box


@dataclass(frozen=True, slots=True)
class ReadTray:
    """One tray, what lies on it and what was read.

    Attributes:
        size: width and height of the picture, pixels.
        milliseconds: from picture to names.
    """

    truth: tuple[TrueItem, ...]
    read: tuple[Detection, ...]
    size: tuple[int, int]
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which detection is which true item, over all trays: (true product, detection)."""

    matched: tuple[tuple[str, Detection], ...]
    missed: int
    extra: int


def evaluate(trays: Sequence[ReadTray]) -> dict[str, float | int | None]:
    """Every figure of the `evaluate` command; a share is 0 to 1, None where nothing was counted.

    An unsure item counts as its best guess, an unknown one as not read, as the cart does.
    """
    products = sorted({item.product for tray in trays for item in tray.truth})
    pairs = pair_up(trays)
    true_count = len(pairs.matched) + pairs.missed
    sure = [(true, found) for true, found in pairs.matched if found.status is Status.SURE]
    return {
        "trays": len(trays),
        "items": true_count,
        **_counting(trays, products),
        "mAP50": _map50(trays, products),
        "recall": _share(len(pairs.matched), true_count),
        "find_precision": _share(len(pairs.matched), len(pairs.matched) + pairs.extra),
        "top1": _top(pairs, 1),
        "top3": _top(pairs, 3),
        "coverage": _share(len(sure), true_count),
        "sure_precision": _share(sum(true == found.best for true, found in sure), _sure(trays)),
        "sure_wrong_trays": sum(_is_sure_but_wrong(tray) for tray in trays),
        "milliseconds": float(np.median([tray.milliseconds for tray in trays])) if trays else None,
    }


def pair_up(trays: Sequence[ReadTray]) -> Pairs:
    """Pair detections with true items, the largest overlaps first, from IoU 0.5."""
    matched: list[tuple[str, Detection]] = []
    missed = extra = 0
    for tray in trays:
        pairs = _pairs(tray)
        matched += [(tray.truth[n].product, tray.read[m]) for n, m in pairs.items()]
        missed += len(tray.truth) - len(pairs)
        extra += len(tray.read) - len(pairs)
    return Pairs(tuple(matched), missed, extra)


def confusions(trays: Sequence[ReadTray]) -> list[tuple[str, str, int]]:
    """What was taken for what: true product, read product, how often; the most often first."""
    wrong = Counter(
        (true, str(found.best))
        for true, found in pair_up(trays).matched
        if found.best is not None and found.best != true
    )
    return [(true, read, count) for (true, read), count in wrong.most_common()]


def _pairs(tray: ReadTray) -> dict[int, int]:
    overlaps = sorted(
        (
            (-overlap, n, m)
            for n, item in enumerate(tray.truth)
            for m, found in enumerate(tray.read)
            if (overlap := iou(item.box, found.box)) >= _SAME
        ),
    )
    pairs: dict[int, int] = {}
    for _, n, m in overlaps:
        if n not in pairs and m not in pairs.values():
            pairs[n] = m
    return pairs


def iou(one: Box, other: Box) -> float:
    """Intersection over union of two boxes."""
    width = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    height = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    common = max(width, 0.0) * max(height, 0.0)
    return common / max(one[2] * one[3] + other[2] * other[3] - common, 1e-9)


def _counting(trays: Sequence[ReadTray], products: Sequence[str]) -> dict[str, float | int | None]:
    """The checkout's own figures, from counts alone: a place is no part of a bill."""
    if not trays or not products:
        return {"cAcc": None, "ACD": None, "mCCD": None, "mCIoU": None}
    strangers = {str(found.best) for tray in trays for found in tray.read if found.best}
    columns = [*products, *sorted(strangers - set(products))]
    true = _counts([Counter(item.product for item in tray.truth) for tray in trays], columns)
    read = _counts(
        [Counter(str(found.best) for found in tray.read if found.best) for tray in trays], columns
    )
    off = np.abs(true - read)
    known = slice(0, len(products))
    return {
        "cAcc": float(np.mean(off.sum(axis=1) == 0)),
        "ACD": float(off.sum(axis=1).mean()),
        "mCCD": float(np.mean(off[:, known].sum(axis=0) / true[:, known].sum(axis=0))),
        "mCIoU": float(
            np.mean(
                np.minimum(true, read)[:, known].sum(axis=0)
                / np.maximum(true, read)[:, known].sum(axis=0)
            )
        ),
    }


def _counts(rows: Sequence[Mapping[str, int]], columns: Sequence[str]) -> NDArray[np.int64]:
    return np.array([[row.get(column, 0) for column in columns] for row in rows], np.int64)


def _map50(trays: Sequence[ReadTray], products: Sequence[str]) -> float | None:
    """Mean average precision of the boxes at IoU 0.5, by the COCO evaluator."""
    from faster_coco_eval import COCO, COCOeval_faster

    numbers = {product: n for n, product in enumerate(products, start=1)}
    found = [
        {
            "image_id": image,
            "category_id": numbers[str(detection.best)],
            "bbox": list(detection.box),
            "score": detection.candidates[0].confidence,
        }
        for image, tray in enumerate(trays, start=1)
        for detection in tray.read
        if str(detection.best) in numbers
    ]
    if not found:
        return 0.0 if products else None
    truth = COCO(_coco(trays, numbers))
    scores = COCOeval_faster(truth, truth.loadRes(found), "bbox", print_function=_silent)
    scores.evaluate()
    scores.accumulate()
    scores.summarize()
    return float(scores.stats[1])


def _coco(trays: Sequence[ReadTray], numbers: Mapping[str, int]) -> dict[str, object]:
    annotations = [
        {
            "image_id": image,
            "category_id": numbers[item.product],
            "bbox": list(item.box),
            "area": item.box[2] * item.box[3],
            "iscrowd": 0,
        }
        for image, tray in enumerate(trays, start=1)
        for item in tray.truth
    ]
    return {
        "images": [
            {"id": image, "width": tray.size[0], "height": tray.size[1]}
            for image, tray in enumerate(trays, start=1)
        ],
        "categories": [{"id": n, "name": name} for name, n in numbers.items()],
        "annotations": [{"id": n, **row} for n, row in enumerate(annotations, start=1)],
    }


def _silent(*_: object) -> None:
    """The evaluator's own table is not wanted."""


def _top(pairs: Pairs, depth: int) -> float | None:
    """Share of the items found whose true name is among the best guesses."""
    hits = sum(
        any(candidate.product_id == true for candidate in found.candidates[:depth])
        for true, found in pairs.matched
    )
    return _share(hits, len(pairs.matched))


def _sure(trays: Sequence[ReadTray]) -> int:
    return sum(found.status is Status.SURE for tray in trays for found in tray.read)


def _is_sure_but_wrong(tray: ReadTray) -> bool:
    """A sure item is wrong, or the bill is and nobody was asked."""
    pairs = {m: n for n, m in _pairs(tray).items()}
    for m, found in enumerate(tray.read):
        wrong = m not in pairs or tray.truth[pairs[m]].product != found.best
        if found.status is Status.SURE and wrong:
            return True
    everyone_sure = all(found.status is Status.SURE for found in tray.read)
    return everyone_sure and len(tray.read) != len(tray.truth)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None

"""How well items are found on photographs of trays, whatever the items are.

    python -m tests.benchmarks.real_trays FOLDER --save OUT

FOLDER holds pictures and a `coco.json` with boxes; categories are ignored. Frames that share a
tray stand in a row, so the figures count items, not independent trays.
"""

import json
from pathlib import Path
from typing import Annotated

import cv2
import numpy as np
import typer
from numpy.typing import NDArray

from breadpos.domain.recognition import Box
from breadpos.resources import models_dir
from breadpos.vision.evaluation import iou
from breadpos.vision.finder import Finder, FoundItem

_SAME = 0.5


def main(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    finder: Annotated[Path | None, typer.Option(help="Other weights to try.")] = None,
    save: Annotated[Path | None, typer.Option(help="Folder for 40 frames with outlines.")] = None,
) -> None:
    """Print recall and precision of the boxes at IoU 0.5."""
    truth = json.loads((folder / "coco.json").read_text())
    eye = Finder.load(finder or models_dir() / "finder.safetensors")
    true = found = right = 0
    every = max(len(truth["images"]) // 40, 1)
    for number, image in enumerate(truth["images"]):
        picture = cv2.imread(str(folder / image["file_name"]))
        if picture is None:
            raise typer.BadParameter(f"{image['file_name']} is no picture")
        pixels = np.asarray(picture, np.uint8)
        boxes = [tuple(r["bbox"]) for r in truth["annotations"] if r["image_id"] == image["id"]]
        items = eye.find(pixels)
        true, found = true + len(boxes), found + len(items)
        right += _pairs(boxes, items)
        if save and number % every == 0:
            save.mkdir(parents=True, exist_ok=True)
            cv2.imwrite(str(save / image["file_name"]), _drawn(pixels, boxes, items))
    typer.echo(f"{true} boxes: recall {right / true:.1%}, precision {right / max(found, 1):.1%}")


def _pairs(boxes: list[Box], items: list[FoundItem]) -> int:
    """Boxes and items that are one another's, the largest overlaps first."""
    seen = [tuple(map(float, item.box)) for item in items]
    overlaps = sorted(
        (
            (iou(box, (s[0], s[1], s[2], s[3])), n, m)
            for n, box in enumerate(boxes)
            for m, s in enumerate(seen)
        ),
        reverse=True,
    )
    used_boxes: set[int] = set()
    used_items: set[int] = set()
    for overlap, n, m in overlaps:
        if overlap >= _SAME and n not in used_boxes and m not in used_items:
            used_boxes.add(n)
            used_items.add(m)
    return len(used_boxes)


def _drawn(
    pixels: NDArray[np.uint8], boxes: list[Box], items: list[FoundItem]
) -> NDArray[np.uint8]:
    picture = pixels.copy()
    for box in boxes:
        left, top, width, height = (int(v) for v in box)
        cv2.rectangle(picture, (left, top), (left + width, top + height), (255, 255, 0), 1)
    for item in items:
        outlines, _ = cv2.findContours(
            item.mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE
        )
        cv2.drawContours(picture, outlines, -1, (0, 0, 255), 2, offset=item.box[:2])
    return picture


if __name__ == "__main__":
    typer.run(main)

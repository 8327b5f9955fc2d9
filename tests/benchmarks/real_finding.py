"""Finding alone, on trays composed of any real single items on real tables, and on bare ones.

    python -m tests.benchmarks.real_finding PHOTOS SURFACES --cutter u2netp.onnx

PHOTOS holds folders of photographs, as of the web; those that show one whole, clearly outlined
item are cut out. SURFACES is as for `real_composites`. Nothing is named: what a tray is worth is
how many of its items were found, and that nothing else was.
"""

from pathlib import Path
from typing import Annotated

import cv2
import numpy as np
import typer
from rich.console import Console
from rich.table import Table

from breadpos.domain.recognition import Detection, Status
from breadpos.resources import models_dir
from breadpos.vision.evaluation import ReadTray, evaluate
from breadpos.vision.finder import Finder, FoundItem
from tests.benchmarks.real_composites import (
    HIDDEN,
    SIZE,
    bare,
    draw,
    empty,
    is_counted,
    lay,
    photograph,
)
from tests.benchmarks.real_cutouts import Cutter


def main(  # noqa: PLR0913, PLR0917  each option is one argument
    photos: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    surfaces: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    cutter: Annotated[Path, typer.Option(exists=True, help="u2netp.onnx")],
    trays: Annotated[int, typer.Option(help="Of each arrangement.")] = 100,
    most: Annotated[int, typer.Option(help="Photographs of each folder.")] = 40,
    seed: int = 1,
    leave: Annotated[Path | None, typer.Option(help="File that lists photos to leave out.")] = None,
    finder: Annotated[Path | None, typer.Option(help="Other weights to try.")] = None,
    save: Annotated[Path | None, typer.Option(help="Folder for trays with outlines.")] = None,
) -> None:
    """Print recall, precision and right counts, apart, touching and crowded, and bare tables."""
    left_out = set(leave.read_text("utf-8").split()) if leave else set()
    shelves = {}
    for folder in sorted(path for path in photos.iterdir() if path.is_dir()):
        files = [f for f in sorted(folder.iterdir()) if f"{folder.name}/{f.name}" not in left_out]
        shelves[folder.name] = Cutter(cutter).cut(files[:most])
    shelves = {name: items for name, items in shelves.items() if items}
    rng = np.random.default_rng(seed)
    tables = bare(surfaces)
    eye = Finder.load(finder or models_dir() / "finder.safetensors")
    Console().print(f"{sum(map(len, shelves.values()))} cut-outs of {len(shelves)} products")
    table = Table("trays", "items", "recall", "precision", "right count")
    for arrangement, hidden in HIDDEN.items():
        read = []
        for number in range(trays):
            picture, truth = lay(rng, shelves, 0, tables, hidden, arrangement=arrangement)
            tray = ReadTray(truth, tuple(map(nameless, eye.find(picture))), SIZE, 0.0)
            read.append(tray)
            if save:
                draw(save / f"{arrangement}{number:03d}.jpg", picture, tray)
        figures = evaluate(read)
        counted = sum(map(is_counted, read)) / len(read)
        table.add_row(
            arrangement,
            str(figures["items"]),
            *(f"{share:.1%}" for share in (figures["recall"], figures["find_precision"], counted)),
        )
    Console().print(table)
    found = [len(eye.find(photograph(empty(tables, rng), rng))) for _ in range(trays)]
    Console().print(f"{trays} bare tables: something found on {np.count_nonzero(found)}")


def nameless(item: FoundItem) -> Detection:
    contours, _ = cv2.findContours(
        item.mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE
    )
    left, top, width, height = map(float, item.box)
    outline = tuple((left + float(x), top + float(y)) for x, y in max(contours, key=len)[:, 0])
    return Detection((left, top, width, height), outline, Status.UNKNOWN, ())


if __name__ == "__main__":
    typer.run(main)

"""How well items are found on photographs of trays, whatever the items are.

    python -m tests.benchmarks.real_trays FOLDER --save OUT

FOLDER holds pictures and a `coco.json` with boxes; categories are ignored. Frames that share a
tray stand in a row, so the figures count items, not independent trays.
"""

from pathlib import Path
from typing import Annotated

import typer

from breadpos.capture.pictures import read_picture
from breadpos.resources import models_dir
from breadpos.vision.evaluation import ReadTray, evaluate
from breadpos.vision.finder import Finder
from breadpos.vision.true_trays import load_true_trays
from tests.benchmarks.real_composites import draw
from tests.benchmarks.real_finding import nameless


def main(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    finder: Annotated[Path | None, typer.Option(help="Other weights to try.")] = None,
    save: Annotated[Path | None, typer.Option(help="Folder for 40 frames with outlines.")] = None,
) -> None:
    """Print recall and precision of the boxes at IoU 0.5."""
    truth = load_true_trays(folder / "coco.json")
    eye = Finder.load(finder or models_dir() / "finder.safetensors")
    every = max(len(truth) // 40, 1)
    read = []
    for number, tray in enumerate(truth):
        pixels = read_picture(tray.picture)
        found = tuple(map(nameless, eye.find(pixels)))
        read.append(ReadTray(tray.items, found, (pixels.shape[1], pixels.shape[0]), 0.0))
        if save and number % every == 0:
            draw(save / tray.picture.name, pixels, read[-1])
    figures = evaluate(read)
    recall, precision = figures["recall"] or 0, figures["find_precision"] or 0
    typer.echo(f"{figures['items']} boxes: recall {recall:.1%}, precision {precision:.1%}")


if __name__ == "__main__":
    typer.run(main)

"""What is made of the same trays in another light than the shop's photos were taken in.

    python -m tests.benchmarks.other_light HOME COCO.json --trays 50

HOME is a shop that has learnt the products of the trays. The light is changed by gains on linear
light, as a lamp of another colour or a cloud does; the camera does not make up for it.
"""

from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from breadpos.bootstrap.recognition import load_reader
from breadpos.bootstrap.shop import open_shop
from breadpos.capture.pictures import read_picture
from breadpos.domain.recognition import Status
from breadpos.settings import Home
from breadpos.vision.evaluation import ReadTray, evaluate, pair_up
from breadpos.vision.true_trays import load_true_trays

_LIGHTS = {  # gains of blue, green, red
    "as it is": (1.0, 1.0, 1.0),
    "warm": (0.82, 1.0, 1.1),
    "very warm": (0.65, 0.97, 1.15),
    "cool": (1.15, 1.0, 0.88),
    "greenish": (0.95, 1.08, 0.95),
    "dim": (0.6, 0.6, 0.6),
    "bright": (1.25, 1.25, 1.25),
}
_GAMMA = 2.2


def main(
    home: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    coco: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    trays: Annotated[int, typer.Option(help="Of each light.")] = 50,
) -> None:
    """Print how well trays are read in each light."""
    with open_shop(Home(home)) as shop:
        reader = load_reader(Home(home), shop.settings)
    table = Table("light", "cAcc", "recall", "precision", "named", "sure", "sure wrong")
    for light, gains in _LIGHTS.items():
        read = []
        for tray in load_true_trays(coco)[:trays]:
            pixels = _lit(read_picture(tray.picture), gains)
            size = (pixels.shape[1], pixels.shape[0])
            read.append(ReadTray(tray.items, reader.read(pixels), size, 0.0))
        figures = evaluate(read)
        names = ("cAcc", "recall", "find_precision", "top1", "coverage")
        wrong = sum(
            found.status is Status.SURE and found.best != true
            for true, found in pair_up(read).matched
        )
        table.add_row(light, *(f"{figures[name] or 0:.1%}" for name in names), str(wrong))
    Console().print(table)


def _lit(pixels: NDArray[np.uint8], gains: tuple[float, float, float]) -> NDArray[np.uint8]:
    linear = (pixels.astype(np.float32) / 255) ** _GAMMA * np.array(gains, np.float32)
    return (np.clip(linear, 0, 1) ** (1 / _GAMMA) * 255).astype(np.uint8)


if __name__ == "__main__":
    typer.run(main)

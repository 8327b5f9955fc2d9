"""How soon a new bread is sold: five photos at the simulated counter, then the next tray.

    python tests/benchmarks/teach_new_bread.py

Times what a shop waits for: taking the photos into the recogniser, and reading the next tray with
it. The goal is 3 s on two cores.
"""

import tempfile
import time
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from breadpos.application.frames import Frame
from breadpos.application.ports import Recogniser
from breadpos.bootstrap.demo_shop import open_demo_shop
from breadpos.bootstrap.photographer import ShopPhotographer
from breadpos.bootstrap.shop import open_shop
from breadpos.domain.product import Product, ProductId
from breadpos.domain.recognition import Recognition
from breadpos.settings import Home
from breadpos.simulation.scripted_counter import ScriptedCounter

_PHOTOS = 5
_FRAME_S = 1 / 15
_MOST_FRAMES = 60


def main(bread: str = "choco_cornet", seed: int = 7) -> None:
    """Print the seconds of each step, and what the bread was read as."""
    counter = ScriptedCounter(seed)
    new = Product(ProductId("tonight"), "Tonight's bread")
    table = Table("step", "s")
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home")
        open_demo_shop(home)
        with open_shop(home) as shop:
            photographer = ShopPhotographer(shop)
            photographer.begin(new)
            taken, shooting_s = 0, 0.0
            while taken < _PHOTOS:
                counter.place([bread])
                frame = Frame(counter.frame(), time.monotonic(), 0)
                started_s = time.perf_counter()
                shots = photographer.shoot(frame)
                shooting_s = time.perf_counter() - started_s
                taken += sum(shot.refusal is None for shot in shots)
            table.add_row("one photo", f"{shooting_s:.2f}")
            started_s = time.perf_counter()
            recogniser = photographer.teach(new.product_id)
            taught_s = time.perf_counter() - started_s
            table.add_row("taken into the recogniser", f"{taught_s:.2f}")
            counter.place([bread, "melonpan"])
            read_s, recognition = _read(recogniser, counter)
            table.add_row("the next tray read", f"{read_s:.2f}")
            table.add_row("from the last photo to its name", f"{taught_s + read_s:.2f}")
    Console().print(table)
    for found in recognition.detections:
        Console().print(found.status.value, found.best, f"{found.candidates[0].confidence:.1%}")


def _read(recogniser: Recogniser, counter: ScriptedCounter) -> tuple[float, Recognition]:
    """From the tray's first frame to its names, by the recogniser's own clock alone."""
    spent_s, at_s = 0.0, 0.0
    recognition = Recognition(0, 0.0, (0, 0))
    for index in range(_MOST_FRAMES):
        frame = Frame(counter.frame(), at_s, index)
        started_s = time.perf_counter()
        recognition = recogniser.recognise(frame)
        spent_s += time.perf_counter() - started_s
        at_s += _FRAME_S
        if not recognition.moving and recognition.detections:
            break
    return spent_s + at_s, recognition


if __name__ == "__main__":
    typer.run(main)

"""What is charged where nothing is for sale: bare counters, trays, hands, receipts, phones.

    python -m tests.benchmarks.empty_counters HOME --frames 200 --photos FOLDER

HOME is a shop that has learnt its breads. The frames are simulated, with clutter on each; photos,
where given, are real ones without a bread. `sure` is charged at once, the others ask.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import cv2
import numpy as np
import typer
from numpy.typing import NDArray

from breadpos.bootstrap.recognition import load_reader
from breadpos.bootstrap.shop import open_shop
from breadpos.settings import Home
from breadpos.simulation.tray import render_empty


def main(
    home: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    frames: Annotated[int, typer.Option(help="Simulated frames.")] = 200,
    photos: Annotated[Path | None, typer.Option(help="Folder of real photographs.")] = None,
    seed: int = 1,
) -> None:
    """Print how many frames show something to charge, and how sure that is."""
    with open_shop(Home(home)) as shop:
        reader = load_reader(Home(home), shop.settings)
    for name, pictures in (("simulated", _simulated(seed, frames)), ("real", _real(photos))):
        statuses: Counter[str] = Counter()
        charged = asked = count = 0
        for pixels in pictures:
            read = reader.read(pixels)
            seen = [detection.status.value for detection in read]
            statuses.update(seen)
            count += 1
            charged += "sure" in seen
            asked += bool(seen)
        if count:
            typer.echo(
                f"{name}: {count} frames, {charged} with something charged, {asked} with anything "
                f"found; items: {dict(statuses)}"
            )


def _simulated(seed: int, frames: int) -> Iterator[NDArray[np.uint8]]:
    first = int(np.random.default_rng([seed, 3]).integers(2**31))
    for number in range(frames):
        yield render_empty(first + number, clutter=True).pixels_bgr


def _real(photos: Path | None) -> Iterator[NDArray[np.uint8]]:
    for path in sorted(photos.rglob("*.jpg")) if photos else ():
        picture = cv2.imread(str(path))
        if picture is not None:
            yield np.asarray(picture, np.uint8)


if __name__ == "__main__":
    typer.run(main)

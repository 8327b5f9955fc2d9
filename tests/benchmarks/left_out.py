"""What is made of products that were never learnt.

    python -m tests.benchmarks.left_out FOLDER --learn 18

FOLDER is what `breadpos simulate` wrote. The first products of its price list are learnt, the
others are strangers; the trays hold both.
"""

import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from typer.testing import CliRunner

from breadpos.bootstrap.recognition import load_reader
from breadpos.bootstrap.shop import open_shop
from breadpos.capture.pictures import read_picture
from breadpos.cli.app import app
from breadpos.settings import Home
from breadpos.vision.evaluation import ReadTray, pair_up
from breadpos.vision.true_trays import load_true_trays


def main(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    learn: Annotated[int, typer.Option(help="Products to learn; the others are strangers.")] = 18,
) -> None:
    """Print the statuses of known products and of strangers."""
    products = sorted(path.name for path in (folder / "photos").iterdir())
    with tempfile.TemporaryDirectory() as scratch:
        for product in products[:learn]:
            shutil.copytree(folder / "photos" / product, Path(scratch) / "photos" / product)
        home = Path(scratch) / "home"
        result = CliRunner().invoke(
            app, ["--home", str(home), "learn", str(Path(scratch) / "photos")]
        )
        if result.exit_code:
            raise RuntimeError(result.output)
        trays = _read(folder / "trays" / "coco.json", Home(home))
    for name, chosen in (("known", products[:learn]), ("strangers", products[learn:])):
        statuses = Counter(
            found.status.value for true, found in pair_up(trays).matched if true in chosen
        )
        count = max(statuses.total(), 1)
        shares = ", ".join(f"{status} {n / count:.1%}" for status, n in sorted(statuses.items()))
        typer.echo(f"{name}: {len(chosen)} products, {count} items: {shares}")


def _read(path: Path, home: Home) -> list[ReadTray]:
    with open_shop(home) as shop:
        reader = load_reader(home, shop.settings)
    trays = []
    for tray in load_true_trays(path):
        pixels = read_picture(tray.picture)
        size = (pixels.shape[1], pixels.shape[0])
        trays.append(ReadTray(tray.items, reader.read(pixels), size, 0.0))
    return trays


if __name__ == "__main__":
    typer.run(main)

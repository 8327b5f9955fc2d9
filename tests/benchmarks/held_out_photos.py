"""Learns some photos of each product, scans the others, and says how many were named right.

    python tests/benchmarks/held_out_photos.py FOLDER --photos 5 --seeds 3

FOLDER holds one folder a product, each photo showing one item. Both steps are the real commands.
"""

import json
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer
from rich.console import Console
from rich.table import Table
from typer.testing import CliRunner

from breadpos.cli.app import app

Outcome = Counter[tuple[str, str, str]]
"""How often: true product, product read, status."""


def main(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False)],
    photos: Annotated[int, typer.Option(help="Photos of each product to learn from.")] = 5,
    seeds: Annotated[int, typer.Option(help="Random splits.")] = 3,
    most: Annotated[int, typer.Option(help="Most photos of a product to scan.")] = 1_000,
) -> None:
    """Print the share right by product, and what was taken for what."""
    outcome: Outcome = Counter()
    lone = scanned = 0
    for seed in range(seeds):
        learnt, kept = _split(folder, photos, most, seed)
        with tempfile.TemporaryDirectory() as scratch:
            for read, product in _scan(Path(scratch), learnt, kept):
                outcome[(product, *_named(read))] += 1
                lone += len(read["items"]) == 1
                scanned += 1
    _show(outcome)
    Console().print(f"exactly one item found in {lone} of {scanned} photos")


def _split(
    folder: Path, photos: int, most: int, seed: int
) -> tuple[dict[str, list[Path]], dict[str, list[Path]]]:
    rng = np.random.default_rng(seed)
    learnt, kept = {}, {}
    for product in sorted(path for path in folder.iterdir() if path.is_dir()):
        files = sorted(product.iterdir())
        order = [files[n] for n in rng.permutation(len(files))]
        learnt[product.name], kept[product.name] = order[:photos], order[photos : photos + most]
    return learnt, kept


def _scan(
    scratch: Path, learnt: dict[str, list[Path]], kept: dict[str, list[Path]]
) -> list[tuple[dict[str, Any], str]]:
    for product, files in learnt.items():
        (scratch / "photos" / product).mkdir(parents=True)
        for file in files:
            shutil.copy(file, scratch / "photos" / product)
    home = ["--home", str(scratch / "home")]
    result = CliRunner().invoke(app, [*home, "learn", str(scratch / "photos")])
    if result.exit_code:
        raise RuntimeError(result.output)
    images = [(file, product) for product, files in kept.items() for file in files]
    result = CliRunner().invoke(app, [*home, "scan", "--json", *(str(file) for file, _ in images)])
    read = json.loads(result.stdout)
    return [(each, product) for each, (_, product) in zip(read, images, strict=True)]


def _named(read: dict[str, Any]) -> tuple[str, str]:
    """Product and status of the photo's largest item."""
    items = read.get("items", [])
    if not items:
        return "(nothing found)", "unknown"
    largest = max(items, key=lambda item: item["box"][2] * item["box"][3])
    return largest["product"] or "(unknown)", largest["status"]


def _show(outcome: Outcome) -> None:
    table = Table("product", "photos", "right", "sure", "sure but wrong", "taken for")
    products = sorted({true for true, _, _ in outcome})
    for product in [*products, "all"]:
        rows = {key: n for key, n in outcome.items() if product in {key[0], "all"}}
        count = sum(rows.values())
        right = sum(n for (true, read, _), n in rows.items() if true == read)
        sure = sum(n for (_, _, status), n in rows.items() if status == "sure")
        wrong = sum(n for (t, read, s), n in rows.items() if s == "sure" and t != read)
        taken: Counter[str] = Counter()
        for (true, read, _), n in rows.items():
            if true != read and product != "all":
                taken[read] += n
        pairs = ", ".join(f"{n} {read}" for read, n in taken.most_common())
        table.add_row(
            product, str(count), f"{right / count:.1%}", f"{sure / count:.1%}", str(wrong), pairs
        )
    Console().print(table)


if __name__ == "__main__":
    typer.run(main)

"""breadpos simulate: pictures of the simulated counter, with their truth."""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer
from rich.progress import track

from breadpos.simulation.breads import KINDS, kind
from breadpos.simulation.placing import Arrangement
from breadpos.simulation.shop_photos import shop_photos, write_picture
from breadpos.simulation.tray import SimulatedTray, render_tray


def simulate(  # noqa: PLR0913, PLR0917  each option is one argument
    folder: Annotated[Path, typer.Argument(help="Where to write; made if it is not there.")],
    trays: Annotated[int, typer.Option(min=0, help="Trays, with their truth in COCO form.")] = 100,
    photos: Annotated[int, typer.Option(min=0, help="Photos of each product to learn from.")] = 10,
    product: Annotated[
        list[str] | None, typer.Option(help="One of its breads; give it several times. Else all.")
    ] = None,
    items: Annotated[tuple[int, int], typer.Option(help="Fewest and most items.")] = (3, 8),
    arrangement: Annotated[Arrangement, typer.Option()] = Arrangement.APART,
    one_shop: Annotated[
        bool, typer.Option(help="One counter, light and camera; else every picture has others.")
    ] = False,
    seed: Annotated[int, typer.Option(help="Makes the pictures repeatable.")] = 0,
) -> None:
    """Write simulated photos to learn from and trays to evaluate on.

    FOLDER/photos and FOLDER/prices.csv are for 'learn', FOLDER/trays/coco.json for 'evaluate'.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known = [each.slug for each in KINDS]
    slugs = product or known
    if strangers := set(slugs) - set(known):
        raise typer.BadParameter(f"{sorted(strangers)}; there are {', '.join(known)}")
    shop = int(np.random.default_rng([seed, 2]).integers(2**31)) if one_shop else None
    jobs = shop_photos(folder / "photos", slugs, photos, seed, shop)
    for _ in track(jobs, "photos", total=photos * len(slugs)):
        pass
    with (folder / "prices.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(
            [("product", "price"), *((slug, kind(slug).price_yen) for slug in slugs)]
        )
    rng = np.random.default_rng([seed, 1])
    chosen = [
        [str(slug) for slug in rng.choice(slugs, rng.integers(items[0], items[1] + 1))]
        for _ in range(trays)
    ]
    first = int(rng.integers(2**31))
    drawn = (
        render_tray(first + n, on_it, arrangement=arrangement, counter_seed=shop)
        for n, on_it in enumerate(chosen)
    )
    _write_trays(folder / "trays", track(drawn, "trays", total=trays), slugs)


def _write_trays(folder: Path, trays: Iterable[SimulatedTray], slugs: Sequence[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    numbers = {slug: n for n, slug in enumerate(slugs, start=1)}
    images: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    for n, tray in enumerate(trays, start=1):
        name = f"{n:05d}.jpg"
        write_picture(folder / name, tray.pixels_bgr)
        height, width = tray.pixels_bgr.shape[:2]
        images.append({"id": n, "file_name": name, "width": width, "height": height})
        annotations += _annotations(tray, n, numbers)
    document = {
        "images": images,
        "annotations": [{"id": n, **row} for n, row in enumerate(annotations, start=1)],
        "categories": [{"id": n, "name": slug} for slug, n in numbers.items()],
    }
    (folder / "coco.json").write_text(json.dumps(document), encoding="utf-8")


def _annotations(
    tray: SimulatedTray, image_id: int, numbers: dict[str, int]
) -> list[dict[str, Any]]:
    return [
        {
            "image_id": image_id,
            "category_id": numbers[item.slug],
            "bbox": [int(number) for number in item.box],
            "area": int(item.mask.sum()),
            "iscrowd": 0,
        }
        for item in tray.items
    ]

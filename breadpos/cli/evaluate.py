"""breadpos evaluate: trays with ground truth, read and judged."""

import json
import time
from pathlib import Path
from typing import Annotated

import typer
from pydantic import BaseModel, ValidationError
from rich.console import Console
from rich.progress import track
from rich.table import Table

from breadpos.cli.failures import expected_failures
from breadpos.domain.errors import GroundTruthInvalid
from breadpos.settings import Home
from breadpos.vision.evaluation import ReadTray, TrueItem, confusions
from breadpos.vision.evaluation import evaluate as judge
from breadpos.vision.lookalikes import LookAlikes
from breadpos.vision.trust import CurvePoint, calibration_error, draw_curve, precision_curve


class _Image(BaseModel):
    id: int
    file_name: str


class _Annotation(BaseModel):
    image_id: int
    category_id: int
    bbox: tuple[float, float, float, float]


class _Category(BaseModel):
    id: int
    name: str


class _Coco(BaseModel):
    images: list[_Image]
    annotations: list[_Annotation]
    categories: list[_Category]


def evaluate(
    context: typer.Context,
    coco: Annotated[Path, typer.Argument(metavar="COCO.json", help="Pictures lie beside it.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")] = False,
    curve: Annotated[
        Path | None, typer.Option(help="PNG to draw precision against coverage into.")
    ] = None,
) -> None:
    """Read trays whose truth is known; category names are product ids."""
    with expected_failures():
        trays, look_alikes = _read_trays(context.obj, coco, quiet=as_json)
    figures = {**judge(trays), "ece": calibration_error(trays)}
    points = precision_curve(trays)
    if curve is not None:
        _draw(curve, points, (figures["coverage"] or 0.0, figures["sure_precision"] or 0.0))
    pairs = confusions(trays)
    if as_json:
        alike = [each.as_json() for each in look_alikes]
        document = {**figures, "confusions": pairs, "look_alikes": alike, "curve": points}
        typer.echo(json.dumps(document, ensure_ascii=False))
        return
    table = Table("figure", "value")
    for name, value in figures.items():
        table.add_row(name, "–" if value is None else f"{value:.4g}")
    console = Console()
    console.print(table)
    for true, read, count in pairs:
        console.print(f"{count} x {true} read as {read}")
    for each in look_alikes:
        names = " and ".join(sorted(each.pair))
        console.print(f"{names} look alike: {each.share:.0%} of their photos were mistaken")


def _draw(path: Path, points: list[CurvePoint], chosen: tuple[float, float]) -> None:
    try:
        draw_curve(path, points, chosen)
    except OSError as error:
        raise typer.BadParameter(f"cannot write {path}: {error.strerror}") from error


def _read_trays(
    home: Home, path: Path, *, quiet: bool
) -> tuple[list[ReadTray], tuple[LookAlikes, ...]]:
    from breadpos.bootstrap.recognition import load_reader  # here: torch takes seconds
    from breadpos.bootstrap.shop import open_shop
    from breadpos.capture.pictures import read_picture

    truth = _load(path)
    names = {category.id: category.name for category in truth.categories}
    with open_shop(home) as shop:
        reader = load_reader(home, shop.settings)
    trays = []
    for image in track(truth.images, "trays", disable=quiet):
        pixels = read_picture(path.parent / image.file_name)
        started_s = time.perf_counter()
        read = reader.read(pixels)
        elapsed_ms = (time.perf_counter() - started_s) * 1000
        items = tuple(
            TrueItem(names[row.category_id], row.bbox)
            for row in truth.annotations
            if row.image_id == image.id
        )
        trays.append(ReadTray(items, read, (pixels.shape[1], pixels.shape[0]), elapsed_ms))
    return trays, reader.naming.look_alikes


def _load(path: Path) -> _Coco:
    try:
        truth = _Coco.model_validate_json(path.read_bytes())
    except OSError as error:
        raise GroundTruthInvalid(path, f"cannot be read: {error.strerror}") from error
    except ValidationError as error:
        reason = error.errors()[0]
        where = ".".join(str(part) for part in reason["loc"])
        raise GroundTruthInvalid(path, f"no COCO file: {where}: {reason['msg']}") from error
    known = {category.id for category in truth.categories}
    strangers = {row.category_id for row in truth.annotations} - known
    if strangers or not truth.images:
        raise GroundTruthInvalid(path, f"no images, or categories {sorted(strangers)} not named")
    return truth

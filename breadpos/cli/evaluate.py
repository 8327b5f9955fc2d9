"""breadpos evaluate: trays with ground truth, read and judged."""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from breadpos.cli.failures import expected_failures
from breadpos.settings import Home

if TYPE_CHECKING:  # their scipy takes a moment to import, and every command would wait for it
    from breadpos.vision.evaluation import ReadTray
    from breadpos.vision.lookalikes import LookAlikes
    from breadpos.vision.trust import CurvePoint


def evaluate(
    context: typer.Context,
    coco: Annotated[Path, typer.Argument(metavar="COCO.json", help="Pictures lie beside it.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")] = False,
    curve: Annotated[
        Path | None, typer.Option(help="PNG to draw precision against coverage into.")
    ] = None,
) -> None:
    """Read trays whose truth is known; category names are product ids."""
    from breadpos.vision.evaluation import confusions
    from breadpos.vision.evaluation import evaluate as judge
    from breadpos.vision.trust import calibration_error, precision_curve

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


def _draw(path: Path, points: "list[CurvePoint]", chosen: tuple[float, float]) -> None:
    from breadpos.vision.trust import draw_curve

    try:
        draw_curve(path, points, chosen)
    except OSError as error:
        raise typer.BadParameter(f"cannot write {path}: {error.strerror}") from error


def _read_trays(
    home: Home, path: Path, *, quiet: bool
) -> "tuple[list[ReadTray], tuple[LookAlikes, ...]]":
    from breadpos.bootstrap.recognition import load_reader  # here: torch takes seconds
    from breadpos.bootstrap.shop import open_shop
    from breadpos.capture.pictures import read_picture
    from breadpos.vision.evaluation import ReadTray
    from breadpos.vision.true_trays import load_true_trays

    truth = load_true_trays(path)
    with open_shop(home) as shop:
        reader = load_reader(home, shop.settings)
    trays = []
    for tray in track(truth, "trays", disable=quiet):
        pixels = read_picture(tray.picture)
        started_s = time.perf_counter()
        read = reader.read(pixels)
        elapsed_ms = (time.perf_counter() - started_s) * 1000
        size = (pixels.shape[1], pixels.shape[0])
        trays.append(ReadTray(tray.items, read, size, elapsed_ms))
    return trays, reader.naming.look_alikes

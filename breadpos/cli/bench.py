"""breadpos bench: how fast the counter is on this computer."""

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from breadpos.cli.failures import expected_failures
from breadpos.cli.progress import progress
from breadpos.settings import Home, load_settings

if TYPE_CHECKING:  # importing it imports torch, which takes seconds
    from breadpos.bootstrap.bench import BenchReport


def bench(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")] = False,
    rounds: Annotated[int, typer.Option(min=1, help="Readings of each number of items.")] = 30,
) -> None:
    """Time each step from picture to total, on simulated trays of 1, 4, 8 and 16 items."""
    with expected_failures():
        report = _measure(context.obj, rounds)
    if as_json:
        typer.echo(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        _show(report)


def _measure(home: Home, rounds: int) -> "BenchReport":
    from breadpos.bootstrap.bench import bench as measure  # here: torch takes seconds

    settings = load_settings(home)
    with tempfile.TemporaryDirectory(prefix="breadpos-bench-") as folder, progress("trays") as tell:
        return measure(Home(Path(folder) / "shop"), settings, rounds, tell)


def _show(report: "BenchReport") -> None:
    table = Table(title=f"milliseconds on {report.device}", title_justify="left")
    for heading in ("items", "median", "p95", *report.trays[0].stages_ms):
        table.add_column(heading, justify="right")
    for times in report.trays:
        taken = (times.median_ms, times.p95_ms, *times.stages_ms.values())
        table.add_row(str(times.items), *(f"{each:.1f}" for each in taken))
    console = Console()
    console.print(table)
    console.print(f"a frame on which nothing changed: {report.idle_frame_ms:.1f} ms")

"""breadpos doctor: whether this computer is ready to sell."""

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from breadpos.cli.failures import expected_failures
from breadpos.settings import load_settings


def doctor(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")] = False,
) -> None:
    """Check camera, device, model, database, printer, fonts and disk; say what to do."""
    from breadpos.bootstrap.doctor import Health, examine  # here: the networks take a moment

    with expected_failures():
        findings = examine(context.obj, load_settings(context.obj))
    if as_json:
        rows = [
            {"part": each.part, "health": each.health.value, "says": each.says} for each in findings
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False))
    else:
        table = Table("part", "health", "")
        for each in findings:
            table.add_row(each.part, each.health.value, each.says)
        Console().print(table)
    if any(each.health is Health.PROBLEM for each in findings):
        raise typer.Exit(1)

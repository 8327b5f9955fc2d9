"""breadpos models: the versions of the recogniser."""

import json
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from breadpos.application.training_desk import not_compared
from breadpos.cli.failures import expected_failures, say
from breadpos.settings import Home

app = typer.Typer(help="The versions of the recogniser.", no_args_is_help=True)

AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]


@app.command("list")
def list_models(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Every version, the newest first; the one in use is marked."""
    from breadpos.bootstrap.versions import Versions  # here: scipy takes a moment

    home: Home = context.obj
    with expected_failures():
        versions = Versions(home.models).all()
    if as_json:
        rows = [
            {
                "version": each.name,
                "in_use": each.in_use,
                "products": each.products,
                "accuracy": each.accuracy,
                "problem": each.problem,
            }
            for each in versions
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False))
        return
    table = Table("version", "in use", "products", "right of those kept aside", "note")
    for each in versions:
        right = "" if each.accuracy is None else f"{each.accuracy:.1%}"
        mark = "yes" if each.in_use else ""
        table.add_row(each.name, mark, str(each.products), right, each.problem or "")
    Console().print(table)


@app.command("use")
def use_model(context: typer.Context, version: Annotated[str, typer.Argument()]) -> None:
    """Put a version in use, or an older one back; the counter takes it at its next start."""
    from breadpos.bootstrap.versions import Versions

    home: Home = context.obj
    with expected_failures():
        Versions(home.models).use(version)


@app.command("compare")
def compare_models(
    context: typer.Context, version: Annotated[str, typer.Argument()], *, as_json: AsJson = False
) -> None:
    """A trained version against the one it was to replace, product by product."""
    from breadpos.bootstrap.versions import Versions

    home: Home = context.obj
    with expected_failures():
        report = Versions(home.models).report(version)
    if report is None:
        say(f"{version} was learnt without training, so there is nothing to compare")
        raise typer.Exit(1)
    if as_json:
        typer.echo(json.dumps(report, ensure_ascii=False))
        return
    table = Table(
        "product", "kept aside", "right before", "right now", "sure before", "sure now", ""
    )
    for each in report["changes"]:
        table.add_row(*_cells(each))
    Console().print(table)
    if unknown := not_compared(report):
        Console().print(f"too few photos to be compared: {', '.join(unknown)}")
    if report.get("together", {}).get("worse"):
        Console().print("all products together got worse beyond chance")
    Console().print("use the new one" if report["verdict"] == "new" else "keep the old one")


def _cells(change: dict[str, Any]) -> tuple[str, ...]:
    return (
        change["product"],
        str(change["photos"]),
        str(change["old_right"]),
        str(change["new_right"]),
        f"{change['old_coverage']:.0%}",
        f"{change['new_coverage']:.0%}",
        "worse beyond chance" if change["worse"] else "",
    )

"""breadpos people: whoever has the computer's files looks after them, and is in the journal."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from breadpos.application.staff import Staff
from breadpos.cli.failures import expected_failures
from breadpos.cli.pins import read_new_pin
from breadpos.domain.person import Role

app = typer.Typer(help="Who works in the shop, and their PINs.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="As receipts print it.")]


@app.command("list")
def list_people(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")] = False,
) -> None:
    """Everybody there ever was."""
    with expected_failures(), _staff(context) as staff:
        people = staff.everybody()
    if as_json:
        typer.echo(json.dumps([person.as_json() for person in people], ensure_ascii=False))
        return
    table = Table("name", "role", "works here")
    for person in people:
        table.add_row(person.name, person.role.value, "yes" if person.active else "no")
    Console().print(table)


@app.command()
def add(
    context: typer.Context,
    name: Name,
    role: Annotated[Role, typer.Option(help="What they may do.")] = Role.CASHIER,
) -> None:
    """Somebody new; the first is the owner. The PIN is asked for, or read from a line of stdin."""
    with expected_failures(), _staff(context) as staff:
        person = staff.add(name, role, staff.seal(read_new_pin()))
    typer.echo(f"{person.name} can sign in now, as {person.role.value}.")


@app.command("pin")
def set_pin(context: typer.Context, name: Name) -> None:
    """A new PIN for somebody who has forgotten it; asked for, or read from a line of stdin."""
    with expected_failures(), _staff(context) as staff:
        person = staff.called(name)
        staff.set_pin(person.person_id, staff.seal(read_new_pin()))
    typer.echo(f"{person.name} has a new PIN.")


@app.command()
def retire(context: typer.Context, name: Name) -> None:
    """Somebody works here no longer; old receipts keep the name."""
    with expected_failures(), _staff(context) as staff:
        person = staff.called(name)
        staff.retire(person)
    typer.echo(f"{person.name} works here no longer.")


@contextmanager
def _staff(context: typer.Context) -> Iterator[Staff]:
    from breadpos.bootstrap.script_desk import script_desk  # here: the database takes a moment
    from breadpos.bootstrap.shop import open_shop

    with open_shop(context.obj) as shop:
        yield Staff(script_desk(shop), shop.staff)

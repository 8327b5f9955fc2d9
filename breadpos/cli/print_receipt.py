"""breadpos print: the last receipt once more, on the printer."""

from typing import Annotated

import typer

from breadpos.cli.failures import expected_failures


def print_receipt(
    context: typer.Context,
    number: Annotated[
        int | None, typer.Argument(help="The receipt's number; else the last one's.", min=1)
    ] = None,
    test: Annotated[bool, typer.Option("--test", help="Print a test page instead.")] = False,
) -> None:
    """Print the last receipt, or another, marked as printed again."""
    from breadpos.bootstrap.printer import print_again, print_trial
    from breadpos.bootstrap.shop import open_shop  # here: the database takes a moment

    with expected_failures(), open_shop(context.obj) as shop:
        if test:
            print_trial(shop)
            typer.echo("the test page is printed")
        else:
            typer.echo(f"receipt {print_again(shop, number):06d} is printed")

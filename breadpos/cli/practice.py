"""breadpos practice: the real window on a simulated counter, in which nothing counts."""

import typer

from breadpos.cli.failures import expected_failures
from breadpos.cli.opening import open_practice_window


def practice(context: typer.Context) -> None:
    """Practise in a shop of its own; every screen and slip says so, and no real sale is touched."""
    with expected_failures():
        raise typer.Exit(open_practice_window(context.obj))

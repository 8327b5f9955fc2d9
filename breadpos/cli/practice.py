"""breadpos practice: the real window on a simulated counter, in which nothing counts."""

import typer

from breadpos.cli.failures import expected_failures
from breadpos.cli.opening import tell


def practice(context: typer.Context) -> None:
    """Practise in a shop of its own; every screen and slip says so, and no real sale is touched."""
    with expected_failures():
        from breadpos.bootstrap.practice import run_practice  # here: Qt takes a moment

        raise typer.Exit(run_practice(context.obj, tell))

"""Expected failures on the command line: one line on stderr, exit status 1."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from breadpos.domain.errors import BreadposError


@contextmanager
def expected_failures() -> Iterator[None]:
    """Turn a BreadposError into its one line and exit status 1."""
    try:
        yield
    except BreadposError as error:
        say(str(error))
        raise typer.Exit(1) from error


def say(message: str) -> None:
    """One line on stderr."""
    print(f"breadpos: {' '.join(message.split())}", file=sys.stderr)  # noqa: T201  what cli/ is for

"""PINs on the command line: never an argument, which others could see."""

import sys
from typing import Annotated

import typer

from breadpos.domain.errors import PinRefused
from breadpos.domain.pin import check_new_pin

As = Annotated[
    str, typer.Option("--as", help="A manager; the PIN is asked for, or read from stdin.")
]


def read_pin() -> str:
    """Somebody's PIN, asked for, or a line of stdin."""
    if sys.stdin.isatty():
        return str(typer.prompt("PIN", hide_input=True))
    return sys.stdin.readline().strip()


def read_new_pin() -> str:
    """A new PIN, asked for twice, or a line of stdin.

    Raises:
        PinRefused: it is too easy, or the two were not the same.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    pin = str(typer.prompt("New PIN", hide_input=True))
    check_new_pin(pin)
    if pin != typer.prompt("The same PIN once more", hide_input=True):
        raise PinRefused("form", "the two were not the same")
    return pin

"""breadpos without a command, or to practise: imports nothing that only other commands need."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from breadpos.domain.errors import BreadposError

if TYPE_CHECKING:
    from breadpos.settings import Home

_HOME = "--home"


def named_opening(arguments: Sequence[str]) -> tuple[str, bool] | None:
    """What a command line opens if it opens a window, with no option but the shop's folder.

    Returns:
        the folder, empty if none is named, and whether it is to practise; None for other commands.
    """
    folder, rest = "", list(arguments)
    if rest[:1] == [_HOME] and len(rest) > 1:
        folder, rest = rest[1], rest[2:]
    elif rest and rest[0].startswith(f"{_HOME}="):
        folder, rest = rest[0].removeprefix(f"{_HOME}="), rest[1:]
    return (folder, bool(rest)) if rest in ([], ["practice"]) else None


def open_window(folder: str, *, practice: bool) -> int:
    """Open the register or its practice; what is refused is one line on stderr.

    Returns:
        The exit status.
    """
    from breadpos.settings import Home, home_folder

    home = Home(home_folder(Path(folder) if folder else None))
    try:
        return open_practice_window(home) if practice else open_shop_window(home)
    except BreadposError as error:
        tell(error)
        return 1


def open_shop_window(home: "Home") -> int:
    """The register of a shop, until its window is closed; the exit status, or a BreadposError."""
    from breadpos.bootstrap.starting import run_app
    from breadpos.settings import legible_settings

    return run_app(legible_settings(home), lambda: home, tell)


def open_practice_window(home: "Home") -> int:
    """The practice of a shop, until its window is closed; as `open_shop_window`."""
    from breadpos.bootstrap.practice import run_practice

    return run_practice(home, tell)


def tell(error: BreadposError) -> None:
    """One line on stderr."""
    sys.stderr.write(f"breadpos: {' '.join(str(error).split())}\n")

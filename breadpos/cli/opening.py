"""breadpos without a command: opens the register, and imports nothing that only a command needs."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from breadpos.domain.errors import BreadposError

if TYPE_CHECKING:
    from breadpos.settings import Home

_HOME = "--home"


def is_opening(arguments: Sequence[str]) -> bool:
    """Whether a command line names no command and no other option than the shop's folder."""
    match list(arguments):
        case [] | ["--home", _]:
            return True
        case [only]:
            return only.startswith(f"{_HOME}=")
    return False


def open_register(arguments: Sequence[str]) -> int:
    """Open the register; what is refused is one line on stderr. Returns the exit status."""
    from breadpos.settings import Home, home_folder

    named = arguments[-1].removeprefix(f"{_HOME}=") if arguments else ""
    try:
        return open_shop_window(Home(home_folder(Path(named) if named else None)))
    except BreadposError as error:
        tell(error)
        return 1


def open_shop_window(home: "Home") -> int:
    """The register of a shop, until its window is closed; the exit status, or a BreadposError."""
    from breadpos.bootstrap.starting import run_app
    from breadpos.settings import legible_settings

    return run_app(legible_settings(home), lambda: home, tell)


def tell(error: BreadposError) -> None:
    """One line on stderr."""
    sys.stderr.write(f"breadpos: {' '.join(str(error).split())}\n")

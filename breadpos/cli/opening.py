"""breadpos without a command: opens the register, and imports nothing that only a command needs."""

import sys
from collections.abc import Sequence
from pathlib import Path

from breadpos.domain.errors import BreadposError

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
    from breadpos.bootstrap.register import run_app
    from breadpos.settings import Home, home_folder

    named = arguments[-1].removeprefix(f"{_HOME}=") if arguments else ""
    try:
        return run_app(Home(home_folder(Path(named) if named else None)))
    except BreadposError as error:
        sys.stderr.write(f"breadpos: {' '.join(str(error).split())}\n")
        return 1

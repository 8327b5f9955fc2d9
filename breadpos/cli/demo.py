"""breadpos demo: a throwaway shop on the simulated counter."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from breadpos.cli.failures import expected_failures
from breadpos.cli.opening import tell
from breadpos.cli.progress import progress
from breadpos.domain.errors import DisplayMissing
from breadpos.domain.pin import PRACTICE_PIN
from breadpos.settings import Home


def demo(
    trays: Annotated[int, typer.Option(min=1, help="Trays to sell when there is no display.")] = 5,
    screenshot: Annotated[
        Path, typer.Option(help="Where the picture goes when there is no display.")
    ] = Path("breadpos-demo.png"),
    rebuild: Annotated[
        int, typer.Option(hidden=True, help="Learn the shipped breads anew from so many photos.")
    ] = 0,
) -> None:
    """Sell simulated bread in the real window; nothing of it is kept."""
    with expected_failures(), tempfile.TemporaryDirectory(prefix="breadpos-demo-") as folder:
        if rebuild:
            _rebuild(rebuild, Path(folder))
            return
        raise typer.Exit(_run(Home(Path(folder) / "shop"), trays, screenshot))


def _run(home: Home, trays: int, screenshot: Path) -> int:
    from breadpos.bootstrap.demo_window import show_demo  # here: Qt takes a moment

    typer.echo(f"the PIN of the demo's owner is {PRACTICE_PIN}")
    if os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        with suppress(DisplayMissing):
            return show_demo(home, tell)
    from breadpos.bootstrap.demo import run_demo  # here: the window need not wait

    return run_demo(home, trays, screenshot, typer.echo)


def _rebuild(photos: int, scratch: Path) -> None:
    from breadpos.bootstrap.demo_shop import rebuild as learn_anew  # here: torch takes seconds

    with progress("photos") as tell:
        learn_anew(photos, 1, scratch, tell)

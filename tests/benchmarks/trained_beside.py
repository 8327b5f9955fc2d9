"""A training that goes on for as long as something else is measured."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

_say = Console(soft_wrap=True, highlight=False).print
_LOOK_S = 0.2


class Trainings:
    """`breadpos train` on a shop's photos, begun again whenever it ends, until it is left."""

    def __init__(self, shop: Path) -> None:
        self._command = [sys.executable, "-m", "breadpos", "--home", str(shop)]
        self._command += ["train", "--json", "--gentle", "--epochs", "500"]
        self._over = threading.Event()
        self._ends: list[int] = []
        self._thread = threading.Thread(target=self._run, name="trainings", daemon=True)

    def begin(self) -> None:
        self._thread.start()

    def end(self) -> str:
        """Stop the one under way; tells what went on."""
        self._over.set()
        self._thread.join()
        whole, refused = self._ends.count(0), len(self._ends) - self._ends.count(0)
        return f"trainings beside: {whole} whole, {refused} failed, and one that was stopped"

    def _run(self) -> None:
        quiet = subprocess.DEVNULL
        while not self._over.is_set():
            child = subprocess.Popen(self._command, stdout=quiet, stderr=quiet)
            while child.poll() is None and not self._over.wait(_LOOK_S):
                pass
            if child.poll() is None:
                child.kill()
                child.wait()
            else:
                self._ends.append(child.returncode)


@contextmanager
def trained_beside(shop: Path) -> Iterator[None]:
    """Train on a shop's photos all the while."""
    trainings = Trainings(shop)
    trainings.begin()
    try:
        yield
    finally:
        _say(trainings.end())

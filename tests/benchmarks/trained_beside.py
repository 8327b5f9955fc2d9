"""A training that goes on for as long as something else is measured."""

import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from breadpos.settings import Home
from tests.benchmarks.shop_to_train import make_shop

_say = Console(soft_wrap=True, highlight=False).print
_LOOK_S = 0.2


class Trainings:
    """`breadpos train` on a shop's photos, begun again whenever it ends, until it is left."""

    def __init__(self, shop: Path, log: Path) -> None:
        self._command = [sys.executable, "-m", "breadpos", "--home", str(shop)]
        self._command += ["train", "--json", "--gentle", "--epochs", "500"]
        self._log = log
        self._over = threading.Event()
        self._whole = 0
        self._refusal = ""
        self._thread = threading.Thread(target=self._run, name="trainings", daemon=True)

    def begin(self) -> None:
        self._thread.start()

    def end(self) -> None:
        """Stop the one under way and tell what went on; RuntimeError if one was refused."""
        self._over.set()
        self._thread.join()
        if self._refusal:
            raise RuntimeError(f"nothing was trained beside this: {self._refusal}")
        _say(f"trainings beside: {self._whole} whole, and one that was stopped")

    def _run(self) -> None:
        while not self._over.is_set():
            with self._log.open("wb") as said:
                child = subprocess.Popen(self._command, stdout=said, stderr=said)
                while child.poll() is None and not self._over.wait(_LOOK_S):
                    pass
                if child.poll() is None:
                    child.kill()
                    child.wait()
                    return
            if child.returncode:
                self._refusal = self._log.read_text(errors="replace")[-500:].strip()
                return
            self._whole += 1


@contextmanager
def trained_beside() -> Iterator[None]:
    """Train all the while, in a shop of its own; RuntimeError if that was refused."""
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home")
        make_shop(home)
        trainings = Trainings(home.folder, Path(folder) / "said.jsonl")
        trainings.begin()
        try:
            yield
        finally:
            trainings.end()

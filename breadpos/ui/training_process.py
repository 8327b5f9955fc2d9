"""A training as a process of its own, which goes on when the window is closed."""

import json
import logging
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from breadpos.application.training_desk import Event
from breadpos.domain.errors import DiskFull, StorageError
from breadpos.whole_file import is_disk_full

if TYPE_CHECKING:
    import psutil

_log = logging.getLogger(__name__)
_LOOK_MS = 150
_DETACHED = getattr(subprocess, "DETACHED_PROCESS", 0)
_ENDS = {"done", "failed"}


class TrainingProcess(QObject):
    """Starts a long command such as `breadpos train`, tells what it says, ends it when asked to.

    What the training says stands in a file, so that a window opened later hears all of it.

    Args:
        home: the shop's folder.
        log: file for what the training says; what goes wrong stands beside it, in `.err`.
        command: of breadpos, with the options `--json` and `--gentle`.
    """

    told = Signal(object)  # Event
    ended = Signal(object)  # the last Event: done, failed or cancelled

    def __init__(
        self,
        home: Path,
        log: Path,
        command: Sequence[str] = ("train",),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._home, self._file, self._command = home, log, tuple(command)
        self._process: psutil.Process | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._read_bytes = 0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_running(self) -> bool:
        return self._process is not None

    @property
    def is_there(self) -> bool:
        """Whether it is still looked after: it runs, or has not quite gone."""
        return self._timer.isActive()

    def start(self, options: Sequence[str] = ()) -> None:
        """Begin a training with these options of the command line; follow one that runs already."""
        self.resume()
        if self.is_running:
            return
        try:
            child = self._begun(options)
        except OSError as error:
            _log.warning("a training was not begun: %s", error)
            kind = DiskFull if is_disk_full(error) else StorageError
            self.ended.emit({"event": "failed", "failure": kind.__name__, "message": str(error)})
            return
        self._child = child
        self._follow(child.pid)

    def _begun(self, options: Sequence[str]) -> "subprocess.Popen[bytes]":
        self._file.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "breadpos", "--home", str(self._home), *self._command]
        with self._file.open("wb") as said, self._file.with_suffix(".err").open("wb") as wrong:
            return subprocess.Popen(
                [*command, "--json", "--gentle", *options],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=wrong,
                start_new_session=True,  # no signal to the window's session reaches it
                creationflags=_DETACHED,
            )

    def resume(self) -> None:
        """Follow a training that an earlier window began, if one still runs."""
        import psutil  # here: the window need not wait for it

        events = self.said()
        if self.is_running or not events or events[-1].get("event") in _ENDS:
            return
        first = events[0]
        try:
            process = psutil.Process(int(first["process"]))
            same = abs(process.create_time() - float(first["created_s"])) < 2
        except (psutil.Error, ValueError, TypeError, KeyError):
            return
        if same and process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
            self._follow(process.pid)

    def said(self) -> Sequence[Event]:
        """All that it has said so far."""
        return self._events_from(0)[0]

    def unheard(self) -> Event | None:
        """How a training ended that nobody was told of, if one did."""
        events, _ = self._events_from(0)
        if self.is_running or not events:
            return None
        last = events[-1]
        if last.get("event") in _ENDS:
            return last
        return {"event": "failed", "message": self._last_words()}

    def acknowledge(self) -> None:
        """Somebody was told how it ended; what it said is kept aside."""
        try:
            self._file.replace(self._file.with_suffix(".told.jsonl"))
        except OSError as error:
            _log.info("what the training said stays: %s", error)

    def cancel(self) -> None:
        """End the training now."""
        import psutil  # here: the window need not wait for it

        process, self._process = self._process, None
        self._timer.stop()
        if process is None:
            return
        try:
            process.kill()
            if self._child is None:
                process.wait(1)
            else:
                self._child.wait(1)
                self._child = None
        except (psutil.Error, subprocess.TimeoutExpired) as error:
            _log.info("the training had ended: %s", error)
        self.acknowledge()
        self.ended.emit({"event": "cancelled"})

    def look(self) -> None:
        """Tell what the training has said since the last look."""
        runs = self._process is not None and _is_alive(self._process)
        if self._child is not None and self._child.poll() is not None:
            self._child = None  # asked, or it would stay in the list of processes
        if self._process is None:
            self._rest()
            return
        events, self._read_bytes = self._events_from(self._read_bytes)
        for event in events:
            self.told.emit(event)
        last = events[-1] if events else None
        if last is not None and last.get("event") in _ENDS:
            self._end(last)
        elif not runs and self.is_running:
            self._end({"event": "failed", "message": self._last_words()})

    def _follow(self, number: int) -> None:
        import psutil  # here: the window need not wait for it

        self._read_bytes = 0
        try:
            self._process = psutil.Process(number)
        except psutil.Error:  # it has ended already; what it said stands in the file
            self._process = None
            for event in self.said():
                self.told.emit(event)
            self.ended.emit(self.unheard() or {"event": "failed", "message": self._last_words()})
            return
        self._timer.start()

    def _end(self, last: Event) -> None:
        self._process = None
        self._rest()
        self.ended.emit(last)

    def _rest(self) -> None:
        """Look no more, once the child has gone that has said its last."""
        if self._child is None:
            self._timer.stop()

    def _events_from(self, start: int) -> tuple[list[Event], int]:
        """Whole lines from a place in the file, and the place after them."""
        try:
            with self._file.open("rb") as file:
                file.seek(start)
                content = file.read()
        except OSError:
            return [], start
        whole = content[: content.rfind(b"\n") + 1]
        events: list[Event] = []
        for line in whole.splitlines():
            try:
                event = json.loads(line)
            except ValueError:
                continue
            if isinstance(event, dict):
                events.append(event)
        return events, start + len(whole)

    def _last_words(self) -> str:
        try:
            text = self._file.with_suffix(".err").read_text("utf-8", "replace")
        except OSError:
            return ""
        lines = text.strip().splitlines() or [""]
        boxed = [line.strip("│ ") for line in lines if line.startswith("│")]  # a usage error
        return " ".join(boxed) or lines[-1]


def _is_alive(process: "psutil.Process") -> bool:
    import psutil

    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False

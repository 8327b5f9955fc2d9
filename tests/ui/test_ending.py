"""A window that is closed while its networks still import."""

from threading import Event

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.application.ports import Recogniser
from breadpos.bootstrap import register
from breadpos.domain.errors import RecogniserMissing
from breadpos.ui.inference_worker import InferenceWorker
from tests.ui.counter import Counter


class PatientThread(QThread):
    """Waited for again and again, and done with its import at the third time only."""

    def __init__(self, imported: Event) -> None:
        super().__init__()
        self._imported = imported
        self.waits = 0

    def wait(self, _limit_ms: int) -> bool:  # type: ignore[override]  # as it is called
        self.waits += 1
        if self.waits == 3:
            self._imported.set()
        return super().wait(10_000 if self._imported.is_set() else 1)


def test_an_import_under_way_is_waited_for(
    qtbot: QtBot, counter: Counter, tmp_path_factory: pytest.TempPathFactory
) -> None:
    begun, imported = Event(), Event()

    def build() -> Recogniser:
        begun.set()
        imported.wait(10.0)
        raise RecogniserMissing(tmp_path_factory.getbasetemp())

    worker = InferenceWorker(build, Mailbox[Frame]())
    relay = register._Relay(counter.window)
    relay.frame_waiting.connect(worker.process_latest)
    thread = PatientThread(imported)
    worker.moveToThread(thread)
    thread.started.connect(worker.prepare)
    thread.start()
    qtbot.waitUntil(begun.is_set)

    register._stop(thread, worker, relay)

    assert thread.isFinished()

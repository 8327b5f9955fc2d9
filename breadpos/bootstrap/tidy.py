"""Keeps the database's log short beside the window, so that no sale waits for that."""

import threading
from contextlib import ExitStack

from sqlalchemy import Engine

from breadpos.storage.database import tidy_log

_EVERY_S = 20.0


def keep_log_short(stack: ExitStack, engine: Engine) -> None:
    """Tidy the log up every now and then, until the stack ends it."""
    is_over = threading.Event()

    def run() -> None:
        while not is_over.wait(_EVERY_S):
            tidy_log(engine)

    thread = threading.Thread(target=run, name="tidy log", daemon=True)
    thread.start()

    def end() -> None:
        is_over.set()
        thread.join()

    stack.callback(end)

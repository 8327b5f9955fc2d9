import os
import threading
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("any computer", deadline=None)  # no test asks a clock
settings.load_profile("any computer")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before any QApplication


@pytest.fixture(autouse=True)
def no_thread_is_left_running() -> Iterator[None]:
    """Fails a test that leaves a thread behind. A QThread's stand-in is no Python thread."""
    before = set(threading.enumerate())
    yield
    begun = set(threading.enumerate()) - before
    started = [thread for thread in begun if not isinstance(thread, threading._DummyThread)]
    for thread in started:
        thread.join(timeout=2)
    left = [thread.name for thread in started if thread.is_alive()]
    assert not left, f"threads left running: {', '.join(left)}"

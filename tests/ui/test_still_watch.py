import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox
from breadpos.ui.outlined_view import OutlinedView
from breadpos.ui.picture_check import LOOKS
from breadpos.ui.still_watch import StillWatch
from breadpos.ui.tokens import LIGHT


def picture(bread_at: int | None) -> Frame:
    pixels = np.full((240, 320, 3), 120, np.uint8)
    if bread_at is not None:
        pixels[80:160, bread_at : bread_at + 80] = 220
    return Frame(pixels, 0.0, 0)


class Watcher:
    def __init__(self, qtbot: QtBot) -> None:
        self.view = OutlinedView(Mailbox[Frame](), LIGHT)
        qtbot.addWidget(self.view)
        self.watch = StillWatch(self.view)
        self.told = 0
        self.watch.settled.connect(self._count)

    def _count(self) -> None:
        self.told += 1

    def see(self, *frames: Frame) -> int:
        for frame in frames:
            self.view.shown.emit(frame)
            self.watch.look()
        return self.told


@pytest.fixture
def watcher(qtbot: QtBot) -> Watcher:
    return Watcher(qtbot)


def test_a_bread_that_lies_still_is_told_of_once(watcher: Watcher) -> None:
    assert watcher.see(*[picture(100)] * (LOOKS - 1)) == 0
    assert watcher.see(picture(100)) == 1
    assert watcher.see(*[picture(100)] * (2 * LOOKS)) == 1


def test_it_is_told_of_again_when_it_lies_elsewhere(watcher: Watcher) -> None:
    watcher.see(*[picture(100)] * LOOKS)
    assert watcher.see(picture(60), picture(80), picture(120), picture(200)) == 1, "it moves"
    assert watcher.see(*[picture(200)] * LOOKS) == 2


def test_nothing_is_told_without_a_picture_and_all_again_when_forgotten(watcher: Watcher) -> None:
    watcher.watch.look()
    assert watcher.told == 0
    watcher.see(*[picture(100)] * LOOKS)
    watcher.watch.forget()
    assert watcher.see(*[picture(100)] * LOOKS) == 2

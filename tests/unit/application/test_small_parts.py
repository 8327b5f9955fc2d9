"""Frames and mailboxes."""

import numpy as np

from breadpos.application.frames import Frame
from breadpos.application.mailbox import Mailbox


def test_a_frame_knows_its_width_and_height() -> None:
    assert Frame(np.zeros((960, 1280, 3), np.uint8), 1.0, 0).size == (1280, 960)


def test_the_newest_item_wins_and_is_taken_once() -> None:
    box = Mailbox[int]()
    assert box.take() is None
    assert box.put(1)
    assert not box.put(2)
    assert box.take() == 2
    assert box.take() is None
    assert box.put(3)

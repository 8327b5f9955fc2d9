import math

import numpy as np
import pytest

from breadpos.vision.finder import FoundItem
from breadpos.vision.sizes import UNKNOWN, log_size, with_sizes


def square(*, cut: bool = False) -> FoundItem:
    return FoundItem(np.ones((200, 200), bool), (0, 0, 200, 200), 0.9, cut)


def test_a_size_is_in_millimetres_whatever_the_cameras_pixels() -> None:
    # 400 mm across 1,000 pixels: 200 pixels are 80 mm
    assert math.exp(log_size(square(), 1_000, 400.0)) == pytest.approx(80.0)


@pytest.mark.parametrize(("item", "view_width_mm"), [(square(cut=True), 400.0), (square(), 0.0)])
def test_a_cut_item_and_an_unmeasured_counter_give_no_size(
    item: FoundItem, view_width_mm: float
) -> None:
    assert log_size(item, 1_000, view_width_mm) == UNKNOWN


def test_every_view_of_an_item_has_its_size() -> None:
    looks = np.zeros((2, 3, 5), np.float32)
    assert with_sizes(looks, [1.0, 2.0])[:, :, -1].tolist() == [[1.0] * 3, [2.0] * 3]

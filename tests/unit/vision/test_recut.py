import numpy as np

from breadpos.vision.augment import recut, views
from breadpos.vision.preprocess import cut_out

BOX = (20, 30, 100, 60)


def picture() -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.random.default_rng(0).integers(0, 255, (120, 160, 3), np.uint8)


def test_an_item_is_also_cut_out_more_widely_and_more_closely() -> None:
    mask = np.ones((60, 100), bool)
    wide, close = recut(picture(), BOX, mask)
    assert wide.mask.sum() > mask.sum() > close.mask.sum()


def test_an_item_at_the_edge_of_the_picture_can_be_recut() -> None:
    wide, close = recut(picture(), (0, 0, 100, 60), np.ones((60, 100), bool))
    assert wide.image_bgr.shape[:2] == wide.mask.shape
    assert close.mask.any()


def test_a_dot_is_cut_out_at_least_once_more() -> None:
    assert [cut.mask.any() for cut in recut(picture(), (5, 5, 1, 1), np.ones((1, 1), bool))] == [
        True
    ]


def test_the_turns_take_the_other_cuts_by_turns() -> None:
    mask = np.ones((60, 100), bool)
    whole = cut_out(picture(), BOX, mask)
    wide, close = recut(picture(), BOX, mask)
    seen = views(whole, count=4, others=[wide, close])
    areas = [int(view.mask.sum()) for view in seen]
    assert areas[0] == mask.sum()
    assert areas[1] > areas[0] > areas[2]

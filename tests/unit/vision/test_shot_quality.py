import cv2
import numpy as np
import pytest

from breadpos.application.teaching import Refusal
from breadpos.vision.preprocess import Cutout
from breadpos.vision.shot_quality import brightness, judge, look


def crusty(seed: int = 1, level: int = 140) -> Cutout:
    """A round of texture as sharp as a crust."""
    random = np.random.default_rng(seed)
    coarse = random.integers(-45, 45, (40, 40, 1)).astype(np.float32)
    texture = cv2.resize(coarse, (200, 200), interpolation=cv2.INTER_NEAREST)[..., None]
    image = np.clip(np.full((200, 200, 3), level, np.float32) + texture, 0, 255).astype(np.uint8)
    rows, columns = np.ogrid[:200, :200]
    mask = (rows - 100) ** 2 + (columns - 100) ** 2 <= 98**2
    image[~mask] = 127
    return Cutout(image, mask)


def blurred(cutout: Cutout) -> Cutout:
    return Cutout(np.asarray(cv2.GaussianBlur(cutout.image_bgr, (0, 0), 6), np.uint8), cutout.mask)


def test_a_sharp_bright_whole_bread_is_taken() -> None:
    assert judge(crusty(), cut=False, earlier=()) is None


@pytest.mark.parametrize(
    ("cutout", "cut", "refusal"),
    [
        (blurred(crusty()), False, Refusal.BLURRED),
        (crusty(level=0), False, Refusal.DARK),
        (crusty(), True, Refusal.CUT),
    ],
)
def test_a_photo_that_teaches_nothing_is_refused(
    cutout: Cutout, cut: bool, refusal: Refusal
) -> None:
    assert judge(cutout, cut=cut, earlier=()) is refusal


def test_the_same_photo_again_is_refused_and_a_turned_one_is_not() -> None:
    first = crusty()
    noise = np.random.default_rng(2).integers(-3, 4, first.image_bgr.shape)
    image = np.clip(first.image_bgr + noise, 0, 255).astype(np.uint8)
    assert judge(Cutout(image, first.mask), cut=False, earlier=[look(first)]) is Refusal.DUPLICATE
    turned = Cutout(np.rot90(first.image_bgr).copy(), np.rot90(first.mask).copy())
    assert judge(turned, cut=False, earlier=[look(first)]) is None


def test_a_speck_is_too_small_to_be_sharp() -> None:
    speck = Cutout(np.full((3, 3, 3), 120, np.uint8), np.ones((3, 3), bool))
    assert judge(speck, cut=False, earlier=()) is Refusal.BLURRED


def test_only_the_item_counts_for_its_brightness() -> None:
    cutout = Cutout(np.full((4, 4, 3), 200, np.uint8), np.zeros((4, 4), bool))
    cutout.mask[1, 1] = True
    cutout.image_bgr[1, 1] = 60
    assert brightness(cutout) == 60

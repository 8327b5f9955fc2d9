import numpy as np
import pytest
from numpy.typing import NDArray

from breadpos.training.photo_checks import check_photos

PRODUCTS = [product for product in ("anpan", "melonpan", "curry_pan") for _ in range(20)]
FILES = [str(number) for number in range(len(PRODUCTS))]


@pytest.fixture
def looks() -> NDArray[np.float32]:
    """Twenty of each that lie around their own middle."""
    random = np.random.default_rng(0)
    middles = random.normal(size=(3, 64)) * 3
    rows = np.repeat(middles, 20, axis=0) + random.normal(size=(60, 64))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


@pytest.mark.parametrize("twins", [1, 2, 4])
def test_photos_in_a_row_under_one_wrong_name_do_not_speak_for_each_other(
    looks: NDArray[np.float32], twins: int
) -> None:
    products = ["melonpan"] * twins + PRODUCTS[twins:]
    looks[:twins] = looks[0] + np.linspace(0, 1e-3, twins, dtype=np.float32)[:, None]
    found = check_photos(products, looks, FILES)
    suspected = {number: each.suspected for number, each in enumerate(found) if each.suspected}
    assert suspected == dict.fromkeys(range(twins), "anpan")


def test_a_bread_of_which_all_photos_look_the_same_is_not_judged(
    looks: NDArray[np.float32],
) -> None:
    looks[:20] = looks[0]
    found = check_photos(PRODUCTS, looks, FILES)
    assert {each.confidence for each in found[:20]} == {None}
    assert len({each.group for each in found[:20]}) == 1
    assert not any(each.suspected for each in found)

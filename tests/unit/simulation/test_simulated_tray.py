import numpy as np
import pytest

from breadpos.simulation.breads import KINDS, BreadKind
from breadpos.simulation.placing import Arrangement, widened
from breadpos.simulation.tray import SimulatedTray, render_empty, render_photo, render_tray

SMALL = (480, 360)
SLUGS = ("melonpan", "croissant", "chocolate_donut", "anpan", "curry_pan")


def small_tray(seed: int, arrangement: Arrangement = Arrangement.APART) -> SimulatedTray:
    return render_tray(seed, SLUGS, arrangement=arrangement, size=SMALL)


def test_the_same_seed_gives_the_same_picture_and_masks() -> None:
    first, second = small_tray(5), small_tray(5)
    assert np.array_equal(first.pixels_bgr, second.pixels_bgr)
    for one, other in zip(first.items, second.items, strict=True):
        assert np.array_equal(one.mask, other.mask)


def test_another_seed_gives_another_picture() -> None:
    assert not np.array_equal(small_tray(5).pixels_bgr, small_tray(6).pixels_bgr)


def test_a_picture_is_bgr_in_the_size_asked_for() -> None:
    pixels = small_tray(1).pixels_bgr
    assert pixels.shape == (360, 480, 3)
    assert pixels.dtype == np.uint8


@pytest.mark.parametrize("arrangement", Arrangement)
def test_every_item_asked_for_is_there_in_order(arrangement: Arrangement) -> None:
    tray = small_tray(2, arrangement)
    assert tuple(item.slug for item in tray.items) == SLUGS
    assert all(np.count_nonzero(item.mask) > 300 for item in tray.items)


@pytest.mark.parametrize("arrangement", Arrangement)
def test_masks_are_disjoint_and_fill_their_boxes(arrangement: Arrangement) -> None:
    tray = small_tray(3, arrangement)
    total = np.sum([item.mask for item in tray.items], axis=0)
    assert total.max() == 1
    for item in tray.items:
        left, top, width, height = item.box
        inside = item.mask[top : top + height, left : left + width]
        assert np.count_nonzero(inside) == np.count_nonzero(item.mask)
        assert inside.any(axis=1).all()
        assert inside.any(axis=0).all()


@pytest.mark.parametrize("seed", range(4))
def test_items_apart_do_not_touch(seed: int) -> None:
    items = small_tray(seed).items
    for number, item in enumerate(items):
        near = widened(item.mask, 2)
        assert not any(np.any(near & other.mask) for other in items[number + 1 :])


@pytest.mark.parametrize("seed", range(4))
def test_items_that_touch_meet_and_hide_next_to_nothing(seed: int) -> None:
    items = small_tray(seed, Arrangement.TOUCHING).items
    assert all(item.hidden_share < 0.02 for item in items)
    meetings = sum(
        bool(np.any(widened(item.mask, 2) & other.mask))
        for number, item in enumerate(items)
        for other in items[number + 1 :]
    )
    assert meetings >= 2


@pytest.mark.parametrize("seed", range(6))
def test_crowded_items_hide_3_to_15_percent(seed: int) -> None:
    items = small_tray(seed, Arrangement.CROWDED).items
    hidden = [item.hidden_share for item in items if item.hidden_share > 0.0]
    assert hidden
    assert all(0.03 <= share <= 0.15 for share in hidden)


def test_sixteen_items_still_fit() -> None:
    tray = render_tray(1, [each.slug for each in KINDS[:16]], size=SMALL)
    assert len(tray.items) == 16


def test_one_shop_keeps_its_counter_from_tray_to_tray() -> None:
    first, second = (render_empty(seed, size=SMALL, counter_seed=7) for seed in (1, 2))
    difference = first.pixels_bgr.astype(int) - second.pixels_bgr
    assert np.abs(difference).mean() < 12


@pytest.mark.parametrize("each", KINDS, ids=lambda each: each.slug)
def test_every_kind_can_be_photographed_alone(each: BreadKind) -> None:
    photo = render_photo(11, each.slug, size=(240, 180))
    assert [item.slug for item in photo.items] == [each.slug]
    assert photo.pixels_bgr.std() > 4


def test_an_unknown_slug_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        render_tray(1, ["pumpernickel"], size=SMALL)


def test_an_empty_counter_has_no_items() -> None:
    assert render_empty(4, size=SMALL, clutter=True).items == ()


@pytest.mark.parametrize("seed", range(8))
def test_clutter_changes_an_empty_counter(seed: int) -> None:
    plain = render_empty(seed, size=(240, 180))
    strewn = render_empty(seed, size=(240, 180), clutter=True)
    changed = np.abs(plain.pixels_bgr.astype(int) - strewn.pixels_bgr).max(axis=2) > 25
    assert changed.mean() > 0.005


def test_clutter_covers_no_bread() -> None:
    plain = render_tray(8, SLUGS, size=SMALL)
    strewn = render_tray(8, SLUGS, size=SMALL, clutter=True)
    assert not np.array_equal(plain.pixels_bgr, strewn.pixels_bgr)
    for before, after in zip(plain.items, strewn.items, strict=True):
        assert np.array_equal(before.mask, after.mask)

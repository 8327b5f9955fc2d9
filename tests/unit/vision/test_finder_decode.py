"""The maps are drawn by hand here: what a perfect, or a slightly wrong, network would say."""

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from breadpos.training.finder_targets import make_targets
from breadpos.vision.finder_decode import decode
from breadpos.vision.finder_maps import MAP_STRIDE

SIZE = (256, 192)


def labels_of(*shapes: NDArray[np.int32]) -> NDArray[np.uint8]:
    """Labels of filled polygons in pixels, later ones over earlier ones."""
    labels = np.zeros((SIZE[1], SIZE[0]), np.uint8)
    for number, points in enumerate(shapes, start=1):
        cv2.fillPoly(labels, [points], number)
    return labels


def disc(x: float, y: float, radius: float) -> NDArray[np.int32]:
    angles = np.linspace(0, 2 * np.pi, 60)
    points = np.stack([x + radius * np.cos(angles), y + radius * np.sin(angles)], axis=1)
    return np.round(points).astype(np.int32)


def bar(left: int, top: int, right: int, bottom: int) -> NDArray[np.int32]:
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.int32)


def perfect(labels: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    targets = make_targets(labels)
    return targets.maps.copy(), (targets.sides / MAP_STRIDE).astype(np.float32)


def test_nothing_is_found_on_empty_maps() -> None:
    assert decode(*perfect(labels_of())) == []


def test_items_apart_are_found_where_they_lie() -> None:
    regions = decode(*perfect(labels_of(disc(60, 60, 30), disc(180, 120, 40))))

    boxes = [region.box for region in sorted(regions, key=lambda region: region.box)]
    assert np.abs(np.array(boxes) - [[15, 15, 30, 30], [70, 40, 40, 40]]).max() <= 2


@pytest.mark.parametrize("distance", [59, 54, 50])
def test_touching_and_overlapping_items_are_parted(distance: int) -> None:
    labels = labels_of(disc(80, 90, 30), disc(80 + distance, 90, 30))

    assert len(decode(*perfect(labels))) == 2


def test_a_gap_in_the_boundary_does_not_merge_two_items() -> None:
    maps, sides = perfect(labels_of(disc(80, 90, 32), disc(138, 90, 32)))
    maps[1, 43:47] = 0.0

    assert len(decode(maps, sides)) == 2


def test_a_small_bun_at_the_corner_of_a_large_loaf_is_another_item() -> None:
    labels = labels_of(bar(30, 20, 150, 140), disc(155, 145, 15))

    assert len(decode(*perfect(labels))) == 2


def test_two_peaks_that_name_the_same_box_are_one_item() -> None:
    labels = labels_of(bar(30, 60, 220, 110))
    maps, sides = perfect(labels)
    maps[2, :, 55:70] *= 0.2  # a waist, as a knotted bread shows

    assert len(decode(maps, sides)) == 1


def test_an_item_under_another_stays_one_though_it_shows_in_two_pieces() -> None:
    labels = labels_of(bar(20, 80, 236, 110), bar(110, 40, 146, 150))

    regions = decode(*perfect(labels))

    assert len(regions) == 2
    assert max(region.box[2] for region in regions) > 100


def test_a_hole_is_closed() -> None:
    maps, sides = perfect(labels_of(disc(128, 96, 50)))
    y, x = np.mgrid[0 : maps.shape[1], 0 : maps.shape[2]]
    hole = np.hypot(x - 64, y - 48) < 8
    maps[:, hole] = 0.0

    (region,) = decode(maps, sides)

    assert region.mask[region.mask.shape[0] // 2, region.mask.shape[1] // 2]


def test_crumbs_are_no_items() -> None:
    assert decode(*perfect(labels_of(disc(60, 60, 2), disc(150, 90, 3)))) == []


def test_a_smear_without_a_deep_middle_is_no_item() -> None:
    maps, sides = perfect(labels_of(disc(128, 96, 50)))
    maps[2] *= 0.1

    assert decode(maps, sides) == []


def test_sixteen_items_in_rows_are_sixteen() -> None:
    discs = [disc(35 + 60 * column, 27 + 46 * row, 22) for row in range(4) for column in range(4)]

    assert len(decode(*perfect(labels_of(*discs)))) == 16

from dataclasses import replace

from breadpos.vision.calibrated import keep_calibrated
from breadpos.vision.naming import Naming
from breadpos.vision.thresholds import NEVER
from tests.unit.vision.shelf import Shelf, name


def measured(shelf: Shelf, limits: tuple[float, ...], photos: int = 10) -> Naming:
    """A head whose limits a training has measured."""
    plain = Naming(shelf.learnt(len(limits), photos))
    return Naming(plain.learnt, replace(plain.thresholds, sure_above=limits))


def test_more_photos_make_a_head_no_surer_than_it_was_measured_to_be() -> None:
    shelf = Shelf(4)
    before = measured(shelf, (0.999, 0.97, 0.97, 0.97))
    grown = before.with_photos(name(0), shelf.photos(0, 10))
    assert keep_calibrated(grown, before).thresholds.sure_above[0] == 0.999


def test_a_bread_that_had_too_few_photos_for_the_training_can_become_sure_with_more() -> None:
    shelf = Shelf(4)
    before = measured(shelf, (NEVER, 0.97, 0.98, 0.99))
    grown = before.with_photos(name(0), shelf.photos(0, 10))
    assert 0.97 <= keep_calibrated(grown, before).thresholds.sure_above[0] < 1


def test_where_nothing_was_measured_nothing_becomes_sure() -> None:
    shelf = Shelf(3)
    before = measured(shelf, (NEVER, NEVER, NEVER), photos=3)
    grown = before.with_photos(name(0), shelf.photos(0, 10))
    assert set(keep_calibrated(grown, before).thresholds.sure_above) == {NEVER}

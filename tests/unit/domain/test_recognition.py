import pytest

from breadpos.domain.product import ProductId
from breadpos.domain.recognition import Candidate, Detection, Status

TRIANGLE = ((0.0, 0.0), (10.0, 0.0), (0.0, 20.0))
BOTH = (Candidate(ProductId("anpan"), 0.8), Candidate(ProductId("melon"), 0.2))


@pytest.mark.parametrize("status", [Status.SURE, Status.UNSURE])
def test_a_name_needs_a_candidate(status: Status) -> None:
    with pytest.raises(ValueError, match="needs a candidate"):
        Detection((0, 0, 10, 20), TRIANGLE, status, ())


def test_an_unknown_item_has_no_best_name_even_with_candidates() -> None:
    assert Detection((0, 0, 10, 20), TRIANGLE, Status.UNKNOWN, BOTH).best is None
    assert Detection((0, 0, 10, 20), TRIANGLE, Status.UNKNOWN, ()).named == frozenset()


def test_the_best_name_is_the_first_and_every_candidate_is_named() -> None:
    found = Detection((10, 20, 10, 20), TRIANGLE, Status.UNSURE, BOTH)
    assert found.best == "anpan"
    assert found.named == {"anpan", "melon"}
    assert found.centre == (15, 30)

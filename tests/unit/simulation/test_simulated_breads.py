import numpy as np
import pytest

from breadpos.simulation.breads import KINDS, BreadKind, bake, kind


def test_there_are_kinds_enough_for_a_bakery() -> None:
    assert len(KINDS) >= 24


def test_slugs_and_names_are_unique_in_both_languages() -> None:
    for names in (
        [each.slug for each in KINDS],
        [each.name_ja for each in KINDS],
        [each.name_en for each in KINDS],
    ):
        assert len(set(names)) == len(KINDS)


def test_slugs_are_fit_for_folders() -> None:
    for each in KINDS:
        assert each.slug.isascii()
        assert each.slug.replace("_", "").isalnum()
        assert each.slug == each.slug.lower()


def test_everything_costs_something() -> None:
    assert all(each.price_yen > 0 for each in KINDS)


def test_a_kind_is_found_by_its_slug() -> None:
    assert kind("melonpan").name_ja == "メロンパン"


def test_an_unknown_slug_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        kind("pumpernickel")


@pytest.mark.parametrize("each", KINDS, ids=lambda each: each.slug)
def test_every_kind_can_be_baked_in_its_size(each: BreadKind) -> None:
    relief = bake(each.slug, np.random.default_rng(1), 1.0)

    assert np.isfinite(relief.colour).all()
    assert relief.height_mm[relief.alpha > 0.5].min() > 0.0
    rows, columns = np.nonzero(relief.alpha > 0.5)
    longest_mm = max(np.ptp(rows), np.ptp(columns)) + 1
    assert longest_mm == pytest.approx(each.length_mm, rel=0.2)


@pytest.mark.parametrize("each", KINDS, ids=lambda each: each.slug)
def test_two_of_a_kind_are_never_the_same(each: BreadKind) -> None:
    first, second = (bake(each.slug, np.random.default_rng(n), 1.0) for n in (1, 2))
    assert not np.array_equal(first.height_mm, second.height_mm)


@pytest.mark.parametrize("each", KINDS, ids=lambda each: each.slug)
def test_nothing_is_cut_off_by_its_canvas(each: BreadKind) -> None:
    alpha = bake(each.slug, np.random.default_rng(3), 1.0).alpha
    for border in (alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]):
        assert border.max() == 0.0

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from breadpos.training.split import held_out_rows

LABELS = [product for product in ("anpan", "melonpan") for _ in range(20)]
GROUPS = [f"{label}-{n // 4}" for n, label in enumerate(LABELS)]


def test_photos_of_one_group_are_kept_aside_together() -> None:
    aside = held_out_rows(LABELS, GROUPS, 0.3, 1234)
    for group in set(GROUPS):
        rows = [n for n, each in enumerate(GROUPS) if each == group]
        assert len(set(aside[rows])) == 1


@given(st.floats(0.01, 0.99), st.integers())
def test_every_product_keeps_photos_on_both_sides(share: float, seed: int) -> None:
    aside = held_out_rows(LABELS, GROUPS, share, seed)
    for product in set(LABELS):
        rows = np.asarray(LABELS) == product
        assert 0 < aside[rows].sum() < rows.sum()


def test_about_the_share_is_kept_aside_and_another_seed_keeps_others() -> None:
    files = [str(n) for n in range(len(LABELS))]
    aside = held_out_rows(LABELS, files, 0.3, 1234)
    assert aside.sum() == 12
    assert (aside != held_out_rows(LABELS, files, 0.3, 1235)).any()


@pytest.mark.parametrize("seed", range(8))
def test_a_long_session_is_learnt_beside_some_corrections(seed: int) -> None:
    groups = ["session"] * 30 + [f"counter-{n}" for n in range(10)]
    aside = held_out_rows(["anpan"] * 40, groups, 0.3, seed)
    assert aside.sum() == 10
    assert not aside[:30].any()


@pytest.mark.parametrize("seed", range(8))
def test_one_correction_does_not_take_all_other_photos_from_the_training(seed: int) -> None:
    aside = held_out_rows(["anpan"] * 31, ["session"] * 30 + ["counter"], 0.3, seed)
    assert aside.nonzero()[0].tolist() == [30]


def test_a_product_with_one_group_keeps_it_for_learning() -> None:
    aside = held_out_rows(["anpan"] * 3, ["same"] * 3, 0.3, 1)
    assert not aside.any()


def test_photos_added_later_leave_the_others_where_they_were() -> None:
    files = [f"{n}" for n in range(30)]
    before = held_out_rows(["anpan"] * 30, files, 0.3, 1234)
    after = held_out_rows(["anpan"] * 31, [*files, "new"], 0.3, 1234)
    assert (before != after[:30]).sum() <= 1

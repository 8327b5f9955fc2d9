import pytest

from breadpos.domain.sheet import harmless, sheet_of


@pytest.mark.parametrize(
    "cell", ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")']
)
def test_a_cell_that_begins_like_a_formula_is_made_harmless(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "あんぱん", "-180", "1,200", "8.5", "a=b", "3-5"])
def test_words_and_numbers_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


def test_rows_are_numbered_as_in_a_file() -> None:
    assert sheet_of(("a",), [("1",), ("2",)]).rows == ((2, ("1",)), (3, ("2",)))

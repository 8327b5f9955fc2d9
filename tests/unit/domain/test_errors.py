from pathlib import Path

import pytest

from breadpos.domain import errors

HERE = Path("shop")
FAILURES = [
    errors.DisplayMissing(),
    errors.CameraMissing("0"),
    errors.CameraLost("0"),
    errors.ImageUnreadable(HERE, "is no picture"),
    errors.RecogniserMissing(HERE),
    errors.RecogniserDamaged(HERE, "cut short"),
    errors.RecogniserTooNew(HERE, 3, 2),
    errors.DiskFull("sale"),
    errors.DatabaseTooNew(HERE),
    errors.PricesInvalid(HERE, 3, "no price"),
    errors.SheetUnreadable(HERE, "empty"),
    errors.SheetColumnsMissing(("商品名",)),
    errors.FileNotWritten(HERE, "it is open"),
    errors.BarcodeTaken("4901234567894", "あんぱん"),
    errors.NothingToLearn(HERE, "no photo"),
    errors.GroundTruthInvalid(HERE, "no categories"),
    errors.ProductNotFound("anpan"),
    errors.TenderTooSmall(500, 100),
]


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: type(failure).__name__)
def test_every_failure_is_told_in_one_line(failure: errors.BreadposError) -> None:
    assert isinstance(failure, errors.BreadposError)
    assert len(str(failure).splitlines()) == 1


def test_a_full_disk_is_a_storage_failure_that_says_what_was_not_saved() -> None:
    assert isinstance(errors.DiskFull("sale"), errors.StorageError)
    assert str(errors.DiskFull("sale")).startswith("sale not saved")


def test_too_little_money_says_how_much_of_what() -> None:
    failure = errors.TenderTooSmall(500, 100)
    assert (failure.due_minor, failure.tendered_minor) == (500, 100)

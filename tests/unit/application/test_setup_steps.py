import pytest

from breadpos.application.setup_steps import DONE, SetupStep, first_step


@pytest.mark.parametrize(
    ("standing", "sells", "has_products", "step"),
    [
        ("", False, False, SetupStep.LOOK),
        ("", False, True, None),  # set up by commands
        ("", True, True, None),
        ("camera", False, False, SetupStep.CAMERA),
        ("sell", False, True, SetupStep.SELL),
        ("sell", True, True, None),
        (DONE, False, False, None),
        ("a newer program's step", False, False, SetupStep.LOOK),
    ],
)
def test_where_the_set_up_begins(
    standing: str, sells: bool, has_products: bool, step: SetupStep | None
) -> None:
    assert first_step(standing, sells=sells, has_products=has_products) is step

from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breadpos.domain.errors import PinRefused
from breadpos.domain.pin import FREE_TRIES, PinFault, Tries, check_new_pin

AT_S = 40_000.0


def wrong(count: int) -> Tries:
    tries = Tries()
    for _ in range(count):
        tries = tries.one_more(AT_S)
    return tries


@pytest.mark.parametrize("pin", ["2580", "4821", "90214", "112358", "82640173"])
def test_what_is_not_guessed_first_is_taken(pin: str) -> None:
    check_new_pin(pin)


@pytest.mark.parametrize(
    ("pin", "fault"),
    [
        ("", PinFault.FORM),
        ("123", PinFault.FORM),
        ("123456789", PinFault.FORM),
        ("48a1", PinFault.FORM),
        ("４８２１", PinFault.FORM),
        ("0000", PinFault.SAME_DIGIT),
        ("77777", PinFault.SAME_DIGIT),
        ("1234", PinFault.STRAIGHT),
        ("8765", PinFault.STRAIGHT),
        ("7890", PinFault.STRAIGHT),
        ("1212", PinFault.REPEATED),
        ("481481", PinFault.REPEATED),
    ],
)
def test_what_is_guessed_first_is_refused_and_why(pin: str, fault: PinFault) -> None:
    with pytest.raises(PinRefused) as refused:
        check_new_pin(pin)
    assert refused.value.fault == fault.value


def test_a_few_slips_cost_no_time_and_then_each_costs_more() -> None:
    waits = [wrong(count).wait_s(AT_S) for count in range(12)]
    assert waits == [0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300]


def test_the_wait_is_over_to_the_second() -> None:
    tries = wrong(FREE_TRIES)
    assert tries.wait_s(AT_S + 4.001) == 1
    assert tries.wait_s(AT_S + 5) == 0


@given(st.integers(FREE_TRIES, 10_000), st.floats(0, AT_S, exclude_max=True))
def test_a_computer_started_anew_neither_frees_nor_locks_out_for_longer(
    count: int, now_s: float
) -> None:
    tries = wrong(count)

    assert tries.wait_s(now_s) == max(ceil(tries.wait_s(AT_S) - now_s), 0)
    assert tries.seen(now_s).wait_s(now_s) == tries.wait_s(now_s)
    assert tries.seen(now_s).wait_s(now_s + 300) == 0

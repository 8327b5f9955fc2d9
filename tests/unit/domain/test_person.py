import pytest

from breadpos.domain.errors import PersonInvalid
from breadpos.domain.person import Person, Role


def test_each_role_may_all_that_those_before_it_may() -> None:
    owner, cashier = Person("1", "小林", Role.OWNER), Person("2", "佐藤", Role.CASHIER)
    assert [owner.may(role) for role in Role] == [True, True, True]
    assert [cashier.may(role) for role in Role] == [True, False, False]


def test_whoever_has_left_may_nothing() -> None:
    assert not Person("1", "小林", Role.OWNER, active=False).may(Role.CASHIER)


@pytest.mark.parametrize("name", ["", " ", " 佐藤", "佐藤  花", "あ" * 31])
def test_a_name_is_something_a_receipt_can_print(name: str) -> None:
    with pytest.raises(PersonInvalid, match="1 to 30 letters"):
        Person("1", name, Role.CASHIER)

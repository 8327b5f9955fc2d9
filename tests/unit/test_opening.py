import pytest

from breadpos.cli.opening import is_opening


@pytest.mark.parametrize("line", ["", "--home shop", "--home=shop"])
def test_without_a_command_the_register_opens(line: str) -> None:
    assert is_opening(line.split())


@pytest.mark.parametrize("line", ["doctor", "--home shop doctor", "--help", "--home", "-h shop"])
def test_anything_else_is_for_the_commands(line: str) -> None:
    assert not is_opening(line.split())

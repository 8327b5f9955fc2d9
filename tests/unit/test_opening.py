import pytest

from breadpos.cli.opening import named_opening


@pytest.mark.parametrize(
    ("line", "folder", "practice"),
    [
        ("", "", False),
        ("--home shop", "shop", False),
        ("--home=shop", "shop", False),
        ("--home practice", "practice", False),
        ("practice", "", True),
        ("--home shop practice", "shop", True),
        ("--home=shop practice", "shop", True),
    ],
)
def test_a_window_opens_without_waiting_for_the_commands(
    line: str, folder: str, practice: bool
) -> None:
    assert named_opening(line.split()) == (folder, practice)


@pytest.mark.parametrize(
    "line",
    ["doctor", "--home shop doctor", "--help", "--home", "-h shop", "practice --help", "shop"],
)
def test_anything_else_is_for_the_commands(line: str) -> None:
    assert named_opening(line.split()) is None

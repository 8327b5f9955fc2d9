import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from breadpos.cli.app import app
from breadpos.domain.money import Money
from breadpos.domain.product import Product, ProductId
from breadpos.storage.database import open_database
from breadpos.storage.products import SqlProducts


class Shell:
    """Commands on one shop, each with what is typed at it."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(self, *arguments: str, types: str = "") -> Result:
        return CliRunner().invoke(app, ["--home", str(self.home), *arguments], input=types)

    def people(self) -> list[tuple[str, str, bool]]:
        rows = json.loads(self("people", "list", "--json").stdout)
        return [(row["name"], row["role"], row["active"]) for row in rows]

    def journal(self, kind: str) -> list[tuple[str, str, dict[str, object]]]:
        with closing(sqlite3.connect(self.home / "breadpos.db")) as raw:
            rows = raw.execute(
                "SELECT cashier, approver, payload FROM journal WHERE kind = ? ORDER BY seq", [kind]
            ).fetchall()
        return [(cashier, approver, json.loads(payload)) for cashier, approver, payload in rows]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shop with one product and nobody in it."""
    engine = open_database(tmp_path / "home" / "breadpos.db")
    SqlProducts(engine).put(Product(ProductId("melonpan"), "メロンパン", Money(180)))
    engine.dispose()
    return Shell(tmp_path / "home")


@pytest.fixture
def staffed(shell: Shell) -> Shell:
    assert shell("people", "add", "小林", types="90214\n").exit_code == 0
    assert shell("people", "add", "田中", "--role", "manager", types="4821\n").exit_code == 0
    assert shell("people", "add", "佐藤", types="2580\n").exit_code == 0
    return shell


def test_the_first_is_the_owner_and_others_are_what_is_said(staffed: Shell) -> None:
    assert staffed.people() == [
        ("小林", "owner", True),
        ("田中", "manager", True),
        ("佐藤", "cashier", True),
    ]
    assert "田中" in staffed("people", "list").stdout
    assert [by[0] for by in staffed.journal("person_added")] == ["(command)"] * 3


@pytest.mark.parametrize(
    ("arguments", "types", "says"),
    [
        (("add", "鈴木"), "1234\n", "digits in order"),
        (("add", "鈴木"), "", "4 to 8 digits"),
        (("add", "佐藤"), "7319\n", "already somebody called 佐藤"),
        (("add", " "), "7319\n", "no name"),
        (("pin", "山田"), "7319\n", "nobody called '山田'"),
        (("pin", "佐藤"), "0000\n", "over and over"),
        (("retire", "小林"), "", "only owner"),
    ],
)
def test_what_cannot_be_is_one_line_and_changes_nothing(
    staffed: Shell, arguments: tuple[str, ...], types: str, says: str
) -> None:
    before = staffed.people()
    result = staffed("people", *arguments, types=types)
    assert result.exit_code == 1
    assert says in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert staffed.people() == before


def test_whoever_has_the_files_sets_a_forgotten_pin_and_the_journal_knows(staffed: Shell) -> None:
    assert staffed("people", "pin", "小林", types="8264\n").exit_code == 0
    ((by, _, said),) = staffed.journal("pin_set")
    assert (by, said["name"]) == ("(command)", "小林")
    done = staffed("products", "price", "melonpan", "190", "--as", "小林", types="8264\n")
    assert done.exit_code == 0


def test_whoever_leaves_stays_on_record(staffed: Shell) -> None:
    assert staffed("people", "retire", "佐藤").exit_code == 0
    assert staffed.people()[2] == ("佐藤", "cashier", False)


# What things cost.


def test_a_shop_without_people_changes_prices_freely(shell: Shell) -> None:
    assert shell("products", "price", "melonpan", "190").exit_code == 0


def test_a_price_is_changed_with_a_manager_s_pin_and_the_journal_says_whose(
    staffed: Shell,
) -> None:
    done = staffed("products", "price", "melonpan", "190", "--as", "田中", types="4821\n")
    assert done.exit_code == 0, done.output
    by, approver, said = staffed.journal("price_change")[-1]
    assert (by, approver, said["product"]) == ("田中", "田中", "melonpan")
    assert (said["old"]["price"], said["new"]["price"]) == (180, 190)  # type: ignore[index]
    assert staffed("sales", "verify").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "types", "says"),
    [
        ((), "", "add --as NAME"),
        (("--as", "田中"), "1357\n", "not the PIN of 田中"),
        (("--as", "佐藤"), "2580\n", "manager's approval"),
        (("--as", "山田"), "4821\n", "nobody called '山田'"),
    ],
)
@pytest.mark.parametrize(
    "command",
    [
        ("products", "price", "melonpan", "190"),
        ("tax", "on", "2027-04-01"),
        ("sets", "add", "いつでも3個", "500", "melonpan"),
    ],
)
def test_nobody_else_changes_what_things_cost(
    staffed: Shell,
    command: tuple[str, ...],
    arguments: tuple[str, ...],
    types: str,
    says: str,
) -> None:
    result = staffed(*command, *arguments, types=types)
    assert result.exit_code == 1
    assert says in result.stderr
    assert len(staffed.journal("price_change")) == 1  # as it was made
    assert staffed.journal("tax_rate") == staffed.journal("set_price") == []


def test_rates_and_sets_are_on_record_with_what_was_before(staffed: Shell) -> None:
    manager = ("--as", "田中")
    for command in (
        ("tax", "on", "2027-04-01"),
        ("sets", "add", "いつでも3個", "500", "melonpan"),
        ("sets", "add", "いつでも3個", "480", "melonpan"),
        ("sets", "end", "いつでも3個"),
    ):
        done = staffed(*command, *manager, types="4821\n")
        assert done.exit_code == 0, done.output
    ((_, approver, rate),) = staffed.journal("tax_rate")
    assert approver == "田中"
    assert (rate["old"]["active"], rate["new"]["active"]) == (0, 1)  # type: ignore[index]
    prices = [
        (said["old"] and said["old"]["price_minor"], said["new"]["price_minor"])  # type: ignore[index]
        for _, _, said in staffed.journal("set_price")
    ]
    assert prices == [(None, 500), (500, 480), (480, 480)]


def test_wrong_pins_make_commands_wait_too(staffed: Shell) -> None:
    for _ in range(3):
        staffed("products", "price", "melonpan", "190", "--as", "田中", types="1357\n")
    result = staffed("products", "price", "melonpan", "190", "--as", "田中", types="4821\n")
    assert "too many wrong PINs; wait" in result.stderr

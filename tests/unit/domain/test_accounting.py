from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from breadpos.domain.accounting import Program, Taking, header, lines, parted
from breadpos.domain.money import ZERO, Money
from breadpos.domain.tender import TenderKind

DAY = date(2026, 4, 1)
FOOD = Taking(DAY, TenderKind.CASH, 800, True, Money(986), Money(73))
HERE = Taking(DAY, TenderKind.CARD, 1000, False, Money(335), Money(30))
STAMP = Taking(DAY, TenderKind.QR, 0, False, Money(84), ZERO)
BACK = Taking(DAY, TenderKind.CASH, 800, True, Money(-216), Money(-16))

AMOUNT = {Program.FREEE: (7, 13), Program.YAYOI: (8, 14), Program.MONEYFORWARD: (8, 16)}
ACCOUNT = {Program.FREEE: (3, 9), Program.YAYOI: (4, 10), Program.MONEYFORWARD: (2, 10)}


@pytest.mark.parametrize(
    ("program", "classes"),
    [
        (Program.FREEE, ["課税売上8%（軽）", "課税売上10%", "非課売上"]),
        (Program.YAYOI, ["課税売上込軽減8%", "課税売上込10%", "非課売上"]),
        (Program.MONEYFORWARD, ["課税売上 (軽)8%", "課税売上 10%", "非課税売上"]),
    ],
)
def test_each_program_has_its_own_names_for_the_tax(program: Program, classes: list[str]) -> None:
    made = lines(program, (FOOD, HERE, STAMP))
    assert [next(c for c in row if c in classes) for row in made] == classes


@pytest.mark.parametrize("program", list(Program))
def test_a_line_books_the_tender_against_the_sales(program: Program) -> None:
    (row,) = lines(program, (FOOD,))
    assert [row[n] for n in ACCOUNT[program]] == ["現金", "売上高"]
    assert [row[n] for n in AMOUNT[program]] == ["986", "986"]
    assert "73" in row
    assert "2026/04/01" in row


@pytest.mark.parametrize("program", list(Program))
def test_what_was_taken_back_is_booked_the_other_way_round(program: Program) -> None:
    (row,) = lines(program, (BACK,))
    assert [row[n] for n in ACCOUNT[program]] == ["売上高", "現金"]
    assert [row[n] for n in AMOUNT[program]] == ["216", "216"]


@pytest.mark.parametrize("program", list(Program))
def test_the_rest_of_a_gift_voucher_is_income_without_tax(program: Program) -> None:
    rest = Taking(DAY, TenderKind.VOUCHER, None, False, Money(20), ZERO)
    ((row,), (back,)) = (lines(program, (x,)) for x in (rest, replace(rest, gross=Money(-20))))
    assert [row[n] for n in ACCOUNT[program]] == ["受取商品券", "雑収入"]
    assert [back[n] for n in ACCOUNT[program]] == ["雑収入", "受取商品券"]
    assert [row[n] for n in AMOUNT[program]] == ["20", "20"]
    assert row.count("対象外") == 2
    assert "釣銭なし" in "".join(row)


def test_every_row_has_as_many_cells_as_its_form_has_columns() -> None:
    assert len(lines(Program.YAYOI, (FOOD,))[0]) == 25
    assert header(Program.YAYOI) == ()
    for program in (Program.FREEE, Program.MONEYFORWARD):
        assert {len(row) for row in lines(program, (FOOD, BACK))} == {len(header(program))}


amounts = st.integers(1, 100_000)


@given(st.lists(amounts, min_size=1, max_size=3), st.data(), st.sampled_from((1, -1)))
def test_a_receipt_laid_out_over_its_tenders_loses_nothing(
    grosses: list[int], data: st.DataObject, sign: int
) -> None:
    total = sum(grosses)
    cut = data.draw(st.integers(0, total))
    taxes = [(Money(sign * gross), Money(sign * (gross * 8 // 108))) for gross in grosses]
    tenders = [Money(sign * cut), Money(sign * (total - cut))]
    parts = parted(taxes, tenders)
    for n, (gross, tax) in enumerate(taxes):
        mine = [part for part in parts if part.rate == n]
        assert sum((part.gross for part in mine), ZERO) == gross
        assert sum((part.tax for part in mine), ZERO) == tax
    for n, paid in enumerate(tenders):
        assert sum((part.gross for part in parts if part.tender == n), ZERO) == paid
    assert all(part.gross.minor * sign > 0 and part.tax.minor * sign >= 0 for part in parts)

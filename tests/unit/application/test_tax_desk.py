from datetime import UTC, date, datetime

import pytest

from breadpos.application.desk import Desk
from breadpos.application.tax_desk import TaxDesk
from breadpos.domain.errors import ApprovalNeeded, NoTaxRate
from breadpos.domain.tax import ANNOUNCED, JAPAN, TaxRate
from tests.books import MemoryDays, MemoryJournal
from tests.unit.application.fakes import FakeApprovals, FakeClock


class Rates:
    """The table in memory."""

    def __init__(self) -> None:
        self.rows = [*((rate, True) for rate in JAPAN.rates), (ANNOUNCED, False)]

    def all(self) -> list[tuple[TaxRate, bool]]:
        return list(self.rows)

    def put(self, rate: TaxRate, *, active: bool) -> None:
        self.rows = [(each, active if each == rate else was) for each, was in self.rows]


@pytest.fixture
def rates() -> Rates:
    return Rates()


@pytest.fixture
def approvals() -> FakeApprovals:
    return FakeApprovals()


@pytest.fixture
def desk(rates: Rates, approvals: FakeApprovals) -> TaxDesk:
    clock = FakeClock(datetime(2026, 11, 24, tzinfo=UTC))
    return TaxDesk(rates, Desk(clock, MemoryDays(list), MemoryJournal(), approvals))


def test_an_announced_rate_is_switched_on_and_off(desk: TaxDesk, rates: Rates) -> None:
    desk.switch(ANNOUNCED.valid_from, active=True)
    assert dict(rates.rows)[ANNOUNCED]
    desk.switch(ANNOUNCED.valid_from, active=False)
    assert desk.rates() == Rates().rows


def test_the_rates_of_today_stay_in_use(desk: TaxDesk, rates: Rates) -> None:
    with pytest.raises(NoTaxRate):
        desk.switch(date(2019, 10, 1), active=False)
    assert rates.rows == Rates().rows


def test_a_rate_is_switched_only_with_a_manager(
    desk: TaxDesk, rates: Rates, approvals: FakeApprovals
) -> None:
    approvals.manager = None
    with pytest.raises(ApprovalNeeded):
        desk.switch(ANNOUNCED.valid_from, active=True)
    assert rates.rows == Rates().rows

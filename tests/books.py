"""A journal and a day book in memory, over whatever sales there are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from breadpos.application.ports import SaleHead, SaleSearch
from breadpos.domain.cash import CashMovement, MovementKind
from breadpos.domain.day import DayFigures, DrawerFigures, Tally, ZReport
from breadpos.domain.errors import BreadposError, DayNotClosable
from breadpos.domain.journal import FIRST_PREVIOUS, Entry, Signature, canonical
from breadpos.domain.money import ZERO, Money
from breadpos.domain.sale import Sale, SaleKind
from breadpos.domain.tax import TaxSplit
from breadpos.domain.tender import TenderKind


class MemoryJournal:
    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._by = Signature()

    def append(self, kind: str, payload: Mapping[str, Any]) -> Entry:
        entry = Entry(
            seq=len(self.entries) + 1,
            at="2026-05-01T03:00:00.000000+00:00",
            kind=kind,
            cashier=self._by.cashier,
            approver=self._by.approver,
            receipt=payload.get("receipt"),
            payload=canonical(payload),
            previous=self.entries[-1].digest if self.entries else FIRST_PREVIOUS,
        ).sealed()
        self.entries.append(entry)
        return entry

    @contextmanager
    def signed(self, by: Signature) -> Iterator[None]:
        before, self._by = self._by, by
        try:
            yield
        finally:
            self._by = before

    def about(self, receipt: int) -> Sequence[Entry]:
        return [entry for entry in self.entries if entry.receipt == receipt]

    def newest(self, limit: int, kind: str | None = None) -> Sequence[Entry]:
        found = [entry for entry in self.entries[::-1] if kind in {None, entry.kind}]
        return found[:limit]


class MemoryDays:
    """The days of a list of sales."""

    def __init__(self, sales: Callable[[], Sequence[Sale]]) -> None:
        self._sales = sales
        self.moved: list[CashMovement] = []
        self.filed: list[ZReport] = []
        self.refusal: BreadposError | None = None

    def last_closed(self) -> date | None:
        return max((report.figures.day for report in self.filed), default=None)

    def open_days(self) -> Sequence[date]:
        closed = self.last_closed() or date.min
        days = {sale.business_day for sale in self._sales()}
        days |= {movement.business_day for movement in self.moved}
        return sorted(day for day in days if day > closed)

    def figures(self, day: date) -> DayFigures:
        return self.figures_between(day, day)

    def figures_between(self, first: date, last: date) -> DayFigures:
        sales = [sale for sale in self._sales() if first <= sale.business_day <= last]
        numbers = [sale.number for sale in sales]
        return DayFigures(
            register="1",
            day=last,
            sales=_tally(sales, SaleKind.SALE),
            voids=_tally(sales, SaleKind.VOID),
            refunds=_tally(sales, SaleKind.REFUND),
            pieces=sum(sale.count for sale in sales),
            customers=sum(sale.customers for sale in sales),
            discounts=sum((sale.off for sale in sales), ZERO),
            taxes=_taxes(sales),
            tenders=_tenders(sales),
            drawer=self._drawer(first, last, sum((sale.cash for sale in sales), ZERO)),
            first_number=min(numbers, default=0),
            last_number=max(numbers, default=0),
        )

    def move_cash(self, movement: CashMovement) -> CashMovement:
        if self.refusal is not None:
            raise self.refusal
        self.moved.append(movement.numbered(len(self.moved) + 1))
        return self.moved[-1]

    def movements(self, day: date) -> Sequence[CashMovement]:
        return [movement for movement in self.moved if movement.business_day == day]

    def close(self, report: ZReport) -> ZReport:
        if self.refusal is not None:
            raise self.refusal
        if report.figures.day <= (self.last_closed() or date.min):
            raise DayNotClosable(report.figures.day, "it is closed already")
        total = sum((each.figures.net for each in self.filed), report.figures.net)
        self.filed.append(report.filed(len(self.filed) + 1, total))
        return self.filed[-1]

    def z_reports(self, limit: int) -> Sequence[ZReport]:
        return self.filed[::-1][:limit]

    def _drawer(self, first: date, last: date, taken: Money) -> DrawerFigures:
        def moved(kind: MovementKind) -> Tally:
            amounts = [
                m.amount for m in self.moved if m.kind is kind and first <= m.business_day <= last
            ]
            return Tally(len(amounts), sum(amounts, ZERO))

        return DrawerFigures(
            float_in=moved(MovementKind.FLOAT),
            paid_in=moved(MovementKind.PAY_IN),
            paid_out=moved(MovementKind.PAY_OUT),
            opened_count=moved(MovementKind.OPENED).count,
            sales=taken,
        )


def _tally(sales: Sequence[Sale], kind: SaleKind) -> Tally:
    amounts = [sale.total for sale in sales if sale.kind is kind]
    return Tally(len(amounts), sum(amounts, ZERO))


def _taxes(sales: Sequence[Sale]) -> tuple[TaxSplit, ...]:
    found: dict[int, TaxSplit] = {}
    for tax in (tax for sale in sales for tax in sale.taxes):
        old = found.get(tax.rate_bp, TaxSplit(tax.rate_bp, ZERO, ZERO))
        found[tax.rate_bp] = replace(old, gross=old.gross + tax.gross, tax=old.tax + tax.tax)
    return tuple(found[rate] for rate in sorted(found))


def _tenders(sales: Sequence[Sale]) -> tuple[tuple[TenderKind, Tally], ...]:
    paid = [payment for sale in sales for payment in sale.payments]
    return tuple(
        (kind, Tally(len(mine), sum((p.amount for p in mine), ZERO)))
        for kind in TenderKind
        if (mine := [p for p in paid if p.kind is kind])
    )


def found_in(sales: Sequence[Sale], wanted: SaleSearch) -> list[SaleHead]:
    """What a finder answers over sales in memory, newest first."""

    def matches(sale: Sale) -> bool:
        names = [line.name for line in sale.lines]
        return (
            wanted.number in {None, sale.number}
            and (wanted.days is None or wanted.days[0] <= sale.business_day <= wanted.days[1])
            and (wanted.amounts is None or wanted.amounts[0] <= sale.total <= wanted.amounts[1])
            and (not wanted.item or any(wanted.item in name for name in names))
        )

    undone = {
        sale.number: [other for other in sales if other.of_number == sale.number] for sale in sales
    }
    return [
        SaleHead(
            sale.number,
            sale.kind,
            sale.sold_at,
            sale.business_day,
            sale.total,
            sale.count,
            sale.lines[0].name,
            sale.cashier,
            sale.lines[0].product_id,
            is_voided=any(u.kind is SaleKind.VOID for u in undone[sale.number]),
            given_back=sum(
                (-u.total for u in undone[sale.number] if u.kind is SaleKind.REFUND), ZERO
            ),
        )
        for sale in sales[::-1]
        if matches(sale)
    ][: wanted.limit]

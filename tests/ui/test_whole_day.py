"""A day at the counter: the real window on a real database, and its figures added up again."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine

from breadpos.application.approvals import StaffApprovals
from breadpos.application.checkout import Checkout
from breadpos.application.desk import Desk
from breadpos.application.kept_carts import KeptCarts
from breadpos.application.price_list import PriceList
from breadpos.application.seller import Seller
from breadpos.application.shop_rules import ShopRules
from breadpos.application.staff import Staff
from breadpos.domain.money import Money
from breadpos.domain.person import Person
from breadpos.domain.product import Product, ProductId
from breadpos.domain.tax import TaxClass
from breadpos.domain.tender import TenderKind
from breadpos.storage.carts import SqlOpenCarts
from breadpos.storage.database import open_database
from breadpos.storage.day_book import SqlDayBook
from breadpos.storage.journal import SqlJournal
from breadpos.storage.products import SqlProducts
from breadpos.storage.rules import SqlSetPrices, SqlTaxRates
from breadpos.storage.sale_finder import SqlSaleFinder
from breadpos.storage.sales import SqlSales
from breadpos.storage.staff import SqlStaff
from breadpos.storage.verification import verify
from breadpos.ui.language import LanguageSwitch
from breadpos.ui.till_guard import TillGuard
from tests.people import CASHIER, MANAGER, OWNER, PINS
from tests.ui.counter import Counter
from tests.ui.fakes import CROISSANT, CURRY, MELONPAN, SALT, TOKYO, MemoryPapers, Till, seen

COFFEE = Product(ProductId("coffee"), "コーヒー", Money(330), TaxClass.STANDARD)
GOODS = (MELONPAN, CROISSANT, CURRY, SALT, COFFEE)
LEFT, RIGHT = (300.0, 400.0), (980.0, 400.0)
TENDERS = tuple(TenderKind)


class Seconds:
    """A clock that goes on by a second whenever it is looked at, from morning on."""

    def __init__(self) -> None:
        self._now = datetime(2026, 5, 1, 7, tzinfo=TOKYO)

    def now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


class RealSales(SqlSales):
    """The ledger with its finder, as the stand-in has both in one."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.find = SqlSaleFinder(engine).find


class RealTill(Till):
    """The till of a shop on a real database."""

    def __init__(self, path: Path) -> None:
        self.engine = open_database(path)
        SqlProducts(self.engine).put_all(GOODS)
        clock = Seconds()
        people = SqlStaff(self.engine)
        for person, pin in PINS.items():
            people.add(person, people.sealed(pin))
        self.approvals = StaffApprovals(people, lambda: clock.now().timestamp())
        self.sales = RealSales(self.engine)  # type: ignore[assignment]  # the real ones
        self.days = SqlDayBook(self.engine)  # type: ignore[assignment]  # the real one
        self.papers = MemoryPapers()
        self.desk = Desk(clock, self.days, SqlJournal(self.engine), self.approvals)
        self.staff = Staff(self.desk, people)
        rules = ShopRules(None, SqlTaxRates(self.engine), SqlSetPrices(self.engine))
        self.checkout = Checkout(
            PriceList(SqlProducts(self.engine), clock),
            Seller(self.desk, self.sales, rules),
            KeptCarts(SqlOpenCarts(self.engine), clock),
        )


class Day(Counter):
    """A day's counter, whose people sign in and are asked for their PINs."""

    def __init__(self, qtbot: QtBot, languages: LanguageSwitch, till: RealTill) -> None:
        super().__init__(qtbot, languages, till, "ja", (1366, 768))
        self.guard = TillGuard(self.window, self.controller, till.approvals, till.staff)
        self.guard.start()

    def give_pin(self, person: Person, pin: str = "") -> None:
        """Somebody taps their tile and types."""
        self.click(self.guard.pin.tiles.tiles[person.person_id])
        self.type(pin or PINS[person])
        self.key(Qt.Key.Key_Return)
        self.wait_for_pin(self.guard.pin.pad)


@pytest.fixture
def day(qtbot: QtBot, languages: LanguageSwitch, tmp_path: Path) -> Iterator[Day]:
    till = RealTill(tmp_path / "breadpos.db")
    yield Day(qtbot, languages, till)
    till.engine.dispose()


def pay(counter: Counter, kind: TenderKind) -> None:
    """Pay what is on the screen with one tender, by its button and the exact amount's."""
    counter.key(Qt.Key.Key_Return)
    panel = counter.side.payment
    counter.click(panel.tender_row.buttons[kind])
    if kind is TenderKind.ON_ACCOUNT:
        panel.customer.setText("山田商店")
    amount = panel.quick_buttons[1 if kind is TenderKind.CASH else 0]
    counter.click(amount)
    assert counter.side.receipt.isVisible()
    counter.key(Qt.Key.Key_Return)


def serve(counter: Counter, n: int) -> None:
    """One customer: a tray of two, sometimes a coffee, a place, a discount, mixed tenders."""
    counter.see(seen(GOODS[n % 4], LEFT), seen(GOODS[(n + 1) % 4], RIGHT))
    if n % 3 == 0:
        counter.controller.add("coffee")
    if n % 4 == 0:
        counter.key(Qt.Key.Key_F4)
    if n % 5 == 0:
        counter.key(Qt.Key.Key_F3)
        counter.type("10")
        counter.key(Qt.Key.Key_Return)
    if n % 7 == 0:
        counter.key(Qt.Key.Key_Return)
        counter.key(Qt.Key.Key_F6)
        counter.type("100")
        counter.key(Qt.Key.Key_Return)
        counter.click(counter.side.payment.quick_buttons[1])
        counter.key(Qt.Key.Key_Return)
    else:
        pay(counter, TENDERS[n % len(TENDERS)])
    counter.take_away()


def hold_one_and_serve_another(counter: Counter) -> None:
    counter.see(seen(CURRY, LEFT))
    counter.key(Qt.Key.Key_F8)
    counter.take_away()
    counter.see(seen(SALT, LEFT))
    pay(counter, TenderKind.CASH)
    counter.take_away()
    counter.key(Qt.Key.Key_F9)
    counter.key(Qt.Key.Key_1)
    pay(counter, TenderKind.CARD)


def take_back(counter: Day) -> None:
    """Void receipt 3, at the third guess of the manager's PIN; refund a piece of receipt 4."""
    past = counter.panels.past
    counter.panels.show_sales()
    counter.panels.sales.field.setText("3")
    counter.click(counter.panels.sales.rows[3])
    counter.click(past.reason.buttons[0])
    counter.click(past.void_button)
    for guess in ("1357", "2468", "3579"):
        counter.give_pin(MANAGER, guess)
        counter.click(counter.guard.pin.person_button)
    counter.click(counter.guard.pin.tiles.tiles[MANAGER.person_id])
    assert "お待ちください" in counter.guard.pin.pad.problem.text()
    assert not counter.guard.pin.pad.keypad.isEnabled()
    for _ in range(5):  # each look is a second later
        counter.guard.count_down()
    counter.type(PINS[MANAGER])
    counter.key(Qt.Key.Key_Return)
    counter.wait_for_pin(counter.guard.pin.pad)
    counter.panels.show_sales()
    counter.panels.sales.field.setText("4")
    counter.click(counter.panels.sales.rows[4])
    counter.click(past.steppers[0].more_button)
    counter.click(past.reason.buttons[2])
    counter.click(past.refund_button)
    counter.give_pin(OWNER)
    counter.side.show_cart()


def move_cash(counter: Day, kind: int, yen: str, reason: int | None) -> None:
    drawer = counter.panels.drawer
    counter.panels.show_drawer()
    counter.click(drawer.kinds.buttons[kind])
    counter.type(yen)
    if reason is not None:
        counter.click(drawer.reason.buttons[reason])
    counter.click(drawer.done_button)
    if reason is not None:
        counter.give_pin(MANAGER)


def count_exactly(counter: Counter) -> None:
    form = counter.panels.close.form
    expected = form._expected.minor
    form.fields[1].setText(str(expected % 10_000))
    form.fields[10_000].setText(str(expected // 10_000))


def independent_sums(path: Path) -> dict[str, Any]:
    """The day once more, from rows alone."""
    with closing(sqlite3.connect(path)) as raw:

        def rows(query: str) -> list[Any]:
            return raw.execute(query).fetchall()

        lines = (
            "SELECT {} FROM sale_lines"
            " WHERE number IN (SELECT number FROM sales WHERE kind = 'sale')"
        )
        gross = "unit_price_minor * count - off_minor - share_minor"
        return {
            "count": rows("SELECT count(*) FROM sales WHERE kind = 'sale'")[0][0],
            "sales": rows(lines.format(f"sum({gross})"))[0][0],
            "net": rows(f"SELECT sum({gross}) FROM sale_lines")[0][0],
            "taxes": {
                rate: (amount, tax)
                for rate, amount, tax in rows(
                    "SELECT rate_bp, sum(gross_minor), sum(tax_minor) FROM sale_taxes"
                    " GROUP BY rate_bp"
                )
            },
            "tenders": dict(
                rows(
                    "SELECT kind, sum(tendered_minor - change_minor - forfeited_minor)"
                    " FROM payments GROUP BY kind"
                )
            ),
            "cash": rows(
                "SELECT sum(CASE kind WHEN 'pay_out' THEN -amount_minor ELSE amount_minor END)"
                " FROM cash_movements"
            )[0][0],
        }


def allowed_by_others(path: Path) -> list[tuple[str, str, str]]:
    """What the journal says was allowed, who did it and whose PIN it was."""
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute(
            "SELECT kind, cashier, approver FROM journal WHERE approver != '' ORDER BY seq"
        ).fetchall()


def open_the_register(day: Day) -> None:
    """A tray lies there already, but nothing is sold before somebody signs in."""
    day.see(seen(CURRY, LEFT))
    day.key(Qt.Key.Key_Return)
    assert not day.view.paying
    day.take_away()
    day.give_pin(CASHIER)
    day.controller.remove("curry_pan")


def test_a_whole_day_adds_up(day: Day, tmp_path: Path) -> None:
    open_the_register(day)
    move_cash(day, 0, "30000", None)
    for n in range(28):
        serve(day, n)
    hold_one_and_serve_another(day)
    take_back(day)
    move_cash(day, 1, "5000", 0)
    move_cash(day, 2, "1200", 1)
    move_cash(day, 3, "", 2)
    day.panels.show_close()
    x = day.panels.close.slip.paper.text()
    day.key(Qt.Key.Key_Return)

    count_exactly(day)
    day.click(day.panels.close.next_button)

    (z,) = day.till.days.z_reports(10)
    figures, sums = z.figures, independent_sums(tmp_path / "breadpos.db")
    assert (figures.sales.count, figures.voids.count, figures.refunds.count) == (30, 1, 1)
    assert (figures.sales.count, figures.sales.amount.minor) == (sums["count"], sums["sales"])
    assert figures.net.minor == sums["net"]
    assert {t.rate_bp: (t.gross.minor, t.tax.minor) for t in figures.taxes} == sums["taxes"]
    paid = {kind.value: tally.amount.minor for kind, tally in figures.tenders}
    assert paid == sums["tenders"]
    assert set(paid) == {kind.value for kind in TenderKind}
    assert figures.drawer.expected.minor == sums["cash"] + paid["cash"]
    assert (z.difference.minor, z.number, z.grand_total) == (0, 1, figures.net)
    printed = day.panels.close.slip.paper.text()
    assert "精算（Z） No.0001" in printed
    assert all(row in printed for row in x.splitlines()[3:])
    engine = day.till.engine  # type: ignore[attr-defined]
    assert list(verify(engine)) == []
    assert allowed_by_others(tmp_path / "breadpos.db") == [
        ("void", "佐藤", "田中"),
        ("refund", "佐藤", "小林"),
        *[("cash", "佐藤", "田中")] * 3,
    ]

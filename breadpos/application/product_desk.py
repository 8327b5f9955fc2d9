"""Looking after the price list: adding, changing, retiring, and tables in and out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from breadpos.application.desk import Desk
from breadpos.application.ports import Action, ProductShelf
from breadpos.application.product_columns import (
    CellWrong,
    Column,
    columns_of,
    edited,
    products_sheet,
    unread_headings,
)
from breadpos.domain.errors import BarcodeTaken, ProductInvalid, SheetColumnsMissing
from breadpos.domain.product import Product, ProductId
from breadpos.domain.sheet import Sheet

_UNSAFE = re.compile(r'[\\/:*?"<>|.\s]+')
"""What a product's folder of photos cannot be called everywhere."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a table would do to one product.

    Attributes:
        before: None for a new product.
    """

    line: int
    before: Product | None
    after: Product


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that will not be taken.

    Attributes:
        column: where it is wrong; None when the row as a whole cannot be a product.
    """

    line: int
    column: Column | None
    cell: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a table would change, before anything has changed.

    Attributes:
        unread: headings of columns that are not read.
    """

    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    unchanged: int
    unread: tuple[str, ...] = ()

    @property
    def added(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.before is None)


class ProductDesk:
    """The price list as the office works on it; a price that changes needs a manager.

    Not for several threads.
    """

    def __init__(self, shelf: ProductShelf, desk: Desk) -> None:
        self._shelf = shelf
        self._desk = desk

    def today(self) -> date:
        return self._desk.now().date()

    def on_sale(self) -> tuple[Product, ...]:
        """What is on the list, as it is today."""
        today = self.today()
        return tuple(product.on(today) for product in self._shelf.all())

    def retired(self) -> tuple[Product, ...]:
        """What is off the list for now."""
        return tuple(self._shelf.retired())

    def new_id(self, name: str) -> ProductId:
        """A key no product has yet, made from a name."""
        base = _UNSAFE.sub("_", name.strip()).strip("_")[:50] or "product"
        taken = {each.product_id.casefold() for each in (*self._shelf.all(), *self.retired())}
        number, found = 1, base
        while found.casefold() in taken:
            number += 1
            found = f"{base}_{number}"
        return ProductId(found)

    def save(self, product: Product) -> None:
        """Add a product or replace it; one off the list is on sale again.

        Raises:
            BarcodeTaken: another product has this barcode.
            ApprovalNeeded: its price changes, and a manager must allow it first.
            StorageError: nothing has changed.
        """
        self._put([product])

    def retire(self, product_id: ProductId) -> None:
        """Take a product off the list; its sales and photos stay."""
        self._shelf.retire(product_id)

    def set_sold_out(self, product_id: ProductId, *, sold_out: bool) -> None:
        """Say that there are no more of a product today, or that there are."""
        product = self._shelf.get(product_id)
        self._shelf.put(replace(product, sold_out_on=self.today() if sold_out else None))

    def table(self) -> Sheet:
        """The price list as a table."""
        return products_sheet(self.on_sale())

    def plan(self, sheet: Sheet) -> ImportPlan:
        """What a table would change.

        Raises:
            SheetColumnsMissing: neither names nor codes are in it, or nothing beside them.
        """
        places = columns_of(sheet.header)
        if Column.NAME not in places and Column.ID not in places:
            raise SheetColumnsMissing((Column.NAME.value,))
        return _Planner(self, places).plan(sheet)

    def apply(self, plan: ImportPlan) -> None:
        """Take over what a plan says, all of it or nothing.

        Raises:
            BarcodeTaken: two products would have one barcode.
            ApprovalNeeded: a price changes, and a manager must allow it first.
            StorageError: nothing has changed.
        """
        self._put([change.after for change in plan.changes])

    def _put(self, wanted: Sequence[Product]) -> None:
        self._check_barcodes(wanted)
        with self._desk.doing(Action.PRICE_CHANGE if self._reprices(wanted) else None):
            self._shelf.put_all(wanted)

    def _reprices(self, wanted: Iterable[Product]) -> bool:
        """Whether something that has a price would cost something else, today or later."""
        today = self.today()
        known = {each.product_id: each for each in (*self._shelf.retired(), *self._shelf.all())}
        priced = {key: _price(each, today) for key, each in known.items() if each.is_priced}
        return any(_price(x, today) != priced.get(x.product_id, _price(x, today)) for x in wanted)

    def _check_barcodes(self, wanted: Iterable[Product]) -> None:
        after = {each.product_id: each for each in (*self._shelf.all(), *wanted)}
        owners = {each.barcode: each for each in self._shelf.all() if each.barcode}
        for product in after.values():
            owner = owners.setdefault(product.barcode, product)
            has_moved = after[owner.product_id].barcode != owner.barcode
            if product.barcode and owner.product_id != product.product_id and not has_moved:
                raise BarcodeTaken(product.barcode, owner.name)


def _price(product: Product, today: date) -> tuple[object, ...]:
    """What decides what it costs, tax and coming prices included."""
    now = product.on(today)
    return now.price, now.tax_class, now.planned


class _Planner:
    """One table, row by row."""

    def __init__(self, desk: ProductDesk, places: dict[Column, int]) -> None:
        self._desk = desk
        self._places = places
        self._today = desk.today()
        known = (*desk.retired(), *desk.on_sale())
        self._by_id = {each.product_id: each for each in known}
        self._by_name = {each.name: each for each in known}
        self._on_sale = {each.product_id for each in desk.on_sale()}
        self._done: set[ProductId] = set()

    def plan(self, sheet: Sheet) -> ImportPlan:
        changes: list[Change] = []
        problems: list[Problem] = []
        unchanged = 0
        for line, row in sheet.rows:
            try:
                change = self._change(line, self._cells(row))
            except CellWrong as wrong:
                problems.append(Problem(line, wrong.column, wrong.cell))
            except ProductInvalid as error:
                problems.append(Problem(line, None, str(error)))
            else:
                if change is None:
                    unchanged += 1
                else:
                    changes.append(change)
        unread = unread_headings(sheet.header)
        return ImportPlan(tuple(changes), tuple(problems), unchanged, unread)

    def _cells(self, row: tuple[str, ...]) -> dict[Column, str]:
        return {
            column: row[place].strip().removeprefix("'")
            for column, place in self._places.items()
            if place < len(row)
        }

    def _change(self, line: int, cells: dict[Column, str]) -> Change | None:
        """What a row changes; None where it says what is so already."""
        before = self._known(cells)
        start = before or self._fresh(cells)
        if start.product_id in self._done:
            raise CellWrong(Column.ID if Column.ID in cells else Column.NAME, start.name)
        self._done.add(start.product_id)
        after = edited(start, cells, self._today)
        if after == before and before.product_id in self._on_sale:
            return None
        return Change(line, before, after)

    def _known(self, cells: dict[Column, str]) -> Product | None:
        key, name = cells.get(Column.ID, ""), cells.get(Column.NAME, "")
        return self._by_id.get(ProductId(key)) if key else self._by_name.get(name)

    def _fresh(self, cells: dict[Column, str]) -> Product:
        name = cells.get(Column.NAME, "") or cells.get(Column.ID, "")
        key = cells.get(Column.ID, "") or self._desk.new_id(name)
        if not name:
            raise CellWrong(Column.NAME, "")
        return Product(ProductId(key), name)

"""Products as a table: what its columns are called, and what stands in a cell."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum
from unicodedata import normalize

from breadpos.domain.allergen import LABELS, Allergen
from breadpos.domain.money import Money
from breadpos.domain.product import PlannedPrice, Product
from breadpos.domain.season import MonthDay, Season
from breadpos.domain.sheet import Sheet, sheet_of
from breadpos.domain.tax import TaxClass


class Column(Enum):
    """One column; the value is its Japanese heading, which exports use."""

    ID = "商品コード"
    NAME = "商品名"
    NAME_EN = "英語名"
    READING = "よみ"
    CATEGORY = "カテゴリー"
    PRICE = "税込価格"
    PRICE_FROM = "価格適用日"
    TAX_CLASS = "税区分"
    ALLERGENS = "アレルゲン"
    BARCODE = "バーコード"
    SEASON = "販売期間"


_ALIASES = {
    "product": Column.ID,
    "id": Column.ID,
    "code": Column.ID,
    "コード": Column.ID,
    "name": Column.NAME,
    "名前": Column.NAME,
    "品名": Column.NAME,
    "name_en": Column.NAME_EN,
    "english": Column.NAME_EN,
    "英名": Column.NAME_EN,
    "英語": Column.NAME_EN,
    "reading": Column.READING,
    "読み": Column.READING,
    "よみがな": Column.READING,
    "フリガナ": Column.READING,
    "category": Column.CATEGORY,
    "分類": Column.CATEGORY,
    "カテゴリ": Column.CATEGORY,
    "price": Column.PRICE,
    "価格": Column.PRICE,
    "税込": Column.PRICE,
    "税込み価格": Column.PRICE,
    "値段": Column.PRICE,
    "売価": Column.PRICE,
    "販売価格": Column.PRICE,
    "price_from": Column.PRICE_FROM,
    "適用日": Column.PRICE_FROM,
    "tax_class": Column.TAX_CLASS,
    "tax": Column.TAX_CLASS,
    "allergens": Column.ALLERGENS,
    "アレルギー": Column.ALLERGENS,
    "barcode": Column.BARCODE,
    "jan": Column.BARCODE,
    "season": Column.SEASON,
    "季節": Column.SEASON,
    "期間": Column.SEASON,
} | {column.value: column for column in Column}

_TAX_WORDS = {
    TaxClass.FOOD: ("食品", "軽減", "food"),
    TaxClass.STANDARD: ("標準", "一般", "standard"),
    TaxClass.EXEMPT: ("非課税", "exempt"),
}
_NO_ALLERGENS = {"なし", "無し", "none"}
_ALLERGENS = {name.casefold(): each for each, names in LABELS.items() for name in names}
_ALL_YEAR = {"", "通年", "all year"}
_DAY = r"(\d{1,2})[-/月](\d{1,2})日?"
_SEASON = re.compile(rf"{_DAY}\s*(?:[〜~～–—－-]|から|to)\s*{_DAY}(?:まで)?")
_DATE = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?")
_HALF_A_YEAR = timedelta(days=183)


class CellWrong(Exception):
    """A cell that cannot be taken; the row is left out and shown."""

    def __init__(self, column: Column, cell: str) -> None:
        super().__init__(f"{column.value}: {cell!r}")
        self.column = column
        self.cell = cell


def columns_of(header: tuple[str, ...]) -> dict[Column, int]:
    """Where each known column stands; unknown headings are no matter."""
    found: dict[Column, int] = {}
    for place, heading in enumerate(header):
        column = _column_called(heading)
        if column is not None:
            found.setdefault(column, place)
    return found


def unread_headings(header: tuple[str, ...]) -> tuple[str, ...]:
    """Headings of columns that say nothing about a product here."""
    return tuple(each.strip() for each in header if each.strip() and _column_called(each) is None)


def _column_called(heading: str) -> Column | None:
    return _ALIASES.get(normalize("NFKC", heading).strip().casefold())


def edited(product: Product, cells: Mapping[Column, str], today: date) -> Product:
    """A product with what a row says of it; an empty cell says nothing.

    Raises:
        CellWrong: a cell is no price, date, tax class or allergen.
    """
    for column, edit in _EDITS.items():
        if cells.get(column):
            product = edit(product, cells[column])
    return _priced(product, cells, today)


def products_sheet(products: tuple[Product, ...]) -> Sheet:
    """A table of products that can be read back."""
    return sheet_of(
        tuple(column.value for column in Column), [_row(product) for product in products]
    )


def allergen_words(allergens: frozenset[Allergen] | None) -> str:
    """As a cell has it: names in the law's order, or that there are none."""
    if allergens is None:
        return ""
    return "・".join(each.label("ja") for each in Allergen if each in allergens) or "なし"


def _row(product: Product) -> tuple[str, ...]:
    return (
        product.product_id,
        product.name,
        product.name_en,
        product.reading,
        product.category,
        str(product.price.minor) if product.is_priced else "",
        "",
        _TAX_WORDS[product.tax_class][0],
        allergen_words(product.allergens),
        product.barcode,
        season_words(product.season),
    )


def _priced(product: Product, cells: Mapping[Column, str], today: date) -> Product:
    if not cells.get(Column.PRICE):
        return product
    price = money_of(cells[Column.PRICE])
    begins = date_of(cells[Column.PRICE_FROM], today) if cells.get(Column.PRICE_FROM) else today
    if begins <= today:
        return replace(product, price=price)
    others = (each for each in product.planned if each.valid_from != begins)
    return replace(product, planned=tuple(sorted((*others, PlannedPrice(begins, price)))))


def money_of(cell: str) -> Money:
    """Whole yen, perhaps written ¥1,200 or １２００円; CellWrong if it is none."""
    digits = re.sub(r"[¥,円\s]", "", normalize("NFKC", cell))
    if not (digits.isascii() and digits.isdigit() and len(digits) < 8):
        raise CellWrong(Column.PRICE, cell)
    return Money(int(digits))


def date_of(cell: str, today: date) -> date:
    """A day written 2026-12-01 or 12/1, which is the nearest one; CellWrong if it is none."""
    found = _DATE.fullmatch(normalize("NFKC", cell).strip())
    try:
        if found:
            month, day = int(found[2]), int(found[3])
            if found[1]:
                return date(int(found[1]), month, day)
            this_year = date(today.year, month, day)
            years = (this_year < today - _HALF_A_YEAR) - (this_year > today + _HALF_A_YEAR)
            return this_year.replace(year=today.year + years)
    except ValueError:
        pass
    raise CellWrong(Column.PRICE_FROM, cell)


def season_at(cell: str) -> Season | None:
    """A season written 10-01〜12-31 or 10/1-12/31, or 通年 for none; CellWrong if it is neither."""
    if cell.strip() in _ALL_YEAR:
        return None
    found = _SEASON.fullmatch(cell.strip())
    try:
        if found:
            month, day, other_month, other_day = map(int, found.groups())
            return Season(MonthDay(month, day), MonthDay(other_month, other_day))
    except ValueError:
        pass
    raise CellWrong(Column.SEASON, cell)


def season_words(season: Season | None) -> str:
    """As a cell has it; empty for all the year."""
    return "" if season is None else f"{season.first}〜{season.last}"


def _tax_class(cell: str) -> TaxClass:
    for tax_class, words in _TAX_WORDS.items():
        if cell.casefold().startswith(words):
            return tax_class
    raise CellWrong(Column.TAX_CLASS, cell)


def _allergens(cell: str) -> frozenset[Allergen]:
    if cell.casefold() in _NO_ALLERGENS:
        return frozenset()
    names = [name for name in re.split(r"[、，,・;／/\s]+", cell.casefold()) if name]
    unknown = [name for name in names if name not in _ALLERGENS]
    if unknown or not names:
        raise CellWrong(Column.ALLERGENS, "・".join(unknown) or cell)
    return frozenset(_ALLERGENS[name] for name in names)


_EDITS: dict[Column, Callable[[Product, str], Product]] = {
    Column.NAME: lambda product, cell: replace(product, name=cell),
    Column.NAME_EN: lambda product, cell: replace(product, name_en=cell),
    Column.READING: lambda product, cell: replace(product, reading=cell),
    Column.CATEGORY: lambda product, cell: replace(product, category=cell),
    Column.TAX_CLASS: lambda product, cell: replace(product, tax_class=_tax_class(cell)),
    Column.ALLERGENS: lambda product, cell: replace(product, allergens=_allergens(cell)),
    Column.SEASON: lambda product, cell: replace(product, season=season_at(cell)),
    Column.BARCODE: lambda product, cell: replace(product, barcode=cell),
}

"""Prices out of a spreadsheet."""

import csv
import io
from pathlib import Path

from breadpos.domain.errors import PricesInvalid
from breadpos.domain.money import Money

_COLUMNS = {"product", "price"}
_DEAREST = 9_999_999


def read_prices(path: Path) -> dict[str, Money]:
    """Tax-inclusive prices by product, from a CSV file with the columns product and price.

    UTF-8 and Shift_JIS are both read; a price is whole yen and may be written ¥1,200.

    Raises:
        PricesInvalid: the file cannot be read, a column is missing, or a line has no price.
    """
    rows = csv.DictReader(io.StringIO(_text(path), newline=""))
    prices: dict[str, Money] = {}
    try:
        if missing := _COLUMNS - set(rows.fieldnames or ()):
            raise PricesInvalid(path, 1, f"the first line must name the columns {sorted(missing)}")
        for row in rows:
            name = (row["product"] or "").strip()
            if not name or name in prices:
                raise PricesInvalid(path, rows.line_num, f"product {name!r} is missing or twice")
            prices[name] = _price(path, rows.line_num, row["price"])
    except csv.Error as error:
        raise PricesInvalid(path, rows.line_num, str(error)) from error
    return prices


def _price(path: Path, line: int, text: str | None) -> Money:
    digits = (text or "").strip().removeprefix("¥").removeprefix("￥").replace(",", "")
    is_number = digits.isascii() and digits.isdigit() and len(digits) < 20
    if not is_number or int(digits) > _DEAREST:
        raise PricesInvalid(path, line, f"{text!r} is no price; write whole yen such as 160")
    return Money(int(digits))


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise PricesInvalid(path, 1, f"cannot be read: {error.strerror}") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            return content.decode("cp932")
        except UnicodeDecodeError as error:
            raise PricesInvalid(path, 1, "save it as CSV in UTF-8") from error

"""A sale as text for the screen and the printer's roll.

Source: 適格簡易請求書 (消費税法 第57条の4 第2項): issuer and registration number, date, items with
the reduced rate marked, totals and tax per rate.
"""

import unicodedata
from dataclasses import dataclass
from datetime import tzinfo

from breadpos.domain.money import YEN
from breadpos.domain.sale import Sale, SaleLine
from breadpos.domain.tax import Place, TaxSplit


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who sells.

    Attributes:
        registration_number: T and 13 digits; empty when the shop has none, then none is printed.
    """

    name: str
    registration_number: str = ""
    address: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    number: str
    takeout: str
    eat_in: str
    total: str
    count: str
    of_rate: str
    tax_in: str
    cash: str
    change: str
    note: str
    registration: str
    thanks: str


_WORDS = {
    "ja": _Words(
        "領収書",
        "No.",
        "お持ち帰り",
        "店内飲食",
        "合計",
        "点",
        "%対象",
        "内消費税",
        "お預り",
        "お釣り",
        "※は軽減税率対象です",
        "登録番号",
        "ありがとうございました",
    ),
    "en": _Words(
        "RECEIPT",
        "No.",
        "Takeout",
        "Eat in",
        "Total",
        "items",
        "% taxable",
        "tax included",
        "Cash",
        "Change",
        "※ reduced tax rate",
        "Registration no.",
        "Thank you",
    ),
}


def receipt_text(
    sale: Sale, issuer: Issuer, zone: tzinfo, *, language: str = "ja", columns: int = 32
) -> str:
    """The receipt, one string of lines of exactly fitting width.

    Args:
        sale: a numbered sale.
        issuer: printed at the top.
        zone: the shop's clock.
        language: "ja" or "en".
        columns: the roll's width in Latin characters, 24 or more; a Japanese one takes two.
    """
    words = _WORDS[language]
    ruler = ["-" * columns]
    when = f"{sale.sold_at.astimezone(zone):%Y-%m-%d %H:%M}"
    place = words.takeout if sale.place is Place.TAKEOUT else words.eat_in
    count = f"{words.total} {sale.count}{_gap(language)}{words.count}"
    rows = [
        *_head(issuer, words, columns),
        *ruler,
        *_pair(when, f"{words.number}{sale.number:06d}", columns),
        place,
        *ruler,
        *(row for line in sale.lines for row in _line(line, columns)),
        *ruler,
        *_pair(count, YEN.format(sale.total), columns),
        *(row for tax in sale.taxes for row in _tax(tax, words, columns)),
        *ruler,
        *_pair(words.cash, YEN.format(sale.payment.tendered), columns),
        *_pair(words.change, YEN.format(sale.payment.change), columns),
    ]
    if any(line.reduced for line in sale.lines):
        rows += _wrapped(words.note, columns)
    rows += _centred(words.thanks, columns)
    return "\n".join(row.rstrip() for row in rows) + "\n"


def width_of(text: str) -> int:
    """Columns a text takes on a fixed-width roll: two for each full-width character."""
    return sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:  # drawn on its neighbour, or not
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1


def _head(issuer: Issuer, words: _Words, columns: int) -> list[str]:
    number = issuer.registration_number
    texts = [
        issuer.name,
        issuer.address,
        issuer.telephone,
        words.title,
        f"{words.registration} {number}" if number else "",
    ]
    return [row for text in texts if text.strip() for row in _centred(text, columns)]


def _line(line: SaleLine, columns: int) -> list[str]:
    name = line.name + ("※" if line.reduced else "")
    amount = YEN.format(line.amount)
    if line.count == 1:
        return _pair(name, amount, columns)
    each = f"  {YEN.format(line.unit_price)} x {line.count}"
    return [*_wrapped(name, columns), *_pair(each, amount, columns)]


def _tax(tax: TaxSplit, words: _Words, columns: int) -> list[str]:
    percent = f"{tax.rate_bp / 100:g}"
    return [
        *_pair(f" {percent}{words.of_rate}", YEN.format(tax.gross), columns),
        *_pair(f"  ({words.tax_in}", f"{YEN.format(tax.tax)})", columns),
    ]


def _gap(language: str) -> str:
    return " " if language == "en" else ""


def _pair(left: str, right: str, columns: int) -> list[str]:
    """Left and right on one row, or the right one on a row of its own."""
    *above, last = _wrapped(left, columns)
    if width_of(last) + width_of(right) >= columns:
        return [*above, last, " " * (columns - width_of(right)) + right]
    return [*above, last + " " * (columns - width_of(last) - width_of(right)) + right]


def _centred(text: str, columns: int) -> list[str]:
    rows = _wrapped(" ".join(text.split()), columns)
    return [" " * ((columns - width_of(row)) // 2) + row for row in rows]


def _wrapped(text: str, columns: int) -> list[str]:
    rows, row = [], ""
    for character in text:
        if width_of(row + character) > columns:
            rows.append(row)
            row = ""
        row += character
    return [*rows, row]

"""A sale as text for the screen and the printer's roll.

Source: 適格簡易請求書 (消費税法 第57条の4 第2項): issuer and registration number, date, items with
the reduced rate marked, totals and tax per rate.
"""

import unicodedata
from dataclasses import dataclass
from datetime import tzinfo

from breadpos.domain.money import YEN, Currency
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
        columns: the roll's width in Latin characters; a Japanese one takes two.
    """
    words = _WORDS[language]
    ruler = "-" * columns
    rows = [
        *_head(issuer, words, columns),
        ruler,
        _pair(
            f"{sale.sold_at.astimezone(zone):%Y-%m-%d %H:%M}",
            f"{words.number}{sale.number:06d}",
            columns,
        ),
        words.takeout if sale.place is Place.TAKEOUT else words.eat_in,
        ruler,
        *(row for line in sale.lines for row in _line(line, columns)),
        ruler,
        _pair(f"{words.total} {sale.count}{_gap(language)}{words.count}", _yen(sale), columns),
        *(row for tax in sale.taxes for row in _tax(tax, words, columns)),
        ruler,
        _pair(words.cash, YEN.format(sale.payment.tendered), columns),
        _pair(words.change, YEN.format(sale.payment.change), columns),
    ]
    if any(line.reduced for line in sale.lines):
        rows.append(words.note)
    rows.append(_centred(words.thanks, columns))
    return "\n".join(row.rstrip() for row in rows) + "\n"


def width_of(text: str) -> int:
    """Columns a text takes on a fixed-width roll: two for each full-width character."""
    return sum(
        0 if unicodedata.combining(character) else 2 if _is_wide(character) else 1
        for character in text
    )


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WFA"


def _head(issuer: Issuer, words: _Words, columns: int) -> list[str]:
    rows = [_centred(issuer.name, columns)]
    rows += [_centred(text, columns) for text in (issuer.address, issuer.telephone) if text]
    rows.append(_centred(words.title, columns))
    if issuer.registration_number:
        rows.append(_centred(f"{words.registration} {issuer.registration_number}", columns))
    return rows


def _line(line: SaleLine, columns: int) -> list[str]:
    name = line.name + ("※" if line.reduced else "")
    amount = YEN.format(line.amount)
    if line.count == 1:
        return _fitting(name, amount, columns)
    each = f"  {YEN.format(line.unit_price)} x {line.count}"
    return [*_wrapped(name, columns), _pair(each, amount, columns)]


def _tax(tax: TaxSplit, words: _Words, columns: int) -> list[str]:
    percent = f"{tax.rate_bp / 100:g}"
    return [
        _pair(f" {percent}{words.of_rate}", YEN.format(tax.gross), columns),
        _pair(f"  ({words.tax_in}", f"{YEN.format(tax.tax)})", columns),
    ]


def _yen(sale: Sale, currency: Currency = YEN) -> str:
    return currency.format(sale.total)


def _gap(language: str) -> str:
    return " " if language == "en" else ""


def _fitting(left: str, right: str, columns: int) -> list[str]:
    *above, last = _wrapped(left, columns)
    if width_of(last) + width_of(right) < columns:
        return [*above, _pair(last, right, columns)]
    return [*above, last, _pair("", right, columns)]


def _pair(left: str, right: str, columns: int) -> str:
    return left + " " * max(1, columns - width_of(left) - width_of(right)) + right


def _centred(text: str, columns: int) -> str:
    return " " * max(0, (columns - width_of(text)) // 2) + text


def _wrapped(text: str, columns: int) -> list[str]:
    rows, row = [], ""
    for character in text:
        if width_of(row + character) > columns:
            rows.append(row)
            row = ""
        row += character
    return [*rows, row]

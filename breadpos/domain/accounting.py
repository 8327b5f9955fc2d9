"""Takings as journal lines for accounting programs.

Sources: the columns of the import forms, and what each calls its tax classes (税込経理):
freee 会計 (support.freee.co.jp, その他の会計ソフトから仕訳データを移行する),
弥生会計 (support.yayoi-kk.co.jp, 仕訳データの項目と記述形式: 弥生インポート形式),
マネーフォワード クラウド会計 (support.biz.moneyforward.com, 「仕訳帳」をインポートする).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from breadpos.domain.money import ZERO, Money
from breadpos.domain.tender import TenderKind


class Program(Enum):
    """Who reads the lines."""

    FREEE = "freee"
    YAYOI = "yayoi"
    MONEYFORWARD = "moneyforward"


@dataclass(frozen=True, slots=True)
class Taking:
    """What one tender brought in at one rate on one day.

    Attributes:
        rate_bp: basis points; None of what gift vouchers were worth beyond what was due, which
            nothing was sold for and no consumption tax falls on.
        reduced: whether it is the reduced rate (軽減税率).
        gross: positive of sales; negative where sales were taken back.
    """

    day: date
    kind: TenderKind
    rate_bp: int | None
    reduced: bool
    gross: Money
    tax: Money


@dataclass(frozen=True, slots=True)
class Parted:
    """One receipt's rate and its share of one tender."""

    rate: int
    tender: int
    gross: Money
    tax: Money


def parted(taxes: Sequence[tuple[Money, Money]], tenders: Sequence[Money]) -> tuple[Parted, ...]:
    """A receipt's rates laid out over its tenders, so that both add up to what they were.

    The first tender pays the first rate, and so on; a rate's tax goes with its gross, what rounding
    leaves over with its last part.

    Args:
        taxes: gross and tax per rate; all of one sign.
        tenders: what each paid; together as much as the grosses.
    """
    parts: list[Parted] = []
    left = [abs(paid.minor) for paid in tenders]
    tender = 0
    for rate, (gross, tax) in enumerate(taxes):
        sign = -1 if gross < ZERO else 1
        need, tax_left = abs(gross.minor), abs(tax.minor)
        while need:
            while not left[tender]:
                tender += 1
            part = min(need, left[tender])
            own = tax_left if part == need else abs(tax.minor) * part // abs(gross.minor)
            parts.append(Parted(rate, tender, Money(sign * part), Money(sign * own)))
            need, tax_left, left[tender] = need - part, tax_left - own, left[tender] - part
    return tuple(parts)


def header(program: Program) -> tuple[str, ...]:
    """The column names; of 弥生 none, for its form has no such line."""
    return () if program is Program.YAYOI else _HEADERS[program]


def lines(program: Program, takings: Iterable[Taking]) -> list[tuple[str, ...]]:
    """One row a taking; a negative one with its sides exchanged, for no amount may be negative."""
    made = []
    for number, taking in enumerate(takings, start=1):
        tender = _Side(*_ACCOUNTS[taking.kind], _NO_TAX, "")
        tax = str(abs(taking.tax.minor))
        earned = _Side(*_EARNED[taking.rate_bp is None], _tax_class(program, taking), tax)
        debit, credit = (tender, earned) if taking.gross > ZERO else (earned, tender)
        amount = str(abs(taking.gross.minor))
        note = f"{taking.day:%Y/%m/%d} {_what(taking)}"
        entry = _Entry(number, f"{taking.day:%Y/%m/%d}", amount, debit, credit, note)
        made.append(_ROWS[program](entry))
    return made


@dataclass(frozen=True, slots=True)
class _Side:
    """Debit or credit: account, account below it, tax class, tax."""

    account: str
    sub: str
    tax_class: str
    tax: str


@dataclass(frozen=True, slots=True)
class _Entry:
    number: int
    day: str
    amount: str
    debit: _Side
    credit: _Side
    note: str


_NO_TAX = "対象外"
_EARNED = {False: ("売上高", ""), True: ("雑収入", "")}
_ACCOUNTS = {
    TenderKind.CASH: ("現金", ""),
    TenderKind.CARD: ("売掛金", "クレジットカード"),
    TenderKind.QR: ("売掛金", "QRコード決済"),
    TenderKind.IC: ("売掛金", "電子マネー"),
    TenderKind.VOUCHER: ("受取商品券", ""),
    TenderKind.ON_ACCOUNT: ("売掛金", "掛売"),
}


def _columns(names: str) -> tuple[str, ...]:
    return tuple(names.split(","))


_HEADERS = {
    Program.FREEE: _columns(
        "日付,伝票番号,決算整理仕訳,借方勘定科目,借方補助科目,借方部門,借方税区分,借方金額,借方税額,"
        "貸方勘定科目,貸方補助科目,貸方部門,貸方税区分,貸方金額,貸方税額,摘要"
    ),
    Program.MONEYFORWARD: _columns(
        "取引No,取引日,借方勘定科目,借方補助科目,借方部門,借方取引先,借方税区分,借方インボイス,"
        "借方金額(円),借方税額,貸方勘定科目,貸方補助科目,貸方部門,貸方取引先,貸方税区分,"
        "貸方インボイス,貸方金額(円),貸方税額,摘要,仕訳メモ,タグ,MF仕訳タイプ,決算整理仕訳"
    ),
}


def _what(taking: Taking) -> str:
    is_sold = taking.gross > ZERO
    if taking.rate_bp is None:
        return "商品券の釣銭なし" if is_sold else "商品券の釣銭なしの取消"
    return f"{'売上' if is_sold else '返品・取消'} {taking.rate_bp / 100:g}%"


def _tax_class(program: Program, taking: Taking) -> str:
    if taking.rate_bp is None:
        return _NO_TAX
    percent = f"{taking.rate_bp / 100:g}%"
    match program:
        case _ if not taking.rate_bp:
            return {Program.MONEYFORWARD: "非課税売上"}.get(program, "非課売上")
        case Program.FREEE:
            return f"課税売上{percent}（軽）" if taking.reduced else f"課税売上{percent}"
        case Program.YAYOI:
            return f"課税売上込軽減{percent}" if taking.reduced else f"課税売上込{percent}"
        case _:
            return f"課税売上 (軽){percent}" if taking.reduced else f"課税売上 {percent}"


def _freee(e: _Entry) -> tuple[str, ...]:
    return (
        e.day, str(e.number), "",
        e.debit.account, e.debit.sub, "", e.debit.tax_class, e.amount, e.debit.tax,
        e.credit.account, e.credit.sub, "", e.credit.tax_class, e.amount, e.credit.tax,
        e.note,
    )  # fmt: skip


def _yayoi(e: _Entry) -> tuple[str, ...]:
    return (
        "2000", str(e.number), "", e.day,
        e.debit.account, e.debit.sub, "", e.debit.tax_class, e.amount, e.debit.tax or "0",
        e.credit.account, e.credit.sub, "", e.credit.tax_class, e.amount, e.credit.tax or "0",
        e.note, "", "", "0", "", "", "0", "0", "no",
    )  # fmt: skip


def _moneyforward(e: _Entry) -> tuple[str, ...]:
    return (
        str(e.number), e.day,
        e.debit.account, e.debit.sub, "", "", e.debit.tax_class, "", e.amount, e.debit.tax,
        e.credit.account, e.credit.sub, "", "", e.credit.tax_class, "", e.amount, e.credit.tax,
        e.note, "", "", "", "",
    )  # fmt: skip


_ROWS = {
    Program.FREEE: _freee,
    Program.YAYOI: _yayoi,
    Program.MONEYFORWARD: _moneyforward,
}

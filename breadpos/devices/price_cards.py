"""Price cards as a PDF: sheets of A4, with hair lines to cut along."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from breadpos.application.price_cards import CardSize, PriceCard
from breadpos.devices.typeface import add_typefaces, set_type, width_in, write_in
from breadpos.domain.errors import FileNotWritten
from breadpos.whole_file import write_whole

if TYPE_CHECKING:
    from fpdf import FPDF

_A4_MM = (210.0, 297.0)
_MARGIN_MM = (10.0, 12.0)
_POINT_MM = 25.4 / 72
_INK, _MUTED, _LINE = (42, 31, 23), (95, 80, 68), (190, 176, 160)
_ALLERGEN_LINES = 4
_SHARES = tuple(share / 100 for share in range(100, 25, -5))
"""Words that need more room are printed at the first of these sizes that fits."""


@dataclass(frozen=True, slots=True)
class _Type:
    """Sizes of one card's words, points, and its inner edge, mm."""

    name: float
    english: float
    price: float
    note: float
    edge: float


_TYPES = {
    CardSize.LARGE: _Type(name=22, english=12, price=40, note=9, edge=6),
    CardSize.SMALL: _Type(name=12, english=7.5, price=20, note=6, edge=3),
}


class PdfPriceCards:
    """CardFiles by fpdf2, in the shipped typeface."""

    def write(self, path: Path, cards: Sequence[PriceCard], size: CardSize) -> None:
        """Write sheets of A4 as PDF; FileNotWritten if it cannot be."""
        try:
            write_whole(path, price_cards_pdf(cards, size))
        except OSError as error:
            raise FileNotWritten(path, error.strerror or "unknown") from error


def price_cards_pdf(cards: Sequence[PriceCard], size: CardSize) -> bytes:
    """The file's content; its words can be searched and copied."""
    from fpdf import FPDF  # here: it takes a moment, and cards are printed seldom

    paper = FPDF(unit="mm", format="A4")
    paper.set_auto_page_break(auto=False)
    paper.set_margin(0)
    add_typefaces(paper)
    across, down = size.value
    wide = (_A4_MM[0] - 2 * _MARGIN_MM[0]) / across
    high = (_A4_MM[1] - 2 * _MARGIN_MM[1]) / down
    for number, card in enumerate(cards):
        if number % size.per_sheet == 0:
            paper.add_page()
        left = _MARGIN_MM[0] + number % across * wide
        top = _MARGIN_MM[1] + number % size.per_sheet // across * high
        _Card(paper, _TYPES[size], left, top, (wide, high)).draw(card)
    return bytes(paper.output())


class _Card:
    """One card's place on a sheet, mm."""

    def __init__(
        self, paper: "FPDF", sizes: _Type, left: float, top: float, room: tuple[float, float]
    ) -> None:
        self._paper, self._sizes = paper, sizes
        self._left, self._top = left, top
        self._wide, self._high = room

    def draw(self, card: PriceCard) -> None:
        paper, sizes = self._paper, self._sizes
        paper.set_draw_color(*_LINE)
        paper.set_line_width(0.1)
        paper.rect(self._left, self._top, self._wide, self._high)
        inside = self._wide - 2 * sizes.edge
        y = self._top + sizes.edge
        for line in self._fitted(card.name, "B", sizes.name, inside, 2):
            y = self._line(line, y)
        if card.name_en:
            for line in self._fitted(card.name_en, "", sizes.english, inside, 1):
                y = self._line(line, y, colour=_MUTED)
        self._draw_foot(card, inside)

    def _draw_foot(self, card: PriceCard, inside: float) -> None:
        """What it contains, all of it, and under it the price."""
        sizes, paper = self._sizes, self._paper
        base = self._top + self._high - sizes.edge - 0.6
        right = self._left + self._wide - sizes.edge
        note = "税込"
        self._font("", sizes.note)
        paper.set_text_color(*_INK)
        write_in(paper, right - width_in(paper, note), base, note)
        right -= width_in(paper, note) + 1
        self._font("B", sizes.price)
        write_in(paper, right - width_in(paper, card.price), base, card.price)
        lines = self._fitted(_allergen_words(card), "", sizes.note, inside, _ALLERGEN_LINES)
        y = base - sizes.price * _POINT_MM * 0.9 - sum(line.high for line in lines)
        for line in lines:
            y = self._line(line, y, colour=_MUTED)

    def _line(self, line: "_Line", y: float, colour: tuple[int, int, int] = _INK) -> float:
        """Write a line whose top is at y; returns its bottom."""
        self._font(line.style, line.size)
        self._paper.set_text_color(*colour)
        left = self._left + self._sizes.edge
        write_in(self._paper, left, y + line.high * 0.78, line.text)
        return y + line.high

    def _font(self, style: str, size: float) -> None:
        set_type(self._paper, size, is_strong=style == "B")

    def _fitted(self, text: str, style: str, size: float, wide: float, most: int) -> list["_Line"]:
        """A text in at most so many lines, smaller where it must be; nothing is ever cut."""
        rows: list[str] = []
        for share in _SHARES:
            self._font(style, size * share)
            rows = broken(text, wide, partial(width_in, self._paper))
            if len(rows) <= most:
                break
        return [_Line(row, style, self._paper.font_size_pt) for row in rows]


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    style: str
    size: float

    @property
    def high(self) -> float:
        return self.size * _POINT_MM * 1.25


def broken(text: str, wide: float, width_of: Callable[[str], float]) -> list[str]:
    """A text in lines of a width: between words where there are any, else between letters."""
    rows: list[str] = []
    rest = text
    while rest and width_of(rest) > wide:
        length = max(
            (n for n in range(1, len(rest)) if width_of(rest[:n].rstrip()) <= wide), default=1
        )
        space = rest.rfind(" ", 0, length + 1)
        length = space if space > 0 else length
        rows.append(rest[:length].rstrip())
        rest = rest[length:].lstrip()
    return [*rows, rest] if rest else rows


def _allergen_words(card: PriceCard) -> str:
    if card.allergens is None:
        return "アレルゲンは店員にお尋ねください"
    return f"アレルゲン：{'・'.join(card.allergens) or 'なし'}"

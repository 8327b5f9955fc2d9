"""The shipped typefaces on paper: what Noto Sans JP lacks is taken from those beside it."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import ImageFont

from breadpos.resources import assets_dir

if TYPE_CHECKING:
    from fpdf import FPDF

_MAIN = "NotoSansJP"
_OTHERS = ("NotoEmoji", "NotoSansArabic", "NotoSansHebrew")
_UNSEEN = "\u200d\ufe0e\ufe0f"
"""Joiners and choices of style between emoji: on paper each emoji stands for itself."""
_CELL_BASELINE = 0.3
"""From the top of an FPDF cell without height down to its baseline, in letter sizes."""


def add_typefaces(paper: "FPDF") -> None:
    """Make the typefaces known to a PDF."""
    for style, weight in (("", "Regular"), ("B", "Bold")):
        paper.add_font(_MAIN, style, _file(_MAIN, weight))
    for name in _OTHERS:
        paper.add_font(name, "", _file(name))
    paper.c_margin = 0


def set_type(paper: "FPDF", size_pt: float, *, is_strong: bool) -> None:
    """Go on in this size and weight."""
    paper.set_font(_MAIN, "B" if is_strong else "", size_pt)


def width_in(paper: "FPDF", text: str) -> float:
    """How wide a text will be, in the paper's unit."""
    if _is_plain(text):
        return float(paper.get_string_width(text))
    return sum(float(paper.get_string_width(piece)) for piece in _pieces_in(paper, text))


def write_in(paper: "FPDF", left: float, baseline: float, text: str) -> None:
    """Write one line; what reads from right to left does so."""
    if _is_plain(text):
        paper.text(left, baseline, text)
        return
    for piece in _pieces_in(paper, text):
        wide = paper.get_string_width(piece)
        paper.set_xy(left, baseline - _CELL_BASELINE * paper.font_size)
        paper.cell(w=wide, h=0, text=piece)
        left += wide


def _pieces_in(paper: "FPDF", text: str) -> Iterator[str]:
    """Each piece from left to right, while its typeface is set."""
    style = paper.font_style
    paper.set_text_shaping(use_shaping_engine=True)
    for piece, name in _in_sight_order(_seen(text)):
        paper.set_font(name, style if name == _MAIN else "")
        yield piece
    paper.set_text_shaping(use_shaping_engine=False)
    paper.set_font(_MAIN, style)


def pixel_runs(
    text: str, size: int, *, is_strong: bool
) -> list[tuple[str, ImageFont.FreeTypeFont]]:
    """A text as pieces from left to right, each with the typeface to draw it in."""
    main = _pixels(_MAIN, size, "Bold" if is_strong else "Regular")
    if _is_plain(text):
        return [(text, main)]
    return [
        (piece, main if name == _MAIN else _pixels(name, size))
        for piece, name in _in_sight_order(_seen(text))
    ]


def _in_sight_order(text: str) -> Iterator[tuple[str, str]]:
    from fpdf.bidi import BidiParagraph  # here: few names need it
    from fpdf.enums import TextDirection

    paragraph = BidiParagraph(text)
    pieces = paragraph.get_bidi_fragments()
    is_leftward = paragraph.base_direction is TextDirection.RTL
    for piece, direction in reversed(pieces) if is_leftward else pieces:
        parts = [("".join(run), name) for name, run in groupby(piece, _typeface_of)]
        yield from reversed(parts) if direction is TextDirection.RTL else parts


def _typeface_of(letter: str) -> str:
    return next((name for name in (_MAIN, *_OTHERS) if ord(letter) in _letters(name)), _MAIN)


def _is_plain(text: str) -> bool:
    """Whether it is surely all in Noto Sans JP, which has every letter of code page 932."""
    try:
        text.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True


def _seen(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, _UNSEEN)))


@cache
def _letters(name: str) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(_file(name), lazy=True) as font:
        return frozenset(font.getBestCmap() or ())


@cache
def _pixels(name: str, size: int, weight: str = "Regular") -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_file(name, weight), size)


def _file(name: str, weight: str = "Regular") -> Path:
    return assets_dir() / "fonts" / f"{name}-{weight}.ttf"

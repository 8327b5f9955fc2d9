"""A slip as a PDF of one page, as wide as the roll."""

from breadpos.devices.typeface import add_typefaces, set_type, width_in, write_in
from breadpos.domain.placing import Placed, height_of, placed
from breadpos.domain.slip import Side, Slip

_COLUMN_MM = 1.5
_EDGE_MM = 5.0
_POINT_MM = 25.4 / 72
_BASELINE = 0.37
"""From the middle of a row down to the baseline, in letter sizes."""


def slip_pdf(slip: Slip) -> bytes:
    """The file's content; its words can be searched and copied."""
    from fpdf import FPDF  # here: it takes a moment, and few papers become files

    width = slip.columns * _COLUMN_MM + 2 * _EDGE_MM
    height = height_of(slip) * _COLUMN_MM + 2 * _EDGE_MM
    paper = FPDF(unit="mm", format=(width, height))
    paper.set_auto_page_break(auto=False)
    paper.set_margin(0)
    add_typefaces(paper)
    paper.add_page()
    for part in placed(slip):
        y = _EDGE_MM + part.middle * _COLUMN_MM
        if isinstance(part, Placed):
            size = part.size * _COLUMN_MM
            set_type(paper, size / _POINT_MM, is_strong=part.is_strong)
            x = _EDGE_MM + part.x * _COLUMN_MM
            wide = width_in(paper, part.text)
            left = {Side.LEFT: x, Side.CENTRE: x - wide / 2, Side.RIGHT: x - wide}[part.side]
            write_in(paper, left, y + size * _BASELINE, part.text)
        else:
            paper.set_line_width(0.2)
            paper.line(_EDGE_MM, y, width - _EDGE_MM, y)
    return bytes(paper.output())

"""A slip as the picture that a receipt printer prints: its own fonts know no Japanese."""

from functools import cache

from PIL import Image, ImageDraw, ImageFont

from breadpos.domain.placing import Placed, height_of, placed
from breadpos.domain.slip import Side, Slip
from breadpos.resources import assets_dir

COLUMN_DOTS = 12
"""As printers of 203 dpi have it: 32 columns on 58 mm paper, 48 on 80 mm."""

_EDGE_ROWS = 1.0
_ANCHORS = {Side.LEFT: "lm", Side.CENTRE: "mm", Side.RIGHT: "rm"}


def slip_image(slip: Slip, *, margin_dots: int = 0) -> Image.Image:
    """Black on white, 8 bits a dot, as wide as the columns and the margins on both sides."""
    width = slip.columns * COLUMN_DOTS + 2 * margin_dots
    top = _EDGE_ROWS * COLUMN_DOTS
    height = round(height_of(slip) * COLUMN_DOTS + 2 * top)
    image = Image.new("L", (width, height), 255)
    draw = ImageDraw.Draw(image)
    for part in placed(slip):
        y = top + part.middle * COLUMN_DOTS
        if isinstance(part, Placed):
            x = margin_dots + part.x * COLUMN_DOTS
            font = _font(round(part.size * COLUMN_DOTS), is_strong=part.is_strong)
            draw.text((x, y), part.text, fill=0, font=font, anchor=_ANCHORS[part.side])
        else:
            draw.line((margin_dots, y, width - margin_dots - 1, y), fill=0, width=2)
    return image


@cache
def _font(size: int, *, is_strong: bool) -> ImageFont.FreeTypeFont:
    weight = "Bold" if is_strong else "Regular"
    return ImageFont.truetype(assets_dir() / "fonts" / f"NotoSansJP-{weight}.ttf", size)

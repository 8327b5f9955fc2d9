"""A slip as the picture that a receipt printer prints: its own fonts know no Japanese."""

from PIL import Image, ImageDraw

from breadpos.devices.typeface import pixel_runs
from breadpos.domain.placing import Placed, height_of, placed
from breadpos.domain.slip import Side, Slip

COLUMN_DOTS = 12
"""As printers of 203 dpi have it: 32 columns on 58 mm paper, 48 on 80 mm."""

_EDGE_ROWS = 1.0


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
            _write(draw, part, x, y)
        else:
            draw.line((margin_dots, y, width - margin_dots - 1, y), fill=0, width=2)
    return image


def _write(draw: ImageDraw.ImageDraw, part: Placed, x: float, y: float) -> None:
    runs = pixel_runs(part.text, round(part.size * COLUMN_DOTS), is_strong=part.is_strong)
    wide = sum(font.getlength(text) for text, font in runs)
    left = {Side.LEFT: x, Side.CENTRE: x - wide / 2, Side.RIGHT: x - wide}[part.side]
    for text, font in runs:
        draw.text((left, y), text, fill=0, font=font, anchor="lm")
        left += font.getlength(text)

"""Names with letters that Noto Sans JP lacks, on paper."""

import numpy as np
import pytest
from fpdf import FPDF
from PIL import Image, ImageDraw

from breadpos.devices.typeface import add_typefaces, pixel_runs, set_type, width_in, write_in

_SIZE = 24


def drawn(text: str, *, is_strong: bool = False) -> np.ndarray:
    image = Image.new("L", (600, 48), 255)
    left = 4.0
    for piece, font in pixel_runs(text, _SIZE, is_strong=is_strong):
        ImageDraw.Draw(image).text((left, 24), piece, fill=0, font=font, anchor="lm")
        left += font.getlength(piece)
    return np.asarray(image)


def families(text: str) -> list[tuple[str, str | None]]:
    return [(piece, font.getname()[0]) for piece, font in pixel_runs(text, _SIZE, is_strong=True)]


def paper() -> FPDF:
    made = FPDF(unit="mm", format="A4")
    add_typefaces(made)
    made.add_page()
    set_type(made, 20, is_strong=True)
    return made


def test_each_letter_is_drawn_in_a_typeface_that_has_it() -> None:
    assert families("🥐塩パン") == [("🥐", "Noto Emoji"), ("塩パン", "Noto Sans JP")]
    assert families("塩パン髙①") == [("塩パン髙①", "Noto Sans JP")]
    assert families("❤️👨‍👩") == [("❤👨👩", "Noto Emoji")]


def test_what_reads_from_right_to_left_begins_on_the_right() -> None:
    assert families("خبز 塩") == [
        ("塩", "Noto Sans JP"),
        (" ", "Noto Sans JP"),
        ("خبز", "Noto Sans Arabic"),
    ]
    assert families("塩 לחם")[0][0].startswith("塩")


def test_no_letter_of_a_name_is_a_box() -> None:
    box = drawn("\U0001f1ef")  # half a flag: nothing shipped has it
    assert (box < 128).any()
    for letter in "🥐🍞🥖🥨🍩🍰☕🧈خבא":
        ink = drawn(letter)
        assert (ink < 128).any()
        assert not np.array_equal(ink, box)


@pytest.mark.parametrize("text", ["🥐バター🧈", "خبز الزيتون", "לחם", "塩パン"])
def test_a_pdf_takes_such_a_name_and_what_comes_after_it(text: str) -> None:
    made = paper()
    assert width_in(made, text) > 0
    write_in(made, 10, 20, text)
    write_in(made, 10, 40, "塩パン")

    assert (made.font_family, made.font_style) == ("notosansjp", "B")
    assert b"%PDF" in bytes(made.output())[:8]

from PySide6.QtGui import QFontInfo, QFontMetricsF, QRawFont

from breadpos.resources import assets_dir
from breadpos.ui.fonts import font
from breadpos.ui.tokens import FONT_FAMILY, TOTAL_PX

_WORDS = "麺麭髙﨑 あァｱ ¥※✓？！〜①×－＋・、。「」 éüñ ABCxyz 0123456789"


def test_the_shipped_typeface_is_the_one_in_use() -> None:
    for is_bold in (False, True):
        info = QFontInfo(font(16, bold=is_bold))
        assert info.family() == FONT_FAMILY
        assert info.bold() is is_bold


def test_it_has_every_letter_a_shop_needs() -> None:
    for weight in ("Regular", "Bold"):
        raw = QRawFont(str(assets_dir() / "fonts" / f"NotoSansJP-{weight}.ttf"), 16)
        assert [letter for letter in _WORDS if not raw.supportsCharacter(ord(letter))] == []


def test_all_digits_are_of_one_width() -> None:
    metrics = QFontMetricsF(font(TOTAL_PX, bold=True))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_fonts_carry_their_licence_and_are_small() -> None:
    folder = assets_dir() / "fonts"
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text("utf-8").upper()
    assert sum(file.stat().st_size for file in folder.iterdir()) < 6_000_000

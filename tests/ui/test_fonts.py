import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetricsF, QRawFont, QTextLayout

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


@pytest.mark.parametrize(
    ("words", "families"),
    [
        ("🥐🍞🥖🥨🥯🥞🍩🧁🍰🎂🍪🥪🌭🍕🥧🍫☕🍵🧈🥛🧀🍓🍎🌰⭐❤🔥🎄🎃🌸🐻😀👍🆕🈂", {"Noto Emoji"}),
        ("🥐 バター ❤️", {"Noto Emoji", FONT_FAMILY}),
        ("👨‍👩‍👧", {"Noto Emoji"}),
        ("خبز الزيتون", {"Noto Sans Arabic", FONT_FAMILY}),
        ("לחם זיתים", {"Noto Sans Hebrew", FONT_FAMILY}),
    ],
)
def test_other_letters_come_from_the_shipped_typefaces(words: str, families: set[str]) -> None:
    layout = QTextLayout(words, font(16, bold=True))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()

    runs = layout.glyphRuns()

    assert {run.rawFont().familyName() for run in runs} <= families
    assert 0 not in [glyph for run in runs for glyph in run.glyphIndexes()]  # 0 is the box


def test_a_row_is_no_higher_for_other_letters() -> None:
    def height(words: str) -> float:
        return QFontMetricsF(font(16)).boundingRect(words).height()

    assert QFontDatabase.hasFamily("Noto Emoji")
    assert height("🥐") <= QFontMetricsF(font(16)).height()
    assert height("خبز") <= QFontMetricsF(font(16)).height()


def test_fonts_carry_their_licence_and_are_small() -> None:
    folder = assets_dir() / "fonts"
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text("utf-8").upper()
    assert sum(file.stat().st_size for file in folder.iterdir()) < 6_500_000

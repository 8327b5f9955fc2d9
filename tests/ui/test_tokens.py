import re
from dataclasses import asdict
from pathlib import Path

import pytest

import breadpos.ui
from breadpos.ui.style_sheet import style_sheet
from breadpos.ui.tokens import DARK, LIGHT, Palette

UI = Path(breadpos.ui.__file__).parent
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b|rgba?\(|GlobalColor\.(?!transparent)|QColor\(\d")
_ON_GROUND = [
    *((words, ground) for words in ("ink", "muted") for ground in ("paper", "surface", "cream")),
    *((words, ground) for words in ("ink", "unsure") for ground in ("tint", "surface")),
    *(("on_strong", g) for g in ("crust", "crust_pressed", "sure", "unsure", "unknown", "closed")),
    ("muted", "well"),
    ("on_shade", "shade"),
    ("crust", "surface"),
    ("crust", "cream"),
    *((words, "cream") for words in ("sure", "unsure")),
    ("asleep_ink", "asleep"),
]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize(("words", "ground"), _ON_GROUND)
def test_words_can_be_read(palette: Palette, words: str, ground: str) -> None:
    colours = asdict(palette)
    assert contrast(colours[words], colours[ground]) >= 4.5


def test_no_colour_is_set_outside_the_tokens() -> None:
    found = [
        f"{path.name}: {match.group()}"
        for path in sorted(UI.glob("*.py"))
        if path.name != "tokens.py"
        for match in _COLOUR.finditer(path.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_style_sheet_knows_its_colours_only_from_the_palette(palette: Palette) -> None:
    used = set(re.findall(r"#[0-9A-Fa-f]{6}\b", style_sheet(palette)))
    assert used <= set(asdict(palette).values())

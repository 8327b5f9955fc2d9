"""Where a reader would break a text: Japanese between phrases, other scripts between words."""

from dataclasses import dataclass
from itertools import pairwise
from unicodedata import name

from PySide6.QtGui import QFontMetrics

NEVER_FIRST = frozenset(
    "\u00a0、。，．・：；！？」』）】ーッャュョァィゥェォっゃゅょぁぃぅぇぉ※…んンを"
)
"""No line begins with what ends a word or a sentence, or with what never begins a word."""
_NEVER_LAST = frozenset("「『（【¥－")
_FREE = dict.fromkeys(" 。！？", 0.0) | dict.fromkeys("、・：；）」』】", 0.5)
"""After these a line may end."""
_KANA = 0x2E80
"""From here on are the scripts that break anywhere."""
_FEW_LETTERS, _FEW_COST = 3, 6.0
_SHORT_SHARE, _SHORT_COST = 0.2, 3.0
_INSIDE = 4.0
_PARTICLES = frozenset("はがをにでとのもやへ")
_AFTER_TOPIC = frozenset("あいでなま")
"""A は before these is most likely the particle: ものは・ありません."""
_LATER = 0.001
"""Of two breaks that are as good the later one, so that lines are full."""


@dataclass(frozen=True, slots=True)
class _Way:
    """The best lines up to a place of the text."""

    cost: float
    breaks: tuple[int, ...]


def balanced(text: str, width_px: int, lines: int, metrics: QFontMetrics) -> list[str] | None:
    """A text in as few lines as it fits in, broken where it reads best; None if it does not fit."""
    edges = [metrics.horizontalAdvance(text[:place]) for place in range(len(text) + 1)]
    ways: dict[int, _Way] = {0: _Way(0.0, ())}
    for _ in range(lines):
        ways = _one_line_more(text, edges, width_px, ways)
        if len(text) in ways:
            places = (0, *ways[len(text)].breaks)
            return [text[a:b].strip() for a, b in pairwise(places)]
    return None


def _one_line_more(
    text: str, edges: list[int], width_px: int, ways: dict[int, _Way]
) -> dict[int, _Way]:
    longer: dict[int, _Way] = {}
    for start, way in ways.items():
        for end in range(start + 1, len(text) + 1):
            words = text[start:end]
            wide = edges[start + len(words.rstrip())] - edges[start]
            if wide > width_px:
                break
            cost = _cost_of_break(text, end)
            if cost is None:
                continue
            total = way.cost + cost + _cost_of_line(words, wide / width_px) - _LATER * end
            if end not in longer or total < longer[end].cost:
                longer[end] = _Way(total, (*way.breaks, end))
    return longer


def _cost_of_line(words: str, share: float) -> float:
    few = _FEW_COST if len(words.strip()) < _FEW_LETTERS else 0.0
    return few + (_SHORT_COST if share < _SHORT_SHARE else 0.0)


def _cost_of_break(text: str, place: int) -> float | None:
    """How badly a break there reads; None where there must be none."""
    if place == len(text):
        return 0.0
    before, after = text[place - 1], text[place]
    if after == " " or after in NEVER_FIRST or before in _NEVER_LAST:
        return None
    if before in _FREE:
        return _FREE[before]
    if ord(before) < _KANA and ord(after) < _KANA:
        return None
    if before == "を" or (before == "は" and after in _AFTER_TOPIC):
        return 1.0
    is_inside = place > 1 and _is_inside_verb(text[place - 2], before)
    return _INSIDE if is_inside else _cost_between(_script(before), _script(after))


def _is_inside_verb(before: str, letter: str) -> bool:
    """Whether a letter is the only hiragana of a verb that goes on, as in 読み直す."""
    return (
        _script(letter) == "HIRAGANA" and _script(before) != "HIRAGANA" and letter not in _PARTICLES
    )


def _cost_between(before: str, after: str) -> float:
    """A phrase begins with what is no hiragana, and ends with its hiragana."""
    if after in {before, "HIRAGANA"}:
        return _INSIDE
    return 1.0 if before == "HIRAGANA" else 2.0


def _script(letter: str) -> str:
    return "KATAKANA" if letter == "ー" else name(letter, "OTHER").split()[0]

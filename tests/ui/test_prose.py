import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from breadpos.ui.fonts import exact_font
from breadpos.ui.prose import Prose


def _drawn(qtbot: QtBot, text: str, letters: int) -> tuple[Prose, list[str]]:
    label = Prose(text)
    qtbot.addWidget(label)
    label.setFont(exact_font(16))
    wide = 16 * letters + 4
    label.resize(wide, label.heightForWidth(wide))
    return label, (label.in_lines() or "").split("\n")


@pytest.mark.parametrize(
    ("text", "letters", "rows"),
    [
        ("まだありません。", 20, ["まだありません。"]),
        (
            "この大きさの割引には、店長かオーナーの許可が必要です。",
            24,
            ["この大きさの割引には、", "店長かオーナーの許可が必要です。"],
        ),
        (
            "カートは空です。\nトレーを置いてください。",
            20,
            ["カートは空です。", "トレーを置いてください。"],
        ),
        (
            "比べたパンに、悪くなったものはありません。新しい方を使えます。",
            20,
            ["比べたパンに、悪くなったものは", "ありません。新しい方を使えます。"],
        ),
    ],
)
def test_a_sentence_is_broken_between_its_phrases(
    qtbot: QtBot, text: str, letters: int, rows: list[str]
) -> None:
    assert _drawn(qtbot, text, letters)[1] == rows


def test_in_the_middle_no_word_is_left_over(qtbot: QtBot) -> None:
    text = "What is corrected at the register will wait here for your glance."
    label, rows = _drawn(qtbot, text, 26)
    assert rows[-1] == "your glance."

    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.resize(label.width() + 1, label.height())
    assert (label.in_lines() or "").split("\n")[-1] == "will wait here for your glance."


def test_what_has_too_little_height_is_left_as_it_was(qtbot: QtBot) -> None:
    label, _ = _drawn(qtbot, "この大きさの割引には、店長かオーナーの許可が必要です。", 24)

    label.resize(label.width() // 2, label.height())

    assert label.in_lines() is None

import pytest
from PySide6.QtGui import QFontMetrics

from breadpos.ui.elided_label import fitted
from breadpos.ui.fonts import exact_font


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("text", "letters", "rows"),
    [
        ("塩パン", 5, ["塩パン"]),
        ("シュガーグレーズドーナツ", 9, ["シュガーグレーズ", "ドーナツ"]),
        ("シュガーグレーズドーナツ", 6, ["シュガーグレ", "ーズドーナツ"]),
        ("？ シュガーグレーズドーナツ※", 10, ["？ シュガーグレーズ", "ドーナツ※"]),
        ("Chocolate chip muffin", 7, ["Chocolate chip", "muffin"]),
        ("レーズンロール", 6, ["レーズン", "ロール"]),
        ("トレーが変わったので読み直しました。", 14, ["トレーが変わったので", "読み直しました。"]),
        ("店長のPINが必要です。もう一度。", 13, ["店長のPINが必要です。", "もう一度。"]),
        ("紙を入れてください。残り2枚。", 9, ["紙を入れてくださ", "い。残り2枚。"]),
    ],
)
def test_a_text_is_whole_where_it_fits_and_begins_no_line_with_what_ends_one(
    text: str, letters: int, rows: list[str]
) -> None:
    metrics = QFontMetrics(exact_font(18))

    assert fitted(text, 18 * letters + 4, 2, metrics) == rows


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "text",
    ["This file is no table.", "このファイルは表として読めません。", "The column is missing."],
)
def test_a_text_is_whole_in_exactly_the_room_it_asks_for(text: str) -> None:
    metrics = QFontMetrics(exact_font(16, bold=True))

    assert fitted(text, metrics.horizontalAdvance(text), 2, metrics) == [text]


class Measured(QFontMetrics):
    """Counts the letters it has measured."""

    letters = 0

    def horizontalAdvance(self, text: str, *_: object) -> int:  # noqa: N802  Qt's own
        self.letters += len(text)
        return super().horizontalAdvance(text)


@pytest.mark.usefixtures("qapp")
def test_of_a_very_long_text_no_more_is_measured_than_could_be_seen() -> None:
    names = "、".join(f"シュガードーナツ{n}" for n in range(40))
    one, other = (Measured(exact_font(16)) for _ in range(2))

    assert fitted(names * 20, 300, 2, one) == fitted(names, 300, 2, other)
    assert one.letters == other.letters

"""A training's report, looked at and printed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from breadpos.ui.training_report import confused_pairs
from tests.ui.conftest import MakeCounter
from tests.ui.counter import Counter
from tests.ui.fakes import CROISSANT, MELONPAN
from tests.ui.test_photos_page import Photos


def report(*, worse: bool) -> dict[str, Any]:
    change = {"photos": 10, "old_right": 9, "old_coverage": 0.5, "new_coverage": 0.8}
    return {
        "version": "v2",
        "made_at": "2026-11-24T11:00:03+00:00",
        "verdict": "old" if worse else "new",
        "old": {"accuracy": 0.9, "coverage": 0.7},
        "new": {"accuracy": 0.98, "coverage": 0.9},
        "changes": [
            change | {"product": "melonpan", "new_right": 10, "worse": False, "chance": 1.0},
            change | {"product": "croissant", "new_right": 2, "worse": worse, "chance": 0.0078},
        ],
        "products": [MELONPAN.product_id, CROISSANT.product_id],
        "confusion": [[10, 0], [8, 2]],
        "worst": [
            {
                "file": "ab" * 32,
                "suffix": ".jpg",
                "box": [1.0, 2.0, 30.0, 30.0],
                "product": "croissant",
                "taken_for": "melonpan",
                "confidence": 0.9,
            }
        ],
        "curves": {
            "training_loss": [1.0, 0.5],
            "held_out_loss": [1.1, None],
            "training_accuracy": [0.5, 0.9],
            "held_out_accuracy": [0.4, 0.8],
        },
        "options": {
            "network": "efficientnet_lite0",
            "seed": 1234,
            "hidden": [64, 32],
            "weights": None,
        },
        "photos": [{}] * 20,
        "seconds": 84.1,
        "program": "0.1.0",
        "test": {"name": "McNemar"},
    }


class Asked:
    """A person who names the same file whenever asked."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def to_read(self, _title: str, _patterns: str, chosen: Callable[[Path], None]) -> None:
        chosen(self.path)

    def to_write(
        self, _title: str, _patterns: str, _name: str, chosen: Callable[[Path], None]
    ) -> None:
        chosen(self.path)


def opened(photos: Photos, *, worse: bool) -> str:
    photos.card.show_comparison(report(worse=worse))
    photos.counter.click(photos.card.comparison.report_button)
    return photos.page.report.page.toPlainText()


@pytest.fixture
def photos(counter: Counter, tmp_path: Path) -> Photos:
    return Photos(counter, tmp_path)


def test_it_says_in_plain_words_what_was_decided_and_why(photos: Photos) -> None:
    words = opened(photos, worse=True)
    assert "前の版を使い続けてください" in words
    assert "クロワッサン：10枚のうち、前は9枚、今は2枚が正解" in words
    assert "0.78%" in words
    assert "2026-11-24 20:00" in words  # by the shop's clock
    assert "クロワッサン を メロンパン と取りちがえ：8回" in words
    photos.counter.key(Qt.Key.Key_Escape)
    assert photos.page.home.isVisible()
    assert "新しい版を使えます" in opened(photos, worse=False)


def test_what_was_mistaken_most_often_comes_first() -> None:
    assert confused_pairs(report(worse=True)) == [("croissant", "melonpan", 8)]
    assert confused_pairs({}) == []


def test_it_shows_what_was_taken_for_what_and_what_could_not_be_learnt_from(
    photos: Photos,
) -> None:
    left_out = [{"photo": "ab" * 32 + ".jpg", "products": ["melonpan"], "why": "is damaged"}]
    photos.card.show_comparison(report(worse=True) | {"left_out": left_out})
    photos.counter.click(photos.card.comparison.report_button)
    words = photos.page.report.page.toPlainText()
    matrix = words[words.index("見立て") :].split("\n")
    assert matrix[1:9] == [
        "メロンパン", "クロワッサン",
        "メロンパン", "10", "・",
        "クロワッサン", "8", "2",
    ]  # fmt: skip
    assert "学習に使えなかった写真" in words
    assert "abababababab… ・ メロンパン" in words


def test_it_is_printed_into_a_file(photos: Photos, tmp_path: Path) -> None:
    opened(photos, worse=True)
    photos.page.report.files = Asked(tmp_path / "report.pdf")
    photos.counter.click(photos.page.report.print_button)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert photos.page.banner.isVisible()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_nothing_is_cut_off_and_every_target_is_large(
    make_counter: MakeCounter, tmp_path: Path, language: str
) -> None:
    photos = Photos(make_counter(language=language), tmp_path)
    opened(photos, worse=True)
    counter = photos.counter
    counter.qtbot.waitUntil(lambda: counter.cut_words() == [])
    assert counter.small_targets() == []


def test_a_bread_nothing_is_known_of_is_not_said_to_be_as_good_as_before(photos: Photos) -> None:
    asked = report(worse=False)
    asked["products"] = [*asked["products"], "anpan"]
    photos.card.show_comparison(asked)
    comparison = photos.card.comparison
    assert "比べたパンに" in comparison.verdict.text()
    assert "比べられなかったパン 1種類" in comparison.summary.text()
    photos.counter.click(comparison.report_button)
    words = photos.page.report.page.toPlainText()
    assert "比べたパンに" in words
    assert "比べられなかったパン：anpan" in words
    photos.card.show_comparison(report(worse=False))
    assert "比べ" not in comparison.verdict.text() + comparison.summary.text()


def test_breads_that_got_worse_only_together_are_said_to_be(photos: Photos) -> None:
    asked = report(worse=False) | {
        "verdict": "old",
        "together": {"chance": 0.0123, "worse": True},
    }
    photos.card.show_comparison(asked)
    assert "すべてのパンの合計" in photos.card.comparison.verdict.text()
    photos.counter.click(photos.card.comparison.report_button)
    words = photos.page.report.page.toPlainText()
    assert "すべてのパンの合計" in words
    assert "20枚" in words
    assert "1.23%" in words

from pathlib import Path

import pytest

from breadpos.application.price_cards import CardSize, PriceCard
from breadpos.devices.price_cards import PdfPriceCards, broken, price_cards_pdf
from breadpos.domain.errors import FileNotWritten

CARD = PriceCard("あんぱん", "Anpan", "¥180", ("小麦",))


def pages(content: bytes) -> int:
    return content.count(b"/Type /Page\n")


@pytest.mark.parametrize(
    ("size", "cards", "sheets"), [(CardSize.LARGE, 9, 2), (CardSize.SMALL, 24, 1)]
)
def test_cards_fill_sheets_of_a4(size: CardSize, cards: int, sheets: int) -> None:
    content = price_cards_pdf([CARD] * cards, size)
    assert content.startswith(b"%PDF")
    assert pages(content) == sheets
    assert b"/MediaBox [0 0 595.28 841.89]" in content


def test_words_are_broken_between_words_and_kanji_anywhere() -> None:
    assert broken("walnut and rye", 8, len) == ["walnut", "and rye"]
    assert broken("くるみとライ麦", 3, len) == ["くるみ", "とライ", "麦"]
    assert broken("x", 0, len) == ["x"]
    assert broken("", 3, len) == []


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten):
        PdfPriceCards().write(tmp_path / "nowhere" / "cards.pdf", [CARD], CardSize.LARGE)
    PdfPriceCards().write(tmp_path / "cards.pdf", [CARD], CardSize.LARGE)
    assert [each.name for each in tmp_path.iterdir()] == ["cards.pdf"]

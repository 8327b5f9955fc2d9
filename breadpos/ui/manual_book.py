"""The manual's chapters, as they are shipped: one Markdown file each, in both languages."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from breadpos.ui.product_search import folded

_HEADING = "# "


class Chapter(Enum):
    """What there is to read; the value is the file's name."""

    START = "1-start"
    COUNTER = "2-counter"
    PAYMENT = "3-payment"
    REFUNDS = "4-refunds"
    CLOSING = "5-closing"
    PRODUCTS = "6-products"
    PHOTOS = "7-photos"
    SALES = "8-sales"
    SETTINGS = "9-settings"


@dataclass(frozen=True, slots=True)
class ChapterText:
    """One chapter in one language, as Markdown."""

    chapter: Chapter
    title: str
    markdown: str

    def holds(self, wanted: str) -> bool:
        """Whether the words are in it, in whichever width, case or kana they are typed."""
        text = folded(self.markdown)
        return all(folded(word) in text for word in wanted.split())


def read_chapters(folder: Path, language: str) -> tuple[ChapterText, ...]:
    """All chapters in a language, in order."""
    return tuple(_read(folder / language, chapter) for chapter in Chapter)


def _read(folder: Path, chapter: Chapter) -> ChapterText:
    markdown = (folder / f"{chapter.value}.md").read_text("utf-8")
    return ChapterText(chapter, markdown.splitlines()[0].removeprefix(_HEADING), markdown)

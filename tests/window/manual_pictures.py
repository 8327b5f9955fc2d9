"""The pictures of the manual and of the README: which screens, and how they are made small."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from breadpos.ui.manual_book import Chapter

LOOK = "1366x768-light"
SCREENS: Mapping[Chapter, str] = {
    Chapter.START: "counter-question",
    Chapter.COUNTER: "counter-opened-line",
    Chapter.PAYMENT: "payment",
    Chapter.REFUNDS: "past-sale",
    Chapter.CLOSING: "close-count",
    Chapter.PRODUCTS: "product-form",
    Chapter.PHOTOS: "teach",
    Chapter.SALES: "sales-page",
    Chapter.SETTINGS: "settings-camera",
}
_README_SCREEN, _README_LANGUAGE = "counter-question", "en"
_QUALITY = 90
"""Of WebP: letters stay sharp, and bread keeps its colours."""


def picture_name(chapter: Chapter, language: str) -> str:
    return f"{language}-{chapter.value}.webp"


def keep(shots: Path, assets: Path, languages: Sequence[str]) -> None:
    """Put the pictures among the assets instead of those there were."""
    folder = assets / "manual" / "pictures"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for chapter, screen in SCREENS.items():
        for language in languages:
            target = folder / picture_name(chapter, language)
            _save_again(shots / f"{language}-{screen}.png", target)
    readme = shots / f"{_README_LANGUAGE}-{_README_SCREEN}.png"
    _save_again(readme, assets / "screenshots" / "counter.png")


def _save_again(source: Path, target: Path) -> None:
    from PIL import Image

    with Image.open(source) as picture:
        picture.convert("RGB").save(target, quality=_QUALITY, optimize=True)

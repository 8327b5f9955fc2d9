"""Reasons that are given by a tap, as the screen and the papers put them."""

from enum import Enum

_LANGUAGES = "ja", "en"


class UsualReason(Enum):
    """The value is what it is called in Japanese and in English."""

    WRONG_ENTRY = "打ち間違い", "Wrong entry"
    QUALITY = "品質", "Quality"
    RETURNED = "返品", "Returned"
    WRONG_CHANGE = "釣銭違い", "Wrong change"
    NOT_FOUND = "原因不明", "Not found"
    TO_THE_SAFE = "金庫へ移動", "To the safe"

    def words(self, language: str) -> str:
        return self.value[_LANGUAGES.index(language)]


def worded(reason: str, language: str) -> str:
    """A reason on record in a paper's language; one that somebody typed stays as it is."""
    usual = (each for each in UsualReason if reason in each.value)
    return next((each.words(language) for each in usual), reason)

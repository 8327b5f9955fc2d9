from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from breadpos.ui.fonts import load_fonts
from breadpos.ui.language import LanguageSwitch
from tests.ui.counter import Counter
from tests.ui.fakes import Till

MakeCounter = Callable[..., Counter]


@pytest.fixture(autouse=True)
def languages(qapp: QApplication) -> Iterator[LanguageSwitch]:
    """Assets and fonts as the program has them; no words of one test are left to the next."""
    load_fonts(qapp)
    switch = LanguageSwitch(qapp)
    yield switch
    switch.use_none()


@pytest.fixture
def make_counter(qtbot: QtBot, languages: LanguageSwitch) -> MakeCounter:
    """Opens a window on a till of its own."""

    def make(
        till: Till | None = None, language: str = "ja", size: tuple[int, int] = (1366, 768)
    ) -> Counter:
        return Counter(qtbot, languages, till or Till(), language, size)

    return make


@pytest.fixture
def counter(make_counter: MakeCounter) -> Counter:
    return make_counter()

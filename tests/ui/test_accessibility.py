"""Every screen, for those who hear it, use keys alone, or cannot bear movement."""

from collections import Counter as Tally
from collections.abc import Iterator
from importlib import import_module

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QShortcut
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from breadpos.bootstrap.early_imports import MODULES
from breadpos.ui.key_button import KeyButton
from tests.window.findings import contrast, name_of
from tests.window.known_counter import KnownCounter, cook
from tests.window.live_window import LiveWindow, open_window
from tests.window.tour import DIALOGS, RECIPES, SCREENS, Tour

SIZE = (640, 480)
CONTROLS = (QAbstractButton, QLineEdit, QComboBox)


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tour]:
    for module in MODULES:
        import_module(module)  # so that no thread does in the middle of a test
    folder = tmp_path_factory.mktemp("accessibility")
    counter = KnownCounter(cook(RECIPES["empty"], folder / "trays", SIZE))
    with open_window(folder / "shop", counter) as live:
        tour = Tour(live, folder / "trays", SIZE)
        SCREENS["gallery"](tour)  # has a thread of its own from then on
        yield tour


def controls(live: LiveWindow) -> list[QWidget]:
    found = [each for kind in CONTROLS for each in live.window.findChildren(kind)]
    return [each for each in found if each.isVisible() and not _is_part(each)]


def _is_part(widget: QWidget) -> bool:
    above = widget.parentWidget()
    return isinstance(above, CONTROLS)


def _is_skipped(widget: QWidget) -> bool:
    """Whether Tab passes it by; of alternatives it reaches one, and arrows the others."""
    return widget.focusPolicy() is Qt.FocusPolicy.NoFocus and not _is_alternative(widget)


def _is_alternative(widget: QWidget) -> bool:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None or not group.exclusive():
        return False
    return any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in group.buttons())


def keys_in_use(window: QWidget) -> Tally[str]:
    """Key sequences that do something now, and how many things each would do."""
    shortcuts = [each for each in window.findChildren(QShortcut) if each.isEnabled()]
    owners = [(each, each.parent()) for each in shortcuts]
    return Tally(
        each.key().toString()
        for each, owner in owners
        if isinstance(owner, QWidget) and owner.isVisible() and owner.isEnabled()
    )


def focusable(live: LiveWindow) -> list[QWidget]:
    """What Tab reaches, and is in sight whole."""
    found = live.window.findChildren(QWidget)
    seen = [each for each in found if each.isVisible() and each.isEnabled() and not _is_part(each)]
    reached = [each for each in seen if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [each for each in reached if each.visibleRegion().boundingRect() == each.rect()]


def _grab(widget: QWidget) -> QImage:
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    image = window.grab(place).toImage()
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _marked(before: QImage, after: QImage) -> int:
    """Pixels that differ by a contrast of 3 or more, which is what an eye needs."""
    places = [
        (x, y)
        for y in range(after.height())
        for x in range(after.width())
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    pairs = ((before.pixelColor(x, y), after.pixelColor(x, y)) for x, y in places)
    return sum(contrast(one, other) >= 3.0 for one, other in pairs)


def unmarked(live: LiveWindow) -> list[str]:
    """What looks, with the focus, as it does without it."""
    found = []
    for each in focusable(live):
        live.side.setFocus()
        before = _grab(each)
        each.setFocus(Qt.FocusReason.TabFocusReason)
        half = each.width() + each.height()  # of a ring one pixel thick
        if _marked(before, _grab(each)) < half:
            found.append(name_of(each) or f"{type(each).__name__} {each.objectName()}")
    return found


@pytest.mark.slow
@pytest.mark.parametrize("screen", [each for each in SCREENS if each not in DIALOGS])
def test_every_screen_can_be_heard_and_used_by_keys(tour: Tour, screen: str) -> None:
    tour.live.start_afresh()
    SCREENS[screen](tour)
    tour.live.breathe()
    shown = controls(tour.live)

    nameless = [f"{type(each).__name__} {each.objectName()}" for each in shown if not name_of(each)]
    assert nameless == []
    roles = {QAccessible.queryAccessibleInterface(each).role() for each in shown}
    assert QAccessible.Role.NoRole not in roles
    silent = [name_of(each) for each in shown if _is_skipped(each)]
    assert silent == []
    twice = [key for key, count in keys_in_use(tour.live.window).items() if count > 1]
    assert twice == []
    untold = [
        each.accessibleName()
        for each in shown
        if isinstance(each, KeyButton) and each.findChildren(QShortcut) and not each.toolTip()
    ]
    assert untold == []
    assert unmarked(tour.live) == []


@pytest.mark.slow
@pytest.mark.parametrize("screen", ["counter-question", "payment", "sales", "product-form"])
def test_tab_walks_through_everything_and_shows_where_it_is(tour: Tour, screen: str) -> None:
    tour.live.start_afresh()
    SCREENS[screen](tour)
    tour.live.breathe()
    wanted = {each for each in controls(tour.live) if each.isEnabled()}
    reached: set[QWidget] = set()
    for _ in range(3 * len(wanted)):
        tour.live.key(Qt.Key.Key_Tab)
        focused = tour.live.window.focusWidget()
        if focused is not None:
            reached.add(focused)

    others = [each for each in wanted - reached if not _is_alternative(each)]
    assert [name_of(each) for each in others] == []

"""The settings while the program runs: read, checked, and changed as a whole."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from breadpos.settings import Settings, wrong_keys
from breadpos.ui.asking import Ask, ask_nobody

Place = tuple[str, ...]
"""Where a setting stands: ("camera", "width"), or ("language",)."""


class SettingsBook(QObject):
    """The one place that changes settings.

    Args:
        save: writes them to disk, or raises a BreadposError.
        variables: the environment's, and the place each stands for.
    """

    changed = Signal(object, object)  # Settings before, and now

    def __init__(
        self,
        settings: Settings,
        save: Callable[[Settings], None],
        variables: Mapping[str, Place],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._save = settings, save
        self.ask: Ask = ask_nobody
        self._variables = {place: name for name, place in variables.items()}

    @property
    def settings(self) -> Settings:
        return self._settings

    def value(self, place: Place) -> object:
        """A setting as it is now."""
        found: object = self._settings
        for key in place:
            found = getattr(found, key)
        return found

    def variable(self, place: Place) -> str:
        """The environment variable that decides a setting here; empty for none."""
        return self._variables.get(place, "")

    def wrong(self, values: Mapping[Place, object]) -> set[Place]:
        """Which of these cannot be, as typed."""
        found: set[Place] = set()
        for head, part in _by_section(values).items():
            section = self.value(head)
            found |= {(*head, key) for key in wrong_keys(section, part)}
        return found

    def change(self, values: Mapping[Place, object]) -> None:
        """Take settings that can be, all or none, on disk and then in the program.

        Raises:
            SettingsError: they cannot be written; nothing has changed.
        """
        before = now = self._settings
        for head, part in _by_section(values).items():
            if head:
                section = replace(getattr(now, head[0]), **part)
                now = replace(now, **{head[0]: section})
            else:
                now = replace(now, **part)
        if now == before:
            return
        self._save(now)
        self._settings = now
        self.changed.emit(before, now)


def _by_section(values: Mapping[Place, object]) -> dict[Place, dict[str, Any]]:
    """The values by the section they stand in; those of no section under ()."""
    found: dict[Place, dict[str, Any]] = defaultdict(dict)
    for place, value in values.items():
        found[place[:-1]][place[-1]] = value
    return found

"""Settings about money are a manager's, and in the journal with what was before."""

from dataclasses import asdict

from breadpos.application.desk import Desk
from breadpos.application.ports import Action
from breadpos.bootstrap.shop import Shop
from breadpos.settings import Settings, save_settings
from breadpos.storage.journal import plain_value

SETTINGS_CHANGED = "settings_changed"
"""Kind of journal entries."""

_GUARDED = ("shop", "register")
"""Sections; how it looks and sounds, and which camera it is, is anybody's."""


def save_guarded(shop: Shop, desk: Desk, now: Settings) -> None:
    """Write settings, whole or not at all.

    Raises:
        ApprovalNeeded: a manager must allow it first; nothing has changed.
        SettingsError, StorageError: they cannot be written; nothing has changed.
    """
    changes = _changes(shop.settings, now)
    if not changes:
        save_settings(shop.home, now)
        return
    with desk.doing(Action.SETTINGS):
        shop.journal.append(SETTINGS_CHANGED, changes)
        save_settings(shop.home, now)


def _changes(before: Settings, now: Settings) -> dict[str, object]:
    old, new = asdict(before), asdict(now)
    return {
        f"{section}.{key}": {
            "old": plain_value(old[section][key]),
            "new": plain_value(new[section][key]),
        }
        for section in _GUARDED
        for key in new[section]
        if old[section][key] != new[section][key]
    }

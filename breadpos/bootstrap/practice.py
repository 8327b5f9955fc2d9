"""Practice: a shop of its own beside the real one, on a simulated counter, in which nothing counts.

It has its own folder, settings, database and papers; the real database is never opened by it.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from breadpos.bootstrap.starting import run_app
from breadpos.domain.errors import BreadposError, StorageError
from breadpos.domain.pin import PRACTICE_PIN
from breadpos.settings import (
    CameraSettings,
    Home,
    Settings,
    legible_settings,
    load_settings,
    save_settings,
)

_OWNER = "練習店長"
_VARIABLES = "BREADPOS_"


def run_practice(home: Home, tell: Callable[[BreadposError], None]) -> int:
    """Practise on a shop, until the window is closed; returns the exit status.

    Args:
        tell: hears why the practice shop cannot be made or opened.

    Raises:
        DisplayMissing: there is no screen; nothing has been made then.
        WindowLibraryMissing: the system lacks a library that windows need.
    """
    for name in [name for name in os.environ if name.startswith(_VARIABLES)]:
        del os.environ[
            name
        ]  # what is set for the real register, as its camera, is not for this one
    real = legible_settings(home)
    looks = replace(real, register=replace(real.register, practice=True))
    return run_app(looks, partial(open_practice, home), tell, PRACTICE_PIN)


def open_practice(home: Home) -> Home:
    """The practice shop beside a real one, made if it is not there, with the real one's manners.

    Raises:
        SettingsError: the settings of either cannot be used.
        StorageError: the folder cannot be made.
    """
    from breadpos.bootstrap.demo_shop import simulated_counter  # here: the window need not wait

    real, practice = load_settings(home, {}), home.practice
    if not practice.settings.exists():
        _make(practice)
    save_settings(practice, _marked(load_settings(practice, {}), real, simulated_counter()))
    return practice


def _make(practice: Home) -> None:
    """Furnish a folder under another name first, so that it is whole or not there."""
    if practice.folder.exists():
        raise StorageError(f"{practice.folder} is no practice shop; move it away and try again")
    from breadpos.bootstrap.demo_shop import furnish  # here: the window need not wait

    unfinished = Home(practice.folder.with_name("practice.new"))
    shutil.rmtree(unfinished.folder, ignore_errors=True)
    furnish(unfinished, _OWNER)
    save_settings(unfinished, Settings())
    try:
        unfinished.folder.rename(practice.folder)
    except OSError as error:
        raise StorageError(f"{practice.folder} cannot be made: {error.strerror}") from error


def _marked(practice: Settings, real: Settings, camera: CameraSettings) -> Settings:
    """What it looks like is the real shop's; what it is called and counts is not."""
    return replace(
        practice,
        language=real.language,
        screen=real.screen,
        sound=real.sound,
        shop=replace(real.shop, registration_number=""),
        camera=camera,
        register=replace(real.register, practice=True, lock_after_min=0),
    )

"""Practice: a shop of its own beside the real one, on a simulated counter, in which nothing counts.

It has its own folder, settings, database and papers; the real database is never opened by it.
"""

import os
import shutil
from dataclasses import replace

from breadpos.bootstrap.demo_shop import furnish, simulated_counter
from breadpos.bootstrap.register import make_application, run_app
from breadpos.domain.errors import StorageError
from breadpos.domain.pin import PRACTICE_PIN
from breadpos.settings import Home, Settings, load_settings, save_settings

_OWNER = "練習店長"
_VARIABLES = "BREADPOS_"


def run_practice(home: Home) -> int:
    """Practise on a shop, until the window is closed.

    Raises:
        DisplayMissing: there is no screen.
        BreadposError: the practice shop cannot be made or opened.
    """
    for name in [name for name in os.environ if name.startswith(_VARIABLES)]:
        del os.environ[
            name
        ]  # what is set for the real register, as its camera, is not for this one
    make_application()  # before anything is made: without a screen there is nothing to practise on
    return run_app(open_practice(home), PRACTICE_PIN)


def open_practice(home: Home) -> Home:
    """The practice shop beside a real one, made if it is not there, with the real one's manners.

    Raises:
        SettingsError: the settings of either cannot be used.
        StorageError: the folder cannot be made.
    """
    real, practice = load_settings(home, {}), home.practice
    if not practice.settings.exists():
        _make(practice)
    save_settings(practice, _marked(load_settings(practice, {}), real))
    return practice


def _make(practice: Home) -> None:
    """Furnish a folder under another name first, so that it is whole or not there."""
    if practice.folder.exists():
        raise StorageError(f"{practice.folder} is no practice shop; move it away and try again")
    unfinished = Home(practice.folder.with_name("practice.new"))
    shutil.rmtree(unfinished.folder, ignore_errors=True)
    furnish(unfinished, _OWNER)
    save_settings(unfinished, Settings())
    try:
        unfinished.folder.rename(practice.folder)
    except OSError as error:
        raise StorageError(f"{practice.folder} cannot be made: {error.strerror}") from error


def _marked(practice: Settings, real: Settings) -> Settings:
    """What it looks like is the real shop's; what it is called and counts is not."""
    return replace(
        practice,
        language=real.language,
        screen=real.screen,
        sound=real.sound,
        shop=replace(real.shop, registration_number=""),
        camera=simulated_counter(),
        register=replace(real.register, practice=True, lock_after_min=0),
    )

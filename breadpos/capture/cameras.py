"""The cameras this computer has."""

import logging
from dataclasses import dataclass

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FoundCamera:
    """One camera, as the settings name it (`source`) and as its maker does (`name`)."""

    source: str
    name: str


def found_cameras() -> tuple[FoundCamera, ...]:
    """Every camera by its number, in the order of the numbers; none where they cannot be listed.

    It may take a second: not for the GUI thread.
    """
    try:
        from cv2_enumerate_cameras import enumerate_cameras  # here: it loads the system's drivers

        listed = enumerate_cameras()
    except (ImportError, OSError, RuntimeError) as error:
        _log.info("cameras cannot be listed: %s", error)
        return ()
    by_number = {each.index: each.name for each in listed}
    return tuple(FoundCamera(str(number), by_number[number]) for number in sorted(by_number))

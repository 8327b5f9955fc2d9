"""Where the log goes: a file that cannot fill the disk, and stderr."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

_FILE = "breadpos.log"
_MOST_BYTES = 2_000_000
_KEPT = 5
_FORM = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"


def set_up_logs(folder: Path, *, level: int = logging.INFO, stderr: int = logging.WARNING) -> None:
    """Log to a rotating file and to stderr, replacing what an earlier call set up.

    A folder that cannot be written costs the file, never the program's start.

    Args:
        folder: for the log file; made where missing.
        level: the least that goes to the file.
        stderr: the least that goes to stderr.
    """
    end_logs()
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    handlers[0].setLevel(stderr)
    refused: OSError | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(
            folder / _FILE, maxBytes=_MOST_BYTES, backupCount=_KEPT, encoding="utf-8"
        )
        file.setLevel(level)
        handlers.append(file)
    except OSError as error:
        refused = error
    root = logging.getLogger()
    root.setLevel(min(level, stderr))
    for handler in handlers:
        handler.setFormatter(logging.Formatter(_FORM))
        handler.set_name(f"breadpos {type(handler).__name__}")
        root.addHandler(handler)
    if refused is not None:
        logging.getLogger(__name__).warning("no log file: %s", refused)


def end_logs() -> None:
    """Take down what set_up_logs put up, and close the file."""
    root = logging.getLogger()
    for handler in [*root.handlers]:
        if (handler.get_name() or "").startswith("breadpos "):
            root.removeHandler(handler)
            handler.close()

"""What a training leaves that is ended half way, and how it goes away."""

import os
import shutil
from pathlib import Path

UNFINISHED = ".training-"
"""And the process's number: a version's folder until it is complete."""


def remove_unfinished(models: Path) -> None:
    """Sweep away the folders of trainings that run no more."""
    import psutil  # here: the window need not wait for it

    for folder in models.glob(f"{UNFINISHED}*"):
        process = folder.name.removeprefix(UNFINISHED)
        runs = process.isdecimal() and psutil.pid_exists(int(process))
        if not runs or int(process) == os.getpid():
            shutil.rmtree(folder, ignore_errors=True)

"""Files that are there whole or not at all."""

import errno
import os
from pathlib import Path
from threading import get_ident


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a power cut leaves all of it, or what was there before.

    The folder must exist. Two processes may write the same file; one of them wins.

    Raises:
        OSError: the disk refused; nothing was left behind.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    keep_names(path.parent)


def is_disk_full(error: OSError) -> bool:
    """Whether there is no room, on the disk or of what this user may have of it."""
    return error.errno in {errno.ENOSPC, errno.EDQUOT}


def keep_names(folder: Path) -> None:
    """Let what was renamed in a folder be so after a power cut, too."""
    if os.name != "posix":  # elsewhere a folder cannot be opened, and its entry is kept without
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)

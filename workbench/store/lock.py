"""Sees to it that one program at a time may change a project."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class FileLock:
    """A lock beside the project file; the system frees it when the program dies.

    It cannot be on the project file itself: closing any handle of that file would
    drop the locks that SQLite holds on it.
    """

    def __init__(self, project: Path) -> None:
        real = project.resolve()  # a link to a project is the same project
        self._path = real.with_name(f"{real.name}-lock")
        self._file: IO[str] | None = None

    def acquire(self) -> bool:
        """Take the lock; False when another program has it.

        Raises `OSError` where the folder allows no lock.
        """
        while True:
            file = self._path.open("a+", encoding="utf-8")
            if not _try_lock(file):
                file.close()
                return False
            if os.fstat(file.fileno()).st_nlink:
                self._file = file
                return True
            # Another program closed the project and removed the file between our
            # opening and locking it.
            file.close()

    def release(self) -> None:
        """Give the lock back; harmless when it was never taken."""
        if self._file is None:
            return
        # Unlink first: between closing and unlinking another program could take
        # a lock on the file that is about to vanish. One that stays does no harm.
        with contextlib.suppress(OSError):
            self._path.unlink()
        self._file.close()
        self._file = None


def _try_lock(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def lock_for(path: Path) -> tuple[FileLock | None, str]:
    """Return the lock, or why the project can only be read."""
    protected = f"{path.name} is write-protected; copy the file elsewhere to change it."
    if not _is_writable(path):
        return None, protected
    lock = FileLock(path)
    try:
        if lock.acquire():
            return lock, ""
    except OSError as error:
        return None, (
            f"The folder of {path.name} cannot be written to ({error.strerror}), so the"
            " project can only be read; copy the file elsewhere to change it."
        )
    return None, (
        f"{path.name} is already open elsewhere, so it can only be read here;"
        " close it there to make changes."
    )


def _is_writable(path: Path) -> bool:
    # Asked, not tried: closing a handle would drop the locks of a project of this
    # very program that has the file open.
    return os.access(path, os.W_OK)

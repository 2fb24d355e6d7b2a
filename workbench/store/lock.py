"""Sees to it that one program at a time may change a project."""

from __future__ import annotations

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
        self._path = project.with_name(f"{project.name}-lock")
        self._file: IO[str] | None = None

    def acquire(self) -> bool:
        """Take the lock; False when another program has it or none can be made."""
        try:
            file = self._path.open("a+", encoding="utf-8")
        except OSError:
            return False
        if not _try_lock(file):
            file.close()
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Give the lock back; harmless when it was never taken."""
        if self._file is None:
            return
        # Unlink first: between closing and unlinking another program could take
        # a lock on the file that is about to vanish.
        self._path.unlink(missing_ok=True)
        self._file.close()
        self._file = None


def _try_lock(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    # Another program may have removed the file between our opening and locking it.
    return os.fstat(file.fileno()).st_nlink > 0

"""Reads a small text file; what is in it is decided elsewhere."""

from __future__ import annotations

from pathlib import Path

from workbench.errors import UnreadableFile
from workbench.importing.contents import Hints
from workbench.importing.decoding import decode

LARGEST_FILE = 200_000_000


def read_text(path: Path, kind: str = "a text file") -> str:
    """Return a file's text; `UnreadableFile` says what is wrong with it.

    `kind` is what should be chosen instead of something that is no file at all.
    """
    try:
        if not path.is_file():
            raise UnreadableFile(f"{path.name} is not a file; choose {kind}.")
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableFile(
                f"{path.name} is larger than {LARGEST_FILE // 1_000_000} MB; split it."
            )
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"{path.name} cannot be read ({error.strerror}); see whether you may."
        ) from error
    return decode(content, Hints(path.name)).text

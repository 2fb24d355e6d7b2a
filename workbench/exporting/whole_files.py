"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import TextIO

from workbench.errors import WorkbenchError


class UnwritableFile(WorkbenchError):
    """A file that an export cannot write."""


@contextmanager
def whole_path(path: Path) -> Iterator[Path]:
    """Name a file beside `path` to write, which takes its place once all is written."""
    target = path.resolve()  # a link stays a link
    if target.exists() and not target.is_file():
        raise UnwritableFile(f"“{path}” is not a file; choose another name.")
    beside = target.with_name(f".export-{token_hex(6)}")
    try:
        yield beside
        with beside.open("rb+") as written:
            os.fsync(written.fileno())
        beside.replace(target)
    except OSError as error:
        raise UnwritableFile(
            f"“{path}” could not be written ({error.strerror}); choose another place"
            " or make room for it."
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink()


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open a text file in UTF-8 with BOM that takes its place once all is written."""
    with whole_path(path) as beside, new_text_file(beside, "utf-8-sig") as file:
        yield file


def new_text_file(path: Path, encoding: str = "utf-8") -> TextIO:
    """Open a text file that is not there yet; line ends are written as they are."""
    return path.open("x", encoding=encoding, newline="")

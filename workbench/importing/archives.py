"""Opens the zip files that documents come in, and reads their parts within limits.

Nothing is ever written to disk, so no name in an archive can lead anywhere; names that
try to are refused all the same, as no program that writes documents makes them.
"""

from __future__ import annotations

import stat
import struct
import zlib
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from workbench.errors import UnreadableFile

MOST_PARTS: Final = 10_000
LARGEST_PART: Final = 200_000_000
LARGEST_WHOLE: Final = 500_000_000
HIGHEST_RATIO: Final = 200
_NEVER_A_BOMB: Final = 10_000_000
"""A part may grow to this whatever its ratio: a sheet of zeros packs very well."""
_ENTRY: Final = b"PK\x01\x02"
_IS_ENCRYPTED: Final = 0x1
# The other methods cannot be unpacked bit by bit, and no document format knows them.
_METHODS: Final = frozenset({ZIP_STORED, ZIP_DEFLATED})
_DAMAGES: Final = (
    BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError,
    NotImplementedError, OverflowError, RuntimeError,
)  # fmt: skip


class Archive:
    """A zip file, judged by its directory; its parts are judged while they are read."""

    def __init__(self, file: ZipFile, file_name: str) -> None:
        self._file = file
        self._file_name = file_name
        self._parts = {it.filename: it for it in file.infolist() if not it.is_dir()}
        self._left = LARGEST_WHOLE
        self.names: Final = tuple(self._parts)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """Return a part; `UnreadableFile` if it is missing, damaged or too large."""
        part = self._parts.get(name)
        if part is None:
            raise _damaged(self._file_name, f"its part {name} is missing")
        by_ratio = max(_NEVER_A_BOMB, HIGHEST_RATIO * part.compress_size)
        largest = min(LARGEST_PART, by_ratio, self._left)
        try:
            with self._file.open(part) as stream:
                content = stream.read(largest + 1)
        except _DAMAGES as error:
            raise _damaged(
                self._file_name, f"its part {name} cannot be unpacked"
            ) from error
        if len(content) > largest:
            raise _too_large(self._file_name)
        self._left -= len(content)
        return content


def open_archive(content: bytes, file_name: str) -> Archive:
    """Return a zip file; `UnreadableFile` if it is damaged, locked or no document's."""
    if content.count(_ENTRY) > MOST_PARTS:
        raise UnreadableFile(
            f"{file_name} is packed from more than {MOST_PARTS:,} parts, which no"
            " document is; unpack it and import what is in it."
        )
    try:
        file = ZipFile(BytesIO(content))
    except _DAMAGES as error:
        raise _damaged(file_name, "its directory of parts cannot be read") from error
    seen: set[str] = set()
    for part in file.infolist():
        _refuse_unsafe(part, seen, file_name)
        seen.add(part.filename)
    return Archive(file, file_name)


def _refuse_unsafe(part: ZipInfo, seen: set[str], file_name: str) -> None:
    if part.flag_bits & _IS_ENCRYPTED:
        raise locked(file_name)
    if _leads_elsewhere(part) or part.filename in seen:
        raise UnreadableFile(
            f"{file_name} is packed in a way that no document is (a part with a"
            " misleading name); save it again with the program that made it."
        )
    if part.compress_type not in _METHODS:
        raise UnreadableFile(
            f"{file_name} is packed with a method that is not read; save it again with"
            " the program that made it."
        )
    if part.file_size > LARGEST_WHOLE and part.compress_size < part.file_size:
        raise _too_large(file_name)


def _leads_elsewhere(part: ZipInfo) -> bool:
    name = part.orig_filename.replace("\\", "/")
    return (
        stat.S_ISLNK(part.external_attr >> 16)
        or name.startswith("/")
        or name[1:2] == ":"
        or "\0" in name
        or ".." in name.split("/")
    )


def locked(file_name: str) -> UnreadableFile:
    """Return the refusal of a file that asks for a password."""
    return UnreadableFile(
        f"{file_name} is protected by a password; open it in the program that made it,"
        " save it without one and import that."
    )


def _damaged(file_name: str, how: str) -> UnreadableFile:
    return UnreadableFile(
        f"{file_name} is damaged ({how}); get it again from where it came from."
    )


def _too_large(file_name: str) -> UnreadableFile:
    return UnreadableFile(
        f"{file_name} unpacks to far more than a document holds, as an attack would;"
        " import it only as plain text, if you trust it."
    )

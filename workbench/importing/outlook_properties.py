"""Reads the properties of an Outlook message out of its compound file (MS-OXMSG)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Final

from olefile import OleFileIO

from workbench.errors import UnreadableFile
from workbench.importing.charsets import codepage_named
from workbench.importing.text_writing import storable

LARGEST_STREAM: Final = 200_000_000
LARGEST_WHOLE: Final = 400_000_000
"""Streams of a hostile file may share their bytes, so it can grow while it is read."""
_DAMAGES: Final = (
    OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, struct.error,
    RecursionError, MemoryError, OverflowError,
)  # fmt: skip
_PROPERTIES = "__properties_version1.0"
_SUBSTREAM = "__substg1.0_"
_FIXED = struct.Struct("<HHI8s")
_FIRST_DAY = datetime(1601, 1, 1, tzinfo=UTC)
_STRING8, _UNICODE, _BINARY, _STORAGE = 0x1E, 0x1F, 0x102, 0x0D
_TIME, _INTEGER = 0x40, 0x03
_HEADS = {"message": 32, "embedded": 24, "part": 8}
_OTHERS = {
    "encryptedpackage": "is protected by a password; save it without one",
    "worddocument": "is an old Word document; save it as .docx in Word or LibreOffice",
    "workbook": "is an old Excel workbook; save it as .xlsx in Excel or LibreOffice",
    "book": "is an old Excel workbook; save it as .xlsx in Excel or LibreOffice",
    "powerpoint document": "is an old presentation; save it as PDF in PowerPoint or"
    " LibreOffice",
}

Path = tuple[str, ...]


class Container:
    """A compound file, of which only streams are read."""

    def __init__(self, content: bytes, file_name: str) -> None:
        self._file_name = file_name
        self._left = LARGEST_WHOLE
        try:
            self._ole = OleFileIO(BytesIO(content))
            paths = [tuple(it) for it in self._ole.listdir(streams=True, storages=True)]
        except _DAMAGES:
            raise self._damaged() from None
        self._children: dict[Path, list[str]] = {}
        for path in paths:
            self._children.setdefault(path[:-1], []).append(path[-1])
        if _PROPERTIES not in self._children.get((), []):
            raise self._other()

    def names(self, place: Path) -> list[str]:
        """Return what is in a storage, in order."""
        return sorted(self._children.get(place, []))

    def read(self, place: Path, name: str) -> bytes:
        """Return a stream, empty if it is missing."""
        if name not in self._children.get(place, []):
            return b""
        try:
            with self._ole.openstream([*place, name]) as stream:
                content = bytes(stream.read(min(LARGEST_STREAM, self._left) + 1))
        except _DAMAGES:
            return b""
        self._left -= len(content)
        if len(content) > LARGEST_STREAM or self._left < 0:
            raise UnreadableFile(
                f"{self._file_name} grows beyond {LARGEST_WHOLE // 1_000_000} MB while"
                " it is read; save its attachments as files and import those."
            )
        return content

    def _damaged(self) -> UnreadableFile:
        return UnreadableFile(
            f"{self._file_name} is damaged; save the message again from Outlook."
        )

    def _other(self) -> UnreadableFile:
        names = {it.lower() for it in self._children.get((), [])}
        found = next((said for name, said in _OTHERS.items() if name in names), "")
        if not found:
            found = "is no Outlook message; save it again with the program that made it"
        return UnreadableFile(f"{self._file_name} {found}, and import that.")


class Properties:
    """The properties of a message, a recipient or an attachment, by their numbers."""

    def __init__(
        self, container: Container, place: Path, head: int, charset: str = ""
    ) -> None:
        self._container = container
        self._place = place
        self._fixed = dict(_fixed(container.read(place, _PROPERTIES)[head:]))
        self._streams = {
            it.lower(): it for it in container.names(place) if it.startswith(_SUBSTREAM)
        }
        self.charset = charset or _charset(self._fixed)

    def text(self, *numbers: int) -> str:
        """Return the first of some properties that has a text."""
        return next(filter(None, map(self._text, numbers)), "")

    def content(self, number: int) -> bytes:
        """Return a property's bytes, whatever they are."""
        return self._stream(number, _BINARY)

    def number(self, number: int) -> int:
        """Return a whole number, 0 if it is missing."""
        return int.from_bytes(self._fixed.get((number, _INTEGER), b"")[:4], "little")

    def time(self, *numbers: int) -> datetime | None:
        """Return the first of some points in time, in Greenwich."""
        for number in numbers:
            ticks = int.from_bytes(self._fixed.get((number, _TIME), b""), "little")
            try:
                if ticks:
                    return _FIRST_DAY + timedelta(microseconds=ticks // 10)
            except OverflowError:
                continue
        return None

    def parts(self, kind: str) -> Iterator[Properties]:
        """Yield the recipients (`recip`) or the attachments (`attach`)."""
        for name in self._container.names(self._place):
            if name.lower().startswith(f"__{kind}_version1.0"):
                place = (*self._place, name)
                yield Properties(self._container, place, _HEADS["part"], self.charset)

    def embedded(self, number: int) -> Properties | None:
        """Return the message inside an attachment."""
        name = self._streams.get(f"{_SUBSTREAM}{number:04x}{_STORAGE:04x}")
        if name is None:
            return None
        return Properties(self._container, (*self._place, name), _HEADS["embedded"])

    def _text(self, number: int) -> str:
        if wide := self._stream(number, _UNICODE):
            return storable(wide.decode("utf-16-le", "replace"))
        narrow = self._stream(number, _STRING8)
        return storable(narrow.decode(self.charset, "replace"))

    def _stream(self, number: int, kind: int) -> bytes:
        name = self._streams.get(f"{_SUBSTREAM}{number:04x}{kind:04x}")
        return self._container.read(self._place, name) if name else b""


def open_message(content: bytes, file_name: str) -> Properties:
    """Return the outermost message; `UnreadableFile` if the file is something else."""
    return Properties(Container(content, file_name), (), _HEADS["message"])


def _fixed(entries: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    """Yield the values that are kept in the list of properties itself."""
    usable = entries[: len(entries) - len(entries) % _FIXED.size]
    for kind, number, _, value in _FIXED.iter_unpack(usable):
        yield (number, kind), value


def _charset(fixed: Mapping[tuple[int, int], bytes]) -> str:
    """Return the encoding of the texts that are not Unicode."""
    for number in (0x3FFD, 0x3FDE):
        page = int.from_bytes(fixed.get((number, _INTEGER), b"")[:4], "little")
        if found := codepage_named(page):
            return found
    return "cp1252"

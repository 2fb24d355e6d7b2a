"""Turns a file's bytes into text, character for character.

Line ends, blanks and no-break spaces stay as they are; only a byte order mark goes.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from workbench.errors import UnreadableFile
from workbench.importing.contents import Hints

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like UTF-16, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_STARTS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"{\\rtf",
)
_CONTROLS = bytes({*range(32)} - set(b"\t\n\r\f\v\x1a\x1b\x08"))
_SHIFT = b"\x1b$"
_SAMPLE = 200_000
_FALLBACK = "cp1252"
# A mostly English file has few other characters: quotation marks, dashes, signs. The
# encoding in which all of them are just that is the right one, and statistics, which
# need letters, guess wrong.
_TYPOGRAPHY = frozenset("‘’“”–—…•·©®™°§£€¥¢½¼¾\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}")
_TYPOGRAPHY_ENCODINGS = ("cp1252", "cp950", "gb18030", "mac_roman", "cp850")
# Words with a Greek, Cyrillic, Hebrew or Arabic letter in them.
_OTHER_SCRIPTS = re.compile(r"\w*[\u0370-\u06ff]\w*")
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding that it was in, and what is uncertain about it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(content: bytes, hints: Hints, declared: str = "") -> Decoded:
    """Return the text of a file; `declared` is the encoding it says that it is in.

    What an analyst chose wins over all.

    UTF-8 and a byte order mark are certain; they win over what is declared, because
    pages keep their old declaration when they are converted. Everything else is
    guessed, with a warning. Raises `UnreadableFile` for what is no text.
    """
    file_name = hints.file_name
    if content.startswith(_BINARY_STARTS):
        raise _binary(file_name)
    if hints.encoding:
        return _chosen(content, hints)
    decoded = _certain(content, declared)
    if decoded is None:
        if len(content.translate(None, _CONTROLS)) < len(content) * 0.99:
            raise _binary(file_name)
        decoded = _declared(content, declared) or _mended(content) or _guess(content)
    if "\0" in decoded.text:
        raise _binary(file_name)
    return decoded


def _binary(file_name: str) -> UnreadableFile:
    return UnreadableFile(
        f"{file_name} looks like a binary file; save it as plain text and import that."
    )


def _chosen(content: bytes, hints: Hints) -> Decoded:
    encoding = hints.encoding
    mark = next((it for it, name in _MARKS if name.startswith(encoding)), b"")
    decoded = _decode(content.removeprefix(mark), encoding)
    if "\0" in decoded.text:
        raise UnreadableFile(
            f"{hints.file_name} is no text in {encoding}; choose another encoding."
        )
    return decoded


def _certain(content: bytes, declared: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decode(content, encoding)
    if b"\0" in content:
        return _without_mark(content)
    if content.isascii() and (declared or _SHIFT in content):
        # Seven bits can still be Japanese.
        return _declared(content, declared or "iso2022_jp")
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _without_mark(content: bytes) -> Decoded | None:
    """Recognize UTF-16 without a byte order mark by every other byte being NUL."""
    sample = content[:4096]
    half = len(sample) // 2
    for encoding, often, rarely in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        nuls = sample[often::2].count(0)
        if nuls > half * 0.5 and sample[rarely::2].count(0) < half * 0.05:
            return _decode(content, encoding)
    return Decoded("\0", "")


def _declared(content: bytes, declared: str) -> Decoded | None:
    if not declared:
        return None
    try:
        return Decoded(content.decode(declared), name_of(declared))
    except (UnicodeDecodeError, LookupError):
        return None


def _mended(content: bytes) -> Decoded | None:
    """Read UTF-8 in which only a few bytes are broken."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    read = len(re.findall(r"[^\x00-\x7f\ufffd]", text))
    return _replaced(text, "utf-8") if broken * 10 <= read else None


def _guess(content: bytes) -> Decoded:
    encoding = _by_typography(content) or _by_statistics(content)
    decoded = _decode(content, encoding)
    warning = f"Encoding guessed as {decoded.encoding}."
    return Decoded(decoded.text, decoded.encoding, (warning, *decoded.warnings))


def _by_typography(content: bytes) -> str:
    for encoding in _TYPOGRAPHY_ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _TYPOGRAPHY.issuperset(re.findall(r"[^\x00-\x7f]", text)):
            return encoding
    return ""


def _by_statistics(content: bytes) -> str:
    import chardet  # here, as few files need it and it takes long to load

    first = re.search(rb"[\x80-\xff]", content)
    start = max(0, first.start() - 1000) if first else 0
    start = content.rfind(b"\n", 0, start) + 1  # never inside a character
    found = chardet.detect(
        content[start : start + _SAMPLE],
        encoding_era=chardet.EncodingEra.MODERN_WEB,
        prefer_superset=True,
    )
    encoding = found["encoding"] or _FALLBACK
    try:
        text = content[start : start + _SAMPLE].decode(encoding, "replace")
    except LookupError:
        return _FALLBACK
    return _FALLBACK if _mixes_scripts(text) else encoding


def _mixes_scripts(text: str) -> bool:
    """Tell whether most words with other letters have Latin ones too.

    No language writes so: an accented letter was taken for one of another script.
    """
    others = _OTHER_SCRIPTS.findall(text)
    return sum(bool(_LATIN.search(word)) for word in others) * 2 > len(others)


def _decode(content: bytes, encoding: str) -> Decoded:
    """Decode, with a replacement character for each byte that cannot be read."""
    try:
        return Decoded(content.decode(encoding), name_of(encoding))
    except UnicodeDecodeError:
        return _replaced(content.decode(encoding, "replace"), encoding)


def _replaced(text: str, encoding: str) -> Decoded:
    count = text.count("\ufffd")
    places = "1 place" if count == 1 else f"{count} places"
    warning = f"The file is damaged: {places} could not be read and show as \ufffd."
    return Decoded(text, name_of(encoding), (warning,))


def name_of(encoding: str) -> str:
    """Return the name people know an encoding by."""
    name = codecs.lookup(encoding).name
    return re.sub(r"^cp(125\d)$", r"windows-\1", name)

"""The encodings that a text can be read in, and how its lines would read in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice, zip_longest
from typing import Final

from workbench.importing.decoding import name_of
from workbench.model.encodings import EncodingChoice, LineChange

ENCODINGS: Final = {
    "utf-8": "Unicode, all languages",
    "utf-16": "Unicode in two bytes, all languages",
    "windows-1252": "Western European, Windows",
    "windows-1250": "Central European, Windows",
    "windows-1251": "Cyrillic, Windows",
    "windows-1253": "Greek, Windows",
    "windows-1254": "Turkish, Windows",
    "windows-1255": "Hebrew, Windows",
    "windows-1256": "Arabic, Windows",
    "windows-1257": "Baltic, Windows",
    "windows-1258": "Vietnamese, Windows",
    "cp874": "Thai, Windows",
    "gb18030": "Chinese, simplified",
    "cp950": "Chinese, traditional (Big5)",
    "cp932": "Japanese (Shift JIS)",
    "euc_jp": "Japanese, Unix",
    "iso2022_jp": "Japanese, mail",
    "cp949": "Korean",
    "iso8859-2": "Central European, ISO",
    "iso8859-5": "Cyrillic, ISO",
    "iso8859-7": "Greek, ISO",
    "iso8859-15": "Western European with the euro sign, ISO",
    "koi8-r": "Russian, Unix",
    "koi8-u": "Ukrainian, Unix",
    "mac-roman": "Western European, old Mac",
    "mac-latin2": "Central European, old Mac",
    "mac-cyrillic": "Cyrillic, old Mac",
    "cp437": "English, DOS",
    "cp850": "Western European, DOS",
    "cp852": "Central European, DOS",
    "cp866": "Cyrillic, DOS",
}
"""What can be chosen, by the names that are shown, and whom each is for."""

_SAMPLE = 60_000
_MOST_CHANGES = 3
_BEFORE, _LONGEST = 24, 96
_TELLING = re.compile(rb"[\x80-\xff\x1b\x00]")
_FARTHEST_LINE_START = 400
_GUESSED = 20_000


def known_encoding(name: str) -> str:
    """Return the name that an encoding is shown by; empty if it cannot be chosen.

    >>> known_encoding("CP1252"), known_encoding("Shift_JIS"), known_encoding("hex")
    ('windows-1252', 'cp932', '')
    """
    try:
        found = name_of(name.strip())
    except (LookupError, ValueError):
        return ""
    found = _LARGER.get(found, found)
    return found if found in ENCODINGS else ""


_LARGER: Final = {
    "utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16",
    "ascii": "windows-1252", "iso8859-1": "windows-1252", "iso8859-9": "windows-1254",
    "gb2312": "gb18030", "gbk": "gb18030", "big5": "cp950", "shift_jis": "cp932",
    "euc_kr": "cp949",
}  # fmt: skip
"""Smaller encodings and spellings, by what reads them as well."""


def sample_of(content: bytes) -> bytes:
    """Return the part of a file that shows its encoding: its first telling lines."""
    found = _TELLING.search(content)
    if found is None:
        return b""
    if found[0] == b"\0":
        return content[:_SAMPLE]
    earliest = max(0, found.start() - _FARTHEST_LINE_START)
    start = content.rfind(b"\n", earliest, found.start()) + 1 or earliest
    return content[start : start + _SAMPLE]


def readings_of(sample: bytes, current: str) -> dict[str, str]:
    """Return how a sample reads in each encoding, the likeliest first.

    Two bytes a character are not offered for what has no such bytes.
    """
    pairs = sample.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in sample
    encodings = dict.fromkeys([*_likeliest(sample), *ENCODINGS, current])
    return {
        it: sample.decode(it, "replace")
        for it in encodings
        if it != "utf-16" or pairs or it == current
    }


def _likeliest(sample: bytes) -> list[str]:
    import chardet  # here, as it takes long to load

    era = chardet.EncodingEra.ALL
    found = chardet.detect_all(sample[:_GUESSED], encoding_era=era)
    names = (known_encoding(it["encoding"] or "") for it in found)
    return [it for it in names if it]


def choices_among(readings: Mapping[str, str], current: str) -> list[EncodingChoice]:
    """Return the current encoding, then those that read a text otherwise.

    They stay in order, but what reads every character comes before what does not.
    Encodings that read the text alike are one choice, by the first one's name.
    """
    now = readings[current]
    first: dict[str, str] = {}
    for encoding, text in readings.items():
        if text != now and "\0" not in text:
            first.setdefault(text, encoding)
    others = [_choice(encoding, now, text) for text, encoding in first.items()]
    words = ENCODINGS.get(current, "As it was found")
    return [
        EncodingChoice(current, words, is_current=True),
        *sorted(others, key=lambda it: it.unreadable > 0),
    ]


def _choice(encoding: str, now: str, then: str) -> EncodingChoice:
    changes = tuple(_changes(now, then))
    return EncodingChoice(encoding, ENCODINGS[encoding], changes, then.count("\ufffd"))


def _changes(now: str, then: str) -> Iterator[LineChange]:
    """Yield the first lines that would read otherwise, cut around where they differ."""
    pairs = zip_longest(now.splitlines(), then.splitlines(), fillvalue="")
    changed = ((old, new) for old, new in pairs if old.strip() != new.strip())
    for old, new in islice(changed, _MOST_CHANGES):
        yield LineChange(_cut(old, new), _cut(new, old))


def _cut(line: str, other: str) -> str:
    at = next(
        (i for i, (a, b) in enumerate(zip(line, other, strict=False)) if a != b),
        min(len(line), len(other)),
    )
    start = max(0, at - _BEFORE) if len(line) > _LONGEST else 0
    shown = " ".join(line[start : start + _LONGEST].split())
    before = "…" if start else ""
    after = "…" if start + _LONGEST < len(line) else ""
    return f"{before}{shown}{after}"

"""Organizations: names with a word that says so, and abbreviations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from workbench.model.facts import Fact, FactKind
from workbench.model.spans import Span
from workbench.text.abbreviations import abbreviated_names
from workbench.text.facts.offices import BEGINNINGS
from workbench.text.facts.reading import Reading
from workbench.text.pausing import Pause, no_pause, paused

_HEADS = (
    "Departments?|Ministry|Ministries|Bureau|Office|Commission|Committee|Council|Agency"
    "|Board|Institute|University|Bank|Association|Organization|Organisation|Federation"
    "|Union|Group|Working Group|WG|Cent(?:er|re)|Court|House|Chamber|Dialogue|Treasury"
    "|Parliament|Embassy|Authority|Administration"
)
_TAILS = (
    "Department|Ministry|Bureau|Office|Commission|Committee|Council|Agency|Board"
    "|Institute|University|Bank|Association|Organization|Organisation|Federation|Union"
    "|Cent(?:er|re)|Court|House|Authority"
    "|Press|(?:Inc|Ltd|Corp|Co)\\.|LLC|GmbH|PLC|Corporation|Company"
)
_WHOLE = "Working Group|WG|Group|Dialogue|Task Force"
"""Tails that make a name whole, whatever follows."""
_CAP = (
    rf"(?:U\.S\.(?:-[A-Z]\w{{0,30}})?|(?!(?:{_HEADS}|The|This)\b)[A-Z]\w{{0,30}}"
    r"(?:-\w{1,30}){0,4}(?!\w|'s|-))"
)
_FIRST = re.compile(
    rf"\b(?:{_CAP} ){{0,3}}(?:{_HEADS}) (?:of|for|on) (?:the )?{_CAP}"
    rf"(?:(?:,? and |, (?={_CAP},? and )| of the | of | for | ){_CAP}){{0,8}}"
)
_LAST = re.compile(
    rf"(?<![\w.])(?:{_CAP} (?:and |of |- )?){{1,10}}"
    rf"(?:(?:{_TAILS})(?!\w| (?:of|on|for)\b)|(?:{_WHOLE})(?!\w))"
)
# Next to another long word in capitals it belongs to a heading.
_CAPITALS = re.compile(r"(?<![\w.&-])(?<![A-Z]{4} )[A-Z]{3,6}(?![\w&-]|\.\w| [A-Z]{4})")
_QUOTED_SHORT = re.compile(r"\([\"']([^()\"'\n]{2,12})[\"']\)")
_EXPLAINED = re.compile(
    rf"(?P<long>(?:{_HEADS}) of (?:{_CAP} ?(?:and |of )?){{1,6}})"
    r" ?\((?P<short>[A-Z]{2,6})\)"
)
_BLOCK = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_LEAST_WORDS = 4
_MANY_CAPITALS = 0.65
_LEAST_INITIALS = 3
_LEADING = BEGINNINGS | {"New"}


def organizations(reading: Reading) -> Iterator[Fact]:
    """Yield the organizations of a leveled text.

    The value is the name, or what an abbreviation stands for where the text says so.
    """
    text = reading.text
    prose = Reading(_without_headings(text), reading.pause)
    for pattern in (_LAST, _FIRST):
        for found in prose.fresh(pattern):
            span = _trimmed(prose.text, found)
            if span is not None:
                yield _fact(text, span, " ".join(span.of(text).split()), "")
    yield from _abbreviated(prose)


def _abbreviated(prose: Reading) -> Iterator[Fact]:
    """Yield abbreviations that the text explains, or has more than once."""
    text = prose.text
    known = abbreviations_in(text, prose.pause)
    places = [it for it in prose.all(_CAPITALS) if not prose.has(Span(*it.span()))]
    counts = Counter(it[0] for it in places)
    for found in places:
        short, span = found[0], Span(*found.span())
        if not (short in known or counts[short] > 1):
            continue
        long = known.get(short, "")
        rule = f"“{short}” stands for {long}" if long else ""
        yield _fact(text, span, long or short, rule)


def abbreviations_in(text: str, pause: Pause = no_pause) -> dict[str, str]:
    """Return what the abbreviations that a leveled text explains stand for."""
    plain = _QUOTED_SHORT.sub(r"(\1)", text)
    explained = {short: long for long, short in abbreviated_names(plain, pause)}
    return explained | {
        found["short"]: found["long"].strip()
        for found in paused(_EXPLAINED.finditer(plain), pause)
        if _initials(found["long"]) == found["short"]
    }


def initials_of(*facts: Iterable[Fact]) -> dict[str, str]:
    """Return the initials of organizations that are written out."""
    names = [
        it.value for side in facts for it in side if it.kind is FactKind.ORGANIZATION
    ]
    return {
        short: name
        for name in reversed(names)
        if (short := _initials(name)) != name and len(short) >= _LEAST_INITIALS
    }


def _initials(name: str) -> str:
    return "".join(it[0] for it in name.split() if it[0].isupper())


def _fact(text: str, span: Span, name: str, rule: str) -> Fact:
    return Fact(FactKind.ORGANIZATION, span, span.of(text), name, rule=rule)


def _without_headings(text: str) -> str:
    """Blank out lines in capitals, where nothing tells names from other words."""
    parts, end = [], 0
    for block in _BLOCK.finditer(text):
        words = _WORD.findall(block[0])
        capitals = sum(it[0].isupper() for it in words)
        if len(words) >= _LEAST_WORDS and capitals > _MANY_CAPITALS * len(words):
            parts += [text[end : block.start()], "\n" * len(block[0])]
            end = block.end()
    return "".join(parts) + text[end:]


def _trimmed(text: str, found: re.Match[str]) -> Span | None:
    """Leave out a capital that only begins a sentence: `Under the …`, `New …`."""
    start, end = found.span()
    while word := _WORD.match(text, start):
        if word[0] not in _LEADING or word.end() >= end:
            break
        start = word.end() + 1
    return Span(start, end) if " " in text[start:end] else None

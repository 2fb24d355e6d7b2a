"""Organizations: names with a word that says so, and abbreviations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from workbench.model.facts import Fact, FactKind
from workbench.model.spans import Span
from workbench.text.abbreviations import abbreviated_names
from workbench.text.facts.claims import Claims
from workbench.text.facts.offices import BEGINNINGS

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
    rf"(?:U\.S\.(?:-[A-Z]\w*)?|(?!(?:{_HEADS}|The|This)\b)[A-Z]\w*(?:-\w+)*(?![\w]|'s|-))"
)
_FIRST = re.compile(
    rf"\b(?:{_CAP} ){{0,3}}(?:{_HEADS}) (?:of|for|on) (?:the )?{_CAP}"
    rf"(?:(?:,? and |, (?={_CAP},? and )| of the | of | for )?(?: ?(?={_CAP})){_CAP}){{0,8}}"
)
_LAST = re.compile(
    rf"(?<![\w.])(?:{_CAP} (?:and |of |- )?){{1,10}}"
    rf"(?:(?:{_TAILS})(?!\w| (?:of|on|for)\b)|(?:{_WHOLE})(?!\w))"
)
_CAPITALS = re.compile(r"(?<![\w.&-])[A-Z]{3,6}(?![\w&-]|\.\w)")
_QUOTED_SHORT = re.compile(r"\([\"']([^()\"'\n]{2,12})[\"']\)")
_EXPLAINED = re.compile(
    rf"(?P<long>(?:{_HEADS}) of (?:{_CAP} ?(?:and |of )?){{1,6}})"
    r" ?\((?P<short>[A-Z]{2,6})\)"
)
_BLOCK = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_LEAST_WORDS = 4
_LEADING = BEGINNINGS | {"New"}


def organizations(text: str, abbreviations: dict[str, str]) -> Iterator[Fact]:
    """Yield the organizations of a leveled text.

    The value is the name, or what an abbreviation stands for where that is known:
    from `abbreviations` or from the text itself.
    """
    prose = _without_headings(text)
    claims = Claims(text)
    for pattern in (_LAST, _FIRST):
        for found in claims.fresh(pattern, prose):
            span = _trimmed(prose, found)
            if span is not None:
                yield _fact(text, span, " ".join(span.of(text).split()), "")
    known = {**abbreviations, **abbreviations_in(text)}
    counts = Counter(_CAPITALS.findall(prose))
    for found in _CAPITALS.finditer(prose):
        short, span = found[0], Span(*found.span())
        if claims.has(span) or not (short in known or counts[short] > 1):
            continue
        long = known.get(short, "")
        rule = f"“{short}” stands for {long}" if long else ""
        yield _fact(text, span, long or short, rule)


def abbreviations_in(text: str) -> dict[str, str]:
    """Return what the abbreviations that a leveled text explains stand for."""
    plain = _QUOTED_SHORT.sub(r"(\1)", text)
    explained = {short: long for long, short in abbreviated_names(plain)}
    return explained | {
        found["short"]: found["long"]
        for found in _EXPLAINED.finditer(plain)
        if _initials(found["long"]) == found["short"]
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
        if len(words) >= _LEAST_WORDS and capitals > 0.6 * len(words):
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

"""Names of people where a text introduces them: beside an office, or as speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.model.spans import Span
from workbench.text.facts.offices import NOT_NAMES, PORTFOLIO, RANK, RANKS, is_modifier
from workbench.text.facts.reading import Reading

_LETTERS = "[a-z]{1,24}"
NAME_WORD = (
    rf"(?:(?:[A-Z]')?[A-Z]{_LETTERS}(?:-[A-Za-z]{_LETTERS}|[A-Z]{_LETTERS}){{0,3}}"
    r"|[A-Z]\.)"
)
_PARTICLE = r"(?:de|da|di|van|von|der|bin|al|el|la) "
_NAME = rf"{NAME_WORD}(?: {{1,3}}(?:{_PARTICLE})?{NAME_WORD}){{1,4}}"
_INITIALS = "".join(sorted({it for rank in RANKS for it in rank[0] + rank[0].lower()}))
_OFFICE = re.compile(rf"\b(?=[{_INITIALS}])(?i:{RANK})\b")
_NEXT = re.compile(rf"(,? {{1,3}})(?:({NAME_WORD})(?![\w])|(of|for|the|and|&)(?= ))")
_BEFORE_WORD = re.compile(r"(?:Republic of )?([A-Za-z][\w.'&-]{0,30}) {1,3}$")
_APPOSED = re.compile(
    rf"(?P<name>{_NAME}), {{1,3}}(?P<time>until [a-z ]{{1,24}} )?"
    r"(?:then |now |former )?(?:the |a |an )?"
    r"(?P<whose>(?:[A-Z][\w.]{0,30}(?:'s?)? ){0,4})(?:[a-z]{1,24} )?$"
)
_FIELD = re.compile(
    r" (?:of|for) (?:the )?[A-Za-z][\w-]*"
    r"(?:(?:,? and|, (?=[\w-]+,? and\b)|,? of the| of| for the| for)?"
    r" (?!(?:said|says|told|added|noted|wrote|who|that|in|at|on|and|of|for|to|from|by"
    r"|with|will|was|is|has|had)\b)[A-Za-z][\w-]*){0,7}"
)
_SPEECH = r"(?:said|says|told|added|noted|wrote|announced)"
_SPEAKERS = (
    re.compile(rf"\b(?:{_SPEECH}|according to|[Bb]y) (?P<name>{_NAME})\b"),
    re.compile(rf"\b(?P<name>{_NAME}),? {_SPEECH}\b"),
)
_CALLED = re.compile(
    rf"\b(?:Mr|Ms|Mrs|Dr)\. ?(?P<name>{NAME_WORD}(?: {NAME_WORD}){{0,3}})"
)
_LOOK_BACK = 120
_LONGEST_FIELD = 150


@dataclass(slots=True)
class Mention:
    """A name with the office beside it, which may be empty."""

    span: Span
    name: str
    office: str
    rule: str = ""


def introduced(reading: Reading) -> Iterator[Mention]:
    """Yield and take the names in a leveled text, those beside an office first."""
    text = reading.text
    for found in reading.all(_OFFICE):
        mention = _before_name(text, found) or _after_name(text, found)
        if mention and not reading.has(mention.span):
            reading.take(mention.span)
            yield mention
    for pattern in (*_SPEAKERS, _CALLED):
        for found in reading.all(pattern):
            span = Span(*found.span("name"))
            if _is_name(found["name"].split()) and not reading.has(span):
                reading.take(span)
                yield Mention(span, _spaced(found["name"]), "")


def _is_name(words: Sequence[str]) -> bool:
    return not any(it in NOT_NAMES for it in words) and any(len(it) > 2 for it in words)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _before_name(text: str, office: re.Match[str]) -> Mention | None:
    """Read `U.S. Secretary of Commerce Gina Raimondo`, from the office found."""
    at = _end_of_field(text, office.end()) if office[0][0].isupper() else office.end()
    words, end = _name_at(text, at)
    if not words or not _is_name(words):
        return None
    start = _start_of_modifiers(text, office.start())
    name_start = end - len(text[at:end].lstrip())
    return Mention(Span(start, end), " ".join(words), _spaced(text[start:name_start]))


def _end_of_field(text: str, at: int) -> int:
    """Return where the words end that say of what or for what the office is.

    After `of`, `for`, `and` or a comma comes one word at least; further ones belong to
    it if they are known, and the others begin the name.
    """
    owes, previous, has_field = False, "", False
    last = at + _LONGEST_FIELD
    while at < last and (found := _NEXT.match(text, at)):
        gap, word, connective = found.groups()
        if connective in ("of", "for"):
            owes = has_field = True
        elif connective:
            if not has_field:
                break
            owes = True
        elif gap[0] == "," and not _goes_on(text, found):
            break
        elif (
            owes or word in PORTFOLIO or previous in ("United", "South", "North", "New")
        ):
            owes = False
        else:
            break
        at, previous = found.end(), word or ""
    return at


def _goes_on(text: str, found: re.Match[str]) -> bool:
    """Tell whether the word after a comma is one of a list: `, Industry and Energy`."""
    if found[2] in PORTFOLIO:
        return True
    following = _NEXT.match(text, found.end())
    return following is not None and following[3] == "and"


def _name_at(text: str, at: int) -> tuple[list[str], int]:
    words: list[str] = []
    while (found := _NEXT.match(text, at)) and found[2] and found[1][0] == " ":
        if found[2] in NOT_NAMES or len(words) == 5:
            break
        words.append(found[2])
        at = found.end()
    return words, at


def _start_of_modifiers(text: str, at: int) -> int:
    """Return where the words before an office begin that say whose it is."""
    for _ in range(4):
        found = _BEFORE_WORD.search(text, max(0, at - _LOOK_BACK), at)
        if not found:
            break
        of_republic = found[0].startswith("Republic of ")
        if not (of_republic or is_modifier(found[1])):
            break
        at = found.start()
    return at


def _after_name(text: str, office: re.Match[str]) -> Mention | None:
    """Read `Thea Kendler, BIS' assistant secretary for export administration`."""
    first = max(0, office.start() - _LOOK_BACK, text.rfind("\n", 0, office.start()) + 1)
    found = _APPOSED.search(text[first : office.start()])
    if not found:
        return None
    words = _trimmed(found["name"].split())
    if len(words) < 2 or not _is_name(words):
        return None
    field_of = _FIELD.match(text, office.end())
    end = field_of.end() if field_of else office.end()
    start = (
        first + found.end("name") - len(found["name"][found["name"].index(words[0]) :])
    )
    office_start = office.start() - len(found["whose"].lstrip())
    rule = f"the text says “{found['time'].strip()}”" if found["time"] else ""
    role = _spaced(text[office_start:end])
    return Mention(Span(start, end), " ".join(words), role, rule)


def _trimmed(words: list[str]) -> list[str]:
    """Leave out words before a name that are none: `But Ruth Calloway`."""
    while words and words[0] in NOT_NAMES:
        words = words[1:]
    return words

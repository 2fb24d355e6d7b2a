"""Counted things: `37 allied and partner nations`, `twice a year`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.model.facts import Fact, FactKind
from workbench.model.spans import Span
from workbench.text.facts.quantities import DIGITS, SCALE, WORDS, amount, written
from workbench.text.facts.reading import Reading

_BOUND = (
    r"(?P<bound>(?:[Mm]ore|[Ff]ewer|[Ll]ess) than|[Oo]ver|[Uu]nder|[Aa]t least|[Uu]p to"
    r"|[Aa]bout|[Aa]round|[Ss]ome|[Nn]early|[Aa]lmost|[Rr]oughly|[Aa]pproximately)"
)
_WORD = r"[A-Za-z][A-Za-z'-]{1,24}"
# What ends the name of what is counted.
_STOP = (
    "and|or|of|the|that|which|who|in|on|at|to|for|from|by|with|as|is|are|was|were|has"
    "|have|had|will|would|per|than|but|its|his|this|those|these|percent|cent|more|less"
    "|because|said|says|also|less|plus|minus|times|years?|am|pm|GMT"
    "|hundred|thousand|million|billion|trillion"
)
_NO_STOP = rf"(?!(?:{_STOP})\b)"
_BEHIND = r"(?<!the )(?<!The )(?<!these )(?<!those )"
_COUNTED = re.compile(
    rf"(?<![\w.,/:$€£#-])(?:{_BOUND} )?"
    r"(?<!Section )(?<!section )(?<!Article )(?<!No\. )"
    rf"(?P<number>\b{DIGITS}|{_BEHIND}\b(?!(?:one|One)\b(?! hundred))(?i:{WORDS}))"
    rf"(?: (?P<scale>{SCALE}|hundred))?"
    rf"\b(?! ?%) (?P<noun>(?:{_NO_STOP}{_WORD}(?: and {_NO_STOP}{_WORD})? ){{0,3}}?"
    rf"{_NO_STOP}(?:[A-Za-z'-]{{2,24}}(?<![su'])s|people|men|women|children)\b)"
)
_FREQUENCY = re.compile(
    rf"\b(?P<count>[Oo]nce|[Tt]wice|(?:{DIGITS}|(?i:{WORDS})) times)"
    r" (?:(?:a|an|per|each|every) (?P<unit>day|week|month|quarter|year)"
    r"|(?P<often>daily|weekly|monthly|quarterly|annually|yearly))\b"
)
_BARE = re.compile(
    r"\b(?:now|says?|said|show(?:s|ed)?|reach(?:es|ed)|were|was|to)"
    rf" (?P<number>{DIGITS})"
    r"(?=[.,;)]| (?:on|in|by|at|now|today|last|this)\b|$)(?! ?%)"
)
COUNTED_AGAIN = "counts the same as"
"""How the rule begins of a number whose noun stands with another."""
_SENTENCE_END = re.compile(r"\n|[.!?] ")
_LOOK_AHEAD = 120
_OFTEN = {"daily": "day", "annually": "year"}


def numbers(reading: Reading) -> Iterator[Fact]:
    """Yield what a leveled text counts; the role is what is counted.

    “The two sides” counts nothing: an article before a word points back.
    """
    for found in reading.fresh(_FREQUENCY):
        yield _frequency(found)
    for found in reading.fresh(_COUNTED):
        fact = _counted(found)
        yield fact
        yield from _counted_again(reading, fact)


def _frequency(found: re.Match[str]) -> Fact:
    counts = {"once": "1", "twice": "2"}
    word = found["count"].lower()
    count = counts.get(word) or written(amount(word.removesuffix(" times")))
    often = found["often"] or ""
    unit = found["unit"] or _OFTEN.get(often, often.removesuffix("ly"))
    span = Span(*found.span())
    return Fact(FactKind.NUMBER, span, found[0], count, f"times a {unit}")


def _counted_again(reading: Reading, first: Fact) -> Iterator[Fact]:
    """Yield a bare number of the same sentence that counts the same anew.

    “29 partner economies; officials now say 31.”
    """
    after = first.span.end
    rest = _SENTENCE_END.split(reading.text[after : after + _LOOK_AHEAD])[0]
    found = _BARE.search(rest)
    if not found:
        return
    span = Span(*(after + at for at in found.span("number")))
    if not reading.has(span):
        reading.take(span)
        rule = f"{COUNTED_AGAIN} “{first.text}”"
        value = written(amount(found["number"]))
        yield Fact(FactKind.NUMBER, span, found["number"], value, first.role, rule=rule)


def _counted(found: re.Match[str]) -> Fact:
    bound = (found["bound"] or "").lower()
    rule = f"the text says “{bound}”" if bound else ""
    value = written(amount(found["number"], found["scale"] or ""))
    span = Span(*found.span())
    return Fact(FactKind.NUMBER, span, found[0], value, found["noun"], rule=rule)

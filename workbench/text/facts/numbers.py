"""Counted things: `37 allied and partner nations`, `twice a year`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.model.facts import Fact, FactKind
from workbench.model.spans import Span
from workbench.text.facts.claims import Claims
from workbench.text.facts.quantities import DIGITS, SCALE, WORDS, amount, written

_BOUND = (
    r"(?P<bound>(?:[Mm]ore|[Ff]ewer|[Ll]ess) than|[Oo]ver|[Uu]nder|[Aa]t least|[Uu]p to"
    r"|[Aa]bout|[Aa]round|[Ss]ome|[Nn]early|[Aa]lmost|[Rr]oughly|[Aa]pproximately)"
)
_WORD = r"[A-Za-z][A-Za-z'-]{1,24}"
_PLAIN = rf"(?!(?:{{stop}})\b){_WORD}"
# What ends the name of what is counted.
_STOP = (
    "and|or|of|the|that|which|who|in|on|at|to|for|from|by|with|as|is|are|was|were|has"
    "|have|had|will|would|per|than|but|its|his|this|those|these|percent|cent|more|less"
    "|because|said|says|also|less|plus|minus|times|years?|am|pm|GMT"
)
_COUNTED = re.compile(
    rf"(?<![\w.,/:$€£#-])(?:{_BOUND} )?(?<!the )(?<!The )(?<!these )(?<!those )"
    rf"(?<!Section )(?<!section )(?<!Article )(?<!No\. )"
    rf"(?P<number>\b(?:{DIGITS})(?: {SCALE})?|\b(?i:{WORDS}))\b(?! ?%) "
    rf"(?P<noun>(?:(?!(?:{_STOP})\b){_WORD}(?: and (?!(?:{_STOP})\b){_WORD})? ){{0,3}}?"
    rf"(?!(?:{_STOP})\b)(?:[A-Za-z'-]{{2,24}}(?<![su'])s|people|men|women|children)\b)"
)
_FREQUENCY = re.compile(
    rf"\b(?P<count>[Oo]nce|[Tt]wice|(?:{DIGITS}|(?i:{WORDS})) times)"
    r" (?:(?:a|an|per|each|every) (?P<unit>day|week|month|quarter|year)"
    r"|(?P<often>daily|weekly|monthly|quarterly|annually|yearly))\b"
)
_OFTEN = {"daily": "day", "annually": "year"}


def numbers(text: str, claims: Claims) -> Iterator[Fact]:
    """Yield what a leveled text counts; the role is what is counted.

    “The two sides” counts nothing: an article before it points back.
    """
    for found in claims.fresh(_FREQUENCY, text):
        yield _frequency(found)
    for found in claims.fresh(_COUNTED, text):
        yield _counted(found)


def _frequency(found: re.Match[str]) -> Fact:
    counts = {"once": "1", "twice": "2"}
    word = found["count"].lower()
    count = counts.get(word) or written(amount(word.removesuffix(" times")))
    often = found["often"] or ""
    unit = found["unit"] or _OFTEN.get(often, often.removesuffix("ly"))
    span = Span(*found.span())
    return Fact(FactKind.NUMBER, span, found[0], count, f"times a {unit}")


def _counted(found: re.Match[str]) -> Fact:
    number, _, scale = found["number"].partition(" ")
    bound = (found["bound"] or "").lower()
    rule = f"the text says “{bound}”" if bound else ""
    value = written(amount(number, scale))
    span = Span(*found.span())
    return Fact(FactKind.NUMBER, span, found[0], value, found["noun"], rule=rule)

"""Percentages, and differences between them in percentage points."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.model.facts import Fact, FactKind
from workbench.model.spans import Span
from workbench.text.facts.about import about
from workbench.text.facts.quantities import DIGITS, WORDS, amount, written
from workbench.text.facts.reading import Reading

_PERCENT = re.compile(
    rf"(?<![\w.,/-])(?P<number>[-+]?(?:{DIGITS})|(?i:{WORDS}))"
    r"(?: ?%|[ -](?:percent|per cent|pct)\b|[ -](?P<points>percentage[ -]points?)\b)"
)
_NEAR = 40
# `%` stands for the percentage: “less than %” is a bound, and no fall.
_CLAUSE_END = re.compile(r"[\n;:]|[.!?] ")
_SENSES = (
    (
        "share",
        re.compile(r"\b(?:made up|makes? up|accounts? for|accounted for|share)\b"),
    ),
    (
        "fall",
        re.compile(
            r"\b(?:down|fell|fall(?:s|en)?|decline[ds]?|dropp?(?:ed|s)?|decreased?"
            r"|less(?! than ?%)|lower|shrank|lost|cut)\b"
        ),
    ),
    (
        "growth",
        re.compile(
            r"\b(?:up(?! to\b)|grew|grow(?:s|n|th)?|increase[ds]?|rose|risen?|rises"
            r"|more than(?! ?%)|higher|faster|gained|jumped|climbed|expanded)\b"
        ),
    ),
)


def percentages(reading: Reading) -> Iterator[Fact]:
    """Yield the percentages of a leveled text; the value is `4.5%`."""
    for found in reading.fresh(_PERCENT):
        number = written(amount(found["number"]))
        value = f"{number} percentage points" if found["points"] else f"{number}%"
        span = Span(*found.span())
        yield Fact(FactKind.PERCENT, span, found[0], value, _role(reading.text, span))


def _role(text: str, span: Span) -> str:
    """Return what the percentage is of, and whether it says growth, fall or share."""
    around = text[max(0, span.start - _NEAR) : span.start], text[span.end :][:_NEAR]
    near = "%".join(
        _CLAUSE_END.split(it)[at] for it, at in zip(around, (-1, 0), strict=True)
    )
    found = next((it for it, words in _SENSES if words.search(near)), "")
    subject = about(text, span)
    return f"{subject}: {found}" if found and subject else subject or found

"""Percentages, and differences between them in percentage points."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.model.facts import Fact, FactKind
from workbench.model.spans import Span
from workbench.text.facts.claims import Claims
from workbench.text.facts.quantities import DIGITS, WORDS, amount, written

_PERCENT = re.compile(
    rf"(?<![\w.,/-])(?P<number>[-+]?(?:{DIGITS})|(?i:{WORDS}))"
    r"(?: ?%|[ -](?:percent|per cent|pct)\b|[ -](?P<points>percentage[ -]points?)\b)"
)


def percentages(text: str, claims: Claims) -> Iterator[Fact]:
    """Yield the percentages of a leveled text; the value is `4.5%`."""
    for found in claims.fresh(_PERCENT, text):
        number = written(amount(found["number"]))
        value = f"{number} percentage points" if found["points"] else f"{number}%"
        yield Fact(FactKind.PERCENT, Span(*found.span()), found[0], value)

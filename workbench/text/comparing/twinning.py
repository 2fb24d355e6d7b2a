"""Finds near-copies inside one text: statements, and sections made of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from workbench.model.alignments import Pair, PairKind
from workbench.model.spans import Span
from workbench.model.twins import TwinSection
from workbench.text.comparing.candidates import candidates
from workbench.text.comparing.matching import Comparing, Match, matches
from workbench.text.comparing.statements import Statements

_ALONE = 1.25
"""What two statements must have in common, against those of two texts.

A text returns to its subject: a headline is near its first sentence by nature.
"""
_NEXT_TO = 0.5
"""The same, where they are nearly equal, or those before or after them are twins."""
_EQUAL = 0.7
"""Share of the words of the shorter statement that the other must repeat."""
_NEARLY = 0.85
"""Share of the words of the longer one from which on both are nearly equal."""
_MOST = 0.5
"""Share of a sentence from which on it counts as a whole."""
_APART = 2
"""Statements from one pair of a section to the next, at most."""

_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")


def twins(one: Statements, pause: Callable[[], None] = lambda: None) -> list[Pair]:
    """Return the statements of a text that repeat each other, `a` before `b`.

    They come by `a`, then by `b`. A side is the whole sentence where most of it is
    repeated, so that all that differs is seen. `pause` is called every few
    milliseconds and may raise to cancel.
    """
    found = [it.pair for it in _found(one, pause)]
    return sorted(found, key=lambda it: (it.a, it.b))


def twin_sections(
    one: Statements, pause: Callable[[], None] = lambda: None
) -> list[TwinSection]:
    """Return the twins put together where their neighbors are twins as well."""
    sections: list[list[Match]] = []
    for match in _found(one, pause):
        for section in reversed(sections):
            if _goes_on(section, match):
                section.append(match)
                break
        else:
            sections.append([match])
    return [_section([it.pair for it in section]) for section in sections]


def _found(one: Statements, pause: Callable[[], None]) -> list[Match]:
    comparing = Comparing(one, one)
    alone = comparing.least * _ALONE
    comparing.least *= _NEXT_TO
    places = ((i, j) for i, j in candidates(one, one, pause) if i < j)
    waiting = [
        it
        for it in _copies(one, matches(comparing, places, pause))
        if it.weight >= alone or _are_nearly_equal(one, it)
    ]
    found: dict[tuple[int, int], Match] = {}
    while waiting:
        found |= {(it.a, it.b): it for it in waiting}
        around = {place for it in waiting for place in _around(one, it)}
        places = (it for it in sorted(around) if it not in found)
        waiting = list(_copies(one, matches(comparing, places, pause)))
    return [found[place] for place in sorted(found)]


def _around(one: Statements, match: Match) -> Iterator[tuple[int, int]]:
    """Yield the statements before and after two that are twins."""
    for step in (-1, 1):
        i, j = match.a + step, match.b + step
        if i >= 0 and j < len(one) and i < j:
            yield i, j


def _copies(one: Statements, found: Iterable[Match]) -> Iterator[Match]:
    """Leave out what only says the same, shares a mere phrase, or is an address."""
    for match in found:
        copy = _whole(one, match)
        if (
            match.pair.kind is not PairKind.PARAPHRASE
            and any(_are_whole(one, copy))
            and _equal_share(one, copy.pair, min) >= _EQUAL
            and not _is_address(copy.pair.a.of(one.text))
        ):
            yield copy


def _are_whole(one: Statements, match: Match) -> tuple[bool, bool]:
    pair = match.pair
    return pair.a == one.sentences[match.a], pair.b == one.sentences[match.b]


def _are_nearly_equal(one: Statements, match: Match) -> bool:
    return all(_are_whole(one, match)) and _equal_share(one, match.pair, max) >= _NEARLY


def _equal_share(one: Statements, pair: Pair, side: Callable[[int, int], int]) -> float:
    """Return how much of the shorter or longer side (`min`, `max`) is in the other."""
    a, b = Counter(_forms(one, pair.a)), Counter(_forms(one, pair.b))
    return (a & b).total() / max(1, side(a.total(), b.total()))


def _is_address(text: str) -> bool:
    return not _ADDRESS.sub("", text).strip()


def _whole(one: Statements, match: Match) -> Match:
    """Return a match with whole sentences, where most of them is in it."""
    a = _grown(match.pair.a, one.sentences[match.a])
    b = _grown(match.pair.b, one.sentences[match.b])
    same = _forms(one, a) == _forms(one, b)
    kind = PairKind.VERBATIM if same else PairKind.ALTERED
    return replace(match, pair=Pair(kind, match.pair.score, a, b))


def _grown(stretch: Span, sentence: Span) -> Span:
    return sentence if len(stretch) >= len(sentence) * _MOST else stretch


def _forms(one: Statements, span: Span) -> list[str]:
    first = bisect_left(one.starts, span.start)
    return one.forms[first : bisect_left(one.starts, span.end)]


def _goes_on(section: Sequence[Match], match: Match) -> bool:
    """Tell whether a match follows a section, which must not reach its own twin."""
    first, last = section[0], section[-1]
    return (
        0 < match.a - last.a <= _APART
        and 0 < match.b - last.b <= _APART
        and match.a < first.b
    )


def _section(pairs: Sequence[Pair]) -> TwinSection:
    first, last = pairs[0], pairs[-1]
    return TwinSection(
        Span(first.a.start, last.a.end), Span(first.b.start, last.b.end), tuple(pairs)
    )

"""Lays the organizations of two documents beside each other."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import takewhile

from workbench.model.facts import Fact, FactKind, FactRow, Relation
from workbench.text.facts.lonely import lonely
from workbench.text.facts.names import Namesakes
from workbench.text.facts.sides import Side, stem, stems
from workbench.text.pausing import Pause, no_pause, paused

_WORD = re.compile(r"[^\W\d_]{3,}")
_MOST = 50
_LEAST_TAIL = 3
"""Words that two names end with if only countries stand before them."""

_UNNAMED = "The other document does not name this organization."


@dataclass(frozen=True, slots=True)
class _Body:
    """One organization of one document: its name written out, and its places."""

    name: str
    words: tuple[str, ...]
    facts: list[Fact]


def organization_rows(
    a: Side,
    b: Side,
    known: dict[str, str],
    namesakes: Namesakes,
    pause: Pause = no_pause,
) -> list[FactRow]:
    """Return a row an organization; `known` is what abbreviations stand for."""
    of_a, of_b = _bodies(a, known), _bodies(b, known)
    by_key: dict[object, list[_Body]] = defaultdict(list)
    for body in of_b:
        for key in _keys(body, namesakes):
            by_key[key].append(body)
    rows: list[FactRow] = []
    taken: set[int] = set()
    for body in paused(of_a, pause):
        near = [
            it for key in _keys(body, namesakes) for it in by_key.get(key, ())[:_MOST]
        ]
        twin = next((it for it in near if _is_same(body, it, namesakes)), None)
        if twin is None or id(twin) in taken:
            rows.append(lonely(body.name, body.facts, Relation.ONLY_A, _UNNAMED))
        else:
            taken.add(id(twin))
            rows.append(_row_of_both(body.facts, twin.facts))
    alone = (it for it in of_b if id(it) not in taken)
    rows += [lonely(it.name, it.facts, Relation.ONLY_B, _UNNAMED) for it in alone]
    return rows


def _bodies(side: Side, known: dict[str, str]) -> list[_Body]:
    """Return the organizations of a side, those of abbreviations written out."""
    found: dict[object, _Body] = {}
    for fact in side.of_kind(FactKind.ORGANIZATION):
        name = known.get(fact.value, fact.value)
        words = _words(name)
        keys = frozenset(words) or name, words[-_LEAST_TAIL:], words[:_LEAST_TAIL]
        near = (it for it in map(found.get, keys) if it and _are_alike(words, it.words))
        body = next(near, None) or _Body(name, words, [])
        body.facts.append(fact)
        found.update((key, body) for key in keys if key not in found)
    return list({id(it): it for it in found.values()}.values())


def _words(name: str) -> tuple[str, ...]:
    """Return the stems of a name in order; a working group is a group."""
    plain = name.replace("WG", "Group").replace("Working Group", "Group")
    return tuple(stem(it) for it in _WORD.findall(plain) if stems(it))


def _keys(body: _Body, namesakes: Namesakes) -> list[object]:
    """Return under what the same organization is found in the other document."""
    words = body.words
    keys: list[object] = [frozenset(words), words[-_LEAST_TAIL:], words[:_LEAST_TAIL]]
    groups = {namesakes.group(it) for it in (body.name, body.facts[0].text)} - {None}
    return keys + sorted(filter(None, groups))


def _is_same(one: _Body, other: _Body, namesakes: Namesakes) -> bool:
    names = [(it.name, it.facts[0].text) for it in (one, other)]
    if any(
        namesakes.are_same(mine, theirs) for mine in names[0] for theirs in names[1]
    ):
        return True
    return _are_alike(one.words, other.words)


def _are_alike(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Tell whether two names have the same words, or one has more before or after."""
    short, long = sorted((mine, theirs), key=len)
    if set(mine) == set(theirs) or (
        len(short) >= _LEAST_TAIL and long[: len(short)] == short
    ):
        return True
    tail = _common_tail(mine, theirs)
    before = set(mine[: len(mine) - tail]), set(theirs[: len(theirs) - tail])
    return tail >= _LEAST_TAIL and (before[0] <= before[1] or before[1] <= before[0])


def _common_tail(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    pairs = zip(reversed(one), reversed(other), strict=False)
    return sum(1 for _ in takewhile(lambda it: it[0] == it[1], pairs))


def _row_of_both(mine: list[Fact], theirs: list[Fact]) -> FactRow:
    names = mine[0].value, theirs[0].value
    reason = "Both name this organization."
    if names[0] != names[1]:
        reason = f"Naming variant: “{names[0]}” and “{names[1]}”."
    kind = FactKind.ORGANIZATION
    return FactRow(kind, names[0], tuple(mine), tuple(theirs), Relation.SAME, reason)

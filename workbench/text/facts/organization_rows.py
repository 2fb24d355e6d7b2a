"""Lays the organizations of two documents beside each other."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import takewhile

from workbench.model.facts import Fact, FactKind, FactRow, Relation
from workbench.text.facts.names import Namesakes
from workbench.text.facts.sides import Side, stem, stems

_WORD = re.compile(r"[^\W\d_]{3,}")
_LEAST_TAIL = 3
"""Words that two names end with if only countries stand before them."""

Named = dict[str, list[Fact]]


def organization_rows(
    a: Side, b: Side, known: dict[str, str], namesakes: Namesakes
) -> list[FactRow]:
    """Return a row an organization; `known` is what abbreviations stand for."""
    of_a, of_b = _named(a, known), _named(b, known)
    rows = []
    for name in list(of_a):
        twin = next((it for it in of_b if _is_same(name, it, namesakes)), None)
        if twin is not None:
            rows.append(_row_of_both(of_a.pop(name), of_b.pop(twin)))
    rows += [_alone(facts, Relation.ONLY_A) for facts in of_a.values()]
    rows += [_alone(facts, Relation.ONLY_B) for facts in of_b.values()]
    return rows


def _named(side: Side, known: dict[str, str]) -> Named:
    """Return the facts by organization, those of abbreviations written out."""
    found: Named = defaultdict(list)
    for fact in side.of_kind(FactKind.ORGANIZATION):
        name = known.get(fact.value, fact.value)
        same = next((it for it in found if set(_words(it)) == set(_words(name))), name)
        found[same].append(fact)
    return found


def _words(name: str) -> tuple[str, ...]:
    """Return the stems of a name in order; a working group is a group."""
    plain = name.replace("WG", "Group").replace("Working Group", "Group")
    return tuple(stem(it) for it in _WORD.findall(plain) if stems(it))


def _is_same(one: str, other: str, namesakes: Namesakes) -> bool:
    if namesakes.are_same(one, other):
        return True
    mine, theirs = _words(one), _words(other)
    if set(mine) == set(theirs):
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


def _alone(facts: list[Fact], relation: Relation) -> FactRow:
    own = tuple(facts)
    sides = (own, ()) if relation is Relation.ONLY_A else ((), own)
    reason = "The other document does not name this organization."
    return FactRow(FactKind.ORGANIZATION, facts[0].value, *sides, relation, reason)

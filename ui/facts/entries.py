"""Facts of two documents as they are listed: each value once, decided and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from ui.facts.meaning import understood
from workbench.model.facts import Fact, FactKind, FactRow, Relation
from workbench.model.ids import DocumentId
from workbench.model.links import Link
from workbench.model.spans import Span
from workbench.model.verdicts import DecidedRow, Verdict, decided


class State(StrEnum):
    """How the two documents go together in one row; a verdict settles a difference."""

    DIFFERS = "differs"
    DECIDED = "decided"
    ONLY_A = "only in A"
    ONLY_B = "only in B"
    SAME = "same"


_STATES = {
    Relation.DIFFERENT: State.DIFFERS,
    Relation.ONLY_A: State.ONLY_A,
    Relation.ONLY_B: State.ONLY_B,
    Relation.SAME: State.SAME,
}


KINDS = (
    FactKind.PERSON,
    FactKind.ORGANIZATION,
    FactKind.DATE,
    FactKind.MONEY,
    FactKind.PERCENT,
    FactKind.NUMBER,
)
"""In the order in which they are listed."""


@dataclass(frozen=True)
class Value:
    """What a document says, once for all the places where it says it alike."""

    facts: tuple[Fact, ...]

    @property
    def fact(self) -> Fact:
        """The first of them."""
        return self.facts[0]

    @cached_property
    def words(self) -> str:
        """The words of the text, and in how many places they stand."""
        words = " ".join(self.fact.text.split())
        places = len(self.facts)
        return f"{words}  ×{places}" if places > 1 else words

    @cached_property
    def meaning(self) -> str:
        """What the words mean and by which rule, without what they say already."""
        return understood(self.fact)

    def stands_at(self, span: Span) -> bool:
        """Tell whether one of the places is this."""
        return any(fact.span == span for fact in self.facts)


Pair = tuple[Value | None, Value | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of facts with the verdicts on it, each a link with its two places."""

    row: FactRow
    a: tuple[Value, ...]
    b: tuple[Value, ...]
    verdicts: tuple[Verdict, ...] = ()

    @property
    def state(self) -> State:
        """How the documents go together, once verdicts are heard."""
        return State.DECIDED if self.verdicts else _STATES[self.row.relation]

    @property
    def lines(self) -> int:
        """How many lines show it."""
        return max(len(self.a), len(self.b))

    def pair(self, number: int) -> Pair:
        """Return what a line sets against each other.

        Where one document says more than the other, its rest stands against the first.
        """
        return _at_or_first(self.a, number), _at_or_first(self.b, number)

    @property
    def explained(self) -> str:
        """Why these stand in one row; where one side is empty, that says it all."""
        return self.row.reason if self.a and self.b else ""

    def verdict_on(self, number: int) -> Link | None:
        """Return the verdict on what a line sets against each other."""
        a, b = self.pair(number)
        return next(
            (
                link
                for link, in_a, in_b in self.verdicts
                if a and b and a.stands_at(in_a) and b.stands_at(in_b)
            ),
            None,
        )


def entries_of(
    rows: Sequence[FactRow], links: Sequence[Link], a: DocumentId
) -> list[Entry]:
    """Return the rows with the verdicts that were passed on them."""
    return [_entry(it) for it in decided(rows, links, a)]


def counts_by_state(entries: Sequence[Entry]) -> Mapping[State, int]:
    """Count the entries in each state."""
    return Counter(entry.state for entry in entries)


def counts_by_kind(entries: Sequence[Entry]) -> Mapping[FactKind, int]:
    """Count the entries of each kind."""
    return Counter(entry.row.kind for entry in entries)


def _entry(it: DecidedRow) -> Entry:
    return Entry(it.row, _values(it.row.a), _values(it.row.b), it.verdicts)


def _values(facts: Sequence[Fact]) -> tuple[Value, ...]:
    alike: dict[object, list[Fact]] = {}
    for fact in facts:
        words = " ".join(fact.text.split())
        key = (words, fact.value, fact.role, fact.interval, fact.rule)
        alike.setdefault(key, []).append(fact)
    return tuple(Value(tuple(it)) for it in alike.values())


def _at_or_first(values: tuple[Value, ...], number: int) -> Value | None:
    if not values:
        return None
    return values[number if number < len(values) else 0]

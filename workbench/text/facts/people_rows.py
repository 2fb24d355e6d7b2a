"""Lays the people of two documents beside each other, with their offices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.model.facts import Fact, FactKind, FactRow, Relation
from workbench.text.facts.affinity import Affinity
from workbench.text.facts.lonely import lonely
from workbench.text.facts.names import Namesakes, People, is_same_person, name_parts
from workbench.text.facts.office_likeness import are_compatible, could_be_confused
from workbench.text.facts.sides import Side

_ALIKE = 0.3
_MOST_COMPARED = 200
_SIMILAR = "The sentences share words"
_UNNAMED = "The other document does not name this person."


@dataclass(frozen=True, slots=True)
class _Person:
    """One person of one document: everywhere the text names the person."""

    name: str
    facts: tuple[Fact, ...]

    @property
    def with_office(self) -> tuple[Fact, ...]:
        return tuple(it for it in self.facts if it.role)


_InBoth = tuple[_Person, _Person]


def people_rows(
    a: Side, b: Side, affinity: Affinity, namesakes: Namesakes
) -> list[FactRow]:
    """Return a row a person, and one for two who may stand for each other.

    These hold like offices, each in one document only, beside a person whom both
    documents name, or in sentences that say much the same.
    """
    of_a, of_b = _people(a), _people(b)
    both = _in_both(of_a, of_b, namesakes)
    of_a = [it for it in of_a if it.name not in {one.name for one, _ in both}]
    of_b = [it for it in of_b if it.name not in {other.name for _, other in both}]
    rows = [_row_of_both(*it) for it in both]
    for one, other, reason in _Counterparts(a, b, affinity, both).found(of_a, of_b):
        of_a.remove(one)
        of_b.remove(other)
        rows.append(_row_of_counterparts(one, other, reason))
    rows += [lonely(it.name, it.facts, Relation.ONLY_A, _UNNAMED) for it in of_a]
    rows += [lonely(it.name, it.facts, Relation.ONLY_B, _UNNAMED) for it in of_b]
    return rows


def _in_both(
    of_a: Iterable[_Person], of_b: Iterable[_Person], namesakes: Namesakes
) -> list[_InBoth]:
    known: People[_Person] = People(namesakes)
    for person in of_b:
        known.add(person.name, person)
    both: list[_InBoth] = []
    taken: set[str] = set()
    for person in of_a:
        for twin in known.find(person.name):
            if twin.name not in taken and _is_same(person, twin, namesakes):
                taken.add(twin.name)
                both.append((person, twin))
                break
    return both


def _people(side: Side) -> list[_Person]:
    places: dict[str, list[Fact]] = defaultdict(list)
    for fact in side.of_kind(FactKind.PERSON):
        places[fact.value].append(fact)
    return [_Person(name, tuple(facts)) for name, facts in places.items()]


def _is_same(one: _Person, other: _Person, namesakes: Namesakes) -> bool:
    if namesakes.are_same(one.name, other.name):
        return True
    if not is_same_person(one.name, other.name):
        return False
    is_short = 1 in (len(name_parts(one.name)), len(name_parts(other.name)))
    return not is_short or _share_office(one, other) is not False


def _share_office(one: _Person, other: _Person) -> bool | None:
    """Tell whether any offices are compatible; None where one has no office."""
    if not (one.with_office and other.with_office):
        return None
    return any(
        are_compatible(mine.role, theirs.role)
        for mine in one.with_office
        for theirs in other.with_office
    )


def _row_of_both(one: _Person, other: _Person) -> FactRow:
    differs = _share_office(one, other) is False
    reasons = []
    if differs:
        offices = one.with_office[0].role, other.with_office[0].role
        reasons.append(f"The offices differ: {offices[0]}; {offices[1]}.")
    if one.name != other.name:
        reasons.append(f"Naming variant: “{one.name}” and “{other.name}”.")
    relation = Relation.DIFFERENT if differs else Relation.SAME
    reason = " ".join(reasons) or "Both name this person."
    return FactRow(FactKind.PERSON, one.name, one.facts, other.facts, relation, reason)


class _Counterparts:
    """Seeks people of one document only who stand where others do in the other."""

    def __init__(
        self, a: Side, b: Side, affinity: Affinity, both: Sequence[_InBoth]
    ) -> None:
        self._a, self._b, self._affinity = a, b, affinity
        self._beside_a = _beside(a, ((one.name, one.facts) for one, _ in both))
        self._beside_b = _beside(b, ((one.name, it.facts) for one, it in both))

    def found(
        self, of_a: Iterable[_Person], of_b: Iterable[_Person]
    ) -> Iterator[tuple[_Person, _Person, str]]:
        """Yield pairs of people with the reason for each; nobody is in two."""
        left = [it for it in of_b if it.with_office][:_MOST_COMPARED]
        for one in [it for it in of_a if it.with_office][:_MOST_COMPARED]:
            for other in left:
                if reason := self._reason(one, other):
                    left.remove(other)
                    yield one, other, reason
                    break

    def _reason(self, one: _Person, other: _Person) -> str:
        for mine in one.with_office:
            for theirs in other.with_office:
                if place := self._place(mine, theirs):
                    return (
                        f"{place}: A names {one.name}, {mine.role};"
                        f" B names {other.name}, {theirs.role}."
                    )
        return ""

    def _place(self, mine: Fact, theirs: Fact) -> str:
        """Say in what the sentences of two officeholders are alike, if in anything."""
        i, j = self._a.sentence_of(mine.span), self._b.sentence_of(theirs.span)
        around = self._a.around(i), self._b.around(j)
        if not could_be_confused(mine.role, theirs.role, around):
            return ""
        companions = self._beside_a.get(i, set()) & self._beside_b.get(j, set())
        if companions:
            return f"Both stand beside {min(companions)}"
        return _SIMILAR if self._affinity.of(i, j) >= _ALIKE else ""


def _beside(
    side: Side, people: Iterable[tuple[str, Iterable[Fact]]]
) -> dict[int, set[str]]:
    """Return who stands in each sentence."""
    found: dict[int, set[str]] = defaultdict(set)
    for name, facts in people:
        for fact in facts:
            found[side.sentence_of(fact.span)].add(name)
    return found


def _row_of_counterparts(one: _Person, other: _Person, reason: str) -> FactRow:
    subject = f"{one.name} or {other.name}"
    return FactRow(
        FactKind.PERSON, subject, one.facts, other.facts, Relation.DIFFERENT, reason
    )

"""Lays the people of two documents beside each other, with their offices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.model.facts import Fact, FactKind, FactRow, Relation
from workbench.text.facts.affinity import Affinity
from workbench.text.facts.names import Namesakes, is_same_person, name_parts
from workbench.text.facts.office_likeness import are_compatible, could_be_confused
from workbench.text.facts.sides import Side

_ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class _Person:
    """One person of one document: everywhere the text names the person."""

    name: str
    facts: tuple[Fact, ...]

    @property
    def with_office(self) -> tuple[Fact, ...]:
        return tuple(it for it in self.facts if it.role)


def people_rows(
    a: Side, b: Side, affinity: Affinity, namesakes: Namesakes
) -> list[FactRow]:
    """Return a row a person, and one for two who may stand for each other.

    These hold like offices, each in one document only, beside a person whom both
    documents name, or in sentences that say much the same.
    """
    of_a, of_b = _people(a), _people(b)
    both: list[tuple[_Person, _Person]] = []
    for person in list(of_a):
        twin = next((it for it in of_b if _is_same(person, it, namesakes)), None)
        if twin:
            both.append((person, twin))
            of_a.remove(person)
            of_b.remove(twin)
    rows = [_row_of_both(*it) for it in both]
    for one, other, reason in _counterparts(a, b, of_a, of_b, both, affinity):
        of_a.remove(one)
        of_b.remove(other)
        rows.append(_row_of_counterparts(one, other, reason))
    rows += [_alone(it, Relation.ONLY_A) for it in of_a]
    rows += [_alone(it, Relation.ONLY_B) for it in of_b]
    return rows


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
    return FactRow(
        FactKind.PERSON, one.name, one.facts, other.facts, relation, reason
    )


def _counterparts(
    a: Side,
    b: Side,
    of_a: Iterable[_Person],
    of_b: Iterable[_Person],
    both: Iterable[tuple[_Person, _Person]],
    affinity: Affinity,
) -> Iterator[tuple[_Person, _Person, str]]:
    beside_a = {a.sentence_of(f.span): one for one, _ in both for f in one.facts}
    beside_b = _beside(b, both)
    taken: list[_Person] = []
    for one in list(of_a):
        for other in [it for it in of_b if it not in taken]:
            reason = _why(a, b, one, other, (beside_a, beside_b), affinity)
            if reason:
                taken.append(other)
                yield one, other, reason
                break


def _beside(
    b: Side, both: Iterable[tuple[_Person, _Person]]
) -> set[tuple[int, str]]:
    return {(b.sentence_of(f.span), one.name) for one, other in both for f in other.facts}


def _why(
    a: Side,
    b: Side,
    one: _Person,
    other: _Person,
    beside: tuple[dict[int, _Person], set[tuple[int, str]]],
    affinity: Affinity,
) -> str:
    for mine in one.with_office:
        i = a.sentence_of(mine.span)
        for theirs in other.with_office:
            j = b.sentence_of(theirs.span)
            around = a.around(i), b.around(j)
            if not could_be_confused(mine.role, theirs.role, around):
                continue
            companion = beside[0].get(i)
            if companion and (j, companion.name) in beside[1]:
                return (
                    f"Both stand beside {companion.name}: A names {one.name},"
                    f" {mine.role}; B names {other.name}, {theirs.role}."
                )
            if affinity.of(i, j) >= _ALIKE:
                return (
                    f"In sentences that share words, A names {one.name}, {mine.role};"
                    f" B names {other.name}, {theirs.role}."
                )
    return ""


def _row_of_counterparts(one: _Person, other: _Person, reason: str) -> FactRow:
    subject = f"{one.name} or {other.name}"
    return FactRow(
        FactKind.PERSON, subject, one.facts, other.facts, Relation.DIFFERENT, reason
    )


def _alone(person: _Person, relation: Relation) -> FactRow:
    sides = (person.facts, ()) if relation is Relation.ONLY_A else ((), person.facts)
    reason = "The other document does not name this person."
    return FactRow(FactKind.PERSON, person.name, *sides, relation, reason)

"""Lays the facts of two documents beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.jobs import Tracker
from workbench.model.alignments import Pair
from workbench.model.facts import FactKind, FactRow, Relation
from workbench.model.spans import Span
from workbench.text.facts.affinity import Affinity
from workbench.text.facts.finding import Source, facts_in
from workbench.text.facts.leveling import leveled
from workbench.text.facts.names import Namesakes
from workbench.text.facts.organization_rows import organization_rows
from workbench.text.facts.organizations import abbreviations_in, initials_of
from workbench.text.facts.people_rows import people_rows
from workbench.text.facts.sides import Side
from workbench.text.facts.value_rows import VALUES, value_rows
from workbench.text.pausing import Pause
from workbench.text.sentences import sentences

_RELATIONS = (Relation.DIFFERENT, Relation.SAME, Relation.ONLY_A, Relation.ONLY_B)
_KINDS = (FactKind.PERSON, *VALUES, FactKind.ORGANIZATION)


def rows_of(
    a: Source, b: Source, pairs: Sequence[Pair], tracker: Tracker
) -> list[FactRow]:
    """Return the rows of two documents, differences first; `pairs` are aligned."""

    def pause() -> None:
        tracker.advance(0, 1, "Comparing facts")

    one, other = _side(a, tracker), _side(b, tracker)
    affinity = Affinity(one, other, pairs, pause)
    namesakes = Namesakes(a.aliases)
    known = initials_of(one.facts, other.facts)
    known |= _abbreviations(b, pause) | _abbreviations(a, pause)
    rows = people_rows(one, other, affinity, namesakes)
    for kind in VALUES:
        rows += value_rows(kind, one, other, affinity, pause)
    rows += organization_rows(one, other, known, namesakes, pause)
    return sorted(rows, key=_order)


def _side(source: Source, tracker: Tracker) -> Side:
    facts = facts_in(source, tracker)
    found = sentences(source.text, source.blocks, lambda: tracker.advance(0, 1))
    clauses = _clauses(source.text, found)
    return Side(source.text, clauses, facts)


def _clauses(text: str, whole: Sequence[Span]) -> list[Span]:
    """Cut sentences at semicolons, for what stands on either side is told apart."""
    found = []
    for sentence in whole:
        start = sentence.start
        while (at := text.find("; ", start, sentence.end)) >= 0:
            found.append(Span(start, at + 1))
            start = at + 2
        found.append(Span(start, sentence.end))
    return found


def _abbreviations(source: Source, pause: Pause) -> dict[str, str]:
    return abbreviations_in(leveled(source.text, source.blocks, source.zones), pause)


def _order(row: FactRow) -> tuple[int, bool, int, int]:
    """Sort by relation, variants of a name first, then by kind and place."""
    place = (row.a or row.b)[0].span.start
    is_plain = not row.reason.startswith("Naming")
    return (
        _RELATIONS.index(row.relation),
        is_plain and row.relation is Relation.SAME,
        _KINDS.index(row.kind),
        place,
    )

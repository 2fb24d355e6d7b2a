"""Verdicts: what a person decided about facts that two documents state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.model.facts import Fact, FactRow
from workbench.model.ids import DocumentId
from workbench.model.links import VERDICTS, Link
from workbench.model.spans import Span


class Verdict(NamedTuple):
    """A link between a fact of the first document and one of the second."""

    link: Link
    in_a: Span
    in_b: Span


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """A row of facts with the verdicts on it, the oldest first."""

    row: FactRow
    verdicts: tuple[Verdict, ...] = ()

    def pairs(self) -> Iterator[tuple[Fact | None, Fact | None, Verdict | None]]:
        """Yield the two facts of each verdict, then the others beside each other."""
        a, b = ({it.span: it for it in side} for side in (self.row.a, self.row.b))
        for verdict in self.verdicts:
            yield a[verdict.in_a], b[verdict.in_b], verdict
        others_a = [a[it] for it in a if it not in {v.in_a for v in self.verdicts}]
        others_b = [b[it] for it in b if it not in {v.in_b for v in self.verdicts}]
        for number in range(max(len(others_a), len(others_b))):
            yield _at(others_a, number), _at(others_b, number), None


def decided(
    rows: Sequence[FactRow], links: Sequence[Link], a: DocumentId
) -> list[DecidedRow]:
    """Join rows of facts with the verdicts that were passed on exactly their places.

    `a` is the first of the two documents; links that lost a place say nothing.
    """
    verdicts = [
        Verdict(link, *places_of(link, a))
        for link in sorted(links, key=lambda it: it.created_at)
        if link.kind in VERDICTS and not is_adrift(link)
    ]
    return [_decided(row, verdicts) for row in rows]


def is_adrift(link: Link) -> bool:
    """Tell whether a link lost one of its two places."""
    return link.source.is_orphaned or link.target.is_orphaned


def places_of(link: Link, a: DocumentId) -> tuple[Span, Span]:
    """Return where a link stands in document `a`, and where in the other."""
    ends = (link.source, link.target)
    left, right = ends if link.source.document_id == a else reversed(ends)
    return left.span, right.span


def _decided(row: FactRow, verdicts: Sequence[Verdict]) -> DecidedRow:
    in_a = {fact.span for fact in row.a}
    in_b = {fact.span for fact in row.b}
    passed = (it for it in verdicts if it.in_a in in_a and it.in_b in in_b)
    return DecidedRow(row, tuple(passed))


def _at(facts: Sequence[Fact], number: int) -> Fact | None:
    return facts[number] if number < len(facts) else None

"""Give what documents share out of the project as one HTML page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from workbench.exporting.reuse_pages import write_reuse_page
from workbench.jobs import Tracker
from workbench.model.documents import Document
from workbench.model.ids import DocumentId
from workbench.model.reuse import Reuse, Shared
from workbench.model.reuse_reports import ReuseReport, SharedList
from workbench.operations.comparison_reports import compared_pairs
from workbench.operations.reuse import shared_pairs
from workbench.text.components import clustered
from workbench.views import ProjectView

MOST_DOCUMENTS: Final = 60
"""In the matrix: those that share most; with more nobody reads it."""
MOST_STATEMENTS: Final = 2_000
"""In the lists, from the two documents that share most downwards."""


def export_reuse_page(
    view: ProjectView,
    reuse: Reuse,
    target: Path,
    tracker: Tracker,
    order: Sequence[DocumentId] = (),
) -> int:
    """Write the matrix and what each two documents share; return how many lists.

    Documents stand in the order given, or those that share together. A very large
    project is not shown whole, which the page says.
    """
    report = reuse_report(view, reuse, tracker, order)
    write_reuse_page(target, report)
    return len(report.lists)


def reuse_report(
    view: ProjectView,
    reuse: Reuse,
    tracker: Tracker,
    order: Sequence[DocumentId] = (),
) -> ReuseReport:
    """Gather what the page shows."""
    sharers = _sharers(reuse)
    chosen = set(sharers[:MOST_DOCUMENTS])
    shared = [it for it in reuse.shared if {it.a, it.b} <= chosen]
    ids = [it for it in order or _clustered(reuse, shared) if it in chosen]
    documents = {it.id: it for it in view.documents.some(chosen)}
    return ReuseReport(
        view.name,
        view.analyst,
        datetime.now(UTC),
        tuple(documents[it] for it in ids),
        {(it.a, it.b): it for it in shared},
        tuple(_lists(view, shared, documents, tracker)),
        reuse.waiting,
        len(sharers) - len(chosen),
    )


def _sharers(reuse: Reuse) -> list[DocumentId]:
    """Return the documents that share anything, the most first."""
    counts: Counter[DocumentId] = Counter()
    for it in reuse.shared:
        counts[it.a] += it.statements
        counts[it.b] += it.statements
    return sorted(counts, key=lambda it: (-counts[it], it))


def _clustered(reuse: Reuse, shared: Sequence[Shared]) -> list[DocumentId]:
    ids = [it.id for it in sorted(reuse.documents, key=lambda it: it.title.casefold())]
    places = {it: number for number, it in enumerate(ids)}
    ties = [(places[it.a], places[it.b]) for it in shared]
    return [ids[it] for it in clustered(len(ids), ties)]


def _lists(
    view: ProjectView,
    shared: Sequence[Shared],
    documents: dict[DocumentId, Document],
    tracker: Tracker,
) -> Iterator[SharedList]:
    left = MOST_STATEMENTS
    most_first = sorted(shared, key=lambda it: (-it.statements, it.a, it.b))
    for number, it in enumerate(most_first):
        tracker.advance(number, len(most_first), "Reading shared statements")
        if left <= 0:
            return
        texts = view.documents.text(it.a), view.documents.text(it.b)
        found = shared_pairs(view, it.a, it.b)[:left]
        left -= len(found)
        pairs = tuple(compared_pairs(found, *texts))
        yield SharedList(documents[it.a], documents[it.b], it, *texts, pairs)

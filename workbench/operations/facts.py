"""Facts of documents, and those of two beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.jobs import Tracker
from workbench.model.alignments import Pair
from workbench.model.facts import Fact, FactRow
from workbench.model.ids import DocumentId
from workbench.model.verdicts import DecidedRow, decided
from workbench.operations.comparing import compare_documents
from workbench.text.facts.finding import Source, facts_in
from workbench.text.facts.rows import rows_of
from workbench.views import ProjectView


def facts_of(
    view: ProjectView, document_id: DocumentId, tracker: Tracker | None = None
) -> list[Fact]:
    """Return what the current text of a document states, in order of place.

    Zones are left out. A job for long texts.
    """
    return facts_in(_source(view, document_id), tracker or Tracker())


def fact_rows(
    view: ProjectView,
    a: DocumentId,
    b: DocumentId,
    tracker: Tracker | None = None,
    pairs: Sequence[Pair] | None = None,
) -> list[FactRow]:
    """Return the facts of two documents beside each other, differences first.

    They are suggestions: whether two facts contradict each other is for a person to
    say. `pairs` is what the two share, if that is known. A job for long texts.
    """
    tracker = tracker or Tracker()
    if pairs is None:
        pairs = compare_documents(view, a, b, tracker)
    return rows_of(_source(view, a), _source(view, b), pairs, tracker)


def decided_rows(
    view: ProjectView,
    a: DocumentId,
    b: DocumentId,
    tracker: Tracker | None = None,
    pairs: Sequence[Pair] | None = None,
) -> list[DecidedRow]:
    """Return what `fact_rows` does, with the verdicts that were passed."""
    rows = fact_rows(view, a, b, tracker, pairs)
    return decided(rows, view.links.between(a, b), a)


def _source(view: ProjectView, document_id: DocumentId) -> Source:
    documents = view.documents
    return Source(
        documents.text(document_id),
        documents.blocks(document_id),
        documents.zones(document_id),
        documents.get(document_id).date,
        tuple(view.aliases.groups()),
    )

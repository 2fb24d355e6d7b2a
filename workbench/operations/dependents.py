"""What rests on passages and documents, told before they are removed or replaced."""

from __future__ import annotations

from collections.abc import Collection

from workbench.model.dependents import DependentCounts, Dependents
from workbench.model.ids import DocumentId, PassageId
from workbench.views import Stores


def dependents(
    view: Stores,
    passage_ids: Collection[PassageId],
    document_ids: Collection[DocumentId] = (),
) -> Dependents:
    """Return everything that rests on these passages, or leads to these documents."""
    store = view.dependents
    return Dependents(
        tuple(store.cells(passage_ids)),
        tuple(store.notes(passage_ids, document_ids)),
        tuple(store.links(passage_ids)),
        tuple(store.cases(passage_ids)),
    )


def dependents_of_document(view: Stores, document_id: DocumentId) -> Dependents:
    """Return everything that rests on a document: on its passages, or by a link."""
    ids = [document_id]
    return dependents(view, view.dependents.passages_of(ids), ids)


def count_dependents(view: Stores, ids: Collection[PassageId]) -> DependentCounts:
    """Return how much rests on any of these passages, without reading it."""
    return view.dependents.counts(ids)


def count_dependents_of_documents(
    view: Stores, ids: Collection[DocumentId]
) -> DependentCounts:
    """Return how much rests on any of these documents, without reading it."""
    return view.dependents.counts(view.dependents.passages_of(ids), ids)

"""Where a query is found in some of the documents, as the search itself says."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.search import DocumentMatches, SearchOptions
from workbench.views import ProjectView

FEW: Final = 8
"""In so many documents a query is asked one by one: quicker than everywhere."""


def places_in(
    view: ProjectView,
    query: str,
    options: SearchOptions,
    documents: Collection[DocumentId],
) -> Iterator[Stretch]:
    """Yield every match in these documents, by document and place."""
    for found in _matches(view, query, options, documents):
        for span in found.spans():
            yield Stretch(found.document_id, span)


def _matches(
    view: ProjectView,
    query: str,
    options: SearchOptions,
    documents: Collection[DocumentId],
) -> Iterator[DocumentMatches]:
    if len(documents) <= FEW:
        for document_id in sorted(documents):
            yield from view.matches(query, options, document_id)
        return
    wanted = frozenset(documents)
    for found in view.matches(query, options):
        if found.document_id in wanted:
            yield found

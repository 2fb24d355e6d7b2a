"""Asking a search further: what narrows it, and why a document is not found.

A query narrows by growing: a condition is put behind it, and taken out again.
"""

from __future__ import annotations

from workbench.model.ids import DocumentId
from workbench.model.search import Explanation, Facet, SearchOptions
from workbench.search.narrowing import has_condition, narrowed, widened
from workbench.views import ProjectView

__all__ = ["explain", "facets", "has_condition", "narrowed", "widened"]


def facets(view: ProjectView, query: str, options: SearchOptions) -> tuple[Facet, ...]:
    """Return what narrows a query, counted in the documents that it finds."""
    return view.facets(query, options)


def explain(
    view: ProjectView, query: str, document_id: DocumentId, options: SearchOptions
) -> Explanation:
    """Say of each part of a query whether a document has it, and what decides."""
    return view.explain(query, document_id, options)

"""Where a leaf of the query stands in a paragraph: the characters to mark."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.model.spans import Span
from workbench.search import matching
from workbench.search.indexing.paragraphs import Paragraph
from workbench.search.tree import Leaf, Term


def matches(
    leaves: Iterable[Leaf], document_id: int, paragraph: Paragraph
) -> tuple[Span, ...]:
    """Return where any of the leaves stands, in the document's offsets, in order."""
    return matching.merge(
        found for leaf in leaves for found in _places(leaf, document_id, paragraph)
    )


def _places(leaf: Leaf, document_id: int, paragraph: Paragraph) -> Iterable[Span]:
    span = paragraph.span
    if isinstance(leaf, Term):
        for found in matching.find(leaf, paragraph.searched):
            yield Span(span.start + found.start, span.start + found.end)
        return
    for place in (leaf.places or {}).get(document_id, ()):
        if place.overlaps(span):  # a passage may go on in the next paragraph
            yield Span(max(place.start, span.start), min(place.end, span.end))

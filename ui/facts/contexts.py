"""The sentence in which a value stands."""

from __future__ import annotations

from ui.facts.context_strip import Context
from ui.facts.entries import Value
from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.text.sentences import sentence_at
from workbench.views import ProjectView

FARTHEST = 2_000
"""A sentence is looked for within this many characters of a value."""


def context_of(
    view: ProjectView, document_id: DocumentId, value: Value | None
) -> Context | None:
    """Return the sentence around the first place of a value."""
    if value is None:
        return None
    text, span = view.documents.text(document_id), value.fact.span
    near = _near(view, document_id, span)
    sentence = sentence_at(text, span.start, near)
    start, end = min(sentence.start, span.start), max(sentence.end, span.end)
    return Context(text[start : span.start], span.of(text), text[span.end : end])


def _near(view: ProjectView, document_id: DocumentId, span: Span) -> Span:
    """Return the paragraph of a place; of a very long one the part around it."""
    blocks = view.documents.blocks(document_id)
    block = next((it.span for it in blocks if it.span.contains(span.start)), span)
    start, end = span.start - FARTHEST, span.end + FARTHEST
    return Span(max(block.start, start), min(block.end, end))

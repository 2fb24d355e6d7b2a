"""Comparing documents: which statements of one stand in the other."""

from __future__ import annotations

from collections.abc import Callable

from workbench.jobs import Tracker
from workbench.model.alignments import Pair
from workbench.model.ids import DocumentId
from workbench.text.aligning import aligned
from workbench.text.statements import Statements, statements_of
from workbench.text.word_diff import WordDiff, word_diff
from workbench.views import ProjectView


def compare_documents(
    view: ProjectView, a: DocumentId, b: DocumentId, tracker: Tracker | None = None
) -> list[Pair]:
    """Return the pairs of two current texts, by their place in `a`, then in `b`."""
    pause = _pause(tracker or Tracker())
    return aligned(prepared(view, a), prepared(view, b), pause)


def pair_differences(a_text: str, b_text: str) -> WordDiff:
    """Say which words of two stretches differ; spans count from each one's start."""
    return word_diff(a_text, b_text)


def prepared(view: ProjectView, document_id: DocumentId) -> Statements:
    """Return the current text of a document, prepared for comparing."""
    documents = view.documents
    return statements_of(
        documents.text(document_id),
        documents.blocks(document_id),
        documents.zones(document_id),
    )


def _pause(tracker: Tracker) -> Callable[[], None]:
    return lambda: tracker.advance(0, 1, "Comparing")

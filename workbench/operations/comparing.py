"""Comparing documents: which statements of one stand in the other."""

from __future__ import annotations

from collections.abc import Callable

from workbench.jobs import Tracker
from workbench.model.alignments import Pair
from workbench.model.ids import DocumentId
from workbench.model.word_diffs import WordDiff
from workbench.text.comparing.aligning import aligned
from workbench.text.comparing.statements import Statements, statements_of
from workbench.text.comparing.twinning import twins
from workbench.text.word_diff import word_diff
from workbench.views import ProjectView

COMPARE = "Comparing documents"


def compare_documents(
    view: ProjectView, a: DocumentId, b: DocumentId, tracker: Tracker | None = None
) -> list[Pair]:
    """Return the pairs of two current texts, by their place in `a`, then in `b`.

    Of a document and itself: the statements that stand in it more than once.
    """
    pause = _pause(tracker or Tracker())
    if a == b:
        return twins(prepared(view, a, pause), pause)
    return aligned(prepared(view, a, pause), prepared(view, b, pause), pause)


def pair_differences(a_text: str, b_text: str) -> WordDiff:
    """Say which words of two stretches differ; spans count from each one's start."""
    return word_diff(a_text, b_text)


def differences_in(pair: Pair, a_text: str, b_text: str) -> WordDiff:
    """Say which words of a pair differ, in the spans of both whole texts."""
    diff = pair_differences(pair.a.of(a_text), pair.b.of(b_text))
    return diff.moved(pair.a.start, pair.b.start)


def prepared(
    view: ProjectView,
    document_id: DocumentId,
    pause: Callable[[], None] = lambda: None,
) -> Statements:
    """Return the current text of a document, prepared for comparing."""
    texts = view.documents
    return statements_of(
        texts.text(document_id),
        texts.blocks(document_id),
        texts.zones(document_id),
        pause,
    )


def _pause(tracker: Tracker) -> Callable[[], None]:
    return lambda: tracker.advance(0, 1, COMPARE)

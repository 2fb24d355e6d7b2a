"""Looking again at what cells rest on, and deciding about it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model.cells import Citation, Standing
from workbench.model.ids import CitationId, ColumnId, DocumentId, RowId
from workbench.model.links import Stretch
from workbench.model.passages import Selector
from workbench.model.rechecks import MarkedWords, Recheck
from workbench.model.spans import Span
from workbench.operations.cells import (
    cite_place,
    rest_on,
    set_summary,
    still_hold,
)
from workbench.operations.labels import quoted_place
from workbench.operations.passages import mark_passage
from workbench.operations.reviewing import near
from workbench.project import Project
from workbench.text.selectors import CONTEXT
from workbench.text.sentences import sentence_at
from workbench.text.word_diff import word_diff
from workbench.views import Stores


def recheck(view: Stores, citation: Citation) -> Recheck | None:
    """Return what became of a cited passage; None where it holds."""
    match citation.standing:
        case Standing.HOLDS:
            return None
        case Standing.ORPHANED:
            return _of_lost(view, citation)
        case Standing.STALE:
            return _differing(citation.cited.quote, citation.quote, citation)
        case Standing.CONTEXT_CHANGED:
            return _of_context(view, citation)


def rest_on_place(project: Project, citation_id: CitationId, stretch: Stretch) -> None:
    """Let a citation rest on another place, a passage or not yet; one step."""
    with project.operation("Cite another passage"):
        passage_id = mark_passage(project, stretch.document_id, stretch.span)
        rest_on(project, citation_id, passage_id)


def rewrite(
    project: Project,
    row_id: RowId,
    column_id: ColumnId,
    summary: str,
    checked: Sequence[CitationId],
) -> None:
    """Write a cell anew after looking at what citations say now; one step."""
    with project.operation("Rewrite cell") as edit:
        set_summary(project, row_id, column_id, summary)
        if checked:
            still_hold(project, checked)
        edit.label = (
            f"Rewrite cell {quoted_place(edit.tables.place(row_id, column_id))}"
        )


def cite_found(
    project: Project, row_id: RowId, column_id: ColumnId, stretch: Stretch
) -> CitationId:
    """Cite what was absent and is found after all; the absence goes, in one step."""
    with project.operation("Cite passage") as edit:
        edit.cells.drop_absence(row_id, column_id)
        return cite_place(project, row_id, column_id, stretch)


def _of_context(view: Stores, citation: Citation) -> Recheck | None:
    if citation.passage_id is None:
        return None
    then = view.cells.selector(citation.id)
    now = view.passages.get(citation.passage_id).selector
    return _differing(_surrounded(then), _surrounded(now), citation)


def _of_lost(view: Stores, citation: Citation) -> Recheck:
    before = MarkedWords(_folded(citation.cited.quote))
    there = citation.document_id and view.documents.some([citation.document_id])
    if not there or citation.document_id is None:
        return Recheck(before, None, None)
    text = view.documents.text(citation.document_id)
    place = _nearest(text, citation.cited.quote, citation.cited.start)
    has_same_words = place is not None
    if place is None:
        place = _near(view, citation.document_id, citation, text)
    now = MarkedWords(_folded(place.of(text)))
    stretch = Stretch(citation.document_id, place)
    return Recheck(before, now if len(place) else None, stretch, has_same_words)


def _near(view: Stores, document_id: DocumentId, citation: Citation, text: str) -> Span:
    """Return the sentence at which the lost words would stand."""
    cited = citation.cited
    old = view.documents.text(document_id, cited.version)
    offset = near(old, Span(cited.start, cited.end), text).start
    blocks = view.documents.blocks(document_id)
    block = next((it.span for it in blocks if offset <= it.span.end), None)
    return sentence_at(text, offset, block) if block else Span(offset, offset)


def _nearest(text: str, quote: str, wanted: int) -> Span | None:
    """Return where a quote stands, as near as can be to an offset."""
    if not quote:
        return None
    after = text.find(quote, max(0, wanted))
    before = text.rfind(quote, 0, max(0, wanted) + len(quote))
    places = [it for it in (before, after) if it >= 0]
    at = min(places, key=lambda it: abs(it - wanted), default=None)
    return None if at is None else Span(at, at + len(quote))


def _differing(old: str, new: str, citation: Citation) -> Recheck:
    old, new = _folded(old), _folded(new)
    found = word_diff(old, new)
    place = None
    if citation.document_id is not None:
        span = Span(citation.start, citation.end)
        place = Stretch(citation.document_id, span)
    return Recheck(
        MarkedWords(old, found.removed), MarkedWords(new, found.added), place
    )


def _surrounded(selector: Selector) -> str:
    """Return a quote with what stands around it, without words that are cut."""
    before, after = selector.prefix, selector.suffix
    if len(before) == CONTEXT:
        before = before.partition(" ")[2]
    if len(after) == CONTEXT:
        after = after.rpartition(" ")[0]
    return f"{before}{selector.quote}{after}"


def _folded(text: str) -> str:
    return " ".join(text.split())

"""The whole sentences around what was found: a word alone is no evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from workbench.model.documents import Block
from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.spans import Span
from workbench.text.languages import language_of
from workbench.text.sentences import sentences_in
from workbench.views import Stores


def sentences_around(view: Stores, places: Sequence[Stretch]) -> list[Stretch]:
    """Return the places, each grown to the sentences it touches; equal ones once.

    A place that reaches beyond its paragraph, or touches no sentence, stays as it is.
    """

    @lru_cache
    def read(document_id: DocumentId) -> tuple[str, Sequence[Block], str]:
        text = view.documents.text(document_id)
        return text, view.documents.blocks(document_id), language_of(text)

    grown = (
        Stretch(it.document_id, _grown(it.span, *read(it.document_id))) for it in places
    )
    return list(dict.fromkeys(grown))


def _grown(span: Span, text: str, blocks: Sequence[Block], language: str) -> Span:
    at = bisect_right(blocks, span.start, key=lambda it: it.span.start) - 1
    if at < 0 or blocks[at].span.end < span.end:
        return span
    touched = [
        it for it in sentences_in(text, blocks[at].span, language) if it.overlaps(span)
    ]
    return Span(touched[0].start, touched[-1].end) if touched else span

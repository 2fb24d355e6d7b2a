"""What a query finds, before it is noted that it finds nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, islice
from typing import Final

from workbench.errors import NotFound
from workbench.model.cells import AbsenceScope
from workbench.model.documents import Block
from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.rechecks import FoundPlace, MarkedWords, Trial
from workbench.model.search import SearchOptions
from workbench.model.spans import Span
from workbench.model.tables import Column, Row
from workbench.operations.finding_places import places_in
from workbench.operations.row_documents import scope_documents
from workbench.text.sentences import sentence_at
from workbench.views import ProjectView, Stores

MOST_SHOWN: Final = 20
USUAL: Final = SearchOptions()


def try_absence(view: ProjectView, row: Row, query: str, scope: AbsenceScope) -> Trial:
    """Say how many documents a query would be sought in, and what it finds there."""
    documents = scope_documents(view, scope, row)
    understood = view.understood(query, USUAL)
    if understood.ignored:
        said = f"The search cannot be read as a whole ({understood.ignored[0]})."
        return Trial(len(documents), 0, (), said)
    if not understood.words:
        said = "Type the words that are to be searched for."
        return Trial(len(documents), 0, (), said)
    stretches = list(places_in(view, query, USUAL, documents))
    found = found_places(view, stretches)
    return Trial(len(documents), len(stretches), tuple(found))


def found_places(view: Stores, stretches: Iterable[Stretch]) -> list[FoundPlace]:
    """Return the first sentences in which something was found, by document."""
    by_document = groupby(stretches, key=lambda it: it.document_id)
    sentences = (_in_document(view, it, found) for it, found in by_document)
    return list(islice(chain.from_iterable(sentences), MOST_SHOWN))


def absence_query(view: Stores, row: Row, column: Column, scope: AbsenceScope) -> str:
    """Return a query to begin with: the column's name or tag, in all texts the row's.

    Words that belong together are put in quotation marks.
    """
    names = [column.name]
    if column.kind.tag_id is not None:
        names.append(view.tags.get(column.kind.tag_id).name)
    wanted = " OR ".join(dict.fromkeys(_phrase(it) for it in names))
    if scope is AbsenceScope.ROW:
        return wanted
    return f"({wanted}) AND {_phrase(row.name)}"


def _in_document(
    view: Stores, document_id: DocumentId, stretches: Iterable[Stretch]
) -> Iterator[FoundPlace]:
    try:
        title = view.documents.get(document_id).title
    except NotFound:
        return
    text, blocks = view.documents.text(document_id), view.documents.blocks(document_id)
    placed = ((_sentence(text, blocks, it.span), it.span) for it in stretches)
    for sentence, found in groupby(placed, key=lambda pair: pair[0]):
        spans = [span for _, span in found]
        words = _marked(sentence.of(text), sentence.start, spans)
        yield FoundPlace(Stretch(document_id, sentence), title, words)


def _sentence(text: str, blocks: Sequence[Block], found: Span) -> Span:
    """Return the sentence that words stand in, and all of the words."""
    block = next((it.span for it in blocks if found.start < it.span.end), None)
    if block is None:
        return found
    sentence = sentence_at(text, found.start, block)
    return Span(min(sentence.start, found.start), max(sentence.end, found.end))


def _marked(text: str, start: int, spans: Sequence[Span]) -> MarkedWords:
    """Return a sentence on one line, with marks at the same words."""
    marked = []
    for span in spans:
        before = " ".join(text[: span.start - start].split())
        gap = 1 if before and text[span.start - start - 1].isspace() else 0
        words = " ".join(text[span.start - start : span.end - start].split())
        begin = len(before) + gap
        marked.append(Span(begin, begin + len(words)))
    return MarkedWords(" ".join(text.split()), tuple(marked))


def _phrase(name: str) -> str:
    words = name.replace('"', " ").split()
    return f'"{" ".join(words)}"' if len(words) > 1 else "".join(words)

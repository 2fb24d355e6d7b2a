"""The paragraphs that lines of a concordance stand in, word by word."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.jobs import Tracker
from workbench.model.concordances import Concordance
from workbench.model.documents import Block
from workbench.model.ids import DocumentId
from workbench.search.indexing.folding import fold, split
from workbench.text.content import content_of
from workbench.views import ProjectView


@dataclass(frozen=True, slots=True)
class MatchedParagraph:
    """The words of a paragraph, and the lines whose matches stand in it, in order.

    The match of `lines[n]` is the words from `starts[n]` to before `ends[n]`.
    """

    words: list[str]
    lines: list[int]
    starts: list[int]
    ends: list[int]


def matched_paragraphs(
    view: ProjectView,
    concordance: Concordance,
    tracker: Tracker,
    label: str,
    *,
    zones: bool,
) -> Iterator[MatchedParagraph]:
    """Yield each paragraph with matches; without `zones` these are left blank."""
    done, total = 0, len(concordance)
    for document_id, lines in lines_by_document(concordance).items():
        documents = view.documents
        text = documents.text(document_id)
        hidden = () if zones else documents.zones(document_id)
        for block, own in _by_block(documents.blocks(document_id), concordance, lines):
            folded = fold(content_of(text, block.span, hidden))
            yield _paragraph(folded, block.span.start, concordance, own)
            done += len(own)
            tracker.advance(done, total, label)


def _paragraph(
    folded: str, first: int, concordance: Concordance, lines: list[int]
) -> MatchedParagraph:
    """Split a folded paragraph that begins at `first` of its text."""
    words: list[str] = []
    starts, ends = [], []
    at = 0
    for line in lines:
        start, end = concordance.starts[line] - first, concordance.ends[line] - first
        words += split(folded[at:start])
        starts.append(len(words))
        words += split(folded[start:end])
        ends.append(len(words))
        at = end
    words += split(folded[at:])
    return MatchedParagraph(words, lines, starts, ends)


def lines_by_document(
    concordance: Concordance, numbers: Iterable[int] | None = None
) -> dict[DocumentId, array[int]]:
    """Return the numbers of each document's lines, all or some, in their order."""
    piles: dict[int, array[int]] = {}
    for line in range(len(concordance)) if numbers is None else numbers:
        document_id = concordance.documents[line]
        if document_id in piles:
            piles[document_id].append(line)
        else:
            piles[document_id] = array("q", (line,))
    return {DocumentId(it): lines for it, lines in piles.items()}


def _by_block(
    blocks: tuple[Block, ...], concordance: Concordance, lines: array[int]
) -> Iterator[tuple[Block, list[int]]]:
    """Yield blocks with the lines that begin in them, both in order of place."""
    starts = concordance.starts
    left = iter(sorted(lines, key=starts.__getitem__))
    line = next(left, None)
    for block in blocks:
        own = []
        while line is not None and starts[line] < block.span.end:
            own.append(line)
            line = next(left, None)
        if own:
            yield block, own

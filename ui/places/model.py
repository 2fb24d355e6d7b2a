"""What the list of places offers: headings as they nest, and bookmarks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ui.widgets.choice_list import Choice
from workbench.model.bookmarks import Bookmark
from workbench.model.documents import Block, BlockKind, Document
from workbench.model.ids import DocumentId

HERE = "you are here"


def headings_of(blocks: Iterable[Block]) -> list[Block]:
    """Return the headings among a document's blocks."""
    return [block for block in blocks if block.kind is BlockKind.HEADING]


def places_in(
    text: str, headings: Sequence[Block], bookmarks: Sequence[Bookmark], offset: int
) -> list[Choice]:
    """List a document's headings and bookmarks as they follow in it.

    The heading that `offset` stands under says so; a bookmark stands one step further
    in than the heading before it.
    """
    top = min((it.level for it in headings), default=0)
    current = heading_at(headings, offset)
    placed: list[tuple[int, int, Choice]] = []
    for heading in headings:
        fact = _share(heading.span.start, text)
        fact = f"{HERE} · {fact}" if heading is current else fact
        choice = Choice(_line(heading, text), fact, heading.span, heading.level - top)
        placed.append((heading.span.start, 0, choice))
    for bookmark in bookmarks:
        above = heading_at(headings, bookmark.span.start)
        level = above.level - top + 1 if above else 0
        fact = _share(bookmark.span.start, text)
        choice = Choice(bookmark.name, fact, bookmark, level, "bookmark")
        placed.append((bookmark.span.start, 1, choice))
    return [choice for _, _, choice in sorted(placed, key=lambda it: it[:2])]


def bookmarks_in(
    bookmarks: Iterable[Bookmark], documents: Mapping[DocumentId, Document]
) -> list[Choice]:
    """List bookmarks with the documents that they are in."""
    return [
        Choice(it.name, _title(documents[it.document_id]), it, symbol="bookmark")
        for it in bookmarks
        if it.document_id in documents
    ]


def heading_at(headings: Sequence[Block], offset: int) -> Block | None:
    """Return the heading that an offset stands under, or is itself."""
    before = [it for it in headings if it.span.start <= offset]
    return before[-1] if before else None


def _line(heading: Block, text: str) -> str:
    words = heading.span.of(text).strip("#* \t")
    return " ".join(words.split()) or "Heading without words"


def _share(offset: int, text: str) -> str:
    return f"{round(100 * offset / max(1, len(text)))} %"


def _title(document: Document) -> str:
    return document.title or document.name

"""What the reader shows: passages as they are painted, and the facts of a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ui.widgets.moments import readable_date
from workbench.model.documents import Block, BlockKind, Document
from workbench.model.ids import TagId
from workbench.model.passages import Passage
from workbench.model.spans import Span
from workbench.model.tags import Tag


@dataclass(frozen=True, slots=True)
class PaintedPassage:
    """A passage as the page shows it: colors and names of its tags, in tree order."""

    id: int
    span: Span
    colors: tuple[int, ...] = ()
    label: str = ""


def longer_first(passage: PaintedPassage) -> tuple[int, int, int]:
    """Order passages by start, of equal starts the longest first."""
    return passage.span.start, -passage.span.end, passage.id


@dataclass(frozen=True, slots=True)
class PageHead:
    """What stands above the text and scrolls with it."""

    title: str = ""
    facts: str = ""


def is_title(text: str, head: PageHead) -> bool:
    """Tell whether a block says the title over again."""
    return bool(head.title) and text.strip("#* ") == head.title


def with_title_as_heading(
    text: str, blocks: Sequence[Block], head: PageHead
) -> Sequence[Block]:
    """Show a title that the text begins with as a heading, whatever block it is."""
    if blocks and is_title(blocks[0].span.of(text), head):
        return [Block(blocks[0].span, BlockKind.HEADING, 1), *blocks[1:]]
    return blocks


def painted_passages(
    passages: Iterable[Passage], tags: Iterable[Tag]
) -> list[PaintedPassage]:
    """Join passages with their tags' colors and names."""
    by_id = {tag.id: tag for tag in tags}
    return [_painted(passage, by_id) for passage in passages]


def _painted(passage: Passage, tags: Mapping[TagId, Tag]) -> PaintedPassage:
    own = [tags[tag_id] for tag_id in passage.tag_ids if tag_id in tags]
    return PaintedPassage(
        passage.id,
        passage.span,
        tuple(tag.color for tag in own),
        ", ".join(tag.name for tag in own),
    )


def page_head(document: Document) -> PageHead:
    """Say in a line what kind of document this is."""
    facts = (
        readable_date(document.date, in_full=True),
        document.source,
        f"{document.characters:,} characters",
        f"version {document.version}",
    )
    return PageHead(
        document.title or document.name, " · ".join(fact for fact in facts if fact)
    )

"""What the reader shows: passages as they are painted, and the facts of a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ui.widgets.moments import readable_date
from workbench.model.documents import Block, BlockKind, Document
from workbench.model.ids import TagId
from workbench.model.outlines import PassageOutline, TagLook
from workbench.model.spans import Span

NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class PaintedPassage:
    """A passage as the page shows it: colors and names of its tags, in tree order.

    `is_uncertain` says that nobody has looked at where a new version put it.
    """

    id: int
    span: Span
    colors: tuple[int, ...] = ()
    label: str = ""
    tag_ids: tuple[int, ...] = ()
    has_note: bool = False
    is_uncertain: bool = False


def longer_first(passage: PaintedPassage) -> tuple[int, int, int]:
    """Order passages by start, of equal starts the longest first."""
    return passage.span.start, -passage.span.end, passage.id


@dataclass(frozen=True, slots=True)
class PageHead:
    """What stands above the text and scrolls with it.

    `version` are the words of the facts that lead to the earlier versions, if any.
    """

    title: str = ""
    facts: str = ""
    version: str = ""


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


def painted(outline: PassageOutline, looks: Mapping[TagId, TagLook]) -> PaintedPassage:
    """Join a passage with its tags' colors and names."""
    own = [(looks[tag_id], tag_id) for tag_id in outline.tag_ids if tag_id in looks]
    if len(own) > 1:
        own.sort(key=lambda each: each[0].rank)
    return PaintedPassage(
        outline.id,
        outline.span,
        tuple([look.color for look, _ in own]),
        ", ".join([look.name for look, _ in own]),
        tuple([tag_id for _, tag_id in own]),
        outline.has_note,
        outline.is_uncertain,
    )


def page_head(document: Document, zones: int = 0) -> PageHead:
    """Say in a line what kind of document this is, and how many zones it has."""
    version = f"version{NBSP}{document.version}"
    noun = "zone" if zones == 1 else "zones"
    facts = (
        readable_date(document.date, in_full=True),
        document.source,
        f"{document.characters:,}{NBSP}characters",
        version,
        f"{zones:,}{NBSP}{noun}" if zones else "",
    )
    return PageHead(
        document.title or document.name,
        f"{NBSP}· ".join(fact for fact in facts if fact),
        version if document.version > 1 else "",
    )

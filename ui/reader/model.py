"""What the reader shows: passages as they are painted, and the facts of a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.model.documents import Document
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


@dataclass(frozen=True, slots=True)
class PageHead:
    """What stands above the text and scrolls with it."""

    title: str = ""
    facts: str = ""


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
    """Say in one line what kind of document this is."""
    facts = (
        document.date or "undated",
        document.source,
        f"{document.characters:,} characters",
        f"version {document.version}",
    )
    return PageHead(
        document.title or document.name, " · ".join(fact for fact in facts if fact)
    )

"""A passage as it is painted, on the text and on the pages it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.model.ids import TagId
from workbench.model.outlines import PassageOutline, TagLook
from workbench.model.spans import Span


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

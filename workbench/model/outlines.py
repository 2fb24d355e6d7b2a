"""What a page needs to know of a passage to paint it, and no more."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.ids import PassageId, TagId
from workbench.model.spans import Span


@dataclass(frozen=True, slots=True)
class PassageOutline:
    """A passage without its words; `tag_ids` are in no order.

    It is uncertain while nobody has looked at where a new version put it.
    """

    id: PassageId
    span: Span
    tag_ids: tuple[TagId, ...]
    has_note: bool
    is_uncertain: bool


@dataclass(frozen=True, slots=True)
class TagLook:
    """What a tag looks like on a page; `rank` counts down the tag tree."""

    name: str
    color: int
    rank: int

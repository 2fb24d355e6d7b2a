"""Passages: what the analyst marked, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.model.ids import DocumentId, PassageId, TagId
from workbench.model.spans import Span


class AnchorState(StrEnum):
    """How a passage's selector resolved in the current text.

    `moved` has the same characters elsewhere, `edited` others in the same place;
    an `ambiguous` one stands in one of several places that are as good, and an
    `orphaned` one only in an earlier version.
    """

    EXACT = "exact"
    MOVED = "moved"
    EDITED = "edited"
    AMBIGUOUS = "ambiguous"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Selector:
    """Where a passage is: a W3C TextPositionSelector and TextQuoteSelector in one.

    `prefix` and `suffix` are up to 32 characters on either side of the quote.
    """

    span: Span
    quote: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A span the analyst marked, with its quote; tags are in the tree's order.

    `version` is the one whose text has the span: the current one, except for an
    orphan. `needs_review` asks the analyst whether the place is right.
    """

    id: PassageId
    document_id: DocumentId
    version: int
    span: Span
    quote: str
    prefix: str
    suffix: str
    anchor: AnchorState
    needs_review: bool
    analyst: str
    created_at: datetime
    tag_ids: tuple[TagId, ...]
    note: str

    @property
    def selector(self) -> Selector:
        """Where the passage is, with what stands around it."""
        return Selector(self.span, self.quote, self.prefix, self.suffix)


@dataclass(frozen=True, slots=True)
class EarlierPlace:
    """Where a passage stood, up to and with a version of its document."""

    passage_id: PassageId
    version: int
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Tagging:
    """One tag on one passage, by one analyst, at one time."""

    passage_id: PassageId
    tag_id: TagId
    analyst: str
    created_at: datetime

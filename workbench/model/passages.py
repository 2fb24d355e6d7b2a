"""Passages: what the analyst marked, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.model.ids import DocumentId, PassageId, TagId
from workbench.model.spans import Span


class AnchorState(StrEnum):
    """How a passage's selector resolved in the current text."""

    EXACT = "exact"
    MOVED = "moved"
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
    """A span the analyst marked, with its quote; tags are in the tree's order."""

    id: PassageId
    document_id: DocumentId
    version: int
    span: Span
    quote: str
    prefix: str
    suffix: str
    anchor: AnchorState
    analyst: str
    created_at: datetime
    tag_ids: tuple[TagId, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Tagging:
    """One tag on one passage, by one analyst, at one time."""

    passage_id: PassageId
    tag_id: TagId
    analyst: str
    created_at: datetime

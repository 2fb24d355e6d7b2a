"""Zones: stretches of a text that are not its content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.model.ids import DocumentId, ZoneId
from workbench.model.spans import Span


class ZoneKind(StrEnum):
    """What stands there instead of content."""

    NAVIGATION = "navigation"
    ADVERT = "advert"
    PAYWALL = "paywall"
    COMMENTS = "comment form"
    NEWSLETTER = "newsletter"
    OTHER = "other"


class ZoneState(StrEnum):
    """What the analyst said to it; a refused zone is not suggested again."""

    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class SuggestedZone:
    """A stretch that looks like no content.

    `reason` is a short clause for the screen, such as “a line that asks to subscribe”.
    """

    span: Span
    kind: ZoneKind
    reason: str


@dataclass(frozen=True, slots=True)
class Zone:
    """A suggestion the analyst decided on, or a stretch marked by hand.

    `quote` is what stands at the span, `words` how many words that are.
    """

    id: ZoneId
    document_id: DocumentId
    span: Span
    quote: str
    kind: ZoneKind
    state: ZoneState
    words: int
    analyst: str
    created_at: datetime

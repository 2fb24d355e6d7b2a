"""Links: typed ties between two passages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.model.ids import DocumentId, LinkId, PassageId
from workbench.model.spans import Span


class LinkKind(StrEnum):
    """What the analyst says of two passages.

    The first three say how alike they are, the others how what they state goes
    together. `updates` is the only one with a direction: the source, which is the
    newer one, updates the target.
    """

    VERBATIM = "verbatim"
    ALTERED = "altered"
    PARAPHRASE = "paraphrase"
    CONTRADICTS = "contradicts"
    UPDATES = "updates"
    DIFFERENT_TIME = "different time"
    DIFFERENT_SCOPE = "different scope"
    NAMING_VARIANT = "naming variant"
    NOT_A_CONFLICT = "not a conflict"


VERDICTS = (
    LinkKind.CONTRADICTS,
    LinkKind.DIFFERENT_TIME,
    LinkKind.DIFFERENT_SCOPE,
    LinkKind.NAMING_VARIANT,
    LinkKind.NOT_A_CONFLICT,
)
"""What can be decided about two facts that differ."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of the current text of a document."""

    document_id: DocumentId
    span: Span


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """One of the two passages of a link; `is_orphaned` when it lost its place."""

    passage_id: PassageId
    document_id: DocumentId
    title: str
    span: Span
    quote: str
    is_orphaned: bool

    @property
    def stretch(self) -> Stretch:
        """Where it stands."""
        return Stretch(self.document_id, self.span)


@dataclass(frozen=True, slots=True)
class Link:
    """A tie between two passages, with the analyst's reason, which may be empty."""

    id: LinkId
    kind: LinkKind
    reason: str
    source: LinkEnd
    target: LinkEnd
    analyst: str
    created_at: datetime

    def other(self, passage_id: PassageId) -> LinkEnd:
        """Return the end that is not this passage."""
        return self.target if self.source.passage_id == passage_id else self.source

"""Passages whose place in a new version is for a person to judge."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.ids import DocumentId, PassageId
from workbench.model.passages import AnchorState, Passage
from workbench.model.spans import Span


@dataclass(frozen=True, slots=True)
class Review:
    """One passage, where it stood, and how much of it is still there.

    `place` is the one proposed in the current text, None for an orphan. `likeness`
    is from 0 to 1.
    """

    passage: Passage
    title: str
    old_version: int
    old_span: Span
    old_quote: str
    likeness: float

    @property
    def id(self) -> PassageId:
        """The id of the passage."""
        return self.passage.id

    @property
    def document_id(self) -> DocumentId:
        """The document that the passage is in."""
        return self.passage.document_id

    @property
    def kind(self) -> AnchorState:
        """What became of the passage."""
        return self.passage.anchor

    @property
    def place(self) -> Span | None:
        """Where the passage is proposed to stand now."""
        return None if self.kind is AnchorState.ORPHANED else self.passage.span

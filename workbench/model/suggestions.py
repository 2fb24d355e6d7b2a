"""Suggestions: what could be cited in a cell, and what may not go together in one."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.ids import CitationId, DocumentId, PassageId
from workbench.model.spans import Span


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A passage or a sentence that may answer the question of a cell.

    A sentence has no `passage_id`. `reasons` say in words why it is suggested.
    """

    document_id: DocumentId
    title: str
    span: Span
    quote: str
    passage_id: PassageId | None
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values of citations of one cell that cannot all be true, each in words.

    `sentence` lays them beside each other, and asks: whether they contradict each
    other is for a person to say.
    """

    values: tuple[tuple[CitationId, str], ...]
    sentence: str

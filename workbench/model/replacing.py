"""What became of the passages of a document whose text was replaced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.model.anchors import AnchorKind
from workbench.model.ids import DocumentId, PassageId
from workbench.model.spans import Span


@dataclass(frozen=True, slots=True)
class PassageMove:
    """The way of one passage from the old text into the new one.

    `span` and `quote` are None and empty for an orphan; `score` is from 0 to 1.
    """

    passage_id: PassageId
    kind: AnchorKind
    old_span: Span
    old_quote: str
    span: Span | None
    quote: str
    score: float


@dataclass(frozen=True, slots=True)
class Replacement:
    """A document's new version, and every passage's way into it."""

    document_id: DocumentId
    version: int
    moves: tuple[PassageMove, ...]

    def of_kind(self, kind: AnchorKind) -> list[PassageMove]:
        """Return the moves of one kind, in the order of the old text."""
        return [move for move in self.moves if move.kind is kind]

    def count(self, *kinds: AnchorKind) -> int:
        """Return how many passages went one of these ways."""
        return sum(move.kind in kinds for move in self.moves)


def in_words(moves: Iterable[PassageMove]) -> str:
    """Return `12 unchanged, 3 moved, 1 edited`, or that there are no passages."""
    kinds = [move.kind for move in moves]
    parts = [f"{kinds.count(kind):,} {kind}" for kind in AnchorKind if kind in kinds]
    return ", ".join(parts) or "no passages"

"""Mentions: the places where texts speak of a case."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.ids import DiscardId, DocumentId, PassageId
from workbench.model.links import Stretch
from workbench.model.spans import Span


class MentionState(StrEnum):
    """What the analyst said of a place that has one of the names of a case."""

    POSSIBLE = "possible"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place, with what stands around its words.

    A confirmed one is a passage, a refused one a discard. One that `is_lost` has no
    place in the current text any more.
    """

    state: MentionState
    document_id: DocumentId
    title: str
    span: Span
    words: str
    before: str = ""
    after: str = ""
    passage_id: PassageId | None = None
    discard_id: DiscardId | None = None
    is_lost: bool = False

    @property
    def stretch(self) -> Stretch:
        """Where it is."""
        return Stretch(self.document_id, self.span)


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of a case, each list in order of document and place."""

    possible: tuple[Mention, ...] = ()
    confirmed: tuple[Mention, ...] = ()
    refused: tuple[Mention, ...] = ()

    def of(self, state: MentionState) -> tuple[Mention, ...]:
        """Return those of one state."""
        lists = {
            MentionState.POSSIBLE: self.possible,
            MentionState.CONFIRMED: self.confirmed,
            MentionState.REFUSED: self.refused,
        }
        return lists[state]

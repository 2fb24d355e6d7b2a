"""Where a passage stands in a changed text, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.spans import Span


class AnchorKind(StrEnum):
    """What became of a passage; all but the first two are for a person to judge."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    EDITED = "edited"
    AMBIGUOUS = "ambiguous"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A selector resolved in a new text.

    `score` is 0 to 1: how much of the passage is still there. `span` is None for
    orphans only; an ambiguous one proposes the likeliest of its places.
    """

    kind: AnchorKind
    span: Span | None
    score: float

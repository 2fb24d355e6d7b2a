"""What became of the blocks of a text from one version to another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.spans import Span


class VersionPairKind(StrEnum):
    """What became of a block.

    Blanks and the form of quotation marks change nothing. A block has moved when its
    order among those that stayed is another one.
    """

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    MOVED_AND_CHANGED = "moved and changed"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class VersionPair:
    """A block of the old version and the block of the new one that it became.

    A block that was split or joined with its neighbor has several on the other side,
    together in one span; `old_blocks` and `new_blocks` count them. `removed` are words
    of the old text, `added` words of the new: spans of the whole texts.
    """

    kind: VersionPairKind
    old: Span | None
    new: Span | None
    removed: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()
    old_blocks: int = 1
    new_blocks: int = 1

    @property
    def is_moved(self) -> bool:
        """Tell whether it stands elsewhere, changed or not."""
        return self.kind in _MOVED


_MOVED = {VersionPairKind.MOVED, VersionPairKind.MOVED_AND_CHANGED}

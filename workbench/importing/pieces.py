"""Paragraphs on their way into a text, and what is marked in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from workbench.model.documents import BlockKind
from workbench.model.zones import ZoneKind

BLANKS: Final = "".join(it for it in map(chr, range(0x3001)) if it.isspace()) + (
    "\ufeff\u200b"
)
"""What no block begins or ends with."""


class MarkKind(Enum):
    """What begins or ends at a place in a paragraph."""

    PAGE = auto()
    COMMENT_START = auto()
    COMMENT_END = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a paragraph; the key is a comment's, or what a page calls itself."""

    place: int
    kind: MarkKind
    key: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph is, as its style says."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    zone: ZoneKind | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A block on its way into the text, with the marks in it."""

    text: str
    look: Look = Look()
    marks: tuple[Mark, ...] = ()

    def trimmed(self) -> Piece:
        """Return the piece without blanks at both ends."""
        text = self.text.strip(BLANKS)
        before = len(self.text) - len(self.text.lstrip(BLANKS))
        moved = (
            replace(it, place=min(max(it.place - before, 0), len(text)))
            for it in self.marks
        )
        return Piece(text, self.look, tuple(moved))

    def in_zone(self, zone: ZoneKind) -> Piece:
        """Return the piece as something that is not the text's content."""
        return replace(self, look=replace(self.look, zone=zone))


def moved(marks: Iterable[Mark], by: int) -> tuple[Mark, ...]:
    """Return the marks of a piece that has its place further on."""
    return tuple(replace(it, place=it.place + by) for it in marks)


def opened(mark: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a note, with its mark before the first one."""
    first, *others = pieces or [Piece("")]
    opening = f"{mark} " if first.text else mark
    text, marks = opening + first.text, moved(first.marks, len(opening))
    return [Piece(text, first.look, marks), *others]


def changes_sentence(insertions: int, deletions: int) -> str:
    """Return the warning about the changes that a text keeps track of."""
    kept = f"{insertions:,} insertion{'s' * (insertions != 1)}"
    left_out = f"{deletions:,} deletion{'s' * (deletions != 1)}"
    return f"It has tracked changes: kept {kept}, left out {left_out}."


def opening_title(pieces: Sequence[Piece]) -> str:
    """Return the highest heading that a text opens with, empty if it does not."""
    return next((it.text for it in pieces[:1] if it.look.level == 1), "")

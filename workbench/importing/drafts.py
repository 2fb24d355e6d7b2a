"""Puts a document together, paragraph by paragraph, and keeps count of the places.

Readers of office formats write what they come upon; what becomes of blanks, rows, text
boxes and page breaks is decided here, once for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from workbench.importing.pieces import Look, Mark, MarkKind, Piece, moved
from workbench.model.documents import BlockKind

_BETWEEN_CELLS: Final = " | "
_LONGEST_ROW: Final = 4000


@dataclass(slots=True)
class _Story:
    """One run of paragraphs: the text itself, or the inside of a text box.

    `waiting` are marks that came before the next paragraph with words in it.
    """

    pieces: list[Piece] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    waiting: list[Mark] = field(default_factory=list)
    rows: list[list[int]] = field(default_factory=list)
    asides: list[Piece] = field(default_factory=list)
    is_paragraph_open: bool = False


class Draft:
    """Gathers pieces. A text box comes after the paragraph that it is anchored in.

    A table row becomes one piece if each of its cells is a single paragraph; rows that
    only lay out a page are passed over, as in web pages.
    """

    def __init__(self) -> None:
        self._stories = [_Story()]

    def pieces(self) -> list[Piece]:
        """Return all pieces; what was written outside of any paragraph is one too."""
        while len(self._stories) > 1:
            self.close_aside()
        self.end(Look())
        [story] = self._stories
        if story.waiting and story.pieces:
            last = story.pieces[-1]
            marks = (*last.marks, *moved(story.waiting, len(last.text)))
            story.pieces[-1] = replace(last, marks=marks)
            story.waiting = []
        return story.pieces

    @property
    def is_paragraph_open(self) -> bool:
        """Whether what is written now is in a paragraph."""
        return self._stories[-1].is_paragraph_open

    def begin(self) -> None:
        """Begin a paragraph; what was written before it and not ended belongs to it."""
        self._stories[-1].is_paragraph_open = True

    def write(self, text: str) -> None:
        """Write on in the paragraph."""
        story = self._stories[-1]
        story.line.append(text)
        story.length += len(text)

    def mark(self, kind: MarkKind, key: str = "") -> None:
        """Mark the place that was written up to."""
        story = self._stories[-1]
        story.marks.append(Mark(story.length, kind, key))

    def end(self, look: Look) -> None:
        """End the paragraph. Nothing but blanks makes no piece; its marks go on."""
        story = self._stories[-1]
        piece = Piece("".join(story.line), look, tuple(story.marks)).trimmed()
        story.line, story.length, story.marks = [], 0, []
        kept, carried = _parted(piece)
        if piece.text:
            story.pieces.append(replace(piece, marks=(*story.waiting, *kept)))
            story.waiting = []
        story.waiting += carried
        story.pieces += story.asides
        story.asides = []
        story.is_paragraph_open = False

    def open_aside(self) -> None:
        """Begin a text box, which has paragraphs of its own."""
        self._stories.append(_Story())

    def close_aside(self) -> None:
        """End a text box."""
        self.end(Look())
        inner = self._stories.pop()
        story = self._stories[-1]
        story.marks += moved(inner.waiting, story.length)
        target = story.asides if story.is_paragraph_open else story.pieces
        target += inner.pieces

    def open_row(self) -> None:
        """Begin a table row."""
        self._stories[-1].rows.append([])

    def open_cell(self) -> None:
        """Begin a cell of the row."""
        story = self._stories[-1]
        if story.rows:
            story.rows[-1].append(len(story.pieces))

    def close_row(self) -> None:
        """End a table row, and make one piece of its cells where that can be."""
        story = self._stories[-1]
        starts = story.rows.pop() if story.rows else []
        if len(starts) < 2:
            return
        ends = [*starts[1:], len(story.pieces)]
        cells = [story.pieces[a:b] for a, b in zip(starts, ends, strict=True)]
        if row := _row(cells):
            story.pieces[starts[0] :] = [row]


def _parted(piece: Piece) -> tuple[list[Mark], list[Mark]]:
    """Return the marks that stay in a piece, and those that belong to the next one.

    A page that begins at the end of a paragraph begins with what follows.
    """
    kept: list[Mark] = []
    carried: list[Mark] = []
    end = len(piece.text)
    for mark in piece.marks:
        begins_next = mark.kind is MarkKind.PAGE and mark.place == end
        (carried if begins_next or not end else kept).append(mark)
    return kept, list(moved(carried, -end))


def _row(cells: Sequence[Sequence[Piece]]) -> Piece | None:
    """Return the cells as one piece, or None where they only lay out a page."""
    if any(len(cell) > 1 for cell in cells):
        return None
    filled = [piece for cell in cells for piece in cell]
    is_layout = any(it.look.kind is not BlockKind.PARAGRAPH for it in filled)
    if is_layout or not filled or sum(len(it.text) for it in filled) > _LONGEST_ROW:
        return None
    text = ""
    marks: list[Mark] = []
    for number, cell in enumerate(cells):
        text += _BETWEEN_CELLS if number else ""
        for piece in cell:
            marks += moved(piece.marks, len(text))
            text += piece.text.replace("\n", " ")
    look = replace(filled[0].look, kind=BlockKind.TABLE_ROW)
    return Piece(text, look, tuple(marks)).trimmed()

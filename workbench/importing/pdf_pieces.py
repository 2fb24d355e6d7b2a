"""Writes lines down as text, with a place for each character."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.importing.pdf_fragments import Fragment
from workbench.importing.pdf_glyphs import BREAK
from workbench.importing.pdf_hyphens import Words, ends_in_hyphen
from workbench.importing.pdf_leaves import Leaf
from workbench.importing.pdf_rows import Row, in_reading_order
from workbench.model.documents import BlockKind
from workbench.model.zones import ZoneKind

_ODD: Final = re.compile("[\x00\\s\ud800-\udfff]")
_UNIT: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]|\\s+|[^\x00\\s]")
_NOWHERE: Final = array("H", (0, 0, 0, 0))
IDEOGRAPH: Final = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]")


@dataclass(slots=True)
class Piece:
    """A block to be: its text, four steps of a place for each character, its kind.

    `size` and `is_bold` tell headings from each other. A piece that goes on is one
    block with the first piece of the next page; that may be if its last line is full.
    """

    text: str
    steps: array[int]
    kind: BlockKind = BlockKind.PARAGRAPH
    zone: ZoneKind | None = None
    level: int = 0
    size: float = 0.0
    is_bold: bool = False
    is_note: bool = False
    is_full: bool = False
    goes_on: bool = False
    is_joined: bool = False

    def add(self, text: str, steps: array[int] | None = None) -> None:
        """Add text to the end; without steps it stands nowhere."""
        self.text += text
        self.steps += _NOWHERE * len(text) if steps is None else steps


class Writer:
    """Writes down lines of one page."""

    def __init__(self, leaf: Leaf, words: Words) -> None:
        self._marks = leaf.marks
        self._steps = leaf.steps
        self._numbers = dict(leaf.numbers)
        self._words = words

    def lines(self, rows: Iterable[Row]) -> Piece:
        """Return lines as running text, with broken words made whole."""
        piece = Piece("", array("H"))
        for row in rows:
            before = None
            for it in in_reading_order(row):
                text, steps = self._read(it)
                if before is None:
                    self.join(piece, text)
                else:
                    finished(piece).add("" if it.follows(before) else " ")
                piece.add(text, steps)
                before = it
        return finished(piece)

    def cells(self, row: Sequence[Row]) -> Piece:
        """Return the cells of a table's row with marks between them."""
        piece = Piece("", array("H"), BlockKind.TABLE_ROW)
        for index, cell in enumerate(row):
            if index:
                piece.add(" | ")
            written = self.lines([it] for it in cell)
            piece.add(written.text, written.steps)
        return stripped(piece)

    def join(self, piece: Piece, after: str) -> None:
        """Make the end of a piece ready for the line that comes after it."""
        before = piece.text
        if not before or not after:
            return
        if ends_in_hyphen(before):
            if not self._words.keeps_hyphen(before, after):
                piece.text = before[:-1]
                del piece.steps[-4:]
            finished(piece)
        elif not (IDEOGRAPH.match(before[-1]) and IDEOGRAPH.match(after)):
            finished(piece).add(" ")

    def _read(self, it: Fragment) -> tuple[str, array[int]]:
        """Return a piece's text with its places; numbers of notes get brackets."""
        numbers = [at for at in self._numbers if it.start <= at < it.end]
        if not numbers:
            return self._between(it.start, it.end)
        whole = Piece("", array("H"))
        start = it.start
        for at in numbers:
            end = self._numbers[at]
            whole.add(*self._between(start, at))
            whole.add("[")
            whole.add(*self._between(at, end))
            is_glued = end < it.end and self._marks[end].isalnum()
            whole.add("] " if is_glued else "]")
            start = end
        whole.add(*self._between(start, it.end))
        return whole.text, whole.steps

    def _between(self, start: int, end: int) -> tuple[str, array[int]]:
        text, steps = self._marks[start:end], self._steps
        if BREAK in text[:-1]:
            text = text[:-1].replace(BREAK, "-") + text[-1]
        if not _ODD.search(text.replace(" ", "")):
            return text, steps[4 * start : 4 * end]
        kept = array("H")
        shown = []
        for found in _UNIT.finditer(text):
            mark = found[0]
            shown.append(" " if mark.isspace() else _character(mark))
            at = start + found.start()
            kept += steps[4 * at : 4 * at + 4]
        return "".join(shown), kept


def finished(piece: Piece) -> Piece:
    """Give a piece whose last word does not go on the hyphen that it had."""
    if piece.text.endswith(BREAK):
        piece.text = piece.text[:-1] + "-"
    return piece


def stripped(piece: Piece) -> Piece:
    """Cut off the blanks at both ends of a piece."""
    start = len(piece.text) - len(piece.text.lstrip())
    piece.text = piece.text.strip()
    piece.steps = piece.steps[4 * start : 4 * (start + len(piece.text))]
    return piece


def _character(units: str) -> str:
    """Return the character that one unit or two stand for."""
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

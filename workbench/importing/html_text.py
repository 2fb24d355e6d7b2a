"""Walks a parsed page and writes down its text, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.importing.html_notes import goes_on, is_number_of_note
from workbench.importing.html_parts import Parts
from workbench.importing.html_zones import zones_of
from workbench.importing.pieces import BLANKS
from workbench.importing.text_writing import storable
from workbench.model.documents import Block, BlockKind
from workbench.model.spans import Span

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


def tag_names(names: str) -> frozenset[str]:
    """Return a set of tags, written as words for the sake of the reader."""
    return frozenset(names.split())


_SKIPPED = tag_names(
    "script style noscript template head svg iframe object audio video canvas datalist"
)
_BLOCKS = tag_names(
    "address article aside blockquote body button caption center dd details dialog div"
    " dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr"
    " html legend li main menu nav noframes ol optgroup option p pre search section"
    " select summary table tbody td textarea tfoot th thead tr ul"
)
_KINDS = {
    "li": BlockKind.LIST_ITEM, "dd": BlockKind.LIST_ITEM, "dt": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTATION,
}  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CELLS = frozenset({"td", "th"})
_PRESERVED = frozenset({"pre", "textarea", "listing"})
_CONTROLS = tag_names("button input select textarea")
_ENDS_QUOTATION = frozenset({"td", "th", "table"})
# Not `\s`: a browser leaves no-break spaces and their kin alone.
_BLANKS = re.compile("[ \t\n\f\r]+")
_LONGEST_ROW = 4000
_BETWEEN_CELLS = " | "

_FOLLOWED = _BLOCKS | {"a"}

_Piece = tuple[str, BlockKind, int]


class HtmlText:
    """The text of a page, its blocks joined by line ends; zones are its own hints.

    A table row becomes one block if each of its cells is a single paragraph; rows
    that only lay out the page are passed over. Two `<br>` in a row part paragraphs,
    as old pages use them.
    """

    def __init__(self, root: LexborNode | None) -> None:
        self._pieces: list[_Piece] = []
        self._lines: list[list[str]] = [[]]
        self._kinds: list[tuple[BlockKind, int]] = [(BlockKind.PARAGRAPH, 0)]
        self._preserved = 0
        self._links = 0
        self._linked = 0
        self._is_note = False
        self._parts = Parts()
        self._rows: list[list[int]] = []
        if root is not None:
            self._walk(root)
        self.text, self.blocks = self._written()

    def _written(self) -> tuple[str, tuple[Block, ...]]:
        blocks = []
        start = 0
        zones = zones_of(self._parts.all, self._parts.total())
        for number, (piece, kind, level) in enumerate(self._pieces):
            if span := _trimmed(piece, start):
                blocks.append(Block(span, kind, level, zones.get(number)))
            start += len(piece) + 1
        return "\n".join(piece for piece, _, _ in self._pieces), tuple(blocks)

    def _walk(self, root: LexborNode) -> None:
        for node, tag, is_entered in _steps(root):
            if tag == "-text":
                self._write(node.text_content or "")
            elif tag == "br":
                self._break_line()
            elif tag == "a":
                self._follow(node, is_entered=is_entered)
            elif tag in _BLOCKS:
                self._flush()
                if is_entered:
                    self._parts.enter(tag, node.attributes, len(self._pieces))
                    self._enter(tag)
                else:
                    self._leave(tag)
                    self._parts.leave(len(self._pieces))
            self._parts.controls += is_entered and tag in _CONTROLS
        self._flush()

    def _write(self, text: str) -> None:
        self._lines[-1].append(text)
        if self._links:
            self._linked += len(text.strip())

    def _follow(self, link: LexborNode, *, is_entered: bool) -> None:
        if is_entered:
            self._is_note = is_number_of_note(link, "".join(self._lines[-1][-2:]))
            self._lines[-1] += ["["] * self._is_note
        elif self._is_note:
            self._lines[-1].append("] " if goes_on(link) else "]")
            self._is_note = False
        self._links += 1 if is_entered else -1
        self._parts.links += is_entered

    def _enter(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._kinds.append((BlockKind.HEADING, _HEADINGS[tag]))
        elif tag in _ENDS_QUOTATION:
            self._kinds.append((BlockKind.PARAGRAPH, 0))
        else:
            outer = self._kinds[-1]
            self._kinds.append((_KINDS[tag], 0) if tag in _KINDS else outer)
        if tag == "tr":
            self._rows.append([])
        elif tag in _CELLS and self._rows:
            self._rows[-1].append(len(self._pieces))
        self._preserved += tag in _PRESERVED
        self._links += tag == "button"

    def _leave(self, tag: str) -> None:
        self._kinds.pop()
        self._preserved -= tag in _PRESERVED
        self._links -= tag == "button"
        if tag == "tr":
            self._close_row(self._rows.pop())

    def _close_row(self, starts: list[int]) -> None:
        """Join the cells of a row whose pieces begin at `starts`."""
        if len(starts) < 2:
            return
        ends = [*starts[1:], len(self._pieces)]
        cells = [
            self._pieces[start:end] for start, end in zip(starts, ends, strict=True)
        ]
        filled = self._pieces[starts[0] :]
        is_layout = any(len(cell) > 1 for cell in cells) or any(
            kind is not BlockKind.PARAGRAPH for _, kind, _ in filled
        )
        if is_layout or not filled or sum(len(p[0]) for p in filled) > _LONGEST_ROW:
            return
        row = _BETWEEN_CELLS.join(cell[0][0] if cell else "" for cell in cells)
        row = row.replace("\n", " ").strip()
        self._parts.drop(starts[0])
        self._pieces[starts[0] :] = [(row, BlockKind.TABLE_ROW, 0)]

    def _break_line(self) -> None:
        if not self._preserved and len(self._lines) > 1 and self._is_blank():
            self._flush()
        else:
            self._lines.append([])

    def _is_blank(self) -> bool:
        return not "".join(self._lines[-1]).strip()

    def _flush(self) -> None:
        """Write down what was gathered since the last block ended."""
        if not self._lines[0] and len(self._lines) == 1:
            return
        lines = ["".join(parts) for parts in self._lines]
        self._lines = [[]]
        if self._preserved:
            text = "\n".join(lines).strip("\n").rstrip()
        else:
            collapsed = (_BLANKS.sub(" ", line).strip(" ") for line in lines)
            text = "\n".join(collapsed).strip("\n")
        text = storable(text)
        if text and not text.isspace():
            self._pieces.append((text, *self._kinds[-1]))
            self._parts.count(text, self._kinds[-1][1], self._linked)
        self._linked = 0


def _trimmed(piece: str, start: int) -> Span | None:
    """Return where a piece that begins at `start` says something."""
    begin = start + len(piece) - len(piece.lstrip(BLANKS))
    end = start + len(piece.rstrip(BLANKS))
    return Span(begin, end) if begin < end else None


def _steps(root: LexborNode) -> Iterator[tuple[LexborNode, str, bool]]:
    """Yield every node that is shown, with its tag, on the way in and on the way out.

    Not recursive, as a page may be nested deeper than Python allows calls to be.
    """
    open_nodes: list[tuple[LexborNode, str]] = []
    node: LexborNode | None = root
    while True:
        while node is not None:
            tag = node.tag or ""
            is_text = tag == "-text"
            if not is_text and (tag in _SKIPPED or _is_hidden(node)):
                node = node.next
                continue
            yield node, tag, True
            child = None if is_text else node.first_child
            open_nodes.append((node, tag))
            node = child
        if not open_nodes:
            return
        left, tag = open_nodes.pop()
        if tag in _FOLLOWED:
            yield left, tag, False
        node = left.next if left is not root else None
        if not open_nodes and node is None:
            return


def _is_hidden(node: LexborNode) -> bool:
    if node.is_comment_node:
        return True
    return node.is_element_node and "hidden" in node.attrs

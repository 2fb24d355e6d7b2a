"""One run of paragraphs of rich text: the text itself, a note, a header."""

from __future__ import annotations

from workbench.importing.drafts import Draft
from workbench.importing.pieces import MarkKind, Piece
from workbench.importing.rtf_state import Paragraph, Style, look_of
from workbench.importing.text_writing import storable


class Story:
    """Gathers paragraphs. Rich text only says where a cell or a row ends."""

    def __init__(self) -> None:
        self._draft = Draft()
        self._line: list[str] = []
        self._rows: list[bool] = []  # whether a cell is open in each open row
        self._is_page_used = False

    def write(self, text: str) -> None:
        """Write on in the paragraph."""
        if not text.isprintable():
            text = storable(text)
        self._draft.write(text)
        self._line.append(text)
        self._is_page_used = self._is_page_used or not text.isspace()

    def end_paragraph(self, paragraph: Paragraph, style: Style) -> None:
        """End the paragraph, which says of itself what it is."""
        self._enter(paragraph.tables)
        self._end(paragraph, style)

    def end_cell(self, paragraph: Paragraph, style: Style, nesting: int) -> None:
        """End a cell of a row that is nested so deep in others."""
        self._enter(nesting)
        self._end(paragraph, style)
        self._rows[-1] = False

    def end_row(self, paragraph: Paragraph, style: Style, nesting: int) -> None:
        """End the row that is nested so deep, and those in it."""
        if "".join(self._line).strip():
            self._enter(max(len(self._rows), nesting))
            self._end(paragraph, style)
        while len(self._rows) >= nesting:
            self._close_row()

    def begin_page(self) -> None:
        """Begin a page unless that was just done."""
        if self._is_page_used:
            self._draft.mark(MarkKind.PAGE)
            self._is_page_used = False

    def mark(self, kind: MarkKind, key: str) -> None:
        """Mark a place in the paragraph."""
        self._draft.mark(kind, key)

    def open_box(self) -> None:
        """Begin a text box."""
        self._draft.begin()
        self._draft.open_aside()

    def close_box(self) -> None:
        """End a text box."""
        self._draft.close_aside()

    def pieces(self) -> list[Piece]:
        """Return all paragraphs, with the one that nobody ended."""
        self.end_paragraph(Paragraph(), Style())
        return self._draft.pieces()

    def _end(self, paragraph: Paragraph, style: Style) -> None:
        look = look_of(paragraph, style, "".join(self._line)[:100])
        self._line = []
        self._draft.end(look)

    def _enter(self, nesting: int) -> None:
        """Open cells so deep in each other; with 0 the table has ended."""
        while len(self._rows) > nesting:
            self._close_row()
        while len(self._rows) < nesting:
            self._draft.open_row()
            self._draft.open_cell()
            self._rows.append(True)
        if self._rows and not self._rows[-1]:
            self._draft.open_cell()
            self._rows[-1] = True

    def _close_row(self) -> None:
        self._rows.pop()
        self._draft.close_row()

"""Walks the text of a Word file: paragraphs, tables, notes, and what was changed.

python-docx would lose insertions, content controls, text boxes and more; whatever
stands in an element that is not named here is read like any other text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from workbench.importing.docx_styles import ParagraphLook, Styles, is_on
from workbench.importing.docx_symbols import symbol
from workbench.importing.drafts import Draft
from workbench.importing.pieces import MarkKind, Piece
from workbench.importing.xml_trees import Passing, attribute, child, local_name, steps

_SKIPPED: Final = frozenset(
    {
        "pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "rubyPr",
        "del", "moveFrom", "delText", "instrText", "delInstrText", "Fallback", "rt",
        "ctrlPr",
    }
)  # fmt: skip
_DELETED: Final = frozenset({"del", "moveFrom", "tr"})
_INSERTED: Final = frozenset({"ins", "moveTo"})
_ASIDES: Final = frozenset({"drawing", "pict", "object"})
_SIGNS: Final = {
    "tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "softHyphen": "\N{SOFT HYPHEN}",
}  # fmt: skip
_LINE_ENDS: Final = re.compile(r"[\r\n]+")
_SAME_PAGE: Final = frozenset({"continuous", "nextColumn"})

NoteKey = tuple[str, str]
"""What kind of note it is, `footnotes` or `endnotes`, and its id among them."""


@dataclass(slots=True)
class Found:
    """What was come upon while walking, over all parts of a document."""

    insertions: int = 0
    deletions: int = 0
    has_hidden: bool = False
    has_foreign: bool = False


class DocxWalk:
    """Walks the parts of one document; notes are numbered as they are referred to."""

    def __init__(self, styles: Styles, notes: Iterable[NoteKey]) -> None:
        self.found: Final = Found()
        self.noted: Final[dict[NoteKey, int]] = {}
        self._styles = styles
        self._notes = frozenset(notes)
        self._sections: Iterator[bool] = iter(())
        self._start(Draft(), has_pages=False)
        self._entering: dict[str, Callable[[Element], None]] = {
            "p": self._enter_paragraph, "r": self._enter_run, "t": self._write_words,
            "tr": lambda _: self._draft.open_row(),
            "tc": lambda _: self._draft.open_cell(),
            "br": self._break, "sym": self._write_symbol, "fldChar": self._field,
            "lastRenderedPageBreak": lambda _: self._begin_page(),
            "footnoteReference": lambda it: self._refer("footnotes", it),
            "endnoteReference": lambda it: self._refer("endnotes", it),
            "commentRangeStart": lambda it: self._comment(MarkKind.COMMENT_START, it),
            "commentRangeEnd": lambda it: self._comment(MarkKind.COMMENT_END, it),
            "commentReference": lambda it: self._comment(MarkKind.COMMENT_END, it),
            "altChunk": self._pass_foreign,
        }  # fmt: skip
        self._leaving: dict[str, Callable[[Element], None]] = {
            "p": self._leave_paragraph,
            "tr": lambda _: self._draft.close_row(),
        }

    def body(self, root: Element) -> list[Piece]:
        """Return the text itself, with the borders of its pages."""
        kinds = [attribute(child(it, "type"), "val") for it in sections_of(root)]
        # A section says at its end how it began.
        self._sections = iter([kind not in _SAME_PAGE for kind in kinds[1:]])
        return self._walk(root, has_pages=True)

    def part(self, root: Element) -> list[Piece]:
        """Return what stands beside the text: a header, a note, a comment."""
        return self._walk(root, has_pages=False)

    def _start(self, draft: Draft, *, has_pages: bool) -> None:
        self._draft = draft
        self._has_pages = has_pages
        self._is_page_used = False
        self._looks: list[ParagraphLook] = []
        self._fields: list[bool] = []
        self._is_hidden = False

    def _walk(self, root: Element, *, has_pages: bool) -> list[Piece]:
        self._start(Draft(), has_pages=has_pages)
        for element, name, passing in steps(root, _is_skipped):
            if passing is Passing.PAST:
                self.found.deletions += name in _DELETED
            elif passing is Passing.IN:
                self._enter(element, name)
            elif name in _ASIDES:
                self._draft.close_aside()
            elif leave := self._leaving.get(name):
                leave(element)
        return self._draft.pieces()

    def _enter(self, element: Element, name: str) -> None:
        if enter := self._entering.get(name):
            enter(element)
        elif name in _SIGNS:
            self._write(_SIGNS[name])
        elif name in _ASIDES:
            self._draft.open_aside()
        elif name in _INSERTED:
            self.found.insertions += 1

    # Paragraphs -----------------------------------------------------------------------

    def _enter_paragraph(self, paragraph: Element) -> None:
        look = self._styles.look_of(child(paragraph, "pPr"))
        self._looks.append(look)
        if look.begins_page:
            self._begin_page()
        self._draft.begin()

    def _leave_paragraph(self, paragraph: Element) -> None:
        look = self._looks.pop()
        properties = child(paragraph, "pPr")
        # A field whose code is never closed must not swallow the rest of the text.
        self._fields = [False] * len(self._fields)
        if child(child(properties, "rPr"), "del") is not None:
            return  # the end of the paragraph was deleted: the next one goes on here
        self._draft.end(look.look)
        ends_section = child(properties, "sectPr") is not None
        if ends_section and next(self._sections, False):
            self._begin_page()

    # Runs -----------------------------------------------------------------------------

    def _enter_run(self, run: Element) -> None:
        self._is_hidden = is_on(child(child(run, "rPr"), "vanish"))

    def _write_words(self, element: Element) -> None:
        words = element.text or ""
        if attribute(element, "space") != "preserve":
            words = words.strip(" \t\r\n")
        self._write(_LINE_ENDS.sub(" ", words))

    def _write_symbol(self, element: Element) -> None:
        self._write(symbol(attribute(element, "font"), attribute(element, "char")))

    def _write(self, text: str) -> None:
        if any(self._fields):
            return
        self._draft.write(text)
        is_seen = not text.isspace() and text != ""
        self._is_page_used = self._is_page_used or is_seen
        self.found.has_hidden = self.found.has_hidden or (self._is_hidden and is_seen)

    def _field(self, element: Element) -> None:
        """Keep track of fields in fields: True for one whose code is being told."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    # Pages, notes, comments -----------------------------------------------------------

    def _break(self, element: Element) -> None:
        self._write("\n")
        if attribute(element, "type") == "page" and self._has_pages:
            self._draft.mark(MarkKind.PAGE)
            self._is_page_used = False

    def _begin_page(self) -> None:
        """Begin a page unless that was just done: Word says the same break twice."""
        if self._is_page_used and self._has_pages:
            self._draft.mark(MarkKind.PAGE)
            self._is_page_used = False

    def _refer(self, kind: str, element: Element) -> None:
        key = kind, attribute(element, "id")
        if key in self._notes:
            number = self.noted.setdefault(key, len(self.noted) + 1)
            self._write(f"[{number}]")

    def _comment(self, kind: MarkKind, element: Element) -> None:
        self._draft.mark(kind, attribute(element, "id"))

    def _pass_foreign(self, _: Element) -> None:
        self.found.has_foreign = True


def _is_skipped(element: Element, name: str) -> bool:
    return name in _SKIPPED or (
        name == "tr" and child(child(element, "trPr"), "del") is not None
    )


def sections_of(main: Element) -> list[Element]:
    """Return what a text says of its sections, without what it said before changes."""
    space = main.tag[: -len(local_name(main.tag))]
    changed = main.iter(f"{space}sectPrChange")
    former = {inner for it in changed for inner in it}
    return [it for it in main.iter(f"{space}sectPr") if it not in former]

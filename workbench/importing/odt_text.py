"""Walks the text of an OpenDocument file: paragraphs, lists, tables, notes, changes.

Whatever stands in an element that is not named here is read like any other text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final
from xml.etree.ElementTree import Element

from workbench.importing.drafts import Draft
from workbench.importing.odt_styles import OdtStyles
from workbench.importing.pieces import Look, MarkKind, Piece
from workbench.importing.wholes import Comment
from workbench.importing.xml_trees import (
    Passing,
    attribute,
    child,
    children,
    local_name,
    steps,
    text_of,
)
from workbench.model.documents import BlockKind
from workbench.model.zones import ZoneKind

_DRAWING: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SVG: Final = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_SKIPPED: Final = frozenset(
    {
        "note", "annotation", "tracked-changes", "ruby-text", "script", "forms",
        "table-of-content-source", "illustration-index-source", "table-index-source",
        "object-index-source", "user-index-source", "alphabetical-index-source",
        "bibliography-source",
    }
)  # fmt: skip
_PARAGRAPHS: Final = frozenset({"p", "h"})
_SHAPES: Final = frozenset(
    {
        "frame", "custom-shape", "rect", "ellipse", "circle", "line", "polyline",
        "polygon", "regular-polygon", "path", "connector", "caption", "measure",
    }
)  # fmt: skip
_KINDS: Final = {
    "list-item": BlockKind.LIST_ITEM, "list-header": BlockKind.LIST_ITEM,
    "numbered-paragraph": BlockKind.LIST_ITEM,
    "table-cell": BlockKind.PARAGRAPH, "covered-table-cell": BlockKind.PARAGRAPH,
}  # fmt: skip
_NAVIGATION: Final = frozenset(
    {
        "table-of-content", "illustration-index", "table-index", "object-index",
        "user-index", "alphabetical-index",
    }
)  # fmt: skip
_BLANKS: Final = re.compile("[ \t\r\n]+")
_MOST_BLANKS: Final = 1_000
_MOST_CELLS: Final = 64
_DEEPEST_LEVEL: Final = 10


@dataclass(slots=True)
class Found:
    """What was come upon while walking, over all parts of a document."""

    insertions: int = 0
    deletions: int = 0
    has_hidden: bool = False
    has_objects: bool = False


class OdtWalk:
    """Walks the parts of one document; notes are numbered as they come."""

    def __init__(self) -> None:
        self.found: Final = Found()
        self.notes: Final[list[Element]] = []
        self.comments: Final[dict[str, Comment]] = {}
        self._entering: dict[str, Callable[[Element], None]] = {
            "p": self._enter_paragraph, "h": self._enter_paragraph,
            "table": self._enter_table, "table-row": self._enter_row,
            "table-cell": self._enter_cell, "covered-table-cell": self._enter_covered,
            "s": self._write_blanks, "tab": lambda _: self._sign("\t"),
            "line-break": lambda _: self._sign("\n"),
            "soft-page-break": lambda _: self._begin_page(),
            "annotation-end": self._end_comment, "span": self._enter_span,
            "section": self._enter_section, "object": self._pass_object,
            "object-ole": self._pass_object, "hidden-text": self._write_hidden,
            "hidden-paragraph": self._pass_hidden,
        }  # fmt: skip
        self._leaving: dict[str, Callable[[Element], None]] = {
            "p": self._leave_paragraph, "h": self._leave_paragraph,
            "table": self._leave_table, "table-row": lambda _: self._draft.close_row(),
        }  # fmt: skip
        self._passing: dict[str, Callable[[Element], None]] = {
            "note": self._refer, "annotation": self._begin_comment,
            "tracked-changes": self._count_changes,
        }  # fmt: skip
        self._start(OdtStyles(), has_pages=False)

    def _start(self, styles: OdtStyles, *, has_pages: bool) -> None:
        self._draft = Draft()
        self._styles = styles
        self._has_pages = has_pages
        self._is_page_used = False
        self._after_blank = True
        self._kinds = [BlockKind.PARAGRAPH]
        self._navigations = 0
        self._covered = 0

    def pieces(
        self, root: Element, styles: OdtStyles, *, has_pages: bool = False
    ) -> list[Piece]:
        """Return the text in an element; only the main text is parted into pages."""
        self._start(styles, has_pages=has_pages)
        for element, name, passing in steps(root, _is_skipped):
            if passing is Passing.IN:
                self._enter(element, name)
                self._flow(element.text)
                continue
            if passing is Passing.OUT:
                self._leave(element, name)
            elif act := self._passing.get(name):
                act(element)
            self._flow(element.tail if element is not root else None)
        return self._draft.pieces()

    def _enter(self, element: Element, name: str) -> None:
        if _is_shape(element, name):
            self._draft.open_aside()
            self._kinds.append(BlockKind.PARAGRAPH)
        elif enter := self._entering.get(name):
            enter(element)
        if name in _KINDS:
            self._kinds.append(_KINDS[name])
        self._navigations += name in _NAVIGATION

    def _leave(self, element: Element, name: str) -> None:
        if _is_shape(element, name):
            self._draft.close_aside()
            self._kinds.pop()
            self._after_blank = False
        elif leave := self._leaving.get(name):
            leave(element)
        if name in _KINDS:
            self._kinds.pop()
        self._navigations -= name in _NAVIGATION

    # Paragraphs and their words -------------------------------------------------------

    def _enter_paragraph(self, paragraph: Element) -> None:
        style = attribute(paragraph, "style-name")
        if self._styles.begins_page("paragraph", style):
            self._begin_page()
        if self._styles.is_hidden("paragraph", style):
            self._pass_hidden(paragraph)
        self._draft.begin()
        self._after_blank = True

    def _leave_paragraph(self, paragraph: Element) -> None:
        style = attribute(paragraph, "style-name")
        look = self._styles.look_of(style)
        inherited = self._kinds[-1]
        if local_name(paragraph.tag) == "h":
            look = Look(BlockKind.HEADING, _level(paragraph))
        elif look.kind is BlockKind.PARAGRAPH or inherited is BlockKind.LIST_ITEM:
            look = replace(look, kind=inherited, level=0)
        if self._navigations:
            look = replace(look, zone=ZoneKind.NAVIGATION)
        self._draft.end(look)
        if self._styles.ends_page("paragraph", style):
            self._begin_page()

    def _flow(self, text: str | None) -> None:
        """Write what stands in a paragraph, where many blanks are one."""
        if not text or not self._draft.is_paragraph_open:
            return
        words = _BLANKS.sub(" ", text)
        if self._after_blank:
            words = words.removeprefix(" ")
        if words:
            self._draft.write(words)
            self._after_blank = words.endswith(" ")
            self._is_page_used = self._is_page_used or not words.isspace()

    def _sign(self, sign: str) -> None:
        if self._draft.is_paragraph_open:
            self._draft.write(sign)
            self._after_blank = False

    def _write_blanks(self, element: Element) -> None:
        self._sign(" " * min(_number(element, "c"), _MOST_BLANKS))

    def _write_hidden(self, element: Element) -> None:
        self._pass_hidden(element)
        if not element.text:
            self._flow(attribute(element, "string-value"))

    def _enter_span(self, span: Element) -> None:
        if self._styles.is_hidden("text", attribute(span, "style-name")):
            self._pass_hidden(span)

    def _enter_section(self, section: Element) -> None:
        if attribute(section, "display") in ("none", "condition"):
            self._pass_hidden(section)

    def _pass_hidden(self, _: Element) -> None:
        self.found.has_hidden = True

    def _pass_object(self, _: Element) -> None:
        self.found.has_objects = True

    # Tables ---------------------------------------------------------------------------

    def _enter_table(self, table: Element) -> None:
        if self._styles.begins_page("table", attribute(table, "style-name")):
            self._begin_page()

    def _leave_table(self, table: Element) -> None:
        if self._styles.ends_page("table", attribute(table, "style-name")):
            self._begin_page()

    def _enter_row(self, _: Element) -> None:
        self._covered = 0
        self._draft.open_row()

    def _enter_cell(self, cell: Element) -> None:
        self._covered = _number(cell, "number-columns-spanned") - 1
        for _ in range(min(_number(cell, "number-columns-repeated"), _MOST_CELLS)):
            self._draft.open_cell()

    def _enter_covered(self, _: Element) -> None:
        """Begin a cell that one above reaches into; not one that is but wide."""
        if self._covered > 0:
            self._covered -= 1
        else:
            self._draft.open_cell()

    # Pages, notes, comments, changes --------------------------------------------------

    def _begin_page(self) -> None:
        """Begin a page unless that was just done: a break may be said twice."""
        if self._is_page_used and self._has_pages:
            self._draft.mark(MarkKind.PAGE)
            self._is_page_used = False

    def _refer(self, note: Element) -> None:
        body = child(note, "note-body")
        if body is not None:
            self.notes.append(body)
            self._sign(f"[{len(self.notes)}]")

    def _begin_comment(self, annotation: Element) -> None:
        key = attribute(annotation, "name") or f"#{len(self.comments)}"
        paragraphs = (it for it in annotation.iter() if local_name(it.tag) == "p")
        words = "\n".join(filter(None, map(text_of, paragraphs)))
        self.comments.setdefault(
            key, Comment(words, text_of(child(annotation, "creator")))
        )
        self._draft.mark(MarkKind.COMMENT_START, key)

    def _end_comment(self, element: Element) -> None:
        self._draft.mark(MarkKind.COMMENT_END, attribute(element, "name"))

    def _count_changes(self, tracked: Element) -> None:
        for region in children(tracked, "changed-region"):
            self.found.insertions += child(region, "insertion") is not None
            self.found.deletions += child(region, "deletion") is not None


def _is_skipped(element: Element, name: str) -> bool:
    return name in _SKIPPED or element.tag.startswith(_SVG)


def _is_shape(element: Element, name: str) -> bool:
    return name in _SHAPES and element.tag.startswith(_DRAWING)


def _level(heading: Element) -> int:
    return min(_number(heading, "outline-level"), _DEEPEST_LEVEL)


def _number(element: Element, name: str) -> int:
    """Return a count, 1 where none is given."""
    said = attribute(element, name)[:9]
    return max(int(said), 1) if said.isascii() and said.isdigit() else 1

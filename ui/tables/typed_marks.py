"""Marks of Markdown become what they mean as they are typed; undo brings them back."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextCursor

from ui.tables import rich_document
from ui.tables.rich_layouts import bold_format
from workbench.text.rich_text import RichKind

_ITEMS = {
    "- ": RichKind.BULLET,
    "* ": RichKind.BULLET,
    "1. ": RichKind.NUMBERED,
    "1) ": RichKind.NUMBERED,
}
_BOLD = re.compile(r"(?<!\*)\*\*(?=[^\s*])(?P<words>[^*]*[^\s*])\*\*$")


def apply_typed_mark(cursor: QTextCursor, typed: str) -> None:
    """Turn the mark that was just completed before the cursor into a list or bold."""
    before = QTextCursor(cursor)
    before.movePosition(
        QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor
    )
    text = before.selectedText()
    if typed == " " and text in _ITEMS:
        _make_item(before, _ITEMS[text])
    elif typed == "*" and (found := _BOLD.search(text)):
        _make_bold(cursor, found["words"])


def _make_item(mark: QTextCursor, kind: RichKind) -> None:
    if rich_document.kind_of(mark.block()) is not RichKind.PARAGRAPH:
        return
    mark.beginEditBlock()
    mark.removeSelectedText()
    rich_document.style(mark, kind)
    mark.endEditBlock()


def _make_bold(cursor: QTextCursor, words: str) -> None:
    plain = cursor.charFormat()
    length = len(words.encode("utf-16-le", "surrogatepass")) // 2
    marked = QTextCursor(cursor)
    marked.setPosition(cursor.position() - length - 4, QTextCursor.MoveMode.KeepAnchor)
    marked.beginEditBlock()
    marked.insertText(words, bold_format())
    marked.insertText("", plain)
    marked.endEditBlock()

"""Marks of Markdown become what they mean as they are typed; undo brings them back."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from ui.tables.cell import rich_document
from ui.tables.cell.rich_layouts import bold_format
from workbench.text.rich_text import RichKind

_ITEMS = {
    "- ": RichKind.BULLET,
    "* ": RichKind.BULLET,
    "1. ": RichKind.NUMBERED,
    "1) ": RichKind.NUMBERED,
}
_BOLD = re.compile(r"(?<!\*)\*\*(?=[^\s*])(?P<words>[^*]*[^\s*])\*\*$")


def apply_typed_mark(editor: QTextEdit, typed: str) -> None:
    """Turn the mark that was just completed before the caret into a list or bold."""
    before = editor.textCursor()
    before.movePosition(
        QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor
    )
    text = before.selectedText()
    if typed == " " and text in _ITEMS:
        _make_item(before, _ITEMS[text])
    elif typed == "*" and (found := _BOLD.search(text)):
        _make_bold(editor, found["words"])


def _make_item(mark: QTextCursor, kind: RichKind) -> None:
    if rich_document.kind_of(mark.block()) is not RichKind.PARAGRAPH:
        return
    mark.beginEditBlock()
    mark.removeSelectedText()
    rich_document.style(mark, kind)
    mark.endEditBlock()


def _make_bold(editor: QTextEdit, words: str) -> None:
    marked = editor.textCursor()
    looks = marked.charFormat()
    length = len(words.encode("utf-16-le", "surrogatepass")) // 2 + len("****")
    marked.setPosition(marked.position() - length, QTextCursor.MoveMode.KeepAnchor)
    marked.insertText(words, bold_format())
    # What is typed next looks as what stood before.
    editor.setCurrentCharFormat(looks)

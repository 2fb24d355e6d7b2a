"""Rich text of a cell in a document of Qt's, and back: never by way of HTML.

What is read comes from the document's fragments: `toPlainText` would turn no-break
spaces into blanks.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
)

from ui.tables.cell.rich_layouts import bold_format
from workbench.text.rich_text import RichBlock, RichKind, Run, parse, tidied

_STYLES = {
    RichKind.BULLET: QTextListFormat.Style.ListDisc,
    RichKind.NUMBERED: QTextListFormat.Style.ListDecimal,
}
_KINDS = {style: kind for kind, style in _STYLES.items()}
INDENT = 25


def show(document: QTextDocument, markdown: str) -> None:
    """Fill a document with a cell's text; nothing of it can be undone."""
    document.setUndoRedoEnabled(False)
    document.clear()
    document.setIndentWidth(INDENT)
    cursor = QTextCursor(document)
    for number, block in enumerate(parse(markdown.replace("\r\n", "\n"))):
        if number:
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        for run in block.runs:
            looks = bold_format() if run.is_bold else QTextCharFormat()
            cursor.insertText(run.text, looks)
        style(cursor, block.kind)
    document.setUndoRedoEnabled(True)
    document.setModified(False)


def blocks_of(document: QTextDocument) -> tuple[RichBlock, ...]:
    """Return what a document says, without the empty lines around it."""
    blocks = [tidied(_block(it)) for it in _blocks(document)]
    shown = [place for place, block in enumerate(blocks) if block.text.strip()]
    return tuple(blocks[shown[0] : shown[-1] + 1]) if shown else ()


def kind_of(block: QTextBlock) -> RichKind:
    """Return what a line is."""
    found = block.textList()
    # Qt answers with a list that is not there where a block has none.
    return _KINDS[found.format().style()] if found else RichKind.PARAGRAPH


def style(cursor: QTextCursor, kind: RichKind) -> None:
    """Make each selected line, or the cursor's, one of this kind."""
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    cursor.beginEditBlock()
    block = first
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        _style_block(QTextCursor(block), kind)
        block = block.next()
    cursor.endEditBlock()


def _style_block(cursor: QTextCursor, kind: RichKind) -> None:
    if kind_of(cursor.block()) is kind:
        return
    if kind is RichKind.PARAGRAPH:
        cursor.setBlockFormat(QTextBlockFormat())
        return
    before = cursor.block().previous()
    if kind_of(before) is kind:
        before.textList().add(cursor.block())
    else:
        looks = QTextListFormat()
        looks.setStyle(_STYLES[kind])
        cursor.createList(looks)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _block(block: QTextBlock) -> RichBlock:
    runs = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        is_bold = fragment.charFormat().fontWeight() > QFont.Weight.Medium
        runs.append(Run(fragment.text(), is_bold))
        place += 1
    return RichBlock(kind_of(block), tuple(runs))

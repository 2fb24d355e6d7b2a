"""A note's editor in which links are live; the text itself stays plain."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from ui import theme
from ui.keymap import keymap, new_action
from ui.widgets.autosave_editor import AutosaveEditor
from ui.widgets.plain import plain_tooltip
from workbench.text.links import Link, links_in

LONGEST_TIP = 160

Describe = Callable[[Link], str | None]
"""Returns what a link leads to, in words; None when that is gone."""


class LinkEditor(AutosaveEditor):
    """Underlines links, strikes those that lead nowhere, and asks to follow them."""

    link_activated = Signal(object)  # Link
    link_wanted = Signal()

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self._describe: Describe = _as_written
        self._painter = _LinkPainter(self.document())
        self.viewport().setMouseTracking(True)
        self.follow_action = new_action("note.follow_link", self)
        self.follow_action.triggered.connect(self._follow)
        self.link_action = new_action("note.insert_link", self)
        self.link_action.triggered.connect(self._want_link)
        theme.theme_signals.changed.connect(self._painter.rehighlight)

    def describe_links(self, describe: Describe) -> None:
        """Let links be explained, and told from those that lead nowhere."""
        self._describe = self._painter.describe = describe
        self._painter.rehighlight()

    def refresh_links(self) -> None:
        """Look again where links lead."""
        self._painter.rehighlight()

    def insert_link(self, written: str) -> None:
        """Write a link in place of the selection, apart from the word before it."""
        cursor = self.textCursor()
        before = self.document().characterAt(cursor.selectionStart() - 1)
        is_apart = cursor.selectionStart() == 0 or before.isspace()
        is_apart = is_apart or before in "\u2029("
        cursor.insertText(written if is_apart else f" {written}")

    def link_at(self, cursor: QTextCursor) -> Link | None:
        """Return the link that a cursor stands in, or right behind."""
        place = cursor.positionInBlock()
        for start, end, link in _placed_links(cursor.block().text()):
            if start <= place <= end:
                return link
        return None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_live = _has_control(event) and self._link_under(event.position().toPoint())
        shape = Qt.CursorShape
        self.viewport().setCursor(
            shape.PointingHandCursor if is_live else shape.IBeamCursor
        )

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        link = self._link_under(event.position().toPoint())
        is_click = event.button() == Qt.MouseButton.LeftButton and _has_control(event)
        if link is not None and is_click:
            self.link_activated.emit(link)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            link = self._link_under(event.pos())
            tip = plain_tooltip(self._explain(link)) if link else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)

    def _link_under(self, point: QPoint) -> Link | None:
        cursor = self.cursorForPosition(point)
        link = self.link_at(cursor)
        # Beyond the end of a line, Qt gives the line's last place.
        is_on_line = self.cursorRect(cursor).adjusted(-12, 0, 12, 0).contains(point)
        return link if is_on_line else None

    def _explain(self, link: Link) -> str:
        words = self._describe(link)
        if words is None:
            return f"This {link.to.value} is not there any more."
        short = " ".join(words.split())
        if len(short) > LONGEST_TIP:
            short = f"{short[: LONGEST_TIP - 1]}…"
        way = keymap.text_of("note.follow_link")
        return f"{short}\nCtrl+click{f' or {way}' if way else ''} goes there"

    def _follow(self) -> None:
        link = self.link_at(self.textCursor())
        if link is not None:
            self.link_activated.emit(link)

    def _want_link(self) -> None:
        if not self.isReadOnly():
            self.link_wanted.emit()


class _LinkPainter(QSyntaxHighlighter):
    """Gives the links of a text their look."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.describe: Describe = _as_written

    @override
    def highlightBlock(self, text: str) -> None:
        for start, end, link in _placed_links(text):
            look = _gone_look() if self.describe(link) is None else _live_look()
            self.setFormat(start, end - start, look)


def _placed_links(text: str) -> Iterator[tuple[int, int, Link]]:
    """Return links with their places as Qt counts them."""
    for link in links_in(text):
        yield _units(text[: link.span.start]), _units(text[: link.span.end]), link


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _live_look() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(theme.tokens().accent)
    look.setFontUnderline(True)
    return look


def _gone_look() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(theme.tokens().muted)
    look.setFontStrikeOut(True)
    return look


def _has_control(event: QMouseEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _as_written(link: Link) -> str | None:
    return link.name

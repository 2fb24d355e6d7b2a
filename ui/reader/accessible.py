"""What a screen reader is told of a reading pane: its text, caret and selection.

Qt lets Python answer only half of a text interface, so the pane lends out the whole
one of a hidden editor with the same text; it is made only when somebody asks.
"""

from __future__ import annotations

from weakref import ref

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QAccessibleWidget, QPlainTextEdit
from typing_extensions import override

from ui.reader.offsets import Mapper, qt_text
from ui.reader.pane import ReadingPane

# Qt's cache deletes the C++ side with the widget; Python's must not go before it.
_kept: list[PaneAccessible] = []


class PaneAccessible(QAccessibleWidget):
    """A reading pane as a document with text."""

    def __init__(self, pane: ReadingPane) -> None:
        super().__init__(pane, QAccessible.Role.Document)
        self._pane = ref(pane)
        self._shadow: _Shadow | None = None

    @override
    def interface_cast(  # type: ignore[override]
        self, kind: QAccessible.InterfaceType
    ) -> object:
        # An int, as the stub says, and None, as Python would, both crash.
        pane = self._pane()
        if pane is None or kind is not QAccessible.InterfaceType.TextInterface:
            return super().interface_cast(kind) or shiboken6.VoidPtr(0)
        if self._shadow is None:
            self._shadow = _Shadow(pane)
        self._shadow.follow(pane)
        return self._shadow.interface()

    def tell_selection(self) -> None:
        """Tell listening screen readers where caret and selection are now."""
        pane = self._pane()
        if pane is None or not QAccessible.isActive():
            return
        mapper = Mapper(pane.text)
        caret = mapper.to_qt(pane.caret)
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(pane, caret))
        if span := pane.selection:
            start, end = mapper.to_qt(span.start), mapper.to_qt(span.end)
            event = QAccessibleTextSelectionEvent(pane, start, end)
            QAccessible.updateAccessibility(event)


class _Shadow(QPlainTextEdit):
    """A hidden editor with the pane's text; the pane's child, so it goes with it."""

    def __init__(self, pane: ReadingPane) -> None:
        super().__init__(pane)
        self.hide()
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text: str | None = None
        self._mapper = Mapper("")

    def interface(self) -> QAccessibleTextInterface:
        """Return Qt's own; ask again each time, for one kept outlives the widget."""
        return QAccessible.queryAccessibleInterface(self).textInterface()

    def follow(self, pane: ReadingPane) -> None:
        """Have the text, the caret and the selection of the pane."""
        if self._text is not pane.text:
            self._text = pane.text
            self._mapper = Mapper(pane.text)
            self.setPlainText(qt_text(pane.text).replace("\u2028", "\n"))
        anchor = self._mapper.to_qt(pane.anchor)
        caret = self._mapper.to_qt(pane.caret)
        cursor = self.textCursor()
        if (cursor.anchor(), cursor.position()) != (anchor, caret):
            cursor.setPosition(anchor)
            cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)


def install() -> None:
    """Tell screen readers of the text in reading panes; once in a program."""
    QAccessible.installFactory(_interface_for)


def _interface_for(key: str, made_for: QObject) -> QAccessibleInterface | None:
    del key
    if not isinstance(made_for, ReadingPane):
        return None
    made = PaneAccessible(made_for)
    made_for.selection_changed.connect(made.tell_selection)
    _kept.append(made)
    return made

"""A slim bar to find words in the document that is being read."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from ui.reader.finding import MOST
from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.plain import PlainLabel, plain_tooltip

_FIELD = 280
_NARROWEST = 96
_COUNT = 60


class FindBar(QWidget):
    """A field, how many were found, and ways to the next and the previous one.

    `closed` goes back to where reading was, `kept` stays at the match.
    """

    changed = Signal(str)
    next_requested = Signal()
    previous_requested = Signal()
    closed = Signal()
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find in this document")
        self.field.setAccessibleName("Find in this document")
        self.field.setMinimumWidth(_NARROWEST)
        self.field.setMaximumWidth(_FIELD)
        self.field.textChanged.connect(self.changed)
        self._count = PlainLabel()
        self._count.setProperty("muted", True)
        self._count.setFont(interface_font(12, tabular=True))
        self._count.setMinimumWidth(_COUNT)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(6)
        row.addWidget(self.field, 3)
        row.addWidget(self._count)
        self._add_button(row, "chevron-up", "Previous (Shift+Enter)").clicked.connect(
            self.previous_requested
        )
        self._add_button(row, "chevron-down", "Next (Enter)").clicked.connect(
            self.next_requested
        )
        self._add_button(row, "check", "Stay here (Ctrl+Enter)").clicked.connect(
            self.kept
        )
        row.addStretch(1)
        self._add_button(row, "x", "Close and go back (Esc)").clicked.connect(
            self.closed
        )

    def _add_button(self, row: QHBoxLayout, name: str, tooltip: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(plain_tooltip(tooltip))
        button.setAccessibleName(tooltip)
        row.addWidget(button)
        return button

    def open_with(self, text: str) -> None:
        """Open with something to find, or with what was found last."""
        if text:
            with QSignalBlocker(self.field):
                self.field.setText(text)
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.changed.emit(self.field.text())

    def show_count(self, current: int, total: int, *, wraps: bool = False) -> None:
        """Say which of how many is shown; `current` counts from 1, 0 is none.

        `wraps` says that the other end of the text was gone past.
        """
        count = f"{total:,}" if total < MOST else f"{MOST:,} or more"
        if not self.field.text().strip():
            self._count.setText("")
        elif not total:
            self._count.setText("Not found")
        elif not current:
            self._count.setText(count)
        else:
            again = ", again" if wraps and total > 1 else ""
            self._count.setText(f"{current:,} of {count}{again}")
        self.field.setAccessibleDescription(self._count.text())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take_enter(event.modifiers())
        else:
            super().keyPressEvent(event)

    def _take_enter(self, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self.kept.emit()
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.previous_requested.emit()
        else:
            self.next_requested.emit()

"""The one search field of the window; it asks and knows nothing of answers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ui.resources import icon
from ui.theme import interface_font, tokens

SHORTCUT = "Ctrl+K"
HINT_SIZE = (46, 20)


class SearchField(QLineEdit):
    """A line for a query; Enter asks at once, Down goes to the results.

    Esc goes back to reading; the query and its hits stay.
    """

    query_edited = Signal(str)
    submitted = Signal(str)
    results_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchField")
        self.setPlaceholderText("Search all documents")
        self.setAccessibleName("Search all documents")
        self.setToolTip(f"Search all documents ({SHORTCUT})")
        self.setMinimumWidth(220)
        self.setMinimumHeight(32)
        self._clear = QAction(icon("x"), "Clear the search", self)
        self._clear.triggered.connect(self.clear_query)
        self._glass = QAction(icon("search"), "", self)
        self._glass.triggered.connect(self.start_typing)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._show_clear)
        self.textEdited.connect(self.query_edited)
        self.returnPressed.connect(lambda: self.submitted.emit(self.text()))
        self._show_clear()

    def clear_query(self) -> None:
        """Empty the field and tell so."""
        self.clear()
        self.query_edited.emit("")

    def start_typing(self) -> None:
        """Take the focus with the old query selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    @override
    def sizeHint(self) -> QSize:
        return QSize(560, 32)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.results_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.text():
            self._paint_hint()

    def _paint_hint(self) -> None:
        width, height = HINT_SIZE
        box = QRectF(
            self.width() - width - 8.5, (self.height() - height) / 2, width, height
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens().line, 1))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(tokens().muted)
        painter.setFont(interface_font(11))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, SHORTCUT)
        painter.end()

    def _show_clear(self) -> None:
        self._clear.setVisible(bool(self.text()))

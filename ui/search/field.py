"""The one search field of the window; it asks and knows nothing of answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ui.keymap import explain, keymap
from ui.resources import icon
from ui.theme import interface_font, tokens
from ui.widgets.plain import plain_tooltip
from workbench.model.search import Unread

HINT_MARGIN, HINT_HEIGHT = 12, 20
EDGE, LEAST, STEP = 30, 6, 2


class SearchField(QLineEdit):
    """A line for a query; Enter asks at once, Down goes to the results.

    While it is empty, Down asks for what was searched before. What of the query was
    not read is underlined. Esc goes back to reading; the query and its hits stay.
    """

    query_edited = Signal(str)
    submitted = Signal(str)
    results_wanted = Signal()
    past_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchField")
        self.setPlaceholderText("Search all documents")
        self.setAccessibleName("Search all documents")
        explain(self, "Search all documents", "edit.search")
        keymap.changed.connect(self.update)
        self._unread: Sequence[Unread] = ()
        self._unread_in = ""
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

    def show_unread(self, unread: Sequence[Unread]) -> None:
        """Underline what of the query was not read; the tooltip says why."""
        self._unread, self._unread_in = unread, self.text()
        reasons = "\n".join(it.reason for it in unread)
        self.setAccessibleDescription(reasons)
        usual = f"{self.accessibleName()}{keymap.hint('edit.search')}"
        self.setToolTip(plain_tooltip(reasons or usual))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(560, 32)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            (self.results_wanted if self.text() else self.past_wanted).emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        key = keymap.text_of("edit.search")
        if key and not self.text():
            self._paint_hint(key)
        elif self._unread and self.text() == self._unread_in:
            self._paint_unread()

    def _paint_hint(self, key: str) -> None:
        font = interface_font(11)
        width = QFontMetrics(font).horizontalAdvance(key) + HINT_MARGIN
        height = HINT_HEIGHT
        box = QRectF(
            self.width() - width - 8.5, (self.height() - height) / 2, width, height
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens().line, 1))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(tokens().muted)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
        painter.end()

    def _paint_unread(self) -> None:
        """Underline with a wave each part that was left out, as far as it is seen."""
        metrics, text = self.fontMetrics(), self.text()
        before = text[: _code_points(text, self.cursorPosition())]
        caret = metrics.horizontalAdvance(before)
        start = self.cursorRect().center().x() - caret
        painter = QPainter(self)
        painter.setPen(QPen(tokens().warn, 1.5))
        painter.setClipRect(self.rect().adjusted(EDGE, 0, -EDGE, 0))
        bottom = (self.height() + metrics.height()) / 2 - 1
        for part in self._unread:
            if part.span is not None:
                left = start + metrics.horizontalAdvance(text[: part.span.start])
                right = start + metrics.horizontalAdvance(text[: part.span.end])
                painter.drawPolyline(_wave(left, max(right, left + LEAST), bottom))
        painter.end()

    def _show_clear(self) -> None:
        self._clear.setVisible(bool(self.text()))


def _wave(left: float, right: float, bottom: float) -> list[QPointF]:
    steps = range(int((right - left) / STEP) + 1)
    return [QPointF(left + it * STEP, bottom + (it % 2) * STEP) for it in steps]


def _code_points(text: str, units: int) -> int:
    """Return how many characters the first of Qt's UTF-16 units are."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))

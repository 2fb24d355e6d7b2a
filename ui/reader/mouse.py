"""Selecting with the mouse: drag, double click a word, triple click a paragraph."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from ui.reader.selecting import TextSelection
from ui.reader.view import View

_SCROLL_EVERY = 30


class MouseSelecting(QObject):
    """Turns presses and moves into a selection; scrolls while dragging outside."""

    clicked = Signal(int)
    selected = Signal()

    def __init__(
        self, pane: QAbstractScrollArea, selection: TextSelection, view: View
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._selection = selection
        self._view = view
        self._dragged_to: QPointF | None = None
        self._pressed_at = QPointF()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_EVERY)
        self._scrolling.timeout.connect(self._scroll)
        self._after_double_click = QTimer(self)
        self._after_double_click.setSingleShot(True)

    @property
    def is_dragging(self) -> bool:
        """Tell whether a selection is being drawn."""
        return self._dragged_to is not None

    def press(self, point: QPointF, *, extend: bool) -> None:
        """Begin a selection, or move the end of the one there is."""
        self._pressed_at = point
        if self._after_double_click.isActive():
            self._after_double_click.stop()
            self._selection.select_paragraph(self._offset_at(point))
        else:
            self._selection.move_to(self._offset_at(point), extend=extend)
            self._dragged_to = point
        self.selected.emit()

    def move(self, point: QPointF) -> None:
        """Carry the selection's end along while the button is down."""
        if self._dragged_to is not None:
            self._dragged_to = point
            self._scrolling.start()
            self._extend(point)

    def release(self, point: QPointF) -> None:
        """End a selection; a press without a move was a click."""
        was_dragging = self.is_dragging
        self._dragged_to = None
        self._scrolling.stop()
        if self._selection.span:
            self._offer_to_middle_button()
        elif was_dragging and self._has_stayed(point):
            self.clicked.emit(self._offset_at(point))

    def double_click(self, point: QPointF) -> None:
        """Select a word, and a paragraph if a third click follows."""
        self._selection.select_word(self._offset_at(point))
        self._after_double_click.start(QApplication.doubleClickInterval())
        self.selected.emit()

    def _offset_at(self, point: QPointF) -> int:
        return self._view.offset_at(point.x(), point.y())

    def _has_stayed(self, point: QPointF) -> bool:
        moved = (point - self._pressed_at).manhattanLength()
        return moved < QApplication.startDragDistance()

    def _extend(self, point: QPointF) -> None:
        self._selection.move_to(self._offset_at(point), extend=True)
        self.selected.emit()

    def _scroll(self) -> None:
        if self._dragged_to is None:
            return
        y = self._dragged_to.y()
        beyond = min(y, 0) + max(y - self._pane.viewport().height(), 0)
        if beyond:
            bar = self._pane.verticalScrollBar()
            bar.setValue(bar.value() + round(beyond))
            self._extend(self._dragged_to)

    def _offer_to_middle_button(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection():
            clipboard.setText(self._selection.text, clipboard.Mode.Selection)

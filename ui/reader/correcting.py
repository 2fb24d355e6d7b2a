"""A small editor over the words that are corrected, set like them."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from ui.reader.offsets import qt_text
from ui.reader.pane import ReadingPane
from ui.reader.styles import text_font
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.plain import plain_tooltip
from workbench.model.spans import Span
from workbench.text.correcting import smallest

_ROOM = 48
_OUT = 9


class CorrectingEditor(QLineEdit):
    """Enter takes what is typed, Esc or going elsewhere gives up.

    `corrected` carries the span and what is to stand there.
    """

    corrected = Signal(object, str)
    given_up = Signal()

    def __init__(self, pane: ReadingPane, span: Span) -> None:
        super().__init__(pane.viewport())
        self._pane = pane
        self._span = span
        self._is_over = False
        self.setFont(text_font(pane.look))
        self.setText(qt_text(span.of(pane.text)))
        self._shown = self.text()
        self.setAccessibleName("Correct the text")
        self.setToolTip(plain_tooltip("Enter corrects, Esc gives up"))
        self.textChanged.connect(self._fit)
        pane.scrolled.connect(self._fit)
        self._fit()
        self.show()
        self.selectAll()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._end()
        elif event.key() in ENTER_KEYS:
            self._end()
            self._tell()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._end(takes_focus=False)

    def _tell(self) -> None:
        """Tell what was typed; what was not touched is never read from the widget."""
        whole = Span(0, len(self._shown))
        typed = smallest(self._shown, whole, self.text())
        if typed.span or typed.text:
            start = self._span.start + typed.span.start
            span = Span(start, start + len(typed.span))
            self.corrected.emit(span, typed.text)

    def _end(self, *, takes_focus: bool = True) -> None:
        if self._is_over:
            return
        self._is_over = True
        self.hide()
        if takes_focus:
            self._pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.given_up.emit()
        self.deleteLater()

    def _fit(self) -> None:
        """Lie over the words, as wide as what is typed, inside the pane."""
        boxes = self._pane.boxes(self._span)
        self.setVisible(bool(boxes) and not self._is_over)
        if not boxes:
            return
        box = boxes[0].toAlignedRect()
        room = self._pane.viewport().rect().adjusted(4, 0, -4, 0)
        typed = QFontMetrics(self.font()).horizontalAdvance(self.text()) + _ROOM
        width = min(max(typed, box.width() + 2 * _OUT), room.width())
        place = QRect(box.left() - _OUT, box.top() - 5, width, box.height() + 10)
        place.moveRight(min(place.right(), room.right()))
        place.moveLeft(max(place.left(), room.left()))
        self.setGeometry(place)

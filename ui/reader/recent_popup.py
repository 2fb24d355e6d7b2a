"""The tags used last, each with the digit that takes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets import key_cap, swatch
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.popup import Popup
from ui.widgets.row_text import paint_count, paint_name
from workbench.model.tags import Tag

WIDTH = 280
ROW_HEIGHT = 28
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RecentPopup(Popup):
    """Offers up to nine tags: a digit, Enter or a click takes one, Esc closes."""

    chosen = Signal(int)

    def __init__(self, tags: Sequence[Tag], parent: QWidget) -> None:
        super().__init__("Tags used last", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tags = tags[:9]
        self.rows = _Rows(self._tags)
        self.rows.clicked.connect(self._take)
        self.body.addWidget(self.rows)
        self._focus_before: QWidget | None = None

    @override
    def show_at(self, global_point: QPoint) -> None:
        self._focus_before = QApplication.focusWidget()
        super().show_at(global_point)
        # With the focus left in the text, its digits would be heard instead.
        self.rows.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        before, self._focus_before = self._focus_before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.text().isdecimal() and 1 <= int(event.text()) <= len(self._tags):
            self._take(int(event.text()) - 1)
        elif key in _STEPS:
            self.rows.go_to((self.rows.current + _STEPS[key]) % len(self._tags))
        elif key in ENTER_KEYS:
            self._take(self.rows.current)
        else:
            super().keyPressEvent(event)

    def _take(self, row: int) -> None:
        tag_id = self._tags[row].id
        # Closed first, so that the focus is back before anyone acts on the choice.
        self.close()
        self.chosen.emit(tag_id)


class _Rows(QWidget):
    """Paints the rows and says which one is meant."""

    clicked = Signal(int)

    def __init__(self, tags: Sequence[Tag]) -> None:
        super().__init__()
        self._tags = tags
        self.current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFixedSize(self.sizeHint())
        self.go_to(0)

    def go_to(self, row: int) -> None:
        """Make a row the one that Enter takes."""
        self.current = row
        self.setAccessibleName(f"{row + 1}, {self._tags[row].path}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, ROW_HEIGHT * len(self._tags))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.go_to(self._row_at(event))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit(self._row_at(event))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for row, tag in enumerate(self._tags):
            line = QRect(0, row * ROW_HEIGHT, self.width(), ROW_HEIGHT)
            if row == self.current:
                painter.fillRect(line, theme.tokens().accent_soft)
            _paint_row(painter, line.adjusted(8, 0, -8, 0), row + 1, tag)
        painter.end()

    def _row_at(self, event: QMouseEvent) -> int:
        row = int(event.position().y()) // ROW_HEIGHT
        return min(max(row, 0), len(self._tags) - 1)


def _paint_row(painter: QPainter, room: QRect, digit: int, tag: Tag) -> None:
    middle = room.center().y() + 0.5
    key_cap.paint_key_cap(painter, room.x(), middle, str(digit))
    room.setLeft(room.left() + key_cap.SIDE + 10)
    swatch.paint_swatch(painter, room.x(), middle, tag.color)
    room.setLeft(room.left() + swatch.SIDE + 8)
    room = paint_count(painter, room, f"{tag.passages:,}" if tag.passages else "")
    paint_name(painter, room, tag.path, Qt.TextElideMode.ElideMiddle)

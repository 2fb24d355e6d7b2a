"""A tag on a passage: its square, its name, and a way to take it off."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from ui import theme
from ui.resources import icon
from ui.widgets.enter_button import EnterButton
from ui.widgets.plain import plain_tooltip
from ui.widgets.swatch import SIDE, paint_swatch

HEIGHT = 24
PADDING = 8
REMOVE_SIDE = 18
LONGEST_NAME = 176


class TagChip(EnterButton):
    """Shows one tag; asks with `activated` to go to it, with `removed` to take it off.

    Enter and Space activate, Delete and Backspace remove.
    """

    activated = Signal()
    removed = Signal()

    def __init__(
        self,
        name: str,
        color_index: int,
        parent: QWidget | None = None,
        *,
        removable: bool = True,
    ) -> None:
        super().__init__(parent)
        self._color = color_index
        self._remove = _remove_button(self, name) if removable else None
        self.setText(name)
        self.setToolTip(plain_tooltip(name))
        self.setAccessibleName(f"Tag {name}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.activated)
        if self._remove:
            self.setAccessibleDescription("Press Delete to remove")
            self._remove.clicked.connect(self.removed)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.interface_font(12))
        name = min(metrics.horizontalAdvance(self.text()), LONGEST_NAME)
        end = REMOVE_SIDE + 3 if self._remove else PADDING
        return QSize(PADDING + SIDE + 6 + name + end, HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._remove and key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._remove:
            x = self.width() - REMOVE_SIDE - 3
            self._remove.setGeometry(x, 3, REMOVE_SIDE, REMOVE_SIDE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_pill(painter)
        paint_swatch(painter, PADDING, HEIGHT / 2, self._color)
        left = PADDING + SIDE + 6
        end = REMOVE_SIDE + 3 if self._remove else PADDING
        room = QRect(left, 0, self.width() - left - end, HEIGHT)
        font = theme.interface_font(12)
        painter.setFont(font)
        painter.setPen(theme.tokens().text)
        shown = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, room.width() + 1
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_pill(self, painter: QPainter) -> None:
        colors = theme.tokens()
        focused = self.hasFocus()
        painter.setPen(QPen(colors.accent, 2) if focused else QPen(colors.line, 1))
        painter.setBrush(theme.hover_color() if self.underMouse() else colors.raised)
        inset = 1.0 if focused else 0.5
        pill = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)


def _remove_button(chip: QWidget, name: str) -> QToolButton:
    button = QToolButton(chip)
    button.setIcon(icon("x"))
    button.setIconSize(QSize(12, 12))
    button.setProperty("round", True)
    button.setCursor(Qt.CursorShape.ArrowCursor)
    # The chip itself takes Delete; a second stop a chip would double the way through.
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setToolTip(plain_tooltip(f"Remove tag “{name}”"))
    button.setAccessibleName(f"Remove tag {name}")
    return button

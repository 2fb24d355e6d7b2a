"""A quotation in the reading font, cut after some lines until it is unfolded."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.plain import plain_tooltip

FOLDED_LINES = 8
MOST_LINES = 400
LINE_HEIGHT = 1.4
FONT_SIZE = 15
TOOLTIP_LENGTH = 1200


class QuoteText(QWidget):
    """Shows a quotation over as many lines as it may have."""

    cut_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._layout = QTextLayout()
        self._lines: list[QTextLine] = []
        self._most_lines = FOLDED_LINES
        self._is_cut = False
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_cut(self) -> bool:
        """Tell whether there is more text than is shown."""
        return self._is_cut

    def set_text(self, text: str) -> None:
        """Show another quotation, folded."""
        self._text = text
        self._most_lines = FOLDED_LINES
        self.setAccessibleName(text)
        self._lay_out(self.width())
        self.updateGeometry()

    def unfold(self, *, whole: bool) -> None:
        """Show the whole quotation, or its first lines."""
        self._most_lines = MOST_LINES if whole else FOLDED_LINES
        self._lay_out(self.width())
        self.updateGeometry()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width != self.width():
            _, lines, _ = self._broken(width)
            return self._height_of(len(lines))
        return self._height_of(len(self._lines))

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 40)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._height_of(1))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out(event.size().width())
        super().resizeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.tokens().text)
        painter.setFont(theme.reading_font(FONT_SIZE))
        last = len(self._lines) - 1
        for nth, line in enumerate(self._lines):
            if nth == last and self._is_cut:
                self._paint_cut_line(painter, line)
            else:
                line.draw(painter, QPointF(0, 0))

    def _lay_out(self, width: int) -> None:
        self._layout, self._lines, is_cut = self._broken(max(width, 40))
        if is_cut != self._is_cut:
            self._is_cut = is_cut
            self.cut_changed.emit(is_cut)
        tooltip = self._text[:TOOLTIP_LENGTH] if is_cut else ""
        self.setToolTip(plain_tooltip(tooltip))
        self.update()

    def _broken(self, width: int) -> tuple[QTextLayout, list[QTextLine], bool]:
        """Return the text in lines of this width, and whether some did not fit."""
        font = theme.reading_font(FONT_SIZE)
        step = QFontMetricsF(font).height() * LINE_HEIGHT / 1.2
        layout = QTextLayout(self._text, font)
        lines: list[QTextLine] = []
        layout.beginLayout()
        while len(lines) < self._most_lines and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, round(len(lines) * step)))
            lines.append(line)
        layout.endLayout()
        end = lines[-1].textStart() + lines[-1].textLength() if lines else 0
        return layout, lines, end < len(self._text.encode("utf-16-le")) // 2

    def _height_of(self, lines: int) -> int:
        height = QFontMetricsF(theme.reading_font(FONT_SIZE)).height()
        return math.ceil(max(lines, 1) * height * LINE_HEIGHT / 1.2)

    def _paint_cut_line(self, painter: QPainter, line: QTextLine) -> None:
        metrics = QFontMetricsF(theme.reading_font(FONT_SIZE))
        units = self._text.encode("utf-16-le")
        rest = units[2 * line.textStart() :][: 2 * (line.textLength() + 8)]
        text = rest.decode("utf-16-le", "ignore").rstrip() + "…"
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QPointF(0, line.y() + line.ascent()), shown)

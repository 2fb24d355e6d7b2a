"""Where in each document the matches stand: a bar a document, a tick a match."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip
from typing_extensions import override

from ui import theme
from ui.concordance.plot_painting import (
    ROW,
    TICK,
    Look,
    bar_of,
    paint_heading,
    paint_row,
    tick_x,
)
from ui.concordance.plot_rows import Plot
from ui.widgets.counting import count_of
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.plain import plain_tooltip

HEAD = 26
REACH = 6
"""So near to a tick, in pixels, a click means it."""


class PlotView(QAbstractScrollArea):
    """Up and Down go from document to document, Left and Right from match to match.

    Home and End are the first and the last match of a document; Enter or a click on
    a tick goes there.
    """

    match_activated = Signal(int, int)  # row, match in it

    def __init__(self) -> None:
        super().__init__()
        self.plot = Plot()
        self.current = (0, 0)
        self._equal = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewportMargins(0, HEAD, 0, 0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Where the matches stand in each document")
        self.verticalScrollBar().setSingleStep(ROW)
        self.viewport().setMouseTracking(True)
        self._heading = _Heading(self)
        theme.theme_signals.changed.connect(self.viewport().update)

    @property
    def look(self) -> Look:
        """How the plot is drawn now."""
        return Look(theme.tokens(), self._equal)

    def show_plot(self, plot: Plot) -> None:
        """Show other matches; the current one is the first."""
        self.plot = plot
        self.current = (0, 0)
        self._measure()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def set_equal(self, *, equal: bool) -> None:
        """Draw bars of one length, or of that of the texts."""
        self._equal = equal
        self._heading.update()
        self.viewport().update()

    def go_to(self, row: int, match: int) -> None:
        """Make a match the current one, and bring its row into view."""
        if not self.plot.rows:
            return
        row = min(max(row, 0), len(self.plot.rows) - 1)
        match = min(max(match, 0), self.plot.rows[row].count - 1)
        self.current = (row, match)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = row * ROW
        bar.setValue(min(max(bar.value(), top + ROW - height), top))
        self._say_current()
        self.viewport().update()

    def match_at(self, point: QPointF) -> tuple[int, int] | None:
        """Return the match that is drawn at a point of the viewport, if any."""
        row = int(point.y() + self.verticalScrollBar().value()) // ROW
        if not 0 <= row < len(self.plot.rows):
            return None
        bar = self._bar(row)
        share = (point.x() - bar.x()) / bar.width()
        match = self.plot.rows[row].nearest(share)
        x = tick_x(bar, self.plot.rows[row].dispersion.places[match])
        return (row, match) if abs(x - point.x()) <= REACH else None

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, 160)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.tokens().surface)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self.verticalScrollBar().value()
        first = (top + event.rect().top()) // ROW
        last = min((top + event.rect().bottom()) // ROW, len(self.plot.rows) - 1)
        for number in range(first, last + 1):
            if number == self.current[0]:
                self._paint_current_ground(painter)
            paint_row(painter, self.plot, self._room(number), self.look, number)
            if number == self.current[0]:
                self._paint_current(painter)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._heading.setGeometry(0, 0, self.width(), HEAD)
        self._measure()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, match = self.current
        page = max(self.viewport().height() // ROW - 1, 1)
        keys = Qt.Key
        moves = {
            keys.Key_Up: (row - 1, 0), keys.Key_Down: (row + 1, 0),
            keys.Key_PageUp: (row - page, 0), keys.Key_PageDown: (row + page, 0),
            keys.Key_Left: (row, match - 1), keys.Key_Right: (row, match + 1),
            keys.Key_Home: (row, 0), keys.Key_End: (row, self._last(row)),
        }  # fmt: skip
        if event.key() in ENTER_KEYS and self.plot.rows:
            self.match_activated.emit(row, match)
        elif event.key() in moves:
            self.go_to(*moves[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.match_at(event.position())
        if found and event.button() == Qt.MouseButton.LeftButton:
            self.go_to(*found)
            self.match_activated.emit(*found)
        else:
            super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        shape = Qt.CursorShape
        is_tick = self.match_at(event.position()) is not None
        pointing = shape.PointingHandCursor if is_tick else shape.ArrowCursor
        self.viewport().setCursor(pointing)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = (event.pos().y() + self.verticalScrollBar().value()) // ROW
            if 0 <= row < len(self.plot.rows):
                said = plain_tooltip(self._said(row))
                QToolTip.showText(event.globalPos(), said, self.viewport())
                return True
        return super().viewportEvent(event)

    def _last(self, row: int) -> int:
        return self.plot.rows[row].count - 1 if self.plot.rows else 0

    def _room(self, row: int) -> QRect:
        top = row * ROW - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), ROW)

    def _bar(self, row: int) -> QRectF:
        drawn, longest = self.plot.rows[row], self.plot.longest
        return bar_of(self._room(row), drawn, longest, equal=self._equal)

    def _measure(self) -> None:
        height = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setPageStep(height)
        bar.setRange(0, max(len(self.plot.rows) * ROW - height, 0))

    def _paint_current_ground(self, painter: QPainter) -> None:
        room, colors = self._room(self.current[0]), theme.tokens()
        painter.fillRect(room, colors.accent_soft)
        if self.hasFocus():
            painter.fillRect(QRect(0, room.y(), 2, ROW), colors.accent)

    def _paint_current(self, painter: QPainter) -> None:
        row, match = self.current
        bar = self._bar(row)
        x = tick_x(bar, self.plot.rows[row].dispersion.places[match])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens().text)
        mark = QRectF(x - TICK, bar.y() - 3, 2 * TICK, bar.height() + 6)
        painter.drawRect(mark)

    def _said(self, number: int) -> str:
        row = self.plot.rows[number]
        document = row.dispersion.document
        matches = count_of(row.count, "match", "matches")
        return (
            f"{row.title}\n{document.name} · {row.dispersion.characters:,} characters"
            f"\n{matches} · DP {row.deviation:.2f}: 0 is even over ten equal parts of"
            " the text, near 1 is all in one"
        )

    def _say_current(self) -> None:
        row, match = self.current
        drawn = self.plot.rows[row]
        share = drawn.dispersion.places[match]
        self.setAccessibleDescription(
            f"{drawn.title}, match {match + 1:,} of {drawn.count:,}, at {share:.0%}"
        )
        kind = QAccessible.Event.DescriptionChanged
        QAccessible.updateAccessibility(QAccessibleEvent(self, kind))


class _Heading(QFrame):
    """Names the columns; it does not scroll."""

    def __init__(self, view: PlotView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = theme.tokens()
        painter.fillRect(self.rect(), colors.background)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), colors.line)
        room = QRect(0, 0, self._view.viewport().width(), self.height())
        paint_heading(painter, room, self._view.look)

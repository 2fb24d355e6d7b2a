"""The ribbons between two texts beside each other, which are also their border."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QContextMenuEvent,
    QHelpEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QToolTip
from typing_extensions import override

from ui.compare.kinds import look_of
from ui.compare.reading import Reading
from ui.compare.ribbon_shapes import Band, band, edges, outline
from ui.compare.ties import Tie
from ui.compare.words import told_of
from ui.resources import icon
from ui.theme import tokens
from ui.widgets.plain import plain_tooltip
from ui.widgets.span_index import SpanIndex
from ui.widgets.strokes import pen, see_through, tone_color
from workbench.model.spans import Span

WIDTH = 40
_MARK = 18
_CHOSEN_FILL = 0.36
_FADED = 0.04
_NOWHERE = Span(0, 0)


class Ribbons(QSplitterHandle):
    """Draws those ties of its two texts that are in view; a click chooses one."""

    tie_clicked = Signal(object)  # Tie
    menu_wanted = Signal(object, QPoint)  # Tie, where on the screen

    def __init__(self, splitter: QSplitter) -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self._readings: tuple[Reading, Reading] | None = None
        self._chosen: Tie | None = None
        self._drawn: list[tuple[Tie, QPainterPath]] = []
        self.show_ties(())
        self.setMouseTracking(True)
        self.setAccessibleName("Ribbons between what both texts say")

    def attach(self, left: Reading, right: Reading) -> None:
        """Stand between these two texts."""
        self._readings = left, right
        self.update()

    def show_ties(self, ties: Sequence[Tie]) -> None:
        """Draw these, each of which has an end in both texts."""
        self._ties = [it for it in ties if it.a is not None and it.b is not None]
        self._indexes = (
            SpanIndex([it.a or _NOWHERE for it in self._ties]),
            SpanIndex([it.b or _NOWHERE for it in self._ties]),
        )
        self.update()

    def choose(self, tie: Tie | None) -> None:
        """Draw one of them stronger than the others."""
        self._chosen = tie
        self.update()

    @property
    def drawn(self) -> list[Tie]:
        """The ties that were in view when last painted."""
        return [tie for tie, _path in self._drawn]

    def tie_at(self, point: QPointF) -> Tie | None:
        """Return the ribbon at a point, that which is on top."""
        found = (tie for tie, path in reversed(self._drawn) if path.contains(point))
        return next(found, None)

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), tokens().background)
        self._drawn = []
        if self._readings is not None:
            left, right = self._readings
            top = min(left.top_in(self), right.top_in(self))
            painter.setClipRect(QRect(0, top, self.width(), self.height() - top))
            bands = sorted(self._bands(left, right), key=lambda it: self._is_chosen(it))
            for tie, shape in bands:
                path = outline(shape, self.width())
                self._drawn.append((tie, path))
                self._paint(painter, tie, shape, path)
        painter.end()

    def _is_chosen(self, drawn: tuple[Tie, Band]) -> bool:
        return drawn[0].is_same(self._chosen)

    def _bands(self, left: Reading, right: Reading) -> Iterator[tuple[Tie, Band]]:
        seen = {
            number
            for reading, index in zip((left, right), self._indexes, strict=True)
            for number in index.within(*_ends(reading.in_view()))
        }
        ties = [self._ties[number] for number in sorted(seen)]
        tops = left.top_in(self), right.top_in(self)
        views = tuple(
            (float(top), float(top + it.height))
            for top, it in zip(tops, (left, right), strict=True)
        )
        starts = left.extents([it.a or _NOWHERE for it in ties])
        ends = right.extents([it.b or _NOWHERE for it in ties])
        for tie, start, end in zip(ties, starts, ends, strict=True):
            shape = band(
                (start[0] + tops[0], start[1] + tops[0]),
                (end[0] + tops[1], end[1] + tops[1]),
                (views[0], views[1]),
            )
            if shape is not None:
                yield tie, shape

    def _paint(
        self, painter: QPainter, tie: Tie, shape: Band, path: QPainterPath
    ) -> None:
        look, chosen = look_of(tie.kind), tie.is_same(self._chosen)
        share = max(look.fill, _CHOSEN_FILL) if chosen else look.fill
        if share:
            # The edges are drawn smooth over it: filling it so costs most of a frame.
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.fillPath(path, self._brush(look.tone, share, shape))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = pen(look.tone, look.stroke, 2 if chosen else 1)
        line.setBrush(self._brush(look.tone, 1.0 if chosen else 0.65, shape))
        painter.setPen(line)
        for edge in edges(shape, self.width()):
            painter.drawPath(edge)
        if tie.links:
            self._paint_mark(painter, tie, shape)

    def _brush(self, tone: str, share: float, shape: Band) -> QBrush:
        """Return a color that fades towards an end that is out of view."""
        color = tone_color(tone)
        if not (shape.fades_left or shape.fades_right):
            return QBrush(see_through(color, share))
        fading = QLinearGradient(0, 0, self.width(), 0)
        faded = min(share, _FADED)
        fading.setColorAt(0, see_through(color, faded if shape.fades_left else share))
        fading.setColorAt(1, see_through(color, faded if shape.fades_right else share))
        return QBrush(fading)

    def _paint_mark(self, painter: QPainter, tie: Tie, shape: Band) -> None:
        """Paint the sign of a link on the middle of a ribbon."""
        middle = sum((*shape.left, *shape.right)) / 4
        box = QRect(0, 0, _MARK, _MARK)
        box.moveCenter(QPointF(self.width() / 2, middle).toPoint())
        painter.setPen(
            pen(look_of(tie.links[-1].kind).tone, look_of(tie.kind).stroke, 1)
        )
        painter.setBrush(tokens().surface)
        painter.drawEllipse(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        icon("link", "text").paint(painter, box.adjusted(4, 4, -4, -4))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        tie = self.tie_at(event.position())
        if tie is not None and event.button() == Qt.MouseButton.LeftButton:
            self.tie_clicked.emit(tie)
            return
        super().mousePressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        tie = self.tie_at(QPointF(event.pos()))
        if tie is not None:
            self.menu_wanted.emit(tie, event.globalPos())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_over = self.tie_at(event.position()) is not None
        shapes = Qt.CursorShape
        self.setCursor(
            shapes.PointingHandCursor
            if is_over and not event.buttons()
            else shapes.SplitHCursor
        )
        super().mouseMoveEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tie = self.tie_at(QPointF(event.pos()))
            said = plain_tooltip(told_of(tie)) if tie is not None else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end

"""The network on the screen: it can be moved, enlarged, and walked through by keys."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from ui import theme
from ui.reuse import network_walk as walk
from ui.reuse.framing import Framing, fitting, radius_of
from ui.reuse.network import Network
from ui.reuse.network_labels import (
    Label,
    label_in_any_case,
    labels_of,
    paint_strong_labels,
)
from ui.reuse.network_painting import paint_edges, paint_nodes
from ui.reuse.network_picture import NetworkPicture
from ui.reuse.network_walk import Standing
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.plain import plain_tooltip

EDGE_OF_ROOM = 56
ZOOM = 1.25
LEAST_SCALE, LARGEST_SCALE = 2.0, 400.0
PAN = 60
STILL = 4
MOST_NAMED = 8


class NetworkView(QWidget):
    """Arrows go from node to node, Space along the edges of one, Enter opens.

    `+` and `-` or the wheel enlarge and shrink, dragging or Shift with arrows moves
    all of it, `0` shows it whole.
    """

    pair_chosen = Signal(int, int)
    document_chosen = Signal(int)
    current_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.network = Network()
        self.current: Standing | None = None
        self.framing = fitting(self.network, QRectF())
        self._hovered: Standing | None = None
        self._is_whole = True
        self._pressed: QPointF | None = None
        self._dragged: QPointF | None = None
        self._picture = NetworkPicture(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Network of documents that share statements")
        theme.theme_signals.changed.connect(self._picture.forget)

    def show_network(self, network: Network) -> None:
        """Show another network, whole; the current document stays so."""
        before = self.current and self.network.nodes[self.current.node].id
        self.network = network
        ids = [it.id for it in network.nodes]
        self._hovered = None
        self._picture.forget()
        self.current = Standing(ids.index(before)) if before in ids else None
        self.show_whole()
        self.current_changed.emit()

    def show_whole(self) -> None:
        """Let the whole network be in view."""
        self._is_whole = True
        room = QRectF(self.rect())
        room.adjust(EDGE_OF_ROOM, EDGE_OF_ROOM, -EDGE_OF_ROOM, -EDGE_OF_ROOM)
        self._frame(fitting(self.network, room))

    def zoom(self, factor: float, center: QPointF | None = None) -> None:
        """Enlarge or shrink; the center stays where it is."""
        scale = self.framing.scale
        factor = min(max(scale * factor, LEAST_SCALE), LARGEST_SCALE) / scale
        self._is_whole = False
        middle = center or QRectF(self.rect()).center()
        self._frame(self.framing.around(middle, factor))

    def go_to(self, standing: Standing) -> None:
        """Make a node or an edge the current one, and bring it into view."""
        self.current = standing
        point = self.framing.point(self.network.places[standing.node])
        if not self.rect().adjusted(20, 20, -20, -20).contains(point.toPoint()):
            middle = QRectF(self.rect()).center()
            self._is_whole = False
            self._frame(
                self.framing.moved(middle.x() - point.x(), middle.y() - point.y())
            )
        self._say_current()
        self.current_changed.emit()
        self.update()

    @property
    def words(self) -> str:
        """What is to be said of the current node or edge."""
        return walk.in_words(self.network, self.current) if self.current else ""

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, 400)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._picture.paint(painter, self.network, self.framing)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for standing in filter(None, (self.current, self._hovered)):
            self._paint_standing(painter, standing)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_whole:
            self.show_whole()
        self._picture.forget()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not self.network.nodes:
            super().keyPressEvent(event)
        elif key in walk.DIRECTIONS and has_shift:
            dx, dy = walk.DIRECTIONS[key]
            self._move(-dx * PAN, -dy * PAN)
        elif key in walk.DIRECTIONS:
            self._step(walk.DIRECTIONS[key])
        elif key == Qt.Key.Key_Space:
            start = self.current or Standing(self.network.by_weight[0])
            self.go_to(walk.next_edge(self.network, start, -1 if has_shift else 1))
        elif key in ENTER_KEYS:
            self._open(self.current)
        elif not self._zoom_by(event.text()):
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turns = event.angleDelta().y() / 120
        self.zoom(ZOOM**turns, event.position())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._dragged = event.position()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._pressed is not None and self._dragged is not None:
            step, self._dragged = point - self._dragged, point
            self._move(step.x(), step.y())
            return
        hovered = walk.at_point(self.network, self.framing, point)
        if hovered != self._hovered:
            self._hovered = hovered
            shape = Qt.CursorShape
            self.setCursor(shape.PointingHandCursor if hovered else shape.ArrowCursor)
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed, self._dragged = self._pressed, None, None
        if pressed is None:
            return
        if (event.position() - pressed).manhattanLength() <= STILL:
            found = walk.at_point(self.network, self.framing, event.position())
            if found is not None:
                self.go_to(found)
                if found.edge is not None:
                    self._open(found)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._open(walk.at_point(self.network, self.framing, event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = walk.at_point(self.network, self.framing, QPointF(event.pos()))
            said = walk.in_words(self.network, found) if found else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(said), self)
            return True
        return super().event(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None and self.network.nodes:
            self.go_to(Standing(self.network.by_weight[0]))
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _zoom_by(self, sign: str) -> bool:
        if sign in {"+", "="}:
            self.zoom(ZOOM)
        elif sign == "-":
            self.zoom(1 / ZOOM)
        elif sign == "0":
            self.show_whole()
        else:
            return False
        return True

    def _step(self, direction: tuple[int, int]) -> None:
        if self.current is None:
            self.go_to(Standing(self.network.by_weight[0]))
        else:
            node = walk.beside(self.network, self.current.node, direction)
            self.go_to(Standing(node))

    def _open(self, standing: Standing | None) -> None:
        if standing is None:
            return
        nodes, edge = self.network.nodes, standing.edge
        if edge is None:
            self.document_chosen.emit(nodes[standing.node].id)
        else:
            self.pair_chosen.emit(nodes[edge.start].id, nodes[edge.end].id)

    def _move(self, dx: float, dy: float) -> None:
        self._is_whole = False
        self._frame(self.framing.moved(dx, dy))

    def _frame(self, framing: Framing) -> None:
        self.framing = framing
        self.update()

    def _paint_standing(self, painter: QPainter, standing: Standing) -> None:
        """Draw over the network what is meant, with what it is tied to."""
        colors, network = theme.tokens(), self.network
        own = network.edges_of[standing.node]
        edges = [standing.edge] if standing.edge else own
        ends = {one for it in edges for one in (it.start, it.end)} | {standing.node}
        paint_edges(painter, network, edges, self.framing, colors.accent)
        paint_nodes(painter, network, ends, self.framing, colors)
        if standing is self.current:
            self._paint_ring(painter, standing.node)
        paint_strong_labels(painter, self._labels_at(ends, standing.node), colors)

    def _labels_at(self, nodes: Collection[int], first: int) -> list[Label]:
        """Return the names of some nodes, where they stand already or find room."""
        known = {it.node: it for it in self._picture.labels}
        if first not in known:
            known[first] = label_in_any_case(self.network, first, self.framing)
        fresh = [it for it in nodes if it not in known][:MOST_NAMED]
        found = labels_of(self.network, fresh, self.framing, list(known.values()))
        return [*(known[it] for it in nodes if it in known), *found]

    def _paint_ring(self, painter: QPainter, node: int) -> None:
        colors = theme.tokens()
        radius = radius_of(self.network, node, self.framing) + 3
        painter.setPen(QPen(colors.accent if self.hasFocus() else colors.muted, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        point = self.framing.point(self.network.places[node])
        painter.drawEllipse(point, radius, radius)

    def _say_current(self) -> None:
        self.setAccessibleDescription(self.words)
        kind = QAccessible.Event.DescriptionChanged
        QAccessible.updateAccessibility(QAccessibleEvent(self, kind))

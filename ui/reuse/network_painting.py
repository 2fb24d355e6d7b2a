"""Draws a network of documents: on the screen, and the same into pictures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.colors import Tokens, mixed
from ui.reuse.framing import LARGEST_NODE, Framing, line_width, radius_of
from ui.reuse.network import Edge, Network
from ui.reuse.network_labels import Label, labels_of, paint_labels
from ui.theme import interface_font
from ui.widgets.row_text import LEFT
from workbench.model.alignments import PairKind

ARROW = 7.0
THINNEST = 0.75
KEY_MARGIN, KEY_WIDTH = 18, 420
KEYS = {
    PairKind.VERBATIM: "verbatim",
    PairKind.ALTERED: "altered",
    PairKind.PARAPHRASE: "paraphrased",
}
MANY = 600
"""From so many edges on, they are only drawn as lines until one comes nearer."""
STYLES = {
    PairKind.VERBATIM: Qt.PenStyle.SolidLine,
    PairKind.ALTERED: Qt.PenStyle.DashLine,
    PairKind.PARAPHRASE: Qt.PenStyle.DotLine,
}


def paint_network(
    painter: QPainter, network: Network, framing: Framing, room: QRectF, colors: Tokens
) -> list[Label]:
    """Draw what of a network is in a room; returns the names that had room."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    margin = 2 * LARGEST_NODE
    around = room.adjusted(-margin, -margin, margin, margin)
    points = [framing.point(it) for it in network.places]
    seen = [it for it in network.by_weight if around.contains(points[it])]
    edges = _edges_in(network, points, around)
    strength = 0.5 if len(edges) < 2 * len(seen) else 0.3
    color = mixed(colors.surface, colors.muted, strength)
    if len(edges) > MANY and framing.ease < 1:
        _paint_lines(painter, edges, points, framing, color)
    else:
        paint_edges(painter, network, edges, framing, color)
    paint_nodes(painter, network, seen, framing, colors)
    labels = labels_of(network, seen, framing, room=room)
    paint_labels(painter, labels, colors)
    paint_key(painter, room, colors)
    return labels


def paint_key(painter: QPainter, room: QRectF, colors: Tokens) -> None:
    """Say in the lower left corner what the kinds of lines mean."""
    x, y = room.left() + KEY_MARGIN, room.bottom() - KEY_MARGIN
    painter.setFont(interface_font(11))
    painter.fillRect(QRectF(room.left(), y - 16, KEY_WIDTH, 32), colors.surface)
    painter.setBrush(colors.muted)
    for kind, words in KEYS.items():
        painter.setPen(QPen(colors.muted, 2, STYLES[kind]))
        painter.drawLine(QLineF(x, y, x + 26, y))
        x = _write(painter, x + 32, y, words, colors) + 16
    line = QLineF(x, y, x + 26, y)
    painter.setPen(QPen(colors.muted, 2))
    painter.drawLine(line)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(_arrow(line, 1.0))
    _write(painter, x + 32, y, "to the later", colors)


def _write(painter: QPainter, x: float, y: float, words: str, colors: Tokens) -> float:
    """Write words at the right of a place, and return where they end."""
    room = QRectF(x, y - 10, 120, 20)
    painter.setPen(colors.muted)
    painter.drawText(room, LEFT, words)
    return x + painter.fontMetrics().horizontalAdvance(words)


def paint_edges(
    painter: QPainter,
    network: Network,
    edges: Iterable[Edge],
    framing: Framing,
    color: QColor,
) -> None:
    """Draw edges from rim to rim, with the heads of arrows."""
    alike: defaultdict[tuple[PairKind, float], list[QLineF]] = defaultdict(list)
    arrows: list[QPolygonF] = []
    for edge in edges:
        line = line_of(network, edge, framing)
        width = max(line_width(edge.shared.statements, framing), 1.0)
        if edge.is_arrow and line.length() > ARROW:
            arrows.append(_arrow(line, width))
            line.setLength(line.length() - ARROW + 1)
        alike[edge.kind, width].append(line)
    _draw(painter, alike, color)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for arrow in arrows:
        painter.drawPolygon(arrow)


def line_of(network: Network, edge: Edge, framing: Framing) -> QLineF:
    """Return an edge from the rim of its first node to that of its last."""
    line = QLineF(
        framing.point(network.places[edge.start]),
        framing.point(network.places[edge.end]),
    )
    length = line.length()
    first = radius_of(network, edge.start, framing)
    last = radius_of(network, edge.end, framing)
    if length <= first + last + 2:
        return line
    return QLineF(
        line.pointAt((first + 1) / length), line.pointAt(1 - (last + 1) / length)
    )


def _edges_in(network: Network, points: Sequence[QPointF], room: QRectF) -> list[Edge]:
    left, right, top, bottom = room.left(), room.right(), room.top(), room.bottom()
    xs, ys = [it.x() for it in points], [it.y() for it in points]
    return [
        it
        for it in network.edges
        if not (
            (xs[it.start] < left and xs[it.end] < left)
            or (xs[it.start] > right and xs[it.end] > right)
            or (ys[it.start] < top and ys[it.end] < top)
            or (ys[it.start] > bottom and ys[it.end] > bottom)
        )
    ]


def _paint_lines(
    painter: QPainter,
    edges: Iterable[Edge],
    points: Sequence[QPointF],
    framing: Framing,
    color: QColor,
) -> None:
    """Draw very many edges: their nodes are drawn over them, arrows would blur."""
    alike: defaultdict[int, list[QLineF]] = defaultdict(list)
    for edge in edges:
        line = QLineF(points[edge.start], points[edge.end])
        alike[edge.shared.statements].append(line)
    for statements, lines in alike.items():
        painter.setPen(QPen(color, max(line_width(statements, framing), THINNEST)))
        painter.drawLines(lines)


def _draw(
    painter: QPainter,
    alike: Mapping[tuple[PairKind, float], Sequence[QLineF]],
    color: QColor,
) -> None:
    for (kind, width), lines in alike.items():
        pen = QPen(color, width, STYLES[kind])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLines(lines)


def paint_nodes(
    painter: QPainter, network: Network, nodes: Iterable[int], framing: Framing,
    colors: Tokens,
) -> None:  # fmt: skip
    """Draw nodes."""
    from_afar = framing.ease < 1
    # A rim keeps nodes apart from lines; the smallest would be all rim.
    rim = QPen(Qt.PenStyle.NoPen) if from_afar else QPen(colors.surface, 1.5)
    painter.setPen(rim)
    painter.setBrush(mixed(colors.accent, colors.text, 0.10))
    for node in nodes:
        radius = radius_of(network, node, framing)
        painter.drawEllipse(framing.point(network.places[node]), radius, radius)


def _arrow(line: QLineF, width: float) -> QPolygonF:
    """Return the head of an arrow at the end of a line."""
    back = line.pointAt(1 - ARROW / line.length())
    across = line.normalVector().unitVector()
    half = ARROW / 2 + width / 3
    dx, dy = across.dx() * half, across.dy() * half
    return QPolygonF(
        [
            line.p2(),
            QPointF(back.x() + dx, back.y() + dy),
            QPointF(back.x() - dx, back.y() - dy),
        ]
    )

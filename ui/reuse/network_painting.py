"""Draws a network of documents: on the screen, and the same into pictures."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from ui.colors import Tokens, mixed
from ui.reuse.network import Edge, Network
from ui.theme import interface_font
from workbench.model.alignments import PairKind

LEAST_NODE, LARGEST_NODE = 4.0, 13.0
LEAST_LINE, WIDEST_LINE = 1.0, 6.0
ARROW = 7.0
LABEL_WIDTH = 170
LABEL_GAP = 3.0
MOST_LABELS = 60
BUCKET = 64.0

STYLES = {
    PairKind.VERBATIM: Qt.PenStyle.SolidLine,
    PairKind.ALTERED: Qt.PenStyle.DashLine,
    PairKind.PARAPHRASE: Qt.PenStyle.DotLine,
}
WORDS = {
    PairKind.VERBATIM: "mostly verbatim",
    PairKind.ALTERED: "mostly altered",
    PairKind.PARAPHRASE: "mostly paraphrased",
}


@dataclass(frozen=True, slots=True)
class Framing:
    """How places of a network become points: so many pixels a step, from a corner."""

    scale: float
    dx: float
    dy: float

    def point(self, place: tuple[float, float]) -> QPointF:
        """Return where a place is drawn."""
        return QPointF(place[0] * self.scale + self.dx, place[1] * self.scale + self.dy)

    def around(self, center: QPointF, factor: float) -> Framing:
        """Return a larger or smaller one in which a point stays where it is."""
        return Framing(
            self.scale * factor,
            center.x() + (self.dx - center.x()) * factor,
            center.y() + (self.dy - center.y()) * factor,
        )

    def moved(self, dx: float, dy: float) -> Framing:
        """Return one that is moved by so many pixels."""
        return Framing(self.scale, self.dx + dx, self.dy + dy)


def fitting(network: Network, room: QRectF, largest: float = 150.0) -> Framing:
    """Return the framing in which a network fills a room."""
    if not network.places:
        return Framing(largest, room.x(), room.y())
    xs, ys = zip(*network.places, strict=True)
    left, top = min(xs), min(ys)
    width, height = max(xs) - left, max(ys) - top
    scale = min(
        room.width() / width if width else largest,
        room.height() / height if height else largest,
        largest,
    )
    return Framing(
        scale,
        room.center().x() - (left + width / 2) * scale,
        room.center().y() - (top + height / 2) * scale,
    )


def radius_of(network: Network, node: int) -> float:
    """Return how large a node is drawn: its area is what it shares."""
    most = network.weights[network.by_weight[0]]
    share = math.sqrt(network.weights[node] / most)
    size = LARGEST_NODE if len(network.nodes) < 200 else LARGEST_NODE * 0.75
    return max(LEAST_NODE, size * share)


def width_of(edge: Edge) -> float:
    """Return how wide an edge is drawn: each doubling of statements adds a pixel."""
    return min(LEAST_LINE + math.log2(edge.shared.statements), WIDEST_LINE)


def paint_network(
    painter: QPainter, network: Network, framing: Framing, room: QRectF, colors: Tokens
) -> None:
    """Draw what of a network is in a room, with the names that have room."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    margin = 2 * LARGEST_NODE
    around = room.adjusted(-margin, -margin, margin, margin)
    points = [framing.point(it) for it in network.places]
    seen = [it for it in network.by_weight if around.contains(points[it])]
    edges = [
        it
        for it in network.edges
        if _bounds(points[it.start], points[it.end]).intersects(around)
    ]
    strength = 0.55 if len(edges) < 3 * len(network.nodes) else 0.3
    color = mixed(colors.surface, colors.muted, strength)
    paint_edges(painter, network, edges, framing, color)
    paint_nodes(painter, network, seen, framing, colors)
    paint_labels(painter, labels_of(network, seen, framing), colors)


def paint_edges(
    painter: QPainter,
    network: Network,
    edges: Iterable[Edge],
    framing: Framing,
    color: QColor,
) -> None:
    """Draw edges, those that look alike at once."""
    alike: defaultdict[tuple[PairKind, float], list[QLineF]] = defaultdict(list)
    arrows: list[QPolygonF] = []
    for edge in edges:
        line = line_of(network, edge, framing)
        width = round(width_of(edge) * 2) / 2
        if edge.is_arrow and line.length() > ARROW:
            arrows.append(_arrow(line, width))
            line.setLength(line.length() - ARROW + 1)
        alike[edge.kind, width].append(line)
    for (kind, width), lines in alike.items():
        pen = QPen(color, width, STYLES[kind])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLines(lines)
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
    first, last = radius_of(network, edge.start), radius_of(network, edge.end)
    if length <= first + last + 2:
        return line
    return QLineF(
        line.pointAt((first + 1) / length), line.pointAt(1 - (last + 1) / length)
    )


def paint_nodes(
    painter: QPainter, network: Network, nodes: Iterable[int], framing: Framing,
    colors: Tokens,
) -> None:  # fmt: skip
    """Draw nodes."""
    painter.setPen(QPen(colors.surface, 1.5))
    painter.setBrush(mixed(colors.accent, colors.text, 0.10))
    for node in nodes:
        radius = radius_of(network, node)
        painter.drawEllipse(framing.point(network.places[node]), radius, radius)


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a node, cut to fit, and where it is written."""

    node: int
    box: QRectF
    text: str


def labels_of(
    network: Network, nodes: Sequence[int], framing: Framing, first: Sequence[int] = ()
) -> list[Label]:
    """Return the names that have room, the `first` whatever is there already.

    No name covers another one, or a node.
    """
    taken = _Taken()
    for node in nodes:
        radius = radius_of(network, node)
        point = framing.point(network.places[node])
        taken.add(_box(point, radius, radius))
    found: list[Label] = []
    metrics = QFontMetricsF(interface_font(12))
    wanted = [*first, *(it for it in nodes if it not in set(first))]
    for node in wanted[: MOST_LABELS + len(first)]:
        label = _label(network, node, framing, metrics, taken)
        if label is None and node in first:
            label = _label(network, node, framing, metrics, _Taken())
        if label is not None:
            taken.add(label.box)
            found.append(label)
    return found


def paint_labels(
    painter: QPainter, labels: Sequence[Label], colors: Tokens,
    strong: Collection[int] = (),
) -> None:  # fmt: skip
    """Write names; the `strong` ones on a ground of their own."""
    painter.setFont(interface_font(12))
    for label in labels:
        if label.node in strong:
            painter.setPen(QPen(colors.line, 1))
            painter.setBrush(colors.raised)
            painter.drawRoundedRect(label.box.adjusted(-4, -1, 4, 1), 4, 4)
        painter.setPen(colors.text)
        painter.drawText(label.box, Qt.AlignmentFlag.AlignCenter, label.text)


def _label(
    network: Network, node: int, framing: Framing, metrics: QFontMetricsF, taken: _Taken
) -> Label | None:
    title = network.nodes[node].title
    text = metrics.elidedText(title, Qt.TextElideMode.ElideRight, LABEL_WIDTH)
    size = QSizeF(metrics.horizontalAdvance(text) + 2, metrics.height())
    point = framing.point(network.places[node])
    for box in _beside(point, radius_of(network, node) + LABEL_GAP, size):
        if taken.is_free(box):
            return Label(node, box, text)
    return None


def _beside(point: QPointF, away: float, size: QSizeF) -> Iterator[QRectF]:
    """Yield where a name may stand: right of its node, left, below, above."""
    x, y, width, height = point.x(), point.y(), size.width(), size.height()
    yield QRectF(x + away, y - height / 2, width, height)
    yield QRectF(x - away - width, y - height / 2, width, height)
    yield QRectF(x - width / 2, y + away, width, height)
    yield QRectF(x - width / 2, y - away - height, width, height)


def _bounds(one: QPointF, other: QPointF) -> QRectF:
    # Never flat: what is flat touches nothing.
    return QRectF(one, other).normalized().adjusted(-1, -1, 1, 1)


def _box(center: QPointF, across: float, down: float) -> QRectF:
    return QRectF(center.x() - across, center.y() - down, 2 * across, 2 * down)


class _Taken:
    """Knows where something is drawn already."""

    def __init__(self) -> None:
        self._boxes: defaultdict[tuple[int, int], list[QRectF]] = defaultdict(list)

    def add(self, box: QRectF) -> None:
        for bucket in _buckets(box):
            self._boxes[bucket].append(box)

    def is_free(self, box: QRectF) -> bool:
        return not any(
            box.intersects(other)
            for bucket in _buckets(box)
            for other in self._boxes.get(bucket, ())
        )


def _buckets(box: QRectF) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left() // BUCKET), int(box.right() // BUCKET) + 1):
        for row in range(int(box.top() // BUCKET), int(box.bottom() // BUCKET) + 1):
            yield column, row


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

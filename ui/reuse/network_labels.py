"""The names of nodes: as many as have room, none on another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from ui.colors import Tokens
from ui.reuse.framing import Framing, radius_of
from ui.reuse.network import Network
from ui.theme import interface_font

LABEL_WIDTH = 170
LABEL_GAP = 3.0
MOST_LABELS = 60
BUCKET = 64.0
MOST_EDGES = 12


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a node, cut to fit, and where it is written."""

    node: int
    box: QRectF
    text: str


def labels_of(
    network: Network,
    nodes: Sequence[int],
    framing: Framing,
    known: Sequence[Label] = (),
    room: QRectF | None = None,
) -> list[Label]:
    """Return the names of nodes that have room beside those `known`.

    No name covers another one, or one of these nodes.
    """
    taken = _Taken(room)
    for there in known:
        taken.add(there.box)
    for node in nodes:
        radius = radius_of(network, node, framing)
        taken.add(_box(framing.point(network.places[node]), radius))
    found: list[Label] = []
    metrics = QFontMetricsF(interface_font(12))
    for node in nodes[:MOST_LABELS]:
        label = _label(network, node, framing, metrics, taken)
        if label is not None:
            taken.add(label.box)
            found.append(label)
    return found


def paint_labels(painter: QPainter, labels: Sequence[Label], colors: Tokens) -> None:
    """Write names, each on a veil over what is beneath it."""
    painter.setFont(interface_font(12))
    veil = QColor(colors.surface)
    veil.setAlpha(190)
    for label in labels:
        painter.fillRect(label.box, veil)
        painter.setPen(colors.text)
        painter.drawText(label.box, Qt.AlignmentFlag.AlignCenter, label.text)


def paint_strong_labels(
    painter: QPainter, labels: Sequence[Label], colors: Tokens
) -> None:
    """Write names on cards of their own, over everything."""
    painter.setFont(interface_font(12))
    for label in labels:
        painter.setPen(QPen(colors.line, 1))
        painter.setBrush(colors.raised)
        painter.drawRoundedRect(label.box.adjusted(-4, -1, 4, 1), 4, 4)
        painter.setPen(colors.text)
        painter.drawText(label.box, Qt.AlignmentFlag.AlignCenter, label.text)


def label_in_any_case(network: Network, node: int, framing: Framing) -> Label:
    """Return the name of a node, whatever is there already."""
    label = _label(network, node, framing, QFontMetricsF(interface_font(12)), _Taken())
    assert label is not None
    return label


def _label(
    network: Network, node: int, framing: Framing, metrics: QFontMetricsF, taken: _Taken
) -> Label | None:
    title = network.nodes[node].title
    text = metrics.elidedText(title, Qt.TextElideMode.ElideRight, LABEL_WIDTH)
    size = QSizeF(metrics.horizontalAdvance(text) + 2, metrics.height())
    point = framing.point(network.places[node])
    lines = [
        QLineF(point, framing.point(network.places[it.other(node)]))
        for it in network.edges_of[node][:MOST_EDGES]
    ]
    away = radius_of(network, node, framing) + LABEL_GAP
    for box in sorted(_beside(point, away, size), key=lambda it: _crossings(it, lines)):
        if taken.is_free(box):
            return Label(node, box, text)
    return None


def _beside(point: QPointF, away: float, size: QSizeF) -> list[QRectF]:
    """Return where a name may stand: beside its node, at its corners, below, above."""
    x, y, width, height = point.x(), point.y(), size.width(), size.height()
    near = away * 0.7
    right, left = x + away, x - away - width
    below, above = y + away, y - away - height
    corners = [
        (x + near, below), (x + near, above),
        (x - near - width, below), (x - near - width, above),
    ]  # fmt: skip
    middle = [(x - width / 2, below), (x - width / 2, above)]
    places = [(right, y - height / 2), (left, y - height / 2), *corners, *middle]
    return [QRectF(*place, width, height) for place in places]


def _crossings(box: QRectF, lines: Sequence[QLineF]) -> int:
    """Return how many lines go through a box."""
    diagonals = (
        QLineF(box.topLeft(), box.bottomRight()),
        QLineF(box.bottomLeft(), box.topRight()),
    )
    bounded = QLineF.IntersectionType.BoundedIntersection
    return sum(
        any(line.intersects(it)[0] == bounded for it in diagonals) for line in lines
    )


def _box(center: QPointF, radius: float) -> QRectF:
    x, y = center.x() - radius, center.y() - radius
    return QRectF(x, y, 2 * radius, 2 * radius)


class _Taken:
    """Knows where something is drawn already."""

    def __init__(self, room: QRectF | None = None) -> None:
        self._room = room
        self._boxes: defaultdict[tuple[int, int], list[QRectF]] = defaultdict(list)

    def add(self, box: QRectF) -> None:
        for bucket in _buckets(box):
            self._boxes[bucket].append(box)

    def is_free(self, box: QRectF) -> bool:
        if self._room is not None and not self._room.contains(box):
            return False
        return not any(
            box.intersects(other)
            for bucket in _buckets(box)
            for other in self._boxes.get(bucket, ())
        )


def _buckets(box: QRectF) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left() // BUCKET), int(box.right() // BUCKET) + 1):
        for row in range(int(box.top() // BUCKET), int(box.bottom() // BUCKET) + 1):
            yield column, row

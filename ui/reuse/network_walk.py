"""Where one stands in a network, and the ways from there by key and by pointer."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, Qt

from ui.reuse.framing import Framing, radius_of
from ui.reuse.model import pair_in_words
from ui.reuse.network import Edge, Network
from ui.reuse.network_painting import line_of
from ui.widgets.counting import count_of

DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
REACH = 5.0
"""So near to a line, in pixels, a click means it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A node, or one of its edges."""

    node: int
    edge: Edge | None = None


def beside(network: Network, node: int, direction: tuple[int, int]) -> int:
    """Return the nearest node in a direction; the same where there is none."""
    x, y = network.places[node]
    along_x, along_y = direction
    best, nearest = node, math.inf
    for other, (px, py) in enumerate(network.places):
        along = (px - x) * along_x + (py - y) * along_y
        across = abs((px - x) * along_y) + abs((py - y) * along_x)
        if along > 1e-6 and across <= 2 * along and along + 2 * across < nearest:
            best, nearest = other, along + 2 * across
    return best


def next_edge(network: Network, standing: Standing, by: int) -> Standing:
    """Return the next edge of a node, the strongest first; after the last the first."""
    edges = network.edges_of[standing.node]
    if standing.edge is None:
        return Standing(standing.node, edges[0 if by > 0 else -1])
    place = edges.index(standing.edge)
    return Standing(standing.node, edges[(place + by) % len(edges)])


def at_point(network: Network, framing: Framing, point: QPointF) -> Standing | None:
    """Return what is drawn at a point: a node, or else an edge."""
    best, nearest = None, math.inf
    for node, place in enumerate(network.places):
        far = QLineF(framing.point(place), point).length()
        if far < nearest and far <= radius_of(network, node, framing) + 3:
            best, nearest = node, far
    if best is not None:
        return Standing(best)
    return _edge_at(network, framing, point)


def in_words(network: Network, standing: Standing) -> str:
    """Say what a node or an edge is."""
    if standing.edge is None:
        node = network.nodes[standing.node]
        statements = count_of(network.weights[standing.node], "shared statement")
        documents = count_of(len(network.edges_of[standing.node]), "document")
        return f"{statements} with {documents}: {node.title}"
    edge = standing.edge
    return pair_in_words(
        network.nodes[edge.start], network.nodes[edge.end], edge.shared
    )


def _edge_at(network: Network, framing: Framing, point: QPointF) -> Standing | None:
    best, nearest = None, REACH
    for edge in network.edges:
        far = _distance(line_of(network, edge, framing), point)
        if far < nearest:
            best, nearest = edge, far
    return None if best is None else Standing(best.start, best)


def _distance(line: QLineF, point: QPointF) -> float:
    length = line.length()
    if not length:
        return math.inf
    dx, dy = line.dx() / length, line.dy() / length
    px, py = point.x() - line.x1(), point.y() - line.y1()
    along = min(max(px * dx + py * dy, 0.0), length)
    return math.hypot(px - along * dx, py - along * dy)

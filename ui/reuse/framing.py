"""How places of a network become points, and how large what is there is drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from ui.reuse.network import Network

LEAST_NODE, LARGEST_NODE = 4.0, 13.0
LEAST_LINE, WIDEST_LINE = 1.0, 6.0
USUAL_SCALE = 40.0
LEAST_EASE = 0.4
SMALLEST_NODE = 2.5
LARGEST_FIT = 150.0


@dataclass(frozen=True, slots=True)
class Framing:
    """How places of a network become points: so many pixels a step, from a corner."""

    scale: float
    dx: float
    dy: float

    @property
    def ease(self) -> float:
        """How much smaller than usual nodes and lines are, from afar."""
        return min(max(self.scale / USUAL_SCALE, LEAST_EASE), 1.0)

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


def fitting(network: Network, room: QRectF, largest: float = LARGEST_FIT) -> Framing:
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


def radius_of(network: Network, node: int, framing: Framing) -> float:
    """Return how large a node is drawn: its area is what it shares."""
    size = LARGEST_NODE * network.shares[node] * framing.ease
    return max(LEAST_NODE * framing.ease, SMALLEST_NODE, size)


def line_width(statements: int, framing: Framing) -> float:
    """Return how wide an edge is drawn: each doubling of statements adds a pixel."""
    width = min(LEAST_LINE + math.log2(statements), WIDEST_LINE)
    return round(width * framing.ease * 4) / 4

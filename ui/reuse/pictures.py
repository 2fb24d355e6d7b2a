"""The matrix and the network as pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from ui.colors import LIGHT
from ui.reuse.framing import USUAL_SCALE, fitting
from ui.reuse.matrix_view import SharedGrid
from ui.reuse.model import Matrix
from ui.reuse.network import Network
from ui.reuse.network_painting import paint_network
from ui.widgets.heat_pictures import write_grid
from ui.widgets.pictures import write_picture

LEAST = QSizeF(1000, 700)
EDGE = 110
TITLE = "Shared statements"


def write_matrix(matrix: Matrix, path: Path) -> int:
    """Write the matrix with its titles and its legend; returns its documents."""
    return write_grid(SharedGrid(matrix), path, TITLE)


def write_network(network: Network, path: Path) -> int:
    """Write the whole network, as large as it takes to read it; returns its nodes."""
    xs = [x for x, _ in network.places] or [0.0]
    ys = [y for _, y in network.places] or [0.0]
    needed = QSizeF(max(xs) - min(xs), max(ys) - min(ys)) * (1.5 * USUAL_SCALE)
    room = QRectF(0, 0, EDGE * 2, EDGE * 2)
    room.setSize(needed.expandedTo(LEAST) + QSizeF(2 * EDGE, 2 * EDGE))

    def paint(painter: QPainter) -> None:
        inside = room.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        paint_network(painter, network, fitting(network, inside), room, LIGHT)

    write_picture(path, room.size().toSize(), TITLE, paint)
    return len(network.nodes)

"""A matrix as a picture: all of it, with its titles and its legend."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter

from ui.colors import LIGHT
from ui.widgets.heat_grid import SIDE, HeatGrid
from ui.widgets.heat_painting import (
    HEAD,
    paint_cells,
    paint_column_heads,
    paint_legend,
    paint_row_heads,
)
from ui.widgets.pictures import write_picture

TITLES = 260
EDGE = 8


def write_grid(grid: HeatGrid, path: Path, title: str) -> int:
    """Write the whole matrix as SVG or PNG, by the file's name; returns its rows."""
    rows, columns = range(len(grid.rows)), range(len(grid.columns))

    def paint(painter: QPainter) -> None:
        room = QRect(0, 0, TITLES, HEAD)
        paint_legend(painter, room, grid.legend, grid.scale, LIGHT)
        painter.translate(TITLES, 0)
        paint_column_heads(painter, grid, columns, HEAD, LIGHT)
        painter.translate(-TITLES, HEAD)
        paint_row_heads(painter, grid, rows, TITLES, LIGHT)
        painter.translate(TITLES, 0)
        paint_cells(painter, grid, rows, columns, LIGHT)

    width = TITLES + grid.side * len(columns) + EDGE
    height = HEAD + SIDE * len(rows) + EDGE
    write_picture(path, QSize(width, height), title, paint)
    return len(rows)

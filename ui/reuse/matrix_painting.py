"""Draws a matrix of shared statements: on the screen, and the same into pictures.

Cell, row and column 0 begin where the painter's origin is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from ui.colors import Tokens
from ui.reuse.heat import heat, text_on_heat
from ui.reuse.model import LEVELS, Matrix, level_of
from ui.theme import interface_font
from ui.widgets.row_text import LEFT

CELL = 26
MARGIN = 14
HEAD = 120
SWATCH = 34
CENTER = Qt.AlignmentFlag.AlignCenter


def paint_cells(
    painter: QPainter, matrix: Matrix, rows: range, columns: range, colors: Tokens
) -> None:
    """Draw the cells of these rows and columns, and none beside them."""
    for one in set(rows) & set(columns):
        painter.fillRect(cell_box(one, one), colors.background)
    filled = [
        (cell_box(row, column), level_of(shared.statements), f"{shared.statements}")
        for row, column, shared in matrix.filled(rows, columns)
    ]
    for box, level, _count in filled:
        painter.fillRect(box, heat(colors, level))
    _paint_lines(painter, rows, columns, colors)
    painter.setFont(interface_font(12, tabular=True))
    for level in range(len(LEVELS)):
        painter.setPen(text_on_heat(colors, level))
        for box, own, count in filled:
            if own == level:
                painter.drawText(box, CENTER, count)


def cell_box(row: int, column: int) -> QRect:
    """Return where a cell is drawn."""
    return QRect(column * CELL, row * CELL, CELL, CELL)


def paint_row_heads(
    painter: QPainter,
    matrix: Matrix,
    rows: Sequence[int],
    width: int,
    colors: Tokens,
) -> None:
    """Draw the titles at the left of these rows."""
    painter.setFont(interface_font(12))
    painter.setPen(colors.text)
    for row in rows:
        room = QRect(MARGIN, row * CELL, width - MARGIN - 8, CELL)
        painter.drawText(room, LEFT, _cut(matrix.rows[row].title, room.width()))


def paint_column_heads(
    painter: QPainter,
    matrix: Matrix,
    columns: Sequence[int],
    height: int,
    colors: Tokens,
) -> None:
    """Draw the titles above these columns; they read upwards."""
    painter.setFont(interface_font(12))
    painter.setPen(colors.text)
    painter.save()
    painter.translate(0, height)
    painter.rotate(-90)
    for column in columns:
        room = QRect(8, column * CELL, height - 14, CELL)
        painter.drawText(room, LEFT, _cut(matrix.rows[column].title, room.width()))
    painter.restore()


def paint_legend(painter: QPainter, room: QRect, colors: Tokens) -> None:
    """Draw which colors mean how many statements, at the foot of a room."""
    painter.setFont(interface_font(12))
    painter.setPen(colors.muted)
    top = room.bottom() - 50
    name = QRect(room.x() + MARGIN, top, room.width() - MARGIN, 18)
    painter.drawText(name, LEFT, "Shared statements")
    font = interface_font(11, tabular=True)
    painter.setFont(font)
    for level, words in enumerate(LEVELS):
        box = QRect(room.x() + MARGIN + level * SWATCH, top + 22, SWATCH, 18)
        painter.fillRect(box, heat(colors, level))
        painter.setPen(text_on_heat(colors, level))
        painter.drawText(box, CENTER, words)


@lru_cache(4096)
def _cut(title: str, width: int) -> str:
    metrics = QFontMetrics(interface_font(12))
    return metrics.elidedText(title, Qt.TextElideMode.ElideRight, width)


def _paint_lines(
    painter: QPainter, rows: range, columns: range, colors: Tokens
) -> None:
    if not rows or not columns:
        return
    left, right = columns.start * CELL, columns.stop * CELL
    top, bottom = rows.start * CELL, rows.stop * CELL
    for row in rows:
        painter.fillRect(left, row * CELL + CELL - 1, right - left, 1, colors.line)
    for column in columns:
        painter.fillRect(column * CELL + CELL - 1, top, 1, bottom - top, colors.line)

"""Draws a matrix of shared statements: on the screen, and the same into pictures.

Cell, row and column 0 begin where the painter's origin is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLine, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from ui.colors import Tokens
from ui.reuse.heat import heat, text_on_heat
from ui.reuse.model import LEVELS, Matrix, level_of
from ui.theme import interface_font
from ui.widgets.row_text import LEFT, paint_line
from workbench.model.reuse import Shared

CELL = 26
MARGIN = 14
HEAD = 120
SWATCH = 30
CENTER = Qt.AlignmentFlag.AlignCenter
CUT = Qt.TextElideMode.ElideRight


def paint_cells(
    painter: QPainter, matrix: Matrix, rows: range, columns: range, colors: Tokens
) -> None:
    """Draw the cells of these rows and columns, and none beside them."""
    for one in set(rows) & set(columns):
        painter.fillRect(cell_box(one, one), colors.background)
    filled = list(_filled(matrix, rows, columns))
    for box, level, _shared in filled:
        painter.fillRect(box, heat(colors, level))
    _paint_lines(painter, rows, columns, colors)
    painter.setFont(interface_font(12, tabular=True))
    for level in range(len(LEVELS)):
        painter.setPen(text_on_heat(colors, level))
        for box, own, shared in filled:
            if own == level:
                painter.drawText(box, CENTER, f"{shared.statements}")


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
    font = interface_font(12)
    painter.setPen(colors.text)
    for row in rows:
        room = QRect(MARGIN, row * CELL, width - MARGIN - 8, CELL)
        paint_line(painter, room, matrix.rows[row].title, font, CUT)


def paint_column_heads(
    painter: QPainter,
    matrix: Matrix,
    columns: Sequence[int],
    height: int,
    colors: Tokens,
) -> None:
    """Draw the titles above these columns; they read upwards."""
    font = interface_font(12)
    painter.setPen(colors.text)
    for column in columns:
        painter.save()
        painter.translate(column * CELL, height)
        painter.rotate(-90)
        room = QRect(8, 0, height - 14, CELL)
        paint_line(painter, room, matrix.rows[column].title, font, CUT)
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


def _filled(
    matrix: Matrix, rows: range, columns: range
) -> Iterator[tuple[QRect, int, Shared]]:
    for row in rows:
        for column in columns:
            shared = matrix.cell(row, column)
            if shared is not None:
                yield cell_box(row, column), level_of(shared.statements), shared


def _paint_lines(
    painter: QPainter, rows: range, columns: range, colors: Tokens
) -> None:
    if not rows or not columns:
        return
    left, right = columns.start * CELL, columns.stop * CELL - 1
    top, bottom = rows.start * CELL, rows.stop * CELL - 1
    painter.setPen(QPen(colors.line, 1))
    across = [
        QLine(left, y * CELL + CELL - 1, right, y * CELL + CELL - 1) for y in rows
    ]
    down = [
        QLine(x * CELL + CELL - 1, top, x * CELL + CELL - 1, bottom) for x in columns
    ]
    painter.drawLines([*across, *down])

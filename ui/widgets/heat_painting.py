"""Draws a matrix: on the screen, and the same into pictures.

Cell, row and column 0 begin where the painter's origin is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPaintEngine, QPainter, QStaticText

from ui.colors import Tokens, tag_color
from ui.theme import interface_font
from ui.widgets.heat import Scale, heat, text_on_heat
from ui.widgets.heat_grid import SIDE, Heading, HeatGrid
from ui.widgets.row_text import LEFT

MARGIN = 14
HEAD = 120
SWATCH, SQUARE = 34, 8
CENTER = Qt.AlignmentFlag.AlignCenter
_font = cache(interface_font)


def paint_cells(
    painter: QPainter, grid: HeatGrid, rows: range, columns: range, colors: Tokens
) -> None:
    """Draw the cells of these rows and columns, and none beside them."""
    side = grid.side
    _paint_grounds(painter, grid, rows, columns, colors)
    plain: list[tuple[QRect, str]] = []
    warm: list[list[tuple[QRect, str]]] = [[] for _ in grid.scale.starts]
    for row, column, count in grid.filled(rows, columns):
        cell = cell_box(row, column, side), f"{count:,}"
        if grid.is_apart(row, column):
            plain.append(cell)
        else:
            warm[grid.scale.level_of(count)].append(cell)
    for level, cells in enumerate(warm):
        _fill(painter, [box for box, _ in cells], heat(colors, level))
    _paint_lines(painter, rows, columns, side, colors)
    painter.setFont(interface_font(12, tabular=True))
    for level, cells in enumerate(warm):
        painter.setPen(text_on_heat(colors, level))
        _write(painter, cells)
    painter.setPen(colors.text)
    _write(painter, plain)


def cell_box(row: int, column: int, side: int) -> QRect:
    """Return where a cell is drawn."""
    return QRect(column * side, row * SIDE, side, SIDE)


def paint_row_heads(
    painter: QPainter, grid: HeatGrid, rows: Sequence[int], width: int, colors: Tokens
) -> None:
    """Draw the titles at the left of these rows."""
    for row in rows:
        room = QRect(MARGIN, row * SIDE, width - MARGIN - 8, SIDE)
        _paint_title(painter, room, grid.rows[row], colors)


def paint_column_heads(
    painter: QPainter,
    grid: HeatGrid,
    columns: Sequence[int],
    height: int,
    colors: Tokens,
) -> None:
    """Draw the titles above these columns; they read upwards."""
    side = grid.side
    painter.save()
    painter.translate(0, height)
    painter.rotate(-90)
    for column in columns:
        room = QRect(8, column * side, height - 14, side)
        _paint_title(painter, room, grid.columns[column], colors)
    painter.restore()


def paint_legend(
    painter: QPainter, room: QRect, name: str, scale: Scale, colors: Tokens
) -> None:
    """Draw which colors mean how many, at the foot of a room."""
    painter.setFont(interface_font(12))
    painter.setPen(colors.muted)
    top = room.bottom() - 50
    words = QRect(room.x() + MARGIN, top, room.width() - MARGIN - 4, 18)
    painter.drawText(words, LEFT, _cut(name, words.width()))
    font = interface_font(11, tabular=True)
    metrics = QFontMetrics(font)
    painter.setFont(font)
    left = room.x() + MARGIN
    for level, text in enumerate(scale.words):
        width = max(SWATCH, metrics.horizontalAdvance(text) + 8)
        box = QRect(left, top + 22, width, 18)
        left += width
        painter.fillRect(box, heat(colors, level))
        painter.setPen(text_on_heat(colors, level))
        painter.drawText(box, CENTER, text)


def _paint_title(
    painter: QPainter, room: QRect, heading: Heading, colors: Tokens
) -> None:
    painter.setFont(_font(12))
    painter.setPen(colors.muted if heading.is_sum else colors.text)
    if heading.color is not None:
        top = room.y() + (room.height() - SQUARE) // 2
        color = tag_color(heading.color)
        painter.fillRect(room.x(), top, SQUARE, SQUARE, color)
        room.setLeft(room.left() + SQUARE + 6)
    painter.drawText(room, LEFT, _cut(heading.title, room.width()))


@lru_cache(8192)
def _cut(title: str, width: int) -> str:
    metrics = QFontMetrics(_font(12))
    return metrics.elidedText(title, Qt.TextElideMode.ElideRight, width)


def _write(painter: QPainter, cells: Sequence[tuple[QRect, str]]) -> None:
    if painter.paintEngine().type() != QPaintEngine.Type.Raster:
        for box, text in cells:
            painter.drawText(box, CENTER, text)
        return
    # A screen shows two thousand numbers; what was shaped once is painted ten times
    # as fast. In an SVG it would be shapes and no text.
    for box, text in cells:
        drawn, width, height = _number(text)
        x, y = (box.width() - width) / 2, (box.height() - height) / 2
        painter.drawStaticText(QPointF(box.x() + x, box.y() + ceil(y)), drawn)


@lru_cache(8192)
def _number(text: str) -> tuple[QStaticText, float, float]:
    drawn = QStaticText(text)
    drawn.setTextFormat(Qt.TextFormat.PlainText)
    drawn.prepare(font=interface_font(12, tabular=True))
    return drawn, drawn.size().width(), drawn.size().height()


def _paint_grounds(
    painter: QPainter, grid: HeatGrid, rows: range, columns: range, colors: Tokens
) -> None:
    apart = (cell_box(*it, grid.side) for it in grid.apart(rows, columns))
    _fill(painter, list(apart), colors.background)


def _fill(painter: QPainter, boxes: Sequence[QRect], color: QColor) -> None:
    """Fill all boxes at once: each call from Python takes as long as a box."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRects(boxes)


def _paint_lines(
    painter: QPainter, rows: range, columns: range, side: int, colors: Tokens
) -> None:
    if not rows or not columns:
        return
    left, right = columns.start * side, columns.stop * side
    top, bottom = rows.start * SIDE, rows.stop * SIDE
    across = [QRect(left, it * SIDE + SIDE - 1, right - left, 1) for it in rows]
    down = [QRect(it * side + side - 1, top, 1, bottom - top) for it in columns]
    _fill(painter, across + down, colors.line)

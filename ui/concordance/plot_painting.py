"""Draws a dispersion plot: on the screen, and the same into pictures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.colors import Tokens, mixed
from ui.concordance.plot_rows import Plot, PlotRow
from ui.theme import interface_font
from ui.widgets.row_text import LEFT, RIGHT, paint_line

ROW = 28
MARGIN = 14
GAP = 14
TITLE_SHARE, LEAST_TITLE, WIDEST_TITLE = 0.2, 120, 280
COUNT, SPREAD = 64, 72
BAR = 16
TICK = 1.5
LEAST_BAR = 6
CUT = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True)
class Look:
    """How a plot is drawn; `equal` gives every document a bar of the same length."""

    colors: Tokens
    equal: bool = False


def bar_of(room: QRect, row: PlotRow, longest: int, *, equal: bool) -> QRectF:
    """Return where the bar of a document stands in the room of its row."""
    title = _title_width(room)
    x = room.x() + MARGIN + title + GAP
    width = max(room.right() - MARGIN - COUNT - SPREAD - GAP - x, LEAST_BAR)
    share = 1.0 if equal else row.dispersion.characters / longest
    return QRectF(
        x, room.center().y() - BAR / 2 + 0.5, max(width * share, LEAST_BAR), BAR
    )


def tick_x(bar: QRectF, share: float) -> float:
    """Return where in a bar a match is drawn."""
    return bar.x() + TICK / 2 + share * (bar.width() - TICK)


def paint_rows(
    painter: QPainter, plot: Plot, width: int, look: Look, rows: Iterable[int]
) -> None:
    """Draw these rows, each at its place below the first."""
    for number in rows:
        paint_row(painter, plot, QRect(0, number * ROW, width, ROW), look, number)


def paint_row(
    painter: QPainter, plot: Plot, room: QRect, look: Look, number: int
) -> None:
    """Draw the row of one document."""
    row = plot.rows[number]
    title = QRect(room.x() + MARGIN, room.y(), _title_width(room), room.height())
    painter.setPen(look.colors.text)
    paint_line(painter, title, row.title, interface_font(12), CUT)
    _paint_bar(painter, bar_of(room, row, plot.longest, equal=look.equal), row, look)
    painter.setFont(interface_font(12, tabular=True))
    painter.setPen(look.colors.text)
    spread = QRect(room.right() - MARGIN - SPREAD, room.y(), SPREAD, room.height())
    count = QRect(spread.x() - COUNT, room.y(), COUNT, room.height())
    painter.drawText(count, RIGHT, f"{row.count:,}")
    painter.setPen(look.colors.muted)
    painter.drawText(spread, RIGHT, f"{row.deviation:.2f}")


def paint_heading(painter: QPainter, room: QRect, look: Look) -> None:
    """Draw what stands above the columns."""
    painter.setFont(interface_font(12))
    painter.setPen(look.colors.muted)
    spread = QRect(room.right() - MARGIN - SPREAD, room.y(), SPREAD, room.height())
    count = QRect(spread.x() - COUNT, room.y(), COUNT, room.height())
    painter.drawText(room.adjusted(MARGIN, 0, 0, 0), LEFT, "Document")
    bar = room.x() + MARGIN + _title_width(room) + GAP
    painter.drawText(QRect(bar, room.y(), 400, room.height()), LEFT, _said(look))
    painter.drawText(count, RIGHT, "Matches")
    painter.drawText(spread, RIGHT, "DP")


def _said(look: Look) -> str:
    if look.equal:
        return "From its beginning to its end"
    return "From its beginning to its end, as long as the text"


def _paint_bar(painter: QPainter, bar: QRectF, row: PlotRow, look: Look) -> None:
    colors = look.colors
    painter.setPen(QPen(colors.line, 1))
    painter.setBrush(colors.background)
    painter.drawRect(bar)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mixed(colors.accent, colors.text, 0.15))
    # A pixel is drawn once, however many matches stand on it.
    drawn = {round(tick_x(bar, it) * 2) / 2 for it in row.dispersion.places}
    for x in drawn:
        painter.drawRect(QRectF(x - TICK / 2, bar.y(), TICK, bar.height()))


def _title_width(room: QRect) -> int:
    return min(max(int(room.width() * TITLE_SHARE), LEAST_TITLE), WIDEST_TITLE)

"""A dispersion plot as a picture, drawn by what draws it on the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter

from ui.colors import LIGHT
from ui.concordance.plot_painting import ROW, Look, paint_heading, paint_rows
from ui.concordance.plot_rows import Plot
from ui.theme import interface_font
from ui.widgets.pictures import LONGEST_SIDE, write_picture
from ui.widgets.row_text import LEFT
from workbench.errors import WorkbenchError

WIDTH = 1200
HEAD = 64


def export_plot(plot: Plot, path: Path, *, equal: bool) -> int:
    """Write the plot as SVG, or as PNG if the name ends so; returns its rows.

    Raises `WorkbenchError` where the file cannot be written, or were a PNG too tall to
    be read.
    """
    height = HEAD + ROW * len(plot.rows) + 12
    if path.suffix.lower() == ".png" and height > LONGEST_SIDE:
        raise WorkbenchError(
            f"{len(plot.rows):,} documents are too many for one PNG picture; export"
            " SVG instead, which has no limit."
        )

    def paint(painter: QPainter) -> None:
        _paint(painter, plot, Look(LIGHT, equal))

    write_picture(path, QSize(WIDTH, height), _title(plot), paint)
    return len(plot.rows)


def _paint(painter: QPainter, plot: Plot, look: Look) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(interface_font(14, semibold=True))
    painter.setPen(LIGHT.text)
    painter.drawText(QRect(14, 8, WIDTH - 28, 24), LEFT, _title(plot))
    paint_heading(painter, QRect(0, HEAD - ROW, WIDTH, ROW), look)
    painter.translate(0, HEAD)
    paint_rows(painter, plot, WIDTH, look, range(len(plot.rows)))


def _title(plot: Plot) -> str:
    query = plot.lines.query if plot.lines else ""
    return f"{query} · {plot.facts}" if plot.facts else query

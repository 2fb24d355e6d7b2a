"""A dispersion plot as a picture, drawn by what draws it on the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

from ui.colors import LIGHT
from ui.concordance.plot_painting import ROW, Look, paint_heading, paint_rows
from ui.concordance.plot_rows import Plot
from ui.theme import interface_font
from ui.widgets.row_text import LEFT
from workbench.errors import WorkbenchError

WIDTH = 1200
HEAD = 64
SHARPNESS = 2
TALLEST_PICTURE = 32_000
"""Qt paints no picture taller than 32,767 pixels."""


def export_plot(plot: Plot, path: Path, *, equal: bool) -> int:
    """Write the plot as SVG, or as PNG if the name ends so; returns its rows.

    Pictures are made to be printed, so they are light. Raises `WorkbenchError` where
    the file cannot be written.
    """
    size = QSize(WIDTH, HEAD + ROW * len(plot.rows) + 12)
    if path.suffix.lower() == ".png":
        is_written = _write_png(plot, path, size, equal=equal)
    else:
        is_written = _write_svg(plot, path, size, equal=equal)
    if not is_written:
        raise WorkbenchError(
            f"{path.name} could not be written; choose another folder or free some"
            " space on the disk."
        )
    return len(plot.rows)


def _write_png(plot: Plot, path: Path, size: QSize, *, equal: bool) -> bool:
    if size.height() > TALLEST_PICTURE:
        raise WorkbenchError(
            f"{len(plot.rows):,} documents are too many for one PNG picture; export"
            " SVG instead, which has no limit."
        )
    sharpness = SHARPNESS if size.height() * SHARPNESS <= TALLEST_PICTURE else 1
    image = QImage(size * sharpness, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(sharpness)
    image.fill(LIGHT.surface)
    _paint(image, plot, equal=equal)
    return bool(image.save(str(path)))


def _write_svg(plot: Plot, path: Path, size: QSize, *, equal: bool) -> bool:
    try:
        path.touch()
    except OSError:
        return False
    picture = QSvgGenerator()
    picture.setFileName(str(path))
    picture.setSize(size)
    picture.setViewBox(QRect(0, 0, size.width(), size.height()))
    picture.setTitle(_title(plot))
    _paint(picture, plot, equal=equal)
    return path.stat().st_size > 0


def _paint(device: QPaintDevice, plot: Plot, *, equal: bool) -> None:
    look = Look(LIGHT, equal)
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(interface_font(14, semibold=True))
    painter.setPen(LIGHT.text)
    painter.drawText(QRect(14, 8, WIDTH - 28, 24), LEFT, _title(plot))
    paint_heading(painter, QRect(0, HEAD - ROW, WIDTH, ROW), look)
    painter.translate(0, HEAD)
    paint_rows(painter, plot, WIDTH, look, range(len(plot.rows)))
    painter.end()


def _title(plot: Plot) -> str:
    query = plot.lines.query if plot.lines else ""
    return f"{query} · {plot.facts}" if plot.facts else query

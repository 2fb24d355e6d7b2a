"""What is painted on the screen, written to a picture by the same painting code."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from ui.colors import LIGHT
from workbench.errors import WorkbenchError

PICTURES = "SVG pictures (*.svg);;PNG pictures (*.png)"
SHARPNESS = 2.0
LONGEST_SIDE = 32_000
"""Qt paints no picture with a side of more than 32,767 dots."""
MOST_DOTS = 36_000_000
"""More take more memory than most programs allow a picture."""

Paint = Callable[[QPainter], None]


def picture_path(chosen: str, kind: str) -> Path:
    """Return the path somebody chose; without an ending it gets that of the kind."""
    path = Path(chosen)
    return (
        path if path.suffix else path.with_suffix(".png" if "PNG" in kind else ".svg")
    )


def write_picture(path: Path, size: QSize, title: str, paint: Paint) -> None:
    """Write what `paint` draws as SVG, or as PNG if the name ends so.

    Pictures are made to be printed, so paint them light. A PNG of something very large
    has fewer dots for it. Raises `WorkbenchError` where the file cannot be written.
    """
    is_png = path.suffix.lower() == ".png"
    is_written = (
        _write_png(path, size, paint)
        if is_png
        else _write_svg(path, size, title, paint)
    )
    if not is_written:
        raise WorkbenchError(
            f"{path.name} could not be written; choose another folder or free some"
            " space on the disk."
        )


def _write_png(path: Path, size: QSize, paint: Paint) -> bool:
    sharpness = _sharpness(size.width(), size.height())
    image = QImage(size * sharpness, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(sharpness)
    image.fill(LIGHT.surface)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return bool(image.save(str(path)))


def _sharpness(width: int, height: int) -> float:
    longest = LONGEST_SIDE / max(width, height)
    return min(SHARPNESS, longest, math.sqrt(MOST_DOTS / (width * height)))


def _write_svg(path: Path, size: QSize, title: str, paint: Paint) -> bool:
    try:
        path.touch()
    except OSError:
        return False
    picture = QSvgGenerator()
    picture.setFileName(str(path))
    picture.setSize(size)
    picture.setViewBox(QRect(0, 0, size.width(), size.height()))
    picture.setTitle(title)
    painter = QPainter(picture)
    paint(painter)
    painter.end()
    return path.stat().st_size > 0

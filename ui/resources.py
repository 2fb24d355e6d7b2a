"""Where bundled files are, and icons in the colors of the theme.

Colors come from `ui.colors`; this module only finds and paints.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from ui import colors

ROOT = Path(__file__).resolve().parent.parent


def resource_path(*parts: str) -> Path:
    """Return the path of a bundled file or folder below `resources`."""
    return ROOT.joinpath("resources", *parts)


def corpus_path() -> Path:
    """Return the folder of the sample corpus."""
    return ROOT / "corpus"


@cache
def icon(name: str, color: str = "muted") -> QIcon:
    """Return a bundled icon in the color of a theme token.

    It takes the colors of the moment it is painted, so it need not be set anew when
    light and dark change.
    """
    if not resource_path("icons", f"{name}.svg").is_file():
        raise LookupError(f"There is no icon named {name!r}.")
    return QIcon(_ThemedIconEngine(name, color))


class _ThemedIconEngine(QIconEngine):
    """Paints an SVG whose strokes are `currentColor` in today's colors."""

    _copies: ClassVar[list[QIconEngine]] = []

    def __init__(self, name: str, color: str) -> None:
        super().__init__()
        self._name = name
        self._color = color

    @override
    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State
    ) -> None:
        _renderer(self._name, self._color_name(mode)).render(painter, QRectF(rect))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    @override
    def clone(self) -> QIconEngine:
        # Qt owns what this returns, but PySide would delete it with its last name here.
        copy = _ThemedIconEngine(self._name, self._color)
        self._copies.append(copy)
        return copy

    def _color_name(self, mode: QIcon.Mode) -> str:
        now = colors.tokens()
        if mode == QIcon.Mode.Disabled:
            return colors.mixed(now.muted, now.background, 0.55).name()
        is_active = mode == QIcon.Mode.Active and self._color == "muted"
        return colors.named_colors(now)["text" if is_active else self._color]


def colored_svg(name: str, color: str) -> bytes:
    """Return a bundled icon's picture with its strokes in `#rrggbb`."""
    svg = resource_path("icons", f"{name}.svg").read_text("utf-8")
    return svg.replace("currentColor", color).encode()


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(colored_svg(name, color)))

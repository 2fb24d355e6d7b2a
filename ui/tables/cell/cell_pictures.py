"""Keeps cells as they were painted: a frame while scrolling paints most of them again.

Shaping text for each frame took most of it, also for cells of which a strip is in view.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPixmap

from ui import theme
from ui.tables.cell_marks import CellParts
from workbench.model.cells import Cell

KEPT_PIXELS = 8_000_000
"""Three or four pages of a large screen; four bytes each."""


class CellPictures:
    """Pictures of cells on the ground of the table, those used last."""

    def __init__(self) -> None:
        # With the cell, so that its `id` means no other one.
        self._kept: OrderedDict[Hashable, tuple[QPixmap, Cell]] = OrderedDict()
        self._pixels = 0

    def has(self, parts: CellParts, size: QSize, ratio: float) -> bool:
        """Tell whether a cell was painted in this size before."""
        return _key(parts, size, ratio) in self._kept

    def get(
        self,
        parts: CellParts,
        size: QSize,
        ratio: float,
        paint: Callable[[QPainter, QRect], None],
    ) -> QPixmap:
        """Return the picture of a cell, painted now if it is not kept."""
        key = _key(parts, size, ratio)
        if kept := self._kept.get(key):
            self._kept.move_to_end(key)
            return kept[0]
        picture = _painted(size, ratio, paint)
        self._kept[key] = picture, parts.cell
        self._pixels += _pixels(picture)
        while self._pixels > KEPT_PIXELS and len(self._kept) > 1:
            _key_of_oldest, (oldest, _cell) = self._kept.popitem(last=False)
            self._pixels -= _pixels(oldest)
        return picture


def _key(parts: CellParts, size: QSize, ratio: float) -> Hashable:
    return (
        id(parts.cell), parts.kind, parts.badges, parts.conflict, parts.documents,
        parts.has_note, size.width(), size.height(), ratio, id(theme.tokens()),
    )  # fmt: skip


def _painted(
    size: QSize, ratio: float, paint: Callable[[QPainter, QRect], None]
) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(theme.tokens().surface)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, QRect(0, 0, size.width(), size.height()))
    painter.end()
    return picture


def _pixels(picture: QPixmap) -> int:
    return picture.width() * picture.height()

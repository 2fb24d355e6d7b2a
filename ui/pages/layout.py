"""Where the pages stand: below each other, centered, at one scale."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum, auto
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF

from workbench.model.pages import Page

MARGIN: Final = 16
GAP: Final = 30
"""Below each page, where its name stands."""
USUAL: Final = QSizeF(595, 842)
"""In points; what a page that cannot be drawn is taken to be."""
LEAST, LARGEST = 0.1, 8.0


class Fit(Enum):
    """What the scale follows when the view gets another size."""

    WIDTH = auto()
    PAGE = auto()
    NOTHING = auto()


def size_of(page: Page) -> QSizeF:
    """Return the size of a page in points."""
    if page.width <= 0 or page.height <= 0:
        return USUAL
    return QSizeF(page.width, page.height)


def fitting_scale(fit: Fit, size: QSizeF, view: QSizeF) -> float:
    """Return at how many pixels a point a page fits into a view."""
    across = (view.width() - 2 * MARGIN) / size.width()
    down = (view.height() - MARGIN - GAP) / size.height()
    return bounded(across if fit is Fit.WIDTH else min(across, down))


def bounded(scale: float) -> float:
    """Return the nearest scale that pages can be shown at."""
    return min(max(scale, LEAST), LARGEST)


class PageLayout:
    """All pages in pixels, from the left upper corner of the whole column."""

    def __init__(self, pages: Sequence[Page], scale: float, view_width: float) -> None:
        self.pages = pages
        self.scale = scale
        self._sizes = [size_of(it) * scale for it in pages]
        steps = [MARGIN, *(round(it.height()) + GAP for it in self._sizes)]
        self._tops = list(accumulate(steps))
        widest = max((it.width() for it in self._sizes), default=0.0)
        self.width = max(view_width, widest + 2 * MARGIN)

    @property
    def height(self) -> int:
        """How high the whole column is."""
        return self._tops[-1]

    def rect(self, index: int) -> QRectF:
        """Return where a page stands."""
        size = self._sizes[index]
        left = round((self.width - size.width()) / 2)
        width, height = round(size.width()), round(size.height())
        return QRectF(left, self._tops[index], width, height)

    def index_at(self, y: float) -> int:
        """Return the page at a height, with the gap below it; else the nearest."""
        at = bisect_right(self._tops, y) - 1
        return min(max(at, 0), len(self.pages) - 1)

    def between(self, top: float, bottom: float) -> range:
        """Return the pages that reach into a stretch of the column."""
        if not self.pages:
            return range(0)
        return range(self.index_at(top), self.index_at(bottom) + 1)

    def on_page(self, index: int, point: QPointF) -> QPointF:
        """Return a point of the column in the points of a page."""
        return (point - self.rect(index).topLeft()) / self.scale

    def from_page(self, index: int, box: tuple[float, float, float, float]) -> QRectF:
        """Return a box of a page in the pixels of the column."""
        left, top, right, bottom = (it * self.scale for it in box)
        corner = self.rect(index).topLeft()
        return QRectF(left, top, right - left, bottom - top).translated(corner)

"""The pages of a document below each other: shown, scrolled and enlarged.

Only shows; what the mouse and the keys do is the view's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QMargins,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from ui.pages.layout import (
    GAP,
    MARGIN,
    Fit,
    PageLayout,
    bounded,
    fitting_scale,
    size_of,
)
from ui.pages.page_painter import PagePainter, Tell
from ui.pages.painting import Sheet
from ui.pages.pictures import PagePictures, fitting
from ui.pages.shelf import Shelf
from ui.theme import theme_signals, tokens
from ui.widgets.flash import Flash
from workbench.model.pages import Page
from workbench.model.spans import Span
from workbench.text.page_labels import page_over
from workbench.text.page_lines import PageLines

_STEP: Final = 48
_COMFORT: Final = 40
_READ_AT: Final = 1 / 3
_NEIGHBORS: Final = 2


class PagesCanvas(QAbstractScrollArea):
    """Paints the pages in view with what `tell` says is marked on them."""

    scrolled = Signal()
    scale_changed = Signal()

    def __init__(
        self,
        shelf: Shelf,
        pictures: PagePictures,
        tell: Tell,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self.pictures = pictures
        self._tell = tell
        self._fit = Fit.WIDTH
        self._layout = PageLayout(shelf.pages, 1.0, 0)
        self._painter = PagePainter(pictures, tell)
        self._flash = Flash(self)
        self._flash.changed.connect(self._show_flash)
        self._sharpening = QTimer(self, singleShot=True, interval=0)
        self._sharpening.timeout.connect(self._want_pictures)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._follow_bars)
            bar.setSingleStep(_STEP)
        pictures.arrived.connect(self._show_picture)
        pictures.failed.connect(self._show_picture)
        pictures.lasts.connect(self._show_picture)
        theme_signals.changed.connect(self.viewport().update)

    # What is shown

    @property
    def pages(self) -> Sequence[Page]:
        """All pages of the document."""
        return self._shelf.pages

    @property
    def scale(self) -> float:
        """How many pixels a point takes."""
        return self._layout.scale

    @property
    def fit(self) -> Fit:
        """What the scale follows."""
        return self._fit

    def show_other_pages(self) -> None:
        """Show the pages again, which are those of another version now."""
        self.pictures.forget()
        self.show_marks()
        self._lay_out(self._layout.scale)

    def show_marks(self) -> None:
        """Show what is marked now."""
        self._painter.forget()
        self.viewport().update()

    def sheets(self) -> list[Sheet]:
        """Return the pages in view."""
        view = self.viewport().height()
        top = self.verticalScrollBar().value()
        return [
            self._sheet(it, self._lines_at_hand(it))
            for it in self._layout.between(top, top + view)
        ]

    def _lines_at_hand(self, index: int) -> PageLines | None:
        """Return a page's lines; while it is being drawn, they are read beside that."""
        if self.pictures.is_exact(self.pages[index].number):
            return self._shelf.lines(index)
        return self._shelf.ready_lines(index)

    def sheet(self, index: int) -> Sheet:
        """Return a page as it stands now, wherever that is, with its characters."""
        return self._sheet(index, self._shelf.lines(index))

    def _sheet(self, index: int, lines: PageLines | None) -> Sheet:
        rect = self._layout.rect(index).translated(-self._offset())
        return Sheet(index, rect, self.scale, lines)

    def current_page(self) -> Page | None:
        """Return the page in the middle of the view."""
        if not self.pages:
            return None
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return self.pages[self._layout.index_at(middle)]

    # Moving about

    def go_to(self, span: Span, *, centred: bool = True) -> None:
        """Bring a place into the middle and flash it.

        Not `centred`, the view moves only if the place is out of sight.
        """
        box = self._box_of(span)
        if box is not None and (centred or not self._is_in_sight(box)):
            self._put(box.center().x(), box.top() - self._room_above(box))
        self._painter.flashed = span
        self._flash.start()

    def go_to_page(self, page: Page) -> None:
        """Bring the beginning of a page to the top."""
        rect = self._layout.rect(self.pages.index(page))
        self._put(rect.center().x(), rect.top() - MARGIN / 2)

    def keep_in_view(self, offset: int) -> None:
        """Scroll as little as needed to have a character in view."""
        box = self._box_of(Span(offset, offset + 1))
        if box is None or self._is_in_sight(box):
            return
        top, view = self.verticalScrollBar().value(), self.viewport().height()
        is_above = box.top() < top + _COMFORT
        y = box.top() - _COMFORT if is_above else box.bottom() + _COMFORT - view
        self._put(box.center().x(), y)

    def follow(self, offset: int) -> None:
        """Bring what is read elsewhere into view, unless it is there already."""
        box = self._box_of(Span(offset, offset + 1))
        if box is not None and not self._is_in_sight(box):
            self.read(offset)

    def read(self, offset: int) -> None:
        """Bring the line of a character to the height at which one reads."""
        if (box := self._box_of(Span(offset, offset + 1))) is not None:
            view = self.viewport().height()
            self._put(box.center().x(), box.top() - view * _READ_AT)

    def read_at(self) -> tuple[int, float]:
        """Return the offset that is read, and at which height of the view it stands."""
        height = self._read_height()
        if not self.pages:
            return 0, 0.0
        index = self._layout.index_at(height)
        at = QPointF(self._layout.rect(index).left() + MARGIN, height)
        point = self._layout.on_page(index, at)
        # A page that is not drawn yet is not worth waiting for while one scrolls.
        lines = self._shelf.ready_lines(index)
        sheet, page = self._sheet(index, lines), self.pages[index]
        line = lines.line_near(point.x(), point.y()) if lines else None
        if line is None:
            return page.span.start, sheet.rect.top()
        return line.span.start, sheet.place(line.box).top()

    def place_of(self, offset: int) -> QPoint:
        """Return where, on the screen, something about a character may open."""
        box = self._box_of(Span(offset, offset + 1))
        view = self.viewport().rect()
        if box is None:
            return self.viewport().mapToGlobal(view.center())
        at = box.translated(-self._offset()).bottomLeft().toPoint()
        x = min(max(at.x(), 0), view.width())
        return self.viewport().mapToGlobal(
            QPoint(x, min(max(at.y(), 0), view.height()))
        )

    # Scale

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Enlarge or shrink; what is at a point of the view, or read, stays there."""
        self._fit = Fit.NOTHING
        self._rescale(bounded(self.scale * factor), around)

    def fit_to(self, fit: Fit) -> None:
        """Let pages fill the width of the view, or be seen whole."""
        self._fit = fit
        self._rescale(self._fitting(), None)

    def _fitting(self) -> float:
        page = self.current_page()
        if page is None or self._fit is Fit.NOTHING:
            return self.scale
        sizes = [size_of(it) for it in self.pages]
        widest = QSizeF(max(it.width() for it in sizes), size_of(page).height())
        return fitting_scale(self._fit, widest, QSizeF(self.viewport().size()))

    def _rescale(self, scale: float, around: QPointF | None) -> None:
        if scale == self.scale or not self.pages:
            return
        view = QPointF(self.viewport().width() / 2, self.viewport().height() * _READ_AT)
        point = around or view
        index = self._layout.index_at((point + self._offset()).y())
        on_page = self._layout.on_page(index, point + self._offset())
        self._lay_out(scale)
        now = self._layout.rect(index).topLeft() + on_page * scale
        self._put(now.x() - point.x() + view.x(), now.y() - point.y())
        self.scale_changed.emit()

    def _lay_out(self, scale: float) -> None:
        width = self.viewport().width()
        self._layout = PageLayout(self.pages, scale, width)
        view = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(self._layout.height) - view.height()))
        down.setPageStep(view.height())
        across.setRange(0, max(0, round(self._layout.width) - view.width()))
        across.setPageStep(view.width())
        self._refresh()

    # Inside

    def _offset(self) -> QPointF:
        return QPointF(
            self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        )

    def _read_height(self) -> float:
        bar = self.verticalScrollBar()
        return bar.value() + self.viewport().height() * _READ_AT

    def _put(self, center: float, top: float) -> None:
        """Scroll so that a height is at the top and, if it is too wide, an x inside."""
        self.verticalScrollBar().setValue(round(top))
        across = self.horizontalScrollBar()
        half = self.viewport().width() / 2
        if across.maximum():
            across.setValue(round(center - half))

    def _box_of(self, span: Span) -> QRectF | None:
        """Return where the first line of a place stands in the whole column."""
        page = page_over(self.pages, span.start)
        if page is None:
            return None
        index = page.number - 1
        boxes = self._shelf.lines(index).boxes(span)
        if boxes:
            return self._layout.from_page(index, boxes[0])
        caret = self._shelf.lines(index).caret_box(span.start)
        found = self._layout.rect(index) if caret is None else None
        return found or self._layout.from_page(index, caret or (0, 0, 0, 0))

    def _is_in_sight(self, box: QRectF) -> bool:
        view = QRectF(self._offset(), QSizeF(self.viewport().size()))
        return view.top() <= box.top() and box.bottom() <= view.bottom()

    def _room_above(self, box: QRectF) -> float:
        return max(_COMFORT, (self.viewport().height() - box.height()) / 2)

    def _follow_bars(self) -> None:
        self._sharpening.start()
        self.scrolled.emit()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        # What stays in view is moved, not painted again: a frame costs what is new.
        self.viewport().scroll(dx, dy)

    def _refresh(self) -> None:
        self.viewport().update()
        self._sharpening.start()

    def _want_pictures(self) -> None:
        """Have the pages in view drawn, and then those beside them."""
        if not self.isVisible() or not self.pages:
            return
        seen = [it.index for it in self.sheets()]
        around = [
            it
            for step in range(1, _NEIGHBORS + 1)
            for it in (seen[-1] + step, seen[0] - step)
            if 0 <= it < len(self.pages)
        ]
        ratio = self.devicePixelRatioF()
        scale = self.scale * ratio
        size = size_of(self.pages[seen[0]]) * scale
        wanted = fitting([*seen, *around], size.width() * size.height(), len(seen))
        self.pictures.want([self.pages[it].number for it in wanted], scale, ratio)

    def _show_picture(self, number: int) -> None:
        below = QMargins(1, 1, 1, GAP)
        for sheet in self.sheets():
            if sheet.index == number - 1:
                self.viewport().update(sheet.rect.toAlignedRect().marginsAdded(below))

    def _show_flash(self, strength: float) -> None:
        self._painter.strength = strength
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = self._fitting()
        if scale == self.scale:
            self._lay_out(scale)
        else:
            self._rescale(
                scale, QPointF(0, 0) if not event.oldSize().isValid() else None
            )

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, 640)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), tokens().background)
        new = QRectF(event.rect()).adjusted(0, -GAP, 0, 0)
        for sheet in self.sheets():
            if sheet.rect.intersects(new):
                page = self.pages[sheet.index]
                has_caret = self.hasFocus()
                self._painter.paint(painter, sheet, page, new, has_caret=has_caret)
        painter.end()

    def name_of(self, page: Page) -> str:
        """Return what stands below a page: its address, and what it lacks."""
        return self._painter.name_of(page)

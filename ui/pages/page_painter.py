"""Paints one page of a document with all that is marked on it now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.pages import painting
from ui.pages.painting import Fill, Sheet
from ui.pages.pictures import PagePictures
from ui.painted import Marked
from workbench.model.pages import Page
from workbench.model.spans import Span
from workbench.text.page_labels import label_of, page_words

Tell = Callable[[Span], Marked]


class PagePainter:
    """Joins pictures with what `tell` says is marked; keeps the tints of each page.

    What was come to, `flashed`, lights up with a `strength` from 0 to 1.
    """

    def __init__(self, pictures: PagePictures, tell: Tell) -> None:
        self._pictures = pictures
        self._tell = tell
        self._fills: dict[int, list[Fill]] = {}
        self.flashed = Span(0, 0)
        self.strength = 0.0

    def forget(self) -> None:
        """Reckon all tints anew."""
        self._fills.clear()

    def paint(
        self,
        painter: QPainter,
        sheet: Sheet,
        page: Page,
        new: QRectF,
        *,
        has_caret: bool,
    ) -> None:
        """Paint a page as far as it reaches into the `new` part of the viewport."""
        painting.paint_paper(painter, sheet, self._pictures.get(page.number))
        if sheet.lines is not None and len(page.span):
            marked = self._tell(page.span)
            self._paint_marked(painter, sheet, marked, new)
            if has_caret and page.span.start <= marked.caret <= page.span.end:
                painting.paint_caret(painter, sheet, marked.caret)
        painting.paint_frame(painter, sheet)
        painting.paint_name(painter, sheet, self.name_of(page))

    def _paint_marked(
        self, painter: QPainter, sheet: Sheet, marked: Marked, new: QRectF
    ) -> None:
        fills = sheet.reaching_into(self._fills_of(sheet, marked), new)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painting.paint_marks(painter, sheet, fills, marked)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.paint_outlines(painter, sheet, marked)
        if self.strength:
            painting.paint_flash(painter, sheet, self.flashed, self.strength)

    def _fills_of(self, sheet: Sheet, marked: Marked) -> list[Fill]:
        """Return the tints of a page, reckoned once until something changes."""
        lines = sheet.lines if marked.passages else None
        if lines is None:
            return []
        if sheet.index not in self._fills:
            self._fills[sheet.index] = list(painting.fills_of(lines, marked))
        return self._fills[sheet.index]

    def name_of(self, page: Page) -> str:
        """Return what stands below a page: its address, and what it lacks."""
        name = page_words(label_of(page))
        if problem := self._pictures.problems.get(page.number):
            return f"{name} · {problem}"
        if self._pictures.is_awaited(page.number):
            return f"{name} · being drawn …"
        return name if len(page.span) else f"{name} · no text on this page"

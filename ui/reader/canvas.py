"""A text of any length on a page that scrolls; lays out only what is in view.

Only shows: selecting, keys and clicks are the pane's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from ui.painted import PaintedPassage
from ui.reader import ticks
from ui.reader.changed_words import ChangedWords
from ui.reader.found_spans import FoundSpans
from ui.reader.head import HeadLayout
from ui.reader.layouts import Layouts
from ui.reader.levels import Levels
from ui.reader.look import LARGEST, SMALLEST, USUAL, ReaderLook
from ui.reader.margin import (
    numbers_width,
    paint_bookmarks,
    paint_labels,
    paint_numbers,
)
from ui.reader.marks import Marks
from ui.reader.model import PageHead, is_title, with_title_as_heading
from ui.reader.page import Page, arrange
from ui.reader.page_starts import PageStart, paint_page_starts, widest_name
from ui.reader.painting import paint_paragraph
from ui.reader.paragraphs import Paragraphs
from ui.reader.passage_index import PassageIndex
from ui.reader.scrolling import Placed, Scroller
from ui.reader.stripes import Bar, bars_in_view, paint_bars
from ui.reader.styles import Styles
from ui.reader.view import View
from ui.theme import theme_signals, tokens
from ui.widgets.flash import Flash
from ui.widgets.strokes import Underlines
from workbench.model.documents import Block, BlockKind
from workbench.model.spans import Span

_SCROLL_STEP = 24


class TextCanvas(QAbstractScrollArea):
    """Paints one text with its passages and hits."""

    scrolled = Signal()
    marks_changed = Signal()
    went_to = Signal(object, bool)  # Span, whether into the middle
    look_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._styles = Styles()
        self._bars: list[Bar] = []
        self._is_syncing = False
        self._prepare_frame()
        self._ticks = ticks.Ticks(self)
        self._flash = Flash(self)
        self._flash.changed.connect(self._show_flash)
        self._paragraphs = Paragraphs("", ())
        self._marks = Marks(PassageIndex(self._paragraphs))
        self._head = PageHead()
        self._has_title = True
        self._page_starts: Sequence[PageStart] = ()
        self._page, self._head_layout, self._layouts, self._scroller = self._made()
        self._view = View(self._scroller, self._page.left)
        self.setAccessibleName("Text")
        self.verticalScrollBar().valueChanged.connect(self._follow_scroll_bar)
        theme_signals.changed.connect(self._repaint_all)

    def _prepare_frame(self) -> None:
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setViewportMargins(0, 0, ticks.WIDTH, 0)

    # What is shown

    @property
    def text(self) -> str:
        """The whole text exactly as stored."""
        return self._paragraphs.text

    def set_document(
        self, text: str, blocks: Sequence[Block], head: PageHead | None = None
    ) -> None:
        """Show a text from its beginning; passages and hits of the last one go."""
        head = head or PageHead()
        self._paragraphs = Paragraphs(text, with_title_as_heading(text, blocks, head))
        self._marks = Marks(PassageIndex(self._paragraphs))
        self._head = self._without_repeated_title(head)
        self.setAccessibleName(f"Text of {head.title}")
        self._lay_out()
        self.set_hits(())
        self.set_bookmarks(())
        self._refresh_bar()

    def leave_title_out(self) -> None:
        """Show only the facts above the text: what stands above it has the title."""
        self._has_title = False
        self.set_head(self._head)

    def set_head(self, head: PageHead) -> None:
        """Show another title or other facts above the same text."""
        self._head = self._without_repeated_title(head)
        self._lay_out_again()

    @property
    def head(self) -> PageHead:
        """What stands above the text."""
        return self._head

    @property
    def facts_font(self) -> QFont:
        """What the facts above the text are set in."""
        return self._styles.facts_font

    def set_passages(self, passages: Sequence[PaintedPassage]) -> None:
        """Show these passages instead of the ones before; keeps the selected one."""
        self._show_concerned(*self._marks.index.update(passages))

    def change_passages(
        self, changed: Sequence[PaintedPassage], removed: Collection[int] = ()
    ) -> None:
        """Show some passages new or anew and some no more; keeps the selected one."""
        self._show_concerned(*self._marks.index.change(changed, removed))

    def _show_concerned(self, first: int, end: int) -> None:
        """Paint the paragraphs whose passages have changed, if they are in view."""
        selected = self._marks.selected
        self._marks.selected = self._marks.index.get(selected.id if selected else None)
        self._marks.forget(first, end)
        self.marks_changed.emit()
        if self._arrange_again():
            return
        for placed in self._scroller.visible():
            if first <= placed.index < end:
                # With what is above: a bar may begin there, or its name stand there.
                self.viewport().update()
                return

    def set_hits(self, hits: Sequence[Span], current: Span | None = None) -> None:
        """Mark found words in the text and beside the scroll bar."""
        self._marks.hits = FoundSpans.of(hits)
        self._marks.current_hit = current
        self._ticks.show_hits(self._marks.hits.starts, len(self._paragraphs.text))
        self.viewport().update()
        self.marks_changed.emit()

    def emphasize(self, ids: Collection[int] | None) -> None:
        """Let all passages but these step back; None shows all alike again."""
        self._marks.emphasized = None if ids is None else frozenset(ids)
        self._repaint_all()
        self.marks_changed.emit()

    def set_zones(self, zones: Sequence[Span]) -> None:
        """Show these stretches, which do not overlap, as not being content."""
        self._marks.zones = sorted(zones)
        self._repaint_all()

    def set_changed(self, changed: ChangedWords) -> None:
        """Show which words another version of this text has not."""
        self._marks.changed = changed
        self.viewport().update()

    def set_underlines(self, underlines: Underlines) -> None:
        """Draw lines under what belongs to stretches of another text."""
        self._marks.underlines = underlines
        self.viewport().update()

    def set_frame(self, frame: Span | None) -> None:
        """Frame what is asked about, or nothing."""
        self._marks.frame = frame
        self.viewport().update()

    def set_page_starts(self, starts: Sequence[PageStart]) -> None:
        """Say in the margin where pages begin, and what they are called."""
        self._page_starts = starts
        if not self._arrange_again():
            self.viewport().update()

    def set_bookmarks(self, offsets: Sequence[int]) -> None:
        """Mark these places in the margin and beside the scroll bar."""
        self._marks.bookmarks = sorted(offsets)
        self._ticks.show_bookmarks(self._shares(self._marks.bookmarks))
        self.viewport().update()

    def _shares(self, offsets: Sequence[int]) -> list[float]:
        length = max(1, len(self._paragraphs.text))
        return [offset / length for offset in offsets]

    @property
    def look(self) -> ReaderLook:
        """How the text is set now."""
        return self._styles.look

    def set_look(self, look: ReaderLook) -> None:
        """Set the text another way, the first line in view staying where it is."""
        if look != self.look:
            self._styles = Styles(look)
            self._lay_out_again()
            self.look_changed.emit(look)

    def zoom(self, steps: int) -> None:
        """Make the letters larger or smaller; 0 goes back to the usual size."""
        size = self.look.size + steps if steps else USUAL
        size = min(max(size, SMALLEST), LARGEST)
        self.set_look(replace(self.look, size=size))

    # Moving about

    def go_to(self, span: Span, *, centred: bool = True) -> None:
        """Bring a span into the middle of the view and flash it once.

        Not `centred`, the view moves only if the span is out of sight.
        """
        if centred or not self._view.shows(span):
            self._view.center(span)
            self._refresh_bar()
        self._marks.flash = span
        self._flash.start()
        self.went_to.emit(span, centred)

    def position(self) -> int:
        """Return a place to come back to: the offset of the first line in view."""
        return self._view.position()

    def restore(self, position: int) -> None:
        """Come back to a place that `position` returned."""
        self._view.restore(position)
        self._refresh_bar()

    def span_in_view(self) -> Span:
        """Return the stretch of the text that the paragraphs in view cover."""
        placed = self._scroller.visible()
        start = placed[0].laid_out.paragraph.start
        return Span(start, max(start + 1, placed[-1].laid_out.paragraph.end))

    def levels(self) -> Levels:
        """Return at which heights offsets stand as the text is scrolled now."""
        return Levels(self._scroller)

    def put(self, offset: float, y: float) -> None:
        """Scroll so that an offset stands at a height of the view."""
        self.levels().put(offset, y)
        self._refresh_bar()

    def relative_position(self) -> float:
        """Return how far the text is scrolled, from 0 to 1."""
        way = self._scroller.range
        return self._scroller.top / way if way else 0.0

    def set_relative_position(self, share: float) -> None:
        """Scroll to a share of the text."""
        self._scroller.move_to(round(share * self._scroller.range))
        self._refresh_bar()

    def _follow_scroll_bar(self, value: int) -> None:
        if not self._is_syncing:
            self._scroller.move_to(value)
            self._refresh_bar()

    def _refresh_bar(self) -> None:
        """Let the scroll bar say what the page shows; heights may have changed."""
        self._scroller.visible()
        self._layouts.is_corrected = False
        bar = self.verticalScrollBar()
        self._is_syncing = True
        bar.setRange(0, self._scroller.range)
        bar.setPageStep(self._scroller.view)
        bar.setSingleStep(_SCROLL_STEP)
        bar.setValue(self._scroller.top)
        self._is_syncing = False
        self.viewport().update()
        self.scrolled.emit()

    # Laying out

    def _made(self) -> tuple[Page, HeadLayout, Layouts, Scroller]:
        page = self._arranged()
        head = HeadLayout(self._head, self._styles, page.width)
        layouts = Layouts(self._paragraphs, self._styles, page.width, head.height)
        return page, head, layouts, Scroller(layouts, self.viewport().height())

    def _lay_out(self) -> None:
        self._page, self._head_layout, self._layouts, self._scroller = self._made()
        self._view.attach(self._scroller, self._page.left)
        self._marks.forget_all()

    def _lay_out_again(self) -> None:
        """Lay out anew and leave the first line in view where it is."""
        position = self.position()
        self._lay_out()
        self.restore(position)

    def _arrange_again(self) -> bool:
        """Give the column and the bars their places; lay out only for another width."""
        page = self._arranged()
        is_other = page != self._page
        if page.width != self._page.width:
            self._lay_out_again()
        elif is_other:
            self._page, self._view.left = page, page.left
            self.viewport().update()
            self.scrolled.emit()
        return is_other

    def _arranged(self) -> Page:
        lanes, styles, numbers = self._marks.index.lanes, self._styles, 0
        if self.look.numbers:
            numbers = numbers_width(styles.number_font, len(self._paragraphs))
        right = widest_name(self._page_starts)
        return arrange(self.viewport().width(), styles.column, lanes, numbers, right)

    def _without_repeated_title(self, head: PageHead) -> PageHead:
        first = self._paragraphs[0]
        repeats = first.kind is BlockKind.HEADING and is_title(first.text, head)
        return replace(head, title="") if repeats or not self._has_title else head

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        view = self.viewport().geometry()
        self._ticks.setGeometry(
            view.right() + 1, view.top(), ticks.WIDTH, view.height()
        )
        self._scroller.view = view.height()
        self._arrange_again()
        self._refresh_bar()

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), tokens().surface)
        visible = self._scroller.visible()
        self._paint_head_above(painter, visible)
        for placed in visible:
            paint_paragraph(painter, placed, self._page, self._marks, event.rect())
        self._paint_margins(painter, visible)
        painter.end()
        if self._layouts.is_corrected:
            QTimer.singleShot(0, self, self._refresh_bar)

    def _paint_margins(self, painter: QPainter, visible: Sequence[Placed]) -> None:
        page, marks, view = self._page, self._marks, self._scroller.view
        self._bars = bars_in_view(visible, marks)
        paint_bars(painter, self._bars, page, marks, view)
        if page.shows_labels:
            paint_labels(painter, self._bars, page, marks, view)
        if self.look.numbers:
            paint_numbers(painter, visible, page, self._styles.number_font)
        paint_bookmarks(painter, visible, page, marks.bookmarks)
        starts = self._page_starts
        paint_page_starts(painter, visible, page, starts, marks.bookmarks)

    def _paint_head_above(self, painter: QPainter, visible: Sequence[Placed]) -> None:
        if visible and visible[0].index == 0:
            top = visible[0].y - self._layouts.before(0)
            self._head_layout.paint(painter, self._page.left, top)

    def head_box(self, words: str) -> QRect | None:
        """Return where in the viewport the head says some words; it may be above."""
        return self._in_viewport(self._head_layout.box_of(words))

    def cut_title_at(self, point: QPoint) -> str:
        """Return the whole title if it is cut and stands at a point; else nothing."""
        box = self._in_viewport(self._head_layout.cut_title_box)
        return self._head.title if box is not None and box.contains(point) else ""

    def _in_viewport(self, box: QRect | None) -> QRect | None:
        """Place a box of the head, which scrolls with the text."""
        first = self._scroller.visible()[0]
        if box is None or first.index != 0:
            return None
        return box.translated(self._page.left, first.y - self._layouts.before(0))

    def _repaint_all(self) -> None:
        self._marks.forget_all()
        self._ticks.update()
        self.viewport().update()

    def _show_flash(self, strength: float) -> None:
        self._marks.flash_strength = strength
        self.viewport().update()

"""The reading pane: a text of any length, with passages, hits and a selection.

Offsets are code points of the whole text. What the keys mean beyond moving about
(tagging, notes, finding) is the panel's.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip, QWidget
from typing_extensions import override

from ui.reader import ticks
from ui.reader.flash import Flash
from ui.reader.layouts import Layouts
from ui.reader.model import PageHead, PaintedPassage
from ui.reader.motions import Motions
from ui.reader.page import Page, arrange
from ui.reader.painting import Marks, head_height, paint_head, paint_paragraph
from ui.reader.paragraphs import Paragraphs
from ui.reader.passage_index import PassageIndex
from ui.reader.scrolling import Placed, Scroller
from ui.reader.selecting import TextSelection
from ui.reader.stripes import UNTAGGED, Bar, bars_at, bars_in_view, paint_bars
from ui.reader.styles import LARGEST, SMALLEST, USUAL, Styles
from ui.theme import theme_signals, tokens
from workbench.model.documents import Block
from workbench.model.spans import Span

_COMFORT = 32
_DRAG_SCROLL_MS = 30


class ReadingPane(QAbstractScrollArea):
    """Shows one text; lays out only what is in view."""

    selection_changed = Signal(object)
    passage_selected = Signal(object)
    passage_clicked = Signal(int)
    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._styles = Styles()
        self._head = PageHead()
        self._build_viewport()
        self._ticks = ticks.HitTicks(self)
        self._dragging_at: QPointF | None = None
        self._pressed_at = QPointF()
        self._drag_timer = QTimer(self, interval=_DRAG_SCROLL_MS)
        self._drag_timer.timeout.connect(self._scroll_while_dragging)
        self._triple_click = QTimer(self, singleShot=True)
        self._flash = Flash(self)
        self._flash.changed.connect(self._show_flash)
        self._syncing = False
        self._bars: list[Bar] = []
        self.set_document("", ())
        self.verticalScrollBar().valueChanged.connect(self._follow_scroll_bar)
        theme_signals.changed.connect(self._repaint_all)

    def _build_viewport(self) -> None:
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setViewportMargins(0, 0, ticks.WIDTH, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Text")

    # What is shown

    def set_document(
        self, text: str, blocks: Sequence[Block], head: PageHead | None = None
    ) -> None:
        """Show a text from its beginning; passages and hits of the last one go."""
        self._paragraphs = Paragraphs(text, blocks)
        self._marks = Marks(PassageIndex(self._paragraphs))
        self._head = self._without_repeated_title(head or PageHead())
        self._lay_out()
        self._selection = TextSelection(self._paragraphs, Motions(self._layouts))
        self.set_hits(())
        self.setAccessibleName(f"Text of {head.title}" if head else "Text")
        self._refresh_bar()

    def set_head(self, head: PageHead) -> None:
        """Show another title or other facts above the same text."""
        self._head = self._without_repeated_title(head)
        self._lay_out_again()

    def set_passages(self, passages: Sequence[PaintedPassage]) -> None:
        """Show these passages instead of the ones before; keeps the selected one."""
        selected = self._marks.selected
        self._marks.index = PassageIndex(self._paragraphs, passages)
        self._marks.selected = self._marks.index.get(selected.id if selected else None)
        self._marks.fills.clear()
        if self._arranged() != self._page:
            self._lay_out_again()
        self.viewport().update()
        if selected and not self._marks.selected:
            self.passage_selected.emit(None)

    def set_hits(self, hits: Sequence[Span], current: Span | None = None) -> None:
        """Mark found words in the text and beside the scroll bar."""
        self._marks.hits = sorted(hits)
        self._marks.hit_starts = [hit.start for hit in self._marks.hits]
        self._marks.current_hit = current
        length = max(1, len(self._paragraphs.text))
        self._ticks.show_shares([start / length for start in self._marks.hit_starts])
        self.viewport().update()

    def zoom(self, steps: int) -> None:
        """Make the letters larger or smaller; 0 goes back to the usual size."""
        size = self._styles.size + steps if steps else USUAL
        size = min(max(size, SMALLEST), LARGEST)
        if size != self._styles.size:
            self._styles = Styles(size)
            self._lay_out_again()

    # Selection

    @property
    def selection(self) -> Span | None:
        """The selected stretch of the stored text."""
        return self._selection.span

    @property
    def caret(self) -> int:
        """Where the caret stands."""
        return self._selection.caret

    @property
    def text_of_selection(self) -> str:
        """The selected characters exactly as stored."""
        return self.selection.of(self._paragraphs.text) if self.selection else ""

    def select(self, span: Span) -> None:
        """Select exactly these characters."""
        self._selection.select(span)
        self._tell_selection()

    def select_all(self) -> None:
        """Select the whole text."""
        self._selection.select_all()
        self._tell_selection()

    def clear_selection(self) -> None:
        """Leave only the caret."""
        self._selection.move_to(self.caret)
        self._tell_selection()

    def grow(self) -> None:
        """Widen the selection: word, sentence, paragraph."""
        self._selection.grow()
        self._tell_selection()

    def shrink(self) -> None:
        """Take the last widening back."""
        self._selection.shrink()
        self._tell_selection()

    def copy(self) -> None:
        """Put the selected characters, exactly as stored, on the clipboard."""
        if self.selection:
            # setText, not setMimeData: Qt's deferred data dies with the window.
            QGuiApplication.clipboard().setText(self.text_of_selection)

    def point_of_selection(self) -> QPoint:
        """Return where, on the screen, something about the selection may open."""
        span = self.selection or (self._marks.selected and self._marks.selected.span)
        end = span.end if span else self.caret
        for placed in self._scroller.visible():
            if placed.laid_out.paragraph.end >= end:
                place = self._selection.motions.place(end)
                y = placed.y + place.line.top + place.line.height
                x = self._page.left + int(place.x)
                return self.viewport().mapToGlobal(
                    QPoint(x, min(y, self._scroller.view))
                )
        return self.viewport().mapToGlobal(self.viewport().rect().center())

    # Passages

    @property
    def selected_passage(self) -> int | None:
        """The id of the passage that is emphasised."""
        return self._marks.selected.id if self._marks.selected else None

    @property
    def selected_passage_span(self) -> Span | None:
        """Where the emphasised passage stands."""
        return self._marks.selected.span if self._marks.selected else None

    def select_passage(self, passage_id: int | None) -> None:
        """Emphasise one passage, or none."""
        passage = self._marks.index.get(passage_id)
        if passage != self._marks.selected:
            self._marks.selected = passage
            self.viewport().update()
            self.passage_selected.emit(passage.id if passage else None)

    def cycle_overlapping(self) -> None:
        """Select the next of the passages that overlap where the selected one is."""
        selected = self._marks.selected
        offset = self.caret
        if selected and not selected.span.contains(offset):
            offset = selected.span.start
        self._select_next_of(self._marks.index.at(offset))

    def go_to_neighbor(self, step: int) -> None:
        """Select the next (1) or previous (-1) passage and bring it into view."""
        index, selected = self._marks.index, self._marks.selected
        if selected:
            found = index.neighbor(selected, step)
        else:
            found = index.after(self.caret) if step > 0 else index.before(self.caret)
        if found:
            self._selection.move_to(found.span.start)
            self.select_passage(found.id)
            self.go_to(found.span, centred=False)

    def _select_next_of(self, passages: Sequence[PaintedPassage]) -> None:
        if not passages:
            self.select_passage(None)
            return
        selected = self._marks.selected
        at = passages.index(selected) + 1 if selected in passages else 0
        passage = passages[at % len(passages)]
        self.select_passage(passage.id)
        self.passage_clicked.emit(passage.id)

    # Moving about

    def go_to(self, span: Span, *, centred: bool = True) -> None:
        """Bring a span into the middle of the view and flash it once.

        Not `centred`, the view moves only if the span is out of sight.
        """
        if centred or not self._is_in_view(span):
            self._center(span)
        self._marks.flash = span
        self._flash.start()

    def position(self) -> int:
        """Return a place to come back to: the offset of the first line in view."""
        if self._scroller.top == 0:
            return 0
        placed = self._scroller.visible()[0]
        line = placed.laid_out.line_at_y(-placed.y)
        laid_out = placed.laid_out
        return laid_out.paragraph.start + laid_out.mapper.from_qt(line.start)

    def restore(self, position: int) -> None:
        """Come back to a place that `position` returned."""
        if position == 0:
            self._scroller.put(0, 0, 0)
        else:
            index, inside, _ = self._stands_at(position)
            self._scroller.put(index, inside, 0)
        self._refresh_bar()

    def relative_position(self) -> float:
        """Return how far the text is scrolled, from 0 to 1."""
        return (
            self._scroller.top / self._scroller.range if self._scroller.range else 0.0
        )

    def set_relative_position(self, share: float) -> None:
        """Scroll to a share of the text."""
        self._scroller.move_to(round(share * self._scroller.range))
        self._refresh_bar()

    def _stands_at(self, offset: int) -> tuple[int, int, int]:
        """Return an offset's paragraph, its line's top inside it and its height."""
        place = self._selection.motions.place(offset)
        top = self._layouts.before(place.index) + place.line.top
        return place.index, top, place.line.height

    def _center(self, span: Span) -> None:
        index, inside, height = self._stands_at(span.start)
        extent = self._extent(span, height)
        at = max(_COMFORT, (self._scroller.view - extent) // 2)
        self._scroller.put(index, inside, at)
        self._refresh_bar()

    def _extent(self, span: Span, line: int) -> int:
        first, first_top, _ = self._stands_at(span.start)
        last, last_top, _ = self._stands_at(max(span.start, span.end - 1))
        heights = self._layouts.heights
        return heights.above(last) + last_top - heights.above(first) - first_top + line

    def _is_in_view(self, span: Span) -> bool:
        top = self._y_in_view(span.start)
        bottom = self._y_in_view(max(span.start, span.end - 1))
        if top is None or bottom is None:
            return False
        return top >= 0 and bottom + _COMFORT <= self._scroller.view

    def _y_in_view(self, offset: int) -> int | None:
        index, inside, _ = self._stands_at(offset)
        for placed in self._scroller.visible():
            if placed.index == index:
                return placed.y - self._layouts.before(index) + inside
        return None

    def _show_caret(self) -> None:
        """Scroll as little as needed to have the caret in view."""
        index, inside, height = self._stands_at(self.caret)
        y = self._y_in_view(self.caret)
        lowest = self._scroller.view - height - _COMFORT // 2
        if y is None:
            is_above = index <= self._scroller.visible()[0].index
            self._scroller.put(index, inside, _COMFORT if is_above else lowest)
        elif y < _COMFORT // 2:
            self._scroller.put(index, inside, _COMFORT // 2)
        elif y > lowest:
            self._scroller.put(index, inside, lowest)
        self._refresh_bar()

    # Laying out

    def _without_repeated_title(self, head: PageHead) -> PageHead:
        first = self._paragraphs[0].text.lstrip("#* ").rstrip("* ")
        return PageHead("", head.facts) if first == head.title else head

    def _arranged(self) -> Page:
        return arrange(
            self.viewport().width(), self._styles.column, self._marks.index.lanes
        )

    def _lay_out(self) -> None:
        self._page = self._arranged()
        head = head_height(self._head, self._styles)
        self._layouts = Layouts(self._paragraphs, self._styles, self._page.width, head)
        self._scroller = Scroller(self._layouts, self.viewport().height())
        self._marks.fills.clear()

    def _lay_out_again(self) -> None:
        """Lay out anew and leave the first line in view where it is."""
        position = self.position()
        self._lay_out()
        self._selection.motions = Motions(self._layouts)
        self.restore(position)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_ticks()
        page = self._arranged()
        if page.width != self._page.width:
            self._lay_out_again()
        self._page = page
        self._scroller.view = self.viewport().height()
        self._refresh_bar()

    def _place_ticks(self) -> None:
        view = self.viewport().geometry()
        self._ticks.setGeometry(
            view.right() + 1, view.top(), ticks.WIDTH, view.height()
        )

    # Scrolling

    def _follow_scroll_bar(self, value: int) -> None:
        if not self._syncing:
            self._scroller.move_to(value)
            self._refresh_bar()

    def _refresh_bar(self) -> None:
        """Let the scroll bar say what the page shows; heights may have changed."""
        self._scroller.visible()
        self._layouts.is_corrected = False
        bar = self.verticalScrollBar()
        self._syncing = True
        bar.setRange(0, self._scroller.range)
        bar.setPageStep(self._scroller.view)
        bar.setSingleStep(24)
        bar.setValue(self._scroller.top)
        self._syncing = False
        self.viewport().update()
        self.scrolled.emit()

    # Painting

    def _repaint_all(self) -> None:
        self._marks.fills.clear()
        self._ticks.update()
        self.viewport().update()

    def _show_flash(self, strength: float) -> None:
        self._marks.flash_strength = strength
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), tokens().surface)
        visible = self._scroller.visible()
        self._marks.selection = self.selection
        self._marks.caret = self.caret if self.hasFocus() else None
        self._paint_head_above(painter, visible)
        for placed in visible:
            paint_paragraph(painter, placed, self._page, self._marks, event.rect())
        self._bars = bars_in_view(visible, self._marks.index)
        paint_bars(
            painter, self._bars, self._page, self._marks.selected, self._scroller.view
        )
        painter.end()
        if self._layouts.is_corrected:
            QTimer.singleShot(0, self, self._refresh_bar)

    def _paint_head_above(self, painter: QPainter, visible: Sequence[Placed]) -> None:
        if visible and visible[0].index == 0:
            top = visible[0].y - self._layouts.before(0)
            paint_head(painter, self._head, self._styles, self._page, top)

    # Mouse

    def _offset_at(self, point: QPointF) -> int:
        visible = self._scroller.visible()
        found = next((p for p in visible if point.y() < p.bottom + 6), visible[-1])
        return self._selection.motions.at_point(
            found.index, point.x() - self._page.left, point.y() - found.y
        )

    def _bars_under(self, point: QPointF) -> list[PaintedPassage]:
        return bars_at(self._bars, self._page, point.x(), point.y())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position()
        self._pressed_at = point
        if bars := self._bars_under(point):
            self._select_next_of(bars)
            return
        offset = self._offset_at(point)
        if self._triple_click.isActive():
            self._triple_click.stop()
            self._selection.select_paragraph(offset)
        else:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._selection.move_to(offset, extend=extend)
            self._dragging_at = point
        self._tell_selection()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging_at is None:
            over_bar = bool(self._bars_under(event.position()))
            shape = Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(shape if over_bar else Qt.CursorShape.IBeamCursor)
            return
        self._dragging_at = event.position()
        self._drag_timer.start()
        self._extend_to_mouse()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_pressed = self._dragging_at is not None
        self._dragging_at = None
        self._drag_timer.stop()
        if was_pressed and self.selection is None:
            self._click(event.position())
        clipboard = QGuiApplication.clipboard()
        if self.selection and clipboard.supportsSelection():
            clipboard.setText(self.text_of_selection, clipboard.Mode.Selection)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._selection.select_word(self._offset_at(event.position()))
            self._triple_click.start(QApplication.doubleClickInterval())
            self._tell_selection()

    def _click(self, point: QPointF) -> None:
        """Select the passage under a click that selected no text."""
        moved = (point - self._pressed_at).manhattanLength()
        if moved < QApplication.startDragDistance():
            self._select_next_of(self._marks.index.at(self._offset_at(point)))

    def _extend_to_mouse(self) -> None:
        if self._dragging_at is not None:
            self._selection.move_to(self._offset_at(self._dragging_at), extend=True)
            self._tell_selection()

    def _scroll_while_dragging(self) -> None:
        if self._dragging_at is None:
            return
        y, view = self._dragging_at.y(), self._scroller.view
        beyond = min(y, 0) + max(y - view, 0)
        if beyond:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(beyond))
            self._extend_to_mouse()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_names(event)
            return True
        return super().viewportEvent(event)

    def _show_names(self, event: QHelpEvent) -> None:
        passages = self._bars_under(QPointF(event.pos()))
        names = [escape(passage.label or UNTAGGED) for passage in passages]
        tip = "<qt>" + "<br>".join(names) + "</qt>" if names else ""
        QToolTip.showText(event.globalPos(), tip, self.viewport(), QRect())

    # Keyboard and focus

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self._selection.motions.place(self.caret).line.height
        self._selection.page_lines = max(1, self._scroller.view // line - 2)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif self._selection.press(event):
            self._tell_selection()
            self._show_caret()
        else:
            event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _tell_selection(self) -> None:
        self.viewport().update()
        self.selection_changed.emit(self.selection)

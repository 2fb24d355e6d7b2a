"""The reading pane: the page with a selection, a caret and a selected passage.

Offsets are code points of the whole text. What the keys mean beyond moving about
(tagging, notes, finding) is the panel's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from ui.painted import Marked, PaintedPassage
from ui.reader.canvas import TextCanvas
from ui.reader.growing import word_at
from ui.reader.model import PageHead
from ui.reader.mouse import MouseSelecting
from ui.reader.selecting import TextSelection
from ui.reader.stripes import bars_at
from ui.reader.surface import Instead
from ui.reader.telling import told_at
from ui.widgets.plain import plain_tooltip
from workbench.model.documents import Block
from workbench.model.spans import Span


class ReadingPane(TextCanvas):
    """A text that can be read, selected in, and gone through passage by passage.

    `passage_missed` asks for a passage that is not shown yet; who answers does it with
    `change_passages` before the signal returns.
    """

    selection_changed = Signal(object)
    passage_selected = Signal(object)
    passage_clicked = Signal(int)
    passage_missed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection = TextSelection(self._view)
        self.tell_resting: Callable[[int], str] = lambda _passage_id: ""
        self.shown_instead: Instead | None = None
        self._mouse = MouseSelecting(self, self._selection, self._view)
        self._mouse.clicked.connect(self.click)
        self._mouse.selected.connect(self._tell_selection)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)

    @override
    def set_document(
        self, text: str, blocks: Sequence[Block], head: PageHead | None = None
    ) -> None:
        super().set_document(text, blocks, head)
        self._selection.move_to(self._paragraphs[0].start)

    @override
    def _show_concerned(self, first: int, end: int) -> None:
        before = self.selected_passage
        super()._show_concerned(first, end)
        if before != self.selected_passage:
            self.passage_selected.emit(self.selected_passage)

    # Selection

    @property
    def selection(self) -> Span | None:
        """The selected stretch of the stored text."""
        return self._selection.span

    @property
    def text_of_selection(self) -> str:
        """The selected characters exactly as stored."""
        return self._selection.text

    @property
    def caret(self) -> int:
        """Where the caret stands."""
        return self._selection.caret

    @property
    def anchor(self) -> int:
        """Where the selection began; at the caret when there is none."""
        return self._selection.anchor

    @property
    def paragraph_at_caret(self) -> Span:
        """The paragraph that the caret stands in."""
        return self._paragraphs.block_span(self.caret)

    @property
    def word_at_caret(self) -> Span:
        """The word that the caret stands in, or the character behind it."""
        return word_at(self.text, self.caret, self.paragraph_at_caret)

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

    def put_caret(self, offset: int) -> None:
        """Leave only the caret, elsewhere; a passage that is not there is let go."""
        self._selection.move_to(offset)
        self._tell_selection()
        self._leave_passage()

    def come_to(self, position: int) -> None:
        """Come back to what `position` returned, with a caret that is in sight."""
        self.restore(position)
        if self.selection is None and not self._view.shows(
            Span(self.caret, self.caret)
        ):
            self._selection.move_to(position)

    def grow(self) -> None:
        """Widen the selection: word, sentence, paragraph."""
        self._selection.grow()
        self._tell_selection()

    def shrink(self) -> None:
        """Take the last widening back."""
        self._selection.shrink()
        self._tell_selection()

    def copy(self) -> None:
        """Put what is selected, or the passage, as stored, on the clipboard."""
        if span := self.selection or self.selected_passage_span:
            # setText, not setMimeData: Qt's deferred text dies with the window.
            QGuiApplication.clipboard().setText(span.of(self.text))

    def point_at(self, offset: int, *, extend: bool) -> None:
        """Do as if the mouse had been pressed, or dragged, at an offset."""
        self._selection.move_to(offset, extend=extend)
        self._tell_selection()

    def select_word(self, offset: int) -> None:
        """Select the word around an offset."""
        self._selection.select_word(offset)
        self._tell_selection()

    def select_paragraph(self, offset: int) -> None:
        """Select the paragraph around an offset."""
        self._selection.select_paragraph(offset)
        self._tell_selection()

    def marked_in(self, span: Span) -> Marked:
        """Return what is marked in a stretch of the text now."""
        marks = self._marks
        first, last = self._paragraphs.at(span.start), self._paragraphs.at(span.end)
        marked = marks.within(span, range(first, last + 1))
        return replace(marked, selection=self.selection, caret=self.caret)

    @property
    def is_seen(self) -> bool:
        """Tell whether what is marked is in view, here or on the pages instead."""
        instead = self.shown_instead
        return self.isVisible() or (instead is not None and instead.isVisible())

    @override
    def position(self) -> int:
        instead = self.shown_instead
        return instead.position() if instead else super().position()

    @override
    def restore(self, position: int) -> None:
        super().restore(position)
        if self.shown_instead:
            self.shown_instead.restore(position)

    def line_being_read(self) -> Span:
        """Return the caret's line or, while that is out of sight, the first in view."""
        in_sight = self._view.shows(Span(self.caret, self.caret))
        offset = self.caret if in_sight else self.position()
        motions = self._view.motions
        return Span(motions.line_start(offset), motions.line_end(offset))

    def point_of(self, span: Span | None) -> QPoint:
        """Return where, on the screen, something about a span may open."""
        x, y = self._view.point_below(span.end if span else self.caret)
        return self.viewport().mapToGlobal(QPoint(x, y))

    def offset_at(self, point: QPointF) -> int:
        """Return the offset nearest to a point of the viewport."""
        return self._view.offset_at(point.x(), point.y())

    def caret_box(self, offset: int) -> QRect | None:
        """Return where in the viewport a caret would stand; None if out of view."""
        return self._view.caret_box(offset)

    def boxes(self, span: Span) -> list[QRectF]:
        """Return what a span covers in the viewport, as far as it is in view."""
        return [
            box.translated(self._page.left, placed.y)
            for placed in self._scroller.visible()
            for box in placed.laid_out.boxes(span)
        ]

    def moved(self, offset: int, *, rightwards: bool, by_word: bool = False) -> int:
        """Return where a caret comes to from an offset, as seen on the screen."""
        motions = self._view.motions
        return motions.sideways(offset, rightwards=rightwards, by_word=by_word)

    def keep_in_view(self, offset: int) -> None:
        """Scroll as little as needed to have an offset in view."""
        self._view.show(offset)
        self._refresh_bar()

    # Passages

    @property
    def passages(self) -> Sequence[PaintedPassage]:
        """All passages that are shown, by start."""
        return self._marks.index.passages

    @property
    def selected(self) -> PaintedPassage | None:
        """The passage that is emphasized."""
        return self._marks.selected

    @property
    def selected_passage(self) -> int | None:
        """The id of the passage that is emphasized."""
        return self._marks.selected.id if self._marks.selected else None

    @property
    def selected_passage_span(self) -> Span | None:
        """Where the emphasized passage stands."""
        return self._marks.selected.span if self._marks.selected else None

    def select_passage(self, passage_id: int | None) -> None:
        """Emphasize one passage, or none."""
        passage = self._known(passage_id)
        if passage != self._marks.selected:
            self._marks.selected = passage
            self.viewport().update()
            self.passage_selected.emit(self.selected_passage)

    def _leave_passage(self) -> None:
        """Let go of a passage that the caret has left: keys would still mean it."""
        span, caret = self.selected_passage_span, self.caret
        if span and self.selection is None and not span.start <= caret <= span.end:
            self.select_passage(None)

    def _known(self, passage_id: int | None) -> PaintedPassage | None:
        found = self._marks.index.get(passage_id)
        if found is None and passage_id is not None:
            self.passage_missed.emit(passage_id)
            found = self._marks.index.get(passage_id)
        return found

    def cycle_overlapping(self) -> None:
        """Select the next of the passages that overlap where the selected one is."""
        span, offset = self.selected_passage_span, self.caret
        if span and not span.contains(offset):
            offset = span.start
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
            self._tell_selection()
            self.select_passage(found.id)
            self.go_to(found.span, centred=False)

    def click(self, offset: int) -> None:
        """Select the passage at an offset or, once more, the next of several."""
        self._select_next_of(self._marks.index.at(offset))

    def _select_next_of(self, passages: Sequence[PaintedPassage]) -> None:
        if not passages:
            self.select_passage(None)
            return
        selected = self._marks.selected
        at = passages.index(selected) + 1 if selected in passages else 0
        passage = passages[at % len(passages)]
        self.select_passage(passage.id)
        self.passage_clicked.emit(passage.id)

    # Mouse

    def passages_under(self, point: QPointF) -> list[PaintedPassage]:
        """Return the passages whose words or bars are at a point, short ones first."""
        near = self._marks.index.at(self.offset_at(point))
        there = [
            one
            for one in near
            if any(box.contains(point) for box in self.boxes(one.span))
        ]
        return there or self.bars_under(point)

    def bars_under(self, point: QPointF) -> list[PaintedPassage]:
        """Return the passages whose bars in the margin are at a point."""
        return bars_at(self._bars, self._page, point.x(), point.y())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if bars := self.bars_under(event.position()):
            self._select_next_of(bars)
            return
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._mouse.press(event.position(), extend=extend)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event.position())
        is_over_bar = bool(self.bars_under(event.position()))
        shape = Qt.CursorShape.IBeamCursor
        if is_over_bar and not self._mouse.is_dragging:
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(event.position())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.double_click(event.position())

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = plain_tooltip(told_at(self, event.pos()))
            QToolTip.showText(event.globalPos(), tip, self.viewport(), QRect())
            return True
        return super().viewportEvent(event)

    # Keyboard and focus

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self._view.motions.place(self.caret).line.height
        self._selection.page_lines = max(1, self._scroller.view // line - 2)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif self._selection.press(event):
            self._tell_selection()
            self._leave_passage()
            self._view.show(self.caret)
            self._refresh_bar()
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

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._marks.selection = self.selection
        self._marks.caret = self.caret if self.hasFocus() else None
        super().paintEvent(event)

    def _tell_selection(self) -> None:
        self.viewport().update()
        self.selection_changed.emit(self.selection)

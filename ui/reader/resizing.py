"""Moves an end of the selected passage, shown at once and kept when it is right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from typing_extensions import override

from ui.keymap import keymap
from ui.painted import PaintedPassage
from ui.reader.end_handle import End, EndHandle
from ui.reader.pane import ReadingPane
from ui.reader.surface import Surface
from ui.widgets.keys import ENTER_KEYS
from workbench.model.spans import Span

BEGINNING = {End.START: "passage.start", End.END: "passage.end"}
_SIDEWAYS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
_OURS = (*_SIDEWAYS, *ENTER_KEYS, Qt.Key.Key_Escape)
_MODIFIERS = (
    Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
)  # fmt: skip
_EDGE = 28
_STAYS = "The passage stays where it was"
_SCROLL_EVERY = 30


class Resizing(QObject):
    """Serves one pane, wherever its text is seen.

    While an end is moved, any other key or click gives up.
    """

    kept = Signal(int, object)  # passage, Span
    explained = Signal(str)

    def __init__(self, pane: ReadingPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._before: PaintedPassage | None = None
        self._end = End.END
        self._dragged_to: QPointF | None = None
        self._dragged_on: Surface = pane
        self._viewports: list[QObject] = []
        self._seen: dict[Surface, dict[End, EndHandle]] = {}
        self._placing = QTimer(self, singleShot=True, interval=0)
        self._placing.timeout.connect(self._place_handles)
        self._scrolling = QTimer(self, interval=_SCROLL_EVERY)
        self._scrolling.timeout.connect(self._scroll)
        pane.passage_selected.connect(self._follow_selection)
        self.serve(pane)

    def serve(self, surface: Surface) -> None:
        """Let ends be moved on another surface too."""
        self._seen[surface] = {it: EndHandle(it, surface.viewport()) for it in End}
        for end, handle in self._seen[surface].items():
            handle.dragged.connect(self._dragging(end, surface))
            handle.released.connect(self.keep)
        surface.installEventFilter(self)
        surface.viewport().installEventFilter(self)
        self._viewports.append(surface.viewport())
        self._placing.start()

    @property
    def handles(self) -> dict[End, EndHandle]:
        """The handles on the pane itself."""
        return self._seen[self._pane]

    def _dragging(self, end: End, surface: Surface) -> Callable[[QPointF], None]:
        return lambda point: self._drag(end, surface, point)

    @property
    def is_going_on(self) -> bool:
        """Tell whether an end is being moved."""
        return self._before is not None

    def begin(self, end: End) -> None:
        """Take hold of an end of the selected passage; the other one is let go."""
        selected = self._pane.selected
        if selected is None:
            self.explained.emit("Select a passage first; then its ends can be moved")
            return
        self._before = self._before or selected
        self._end = end
        self._place_handles()
        name = "start" if end is End.START else "end"
        self.explained.emit(
            f"Moving the {name}: Left and Right, with Ctrl by words"
            " · Enter keeps it · Esc gives up"
        )

    def keep(self) -> None:
        """Ask for the passage to stand as it is shown."""
        before, selected = self._before, self._pane.selected
        self._let_go()
        if before and selected and selected.span != before.span:
            self.kept.emit(before.id, selected.span)
        elif before:
            self.explained.emit(_STAYS)

    def give_up(self) -> None:
        """Show the passage as it was."""
        if self.is_going_on:
            self._let_go()
            self.explained.emit(_STAYS)

    def _let_go(self) -> None:
        before, self._before = self._before, None
        self._dragged_to = None
        self._scrolling.stop()
        if before and before != self._pane.selected:
            self._pane.change_passages([before])
        self._place_handles()

    def move_by_key(self, *, rightwards: bool, by_word: bool) -> None:
        """Move the end by a character or a word, as seen on the screen."""
        selected = self._pane.selected
        if selected is None:
            return
        at = selected.span.start if self._end is End.START else selected.span.end
        moved = self._moved(at, rightwards=rightwards, by_word=by_word)
        if moved == at and by_word:
            moved = self._pane.moved(at, rightwards=rightwards, by_word=True)
            moved = self._moved(moved, rightwards=rightwards, by_word=True)
        self._show(moved)
        for surface in self._seen:
            surface.keep_in_view(moved)

    def _moved(self, at: int, *, rightwards: bool, by_word: bool) -> int:
        moved = self._pane.moved(at, rightwards=rightwards, by_word=by_word)
        if by_word and self._end is End.END:
            # Words are gone over with the space behind them, which is none of theirs.
            text = self._pane.text
            while moved > 0 and text[moved - 1].isspace():
                moved -= 1
        return moved

    def _show(self, offset: int) -> None:
        """Show the passage with the end at an offset, if the other one lets it."""
        selected = self._pane.selected
        if selected is None:
            return
        span = selected.span
        if self._end is End.START and offset < span.end:
            span = Span(offset, span.end)
        elif self._end is End.END and offset > span.start:
            span = Span(span.start, offset)
        if span != selected.span:
            self._pane.change_passages([replace(selected, span=span)])
            self._placing.start()

    def _drag(self, end: End, surface: Surface, point: QPointF) -> None:
        if self._dragged_to is None:
            self._dragged_on = surface
            self.begin(end)
            self._scrolling.start()
        if self.is_going_on:
            self._dragged_to = point
            self._show(self._dragged_on.offset_at(point))

    def _scroll(self) -> None:
        """Scroll while an end is dragged near the upper or lower edge."""
        if self._dragged_to is None:
            return
        y, height = self._dragged_to.y(), self._dragged_on.viewport().height()
        beyond = min(y - _EDGE, 0) + max(y - height + _EDGE, 0)
        if beyond:
            bar = self._dragged_on.verticalScrollBar()
            bar.setValue(bar.value() + round(beyond))
            self._show(self._dragged_on.offset_at(self._dragged_to))

    def _follow_selection(self, passage_id: int | None) -> None:
        if self._before and passage_id != self._before.id:
            before, self._before = self._before, None
            if passage_id is not None:
                self._pane.change_passages([before])
        self._placing.start()

    def _place_handles(self) -> None:
        for surface, handles in self._seen.items():
            for end, handle in handles.items():
                self._place(handle, end, surface)

    def _place(self, handle: EndHandle, end: End, surface: Surface) -> None:
        selected = self._pane.selected
        if selected is None:
            handle.hide()
            return
        at = selected.span.start if end is End.START else selected.span.end
        handle.stand_at(surface.caret_box(at), selected)
        handle.set_held(held=self.is_going_on and end is self._end)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self._viewports:
            if event.type() in (QEvent.Type.Paint, QEvent.Type.Resize):
                self._placing.start()
            elif event.type() == QEvent.Type.MouseButtonPress and self.is_going_on:
                self.give_up()
            return False
        if not self.is_going_on:
            return False
        if event.type() == QEvent.Type.FocusOut and self._dragged_to is None:
            self.give_up()
        return isinstance(event, QKeyEvent) and self._take_key(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Take our keys; tells whether it was one, so that nobody else acts on it."""
        key = Qt.Key(event.key())
        if event.type() == QEvent.Type.ShortcutOverride:
            if key in _OURS:
                event.accept()
            elif key not in _MODIFIERS and not _begins(key):
                self.give_up()
            return key in _OURS
        if event.type() != QEvent.Type.KeyPress or key not in _OURS:
            return False
        if key in _SIDEWAYS:
            by_word = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.move_by_key(rightwards=_SIDEWAYS[key], by_word=by_word)
        elif key in ENTER_KEYS:
            self.keep()
        else:
            self.give_up()
        return True


def _begins(key: Qt.Key) -> bool:
    """Tell whether a key takes hold of an end."""
    keys = [it for action in BEGINNING.values() for it in keymap.keys_of(action)]
    return any(QKeySequence(it) == QKeySequence(key) for it in keys)

"""Tags dropped on words, and words dragged to where they can be tagged."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from ui.reader.drop_mark import DropMark
from ui.reader.pane import ReadingPane
from ui.reader.surface import Surface
from ui.widgets.drag_out import drag_of
from ui.widgets.dragging import tags_in, words_as_mime
from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.spans import Span

_EDGE = 28
_SCROLL_STEP = 24
Type = QEvent.Type


class Dragging(QObject):
    """Serves a pane on one surface; its document must be named before words leave it.

    Tags go on the selection, or else on the passage they are dropped on. What is
    selected is dragged by its words, a passage by its bar in the margin.
    """

    tags_dropped = Signal(object, object)  # Span, list[TagId]

    def __init__(self, pane: ReadingPane, surface: Surface | None = None) -> None:
        super().__init__(pane)
        self.document_id: DocumentId | None = None
        self._pane = pane
        self._surface = surface = surface or pane
        self._mark = DropMark(surface.viewport())
        self._pressed: QMouseEvent | None = None
        self._words: Span | None = None
        self._is_handing_on = False
        self._acts: dict[Type, Callable[..., bool]] = {
            Type.DragEnter: self._enter,
            Type.DragMove: self._move,
            Type.DragLeave: self._leave,
            Type.Drop: self._drop,
            Type.MouseButtonPress: self._press,
            Type.MouseMove: self._pull,
            Type.MouseButtonRelease: self._release,
        }
        surface.viewport().setAcceptDrops(True)
        surface.viewport().installEventFilter(self)

    @property
    def target(self) -> Span | None:
        """The words that a drop would tag now."""
        return self._mark.span

    def start(self, span: Span) -> QDrag:
        """Return the drag of some words, ready to go."""
        assert self.document_id is not None
        words = Stretch(self.document_id, span)
        return drag_of(self._pane, words_as_mime(words, span.of(self._pane.text)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        act = self._acts.get(event.type())
        return act(event) if act else False

    # Tags that come

    def _enter(self, event: QDragEnterEvent) -> bool:
        if not tags_in(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _move(self, event: QDragMoveEvent) -> bool:
        if not tags_in(event.mimeData()):
            return False
        self._scroll_at(event.position().y())
        span = self._words_at(event.position())
        self._mark.show_over(span, self._surface.boxes(span) if span else [])
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(span is not None)
        return True

    def _leave(self, _event: QEvent) -> bool:
        self._mark.show_over(None, [])
        return False

    def _drop(self, event: QDropEvent) -> bool:
        tag_ids, span = tags_in(event.mimeData()), self._words_at(event.position())
        self._mark.show_over(None, [])
        if not tag_ids or span is None:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.tags_dropped.emit(span, tag_ids)
        return True

    def _words_at(self, point: QPointF) -> Span | None:
        if self._is_on_selection(point):
            return self._pane.selection
        passages = self._surface.passages_under(point)
        selected = self._pane.selected
        if selected in passages:
            return self._pane.selected_passage_span
        return passages[0].span if passages else None

    def _is_on_selection(self, point: QPointF) -> bool:
        span = self._pane.selection
        boxes = self._surface.boxes(span) if span else []
        return any(box.contains(point) for box in boxes)

    def _scroll_at(self, y: float) -> None:
        surface = self._surface
        bar, height = surface.verticalScrollBar(), surface.viewport().height()
        if not _EDGE <= y <= height - _EDGE:
            bar.setValue(bar.value() + (_SCROLL_STEP if y > _EDGE else -_SCROLL_STEP))

    # Words that go

    def _press(self, event: QMouseEvent) -> bool:
        """Hold a press on what is selected back: it may begin a drag."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        is_left = event.button() == Qt.MouseButton.LeftButton
        if self._is_handing_on or self.document_id is None or not (plain and is_left):
            return False
        if self._is_on_selection(event.position()):
            self._words = self._pane.selection
        elif bars := self._surface.bars_under(event.position()):
            self._words = bars[0].span
        else:
            return False
        self._pressed = event.clone()
        return True

    def _pull(self, event: QMouseEvent) -> bool:
        if self._pressed is None or self._words is None:
            return False
        way = event.position() - self._pressed.position()
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.start(self._words).exec(Qt.DropAction.CopyAction)
        return True

    def _release(self, _event: QMouseEvent) -> bool:
        """Let a press that began no drag be the click it was."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None:
            self._is_handing_on = True
            QApplication.sendEvent(self._surface.viewport(), pressed)
            self._is_handing_on = False
        return False

"""The pages as one works on them: selecting with the mouse and the keys, zooming.

It keeps no selection of its own: the text does, which is told what was pointed at.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from ui.keymap import new_action
from ui.pages.canvas import PagesCanvas
from ui.pages.layout import Fit
from ui.pages.motions import LineMotions
from ui.pages.page_painter import Tell
from ui.pages.pictures import PagePictures
from ui.pages.shelf import Shelf
from ui.painted import PaintedPassage
from ui.widgets.plain import plain_tooltip
from workbench.model.spans import Span

ZOOM: Final = 1.2
_NOTCH: Final = 120
_SCROLL_EVERY: Final = 30
_LEFT: Final = Qt.MouseButton.LeftButton
Key = QKeySequence.StandardKey
_BY_LINES: Final = (
    (Key.MoveToNextLine, Key.SelectNextLine, 1),
    (Key.MoveToPreviousLine, Key.SelectPreviousLine, -1),
)
_TO_ENDS: Final = (
    (Key.MoveToStartOfLine, Key.SelectStartOfLine, False),
    (Key.MoveToEndOfLine, Key.SelectEndOfLine, True),
)


class PagesView(PagesCanvas):
    """Says where in the text somebody points; keys that it has no use for go there.

    `pointed` carries an offset and whether the selection is extended to it.
    """

    pointed = Signal(int, bool)
    word_pointed = Signal(int)
    paragraph_pointed = Signal(int)
    clicked = Signal(int)
    key_left = Signal(object)  # QKeyEvent

    def __init__(
        self,
        shelf: Shelf,
        pictures: PagePictures,
        tell: Tell,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(shelf, pictures, tell, parent)
        self._motions = LineMotions(shelf)
        self.describe: Callable[[PaintedPassage], str] = lambda it: it.label
        self._wanted_x: float | None = None
        self._pressed: QPointF | None = None
        self._dragged_to: QPointF | None = None
        self._scrolling = QTimer(self, interval=_SCROLL_EVERY)
        self._scrolling.timeout.connect(self._scroll)
        self._after_double_click = QTimer(self, singleShot=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        for action_id, act in {
            "pages.larger": lambda: self.zoom(ZOOM),
            "pages.smaller": lambda: self.zoom(1 / ZOOM),
            "pages.width": lambda: self.fit_to(Fit.WIDTH),
            "pages.whole": lambda: self.fit_to(Fit.PAGE),
        }.items():
            new_action(action_id, self).triggered.connect(act)

    # The text on it, in the viewport

    def offset_at(self, point: QPointF) -> int:
        """Return where in the text a caret is nearest to a point."""
        caret = self.caret_at(point)
        return self.caret if caret is None else caret

    def caret_box(self, offset: int) -> QRect | None:
        """Return where a caret would stand; None if out of view."""
        for sheet in self.sheets():
            span = self.pages[sheet.index].span
            if sheet.lines and span.start <= offset < max(span.end, span.start + 1):
                box = sheet.lines.caret_box(offset)
                return sheet.place(box).toAlignedRect() if box else None
        return None

    def boxes(self, span: Span) -> list[QRectF]:
        """Return what a span covers, as far as it is in view."""
        return [box for sheet in self.sheets() for box in sheet.boxes(span)]

    def passages_under(self, point: QPointF) -> list[PaintedPassage]:
        """Return the passages whose words are at a point, short ones first."""
        near = self.character_at(point)
        if near is None:
            return []
        around = self._tell(Span(near, near + 1)).passages
        under = [
            it
            for it in around
            if any(box.contains(point) for box in self.boxes(it.span))
        ]
        return sorted(under, key=lambda it: (len(it.span), it.id))

    def bars_under(self, _point: QPointF) -> list[PaintedPassage]:
        """Return none: pages have no bars beside them."""
        return []

    def told_at(self, point: QPoint) -> str:
        """Return what there is to say of a point: the passages there, a line each."""
        return "\n".join(map(self.describe, self.passages_under(QPointF(point))))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = plain_tooltip(self.told_at(event.pos()))
            QToolTip.showText(event.globalPos(), tip, self.viewport(), QRect())
            return True
        return super().viewportEvent(event)

    # Mouse

    def caret_at(self, point: QPointF) -> int | None:
        """Return where a caret comes to by a click at a point of the viewport."""
        return self._asked_at(point, is_caret=True)

    def character_at(self, point: QPointF) -> int | None:
        """Return the character at a point of the viewport, or that nearest to it."""
        return self._asked_at(point, is_caret=False)

    def _asked_at(self, point: QPointF, *, is_caret: bool) -> int | None:
        if not self.pages:
            return None
        height = point.y() + self.verticalScrollBar().value()
        sheet = self.sheet(self._layout.index_at(height))
        lines = sheet.lines
        if lines is None:
            return None
        at = sheet.on_page(point)
        ask = lines.caret_at if is_caret else lines.character_at
        return ask(at.x(), at.y())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        caret = self.caret_at(point)
        if event.button() != _LEFT or caret is None:
            return
        self._wanted_x = None
        if self._after_double_click.isActive():
            self._after_double_click.stop()
            self.paragraph_pointed.emit(self.character_at(point))
            return
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._pressed = self._dragged_to = point
        self.pointed.emit(caret, extend)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_to is not None and self._has_moved(event.position()):
            self._dragged_to = event.position()
            self._scrolling.start()
            self._extend(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_pressed, self._pressed, self._dragged_to = self._pressed, None, None
        self._scrolling.stop()
        point = event.position()
        if was_pressed is None or (point - was_pressed).manhattanLength() >= _still():
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return
        character = self.character_at(point)
        if character is not None:
            self.clicked.emit(character)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        character = self.character_at(event.position())
        if event.button() == _LEFT and character is not None:
            self.word_pointed.emit(character)
            self._after_double_click.start(QApplication.doubleClickInterval())

    def _has_moved(self, point: QPointF) -> bool:
        if self._scrolling.isActive() or self._pressed is None:
            return True
        return (point - self._pressed).manhattanLength() >= _still()

    def _extend(self, point: QPointF) -> None:
        caret = self.caret_at(point)
        if caret is not None:
            self.pointed.emit(caret, True)

    def _scroll(self) -> None:
        if self._dragged_to is None:
            return
        y = self._dragged_to.y()
        beyond = min(y, 0) + max(y - self.viewport().height(), 0)
        if beyond:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(beyond))
            self._extend(self._dragged_to)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif notches := event.angleDelta().y() / _NOTCH:
            self.zoom(ZOOM**notches, event.position())

    # Keyboard and focus

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        view = self.viewport().height()
        if event.matches(Key.MoveToNextPage):
            self._scroll_by(view - view // 8)
        elif event.matches(Key.MoveToPreviousPage):
            self._scroll_by(view // 8 - view)
        elif not self._move(event):
            self._wanted_x = None
            self.key_left.emit(event)

    def _scroll_by(self, way: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + way)

    def _move(self, event: QKeyEvent) -> bool:
        """Move by lines of the page; tell whether the key means that."""
        caret = self.caret
        for move, extend, step in _BY_LINES:
            if event.matches(move) or event.matches(extend):
                if self._wanted_x is None:
                    self._wanted_x = self._motions.x_of(caret)
                target = self._motions.by_line(caret, step, self._wanted_x)
                self._come_to(target, extend=event.matches(extend))
                return True
        for move, extend, is_end in _TO_ENDS:
            if event.matches(move) or event.matches(extend):
                self._wanted_x = None
                target = self._motions.end_of_line(caret, is_end=is_end)
                self._come_to(target, extend=event.matches(extend))
                return True
        return False

    @property
    def caret(self) -> int:
        """Where the caret of the text stands."""
        return self._tell(self.pages[0].span).caret if self.pages else 0

    def _come_to(self, offset: int, *, extend: bool) -> None:
        self.pointed.emit(offset, extend)
        self.keep_in_view(offset)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def _still() -> int:
    return QApplication.startDragDistance()

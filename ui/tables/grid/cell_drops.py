"""Passages and words dropped on a cell: it cites them, and is lit while they hover."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QPointF,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QScrollBar, QTableView, QWidget
from typing_extensions import override

from ui import theme
from ui.tables.states import ROLE_BADGES
from ui.widgets.dragging import evidence_in
from ui.widgets.indexes import AnyIndex
from workbench.model.cells import Cell, CellKey, Role

_EDGE = 28
_PATIENCE = 400
_TINT = 0.18
Type = QEvent.Type
CellAt = Callable[[AnyIndex], Cell | None]


class CellDrops(QObject):
    """Serves one grid; what is dropped supports, and with Alt the role is asked for."""

    dropped = Signal(object, object, object)  # CellKey, list[Source], Role

    def __init__(self, view: QTableView, cell_at: CellAt) -> None:
        super().__init__(view)
        self._view = view
        self._at_edge = QElapsedTimer()
        self._cell_at = cell_at
        self.lit = LitCell(view.viewport())
        self._acts: dict[Type, Callable[..., bool]] = {
            Type.DragEnter: self._enter,
            Type.DragMove: self._move,
            Type.DragLeave: self._leave,
            Type.Drop: self._drop,
        }
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        act = self._acts.get(event.type())
        return act(event) if act else False

    def menu_for(self, cell: CellKey, sources: object) -> QMenu:
        """Return a menu that asks for the role."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName("What the passage does for the cell")
        for role in Role:
            entry = menu.addAction(f"Cite: {ROLE_BADGES[role][0]}")
            tell = partial(self.dropped.emit, cell, sources, role)
            entry.triggered.connect(lambda _=False, tell=tell: tell())
        return menu

    def _enter(self, event: QDragEnterEvent) -> bool:
        if not evidence_in(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _move(self, event: QDragMoveEvent) -> bool:
        if not evidence_in(event.mimeData()):
            return False
        self._scroll_at(event.position())
        index = self._index_at(event.position())
        self.lit.show_over(self._view.visualRect(index))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(self._cell_at(index) is not None)
        return True

    def _leave(self, _event: QEvent) -> bool:
        self._at_edge.invalidate()
        self.lit.hide()
        return False

    def _drop(self, event: QDropEvent) -> bool:
        self.lit.hide()
        sources = evidence_in(event.mimeData())
        cell = self._cell_at(self._index_at(event.position()))
        if not sources or cell is None:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        key = cell.row_id, cell.column_id
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._ask_role(key, sources, event.position().toPoint())
        else:
            self.dropped.emit(key, sources, Role.SUPPORTS)
        return True

    def _ask_role(self, cell: CellKey, sources: object, point: QPoint) -> None:
        menu = self.menu_for(cell, sources)
        where = self._view.viewport().mapToGlobal(point)
        # The drag has to end before anything else takes the mouse.
        QTimer.singleShot(0, menu, lambda: menu.popup(where))

    def _index_at(self, point: QPointF) -> QModelIndex:
        return self._view.indexAt(point.toPoint())

    def _scroll_at(self, point: QPointF) -> None:
        """Scroll where somebody stays at an edge; who comes in only crosses it."""
        room = self._view.viewport().rect()
        if room.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE).contains(point.toPoint()):
            self._at_edge.invalidate()
        elif not self._at_edge.isValid():
            self._at_edge.start()
        elif self._at_edge.hasExpired(_PATIENCE):
            self._scroll_to(self._view.verticalScrollBar(), point.y(), room.height())
            self._scroll_to(self._view.horizontalScrollBar(), point.x(), room.width())

    def _scroll_to(self, bar: QScrollBar, at: float, size: int) -> None:
        if not _EDGE <= at <= size - _EDGE:
            step = bar.singleStep()
            bar.setValue(bar.value() + (step if at > _EDGE else -step))


class LitCell(QWidget):
    """A frame and a tint over the cell that a drop would cite in."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, place: QRect) -> None:
        """Lie over a cell's rectangle; an empty one lights nothing."""
        self.setGeometry(place)
        self.setVisible(not place.isEmpty())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = QColor(theme.tokens().accent)
        tint.setAlphaF(_TINT)
        painter.setBrush(tint)
        painter.setPen(QPen(theme.tokens().accent, 2))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

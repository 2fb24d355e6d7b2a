"""The lines of what was found: opened, closed, ticked, and kept in place."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from ui.search.delegate import LINE_HEIGHT, ResultsDelegate, is_on_tick
from ui.search.model import Found, Group, ResultRole, ResultsModel
from ui.widgets.row_table import RowTable
from workbench.model.search import Hit


class ResultsView(RowTable):
    """Enter or a click opens a hit; Left and Right close and open its document."""

    def __init__(self, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = model
        self.setModel(model)
        self.setItemDelegate(ResultsDelegate(self))
        self.setAccessibleName("Search results")
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setVerticalScrollMode(RowTable.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setDefaultSectionSize(LINE_HEIGHT)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            # Headers would ask about every line whenever one is selected.
            header.setSelectionModel(QItemSelectionModel(model, header))

    @property
    def current_hit(self) -> Hit | None:
        """The hit on the current line."""
        hit: Hit | None = self.currentIndex().data(ResultRole.HIT)
        return hit

    def go_to(self, number: int) -> None:
        """Make a hit the current line, and open its document for it."""
        outline = self.results.outline
        self.results.set_open(outline.group_of(number), is_open=True)
        self.setCurrentIndex(self.results.index_of(number))

    def show_found(self, found: Found, *, is_same: bool = False) -> None:
        """Show other lines; the current hit stays so, if it is among them.

        Where it is gone from what was found before, the one after it is current.
        """
        current, top = self.current_hit, self.verticalScrollBar().value()
        line = self.currentIndex().row()
        self.results.show_found(found)
        number = self.results.number_of(current) if current else None
        if number is not None:
            self.go_to(number)
        elif is_same and line >= 0:
            last = self.results.rowCount() - 1
            self.setCurrentIndex(self.results.index(min(line, last), 0))
        if number is not None or is_same:
            self.verticalScrollBar().setValue(top)
            self.scrollTo(self.currentIndex())

    def toggle_group(self, index: QModelIndex) -> None:
        """Open or close the document of a line, whose own line is current then."""
        group = self.results.group_at(index)
        self._set_open(group, is_open=not self.results.outline.is_open(group))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Space and is_plain:
            self._tick(index)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and is_plain:
            if index.isValid():
                group = self.results.group_at(index)
                self._set_open(group, is_open=event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        index = self.indexAt(point)
        if not index.isValid():
            return
        is_hit = isinstance(index.data(ResultRole.HIT), Hit)
        if is_hit and is_on_tick(self.visualRect(index), point):
            self.results.toggle_tick(index)
        else:
            self.row_opened.emit(index)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do nothing more: the first click has opened the hit."""

    def _tick(self, index: QModelIndex) -> None:
        if isinstance(index.data(ResultRole.GROUP), Group):
            self.toggle_group(index)
            return
        self.results.toggle_tick(index)
        below = self.results.index(index.row() + 1, 0)
        if below.isValid():
            self.setCurrentIndex(below)

    def _set_open(self, group: int, *, is_open: bool) -> None:
        self.results.set_open(group, is_open=is_open)
        line = self.results.outline.line_of_group(group)
        if not is_open:
            self.setCurrentIndex(self.results.index(line, 0))

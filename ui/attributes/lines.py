"""A list of names that are added, renamed, ordered and removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.resources import icon
from ui.widgets.choice_list import CHOICE, Choice, ChoiceDelegate
from ui.widgets.ground import lay_on_surface
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.plain import plain_tooltip

MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class LinesModel(QAbstractListModel):
    """Names with a fact each; a new name is asked for, not taken."""

    renamed = Signal(object, str)  # the line's value, its new name

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Choice] = []

    def show(self, lines: Sequence[Choice]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return line.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.name}, {line.fact}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(line.name)
        return line if role == CHOICE else None

    @override
    def setData(
        self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        line, name = self.lines[index.row()], str(value).strip()
        if name and name != line.name:
            self.renamed.emit(line.value, name)
        return False


class NameLines(QWidget):
    """A field that adds, above the lines; F2 renames, Alt+arrows move, Del removes."""

    added = Signal(str)
    order_requested = Signal(object)  # list of the lines' values
    remove_requested = Signal(object)  # the line's value
    chosen = Signal(object)  # the line's value

    def __init__(self, noun: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = LinesModel(self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(f"New {noun}, Enter to add")
        self.field.setAccessibleName(f"New {noun}")
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(ChoiceDelegate(self.view))
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setAccessibleName(f"{noun.capitalize()}s")
        self.view.setMouseTracking(True)
        self.view.installEventFilter(self)
        lay_on_surface(self.view)
        self._lay_out(noun)
        self.field.returnPressed.connect(self._add)
        self.view.selectionModel().currentChanged.connect(self._tell_chosen)

    @property
    def current(self) -> Any:
        """Return the value of the current line; None when there is none."""
        index = self.view.currentIndex()
        return self.model.lines[index.row()].value if index.isValid() else None

    def show_lines(self, lines: Sequence[Choice]) -> None:
        """Show these; the current one stays so if it is still there."""
        before, row = self.current, self.view.currentIndex().row()
        self.model.show(lines)
        values = [line.value for line in lines]
        at = (
            values.index(before)
            if before in values
            else min(max(row, 0), len(lines) - 1)
        )
        self.view.setCurrentIndex(self.model.index(at, 0) if at >= 0 else NO_PARENT)

    def make_current(self, value: object) -> None:
        """Go to the line of this value."""
        values = [line.value for line in self.model.lines]
        if value in values:
            self.view.setCurrentIndex(self.model.index(values.index(value), 0))

    def _lay_out(self, noun: str) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.field, 1)
        row.addSpacing(4)
        row.addWidget(_button("arrow-up", "Move up (Alt+Up)", lambda: self._move(-1)))
        row.addWidget(
            _button("arrow-down", "Move down (Alt+Down)", lambda: self._move(1))
        )
        row.addWidget(_button("trash-2", f"Remove the {noun} (Del)", self._remove))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.view, 1)

    def _add(self) -> None:
        name = self.field.text().strip()
        if name:
            self.field.clear()
            self.added.emit(name)

    def _move(self, by: int) -> None:
        row = self.view.currentIndex().row()
        values = [line.value for line in self.model.lines]
        if row >= 0 and 0 <= row + by < len(values):
            values.insert(row + by, values.pop(row))
            self.order_requested.emit(values)

    def _remove(self) -> None:
        if self.view.currentIndex().isValid():
            self.remove_requested.emit(self.current)

    def _tell_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(
            self.model.lines[index.row()].value if index.isValid() else None
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in MOVES:
            self._move(MOVES[key])
        elif key == Qt.Key.Key_Delete:
            self._remove()
        else:
            return False
        return True


def _button(icon_name: str, tip: str, act: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.clicked.connect(lambda: act())
    return button

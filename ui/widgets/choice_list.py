"""A line to type into above the choices that match it; all of it by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.resources import icon
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.row_text import RIGHT, paint_name
from ui.widgets.rows import paint_row_ground

CHOICE = int(Qt.ItemDataRole.UserRole) + 1
ROW_HEIGHT = 28
MARGIN = 10
FACT_SHARE = 0.3
BETWEEN = 12
INDENT = 16
DEEPEST = 6
SYMBOL = 14


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen; `value` says which to the asker.

    `level` is how far in it stands, `symbol` the name of an icon before it.
    """

    name: str
    fact: str
    value: object
    level: int = 0
    symbol: str = ""

    def matches(self, words: Sequence[str]) -> bool:
        """Tell whether every word stands in the name or the fact."""
        text = f"{self.name} {self.fact}".casefold()
        return all(word in text for word in words)


class ChoicesModel(QAbstractListModel):
    """The choices that match what was typed, and those for what was typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Choice] = []

    def show_choices(self, choices: list[Choice]) -> None:
        """Replace all choices."""
        self.beginResetModel()
        self._shown = choices
        self.endResetModel()

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        choice = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.name
        if role == CHOICE:
            return choice
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{choice.name}, {choice.fact}"
        return None


class ChoiceDelegate(QStyledItemDelegate):
    """Draws a name with its fact at the right, muted.

    A long name leaves the fact a share of the row, a short one all the rest.
    """

    def __init__(self, parent: QObject, fact_share: float = FACT_SHARE) -> None:
        super().__init__(parent)
        self._fact_share = fact_share

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(120, ROW_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        choice: Choice = index.data(CHOICE)
        painter.save()
        paint_row_ground(painter, option)
        inset = MARGIN + min(choice.level, DEEPEST) * INDENT
        room = option.rect.adjusted(inset, 0, -MARGIN, 0)
        if choice.symbol:
            top = room.y() + (room.height() - SYMBOL) // 2
            icon(choice.symbol).paint(painter, room.x(), top, SYMBOL, SYMBOL)
            room.setLeft(room.left() + SYMBOL + 6)
        fact_font = theme.interface_font(12)
        needed = QFontMetrics(fact_font).horizontalAdvance(choice.fact) + 2
        name = QFontMetrics(theme.interface_font()).horizontalAdvance(choice.name) + 2
        left = room.width() - name - BETWEEN
        fact_width = min(needed, max(int(room.width() * self._fact_share), left))
        name_room = room.adjusted(0, 0, -fact_width - BETWEEN, 0)
        paint_name(painter, name_room, choice.name, Qt.TextElideMode.ElideMiddle)
        painter.setFont(fact_font)
        painter.setPen(theme.tokens().muted)
        fact = painter.fontMetrics().elidedText(
            choice.fact, Qt.TextElideMode.ElideRight, fact_width
        )
        painter.drawText(room, RIGHT, fact)
        painter.restore()


class ChoiceList(QWidget):
    """Offers choices by typing; Up and Down move, Enter chooses."""

    chosen = Signal(object)
    typed = Signal(str)
    current_changed = Signal()

    def __init__(
        self,
        placeholder: str,
        parent: QWidget | None = None,
        *,
        fact_share: float = FACT_SHARE,
    ) -> None:
        super().__init__(parent)
        self._choices: list[Choice] = []
        self._extra: list[Choice] = []
        self.field = QLineEdit()
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.view = QListView()
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setItemDelegate(ChoiceDelegate(self.view, fact_share))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName(placeholder)
        self.view.clicked.connect(self._choose)
        self._model = ChoicesModel(self)
        self.view.setModel(self._model)
        self.setFocusProxy(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self.view, 1)

    @property
    def shown(self) -> list[Choice]:
        """Return the choices in view, from top to bottom."""
        return [
            self._model.index(row).data(CHOICE) for row in range(self._model.rowCount())
        ]

    @property
    def offered(self) -> Sequence[Choice]:
        """Return all choices, also those that do not match what was typed."""
        return self._choices

    @property
    def current(self) -> Choice | None:
        """Return the choice that Enter takes."""
        index = self.view.currentIndex()
        return index.data(CHOICE) if index.isValid() else None

    def offer(self, choices: Sequence[Choice], current: int = 0) -> None:
        """Show other choices, with nothing typed and one of them current."""
        self._choices = list(choices)
        self.field.clear()
        self._filter()
        self._make_current(current)

    def replace(self, choices: Sequence[Choice]) -> None:
        """Show the choices as they are now; what was typed and the row stay."""
        row = self.view.currentIndex().row()
        self._choices = list(choices)
        self._filter()
        self._make_current(min(max(row, 0), self._model.rowCount() - 1))

    def add_for_typed(self, extra: Sequence[Choice]) -> None:
        """Add choices made of what was typed, below those that match."""
        self._extra = list(extra)
        self._filter(announce=False)

    def choose_current(self) -> None:
        """Choose the current one, as Enter does."""
        self._choose(self.view.currentIndex())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == event.Type.KeyPress:
            return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in ENTER_KEYS:
            self.choose_current()
            return True
        if event.key() not in steps or not self._model.rowCount():
            return False
        row = self.view.currentIndex().row() + steps[Qt.Key(event.key())]
        self._make_current(row % self._model.rowCount())
        return True

    def _filter(self, _text: str = "", *, announce: bool = True) -> None:
        typed = self.field.text().strip()
        if announce:
            self._extra = []
            self.typed.emit(typed)
            if self._extra:
                return
        words = typed.casefold().split()
        matching = [choice for choice in self._choices if choice.matches(words)]
        self._model.show_choices([*matching, *self._extra])
        self._make_current(0)

    def _make_current(self, row: int) -> None:
        if self._model.rowCount():
            self.view.setCurrentIndex(self._model.index(row))
        self.current_changed.emit()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            choice: Choice = index.data(CHOICE)
            self.chosen.emit(choice.value)

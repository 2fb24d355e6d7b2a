"""Type to find a tag: a small popup, worked by keyboard alone.

It only asks: whoever opened it tags the passage or creates the tag.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
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
from ui.widgets.key_cap import paint_key_cap_at_end
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.plain import PlainLabel, plain_tooltip
from ui.widgets.row_text import paint_count, paint_name
from ui.widgets.rows import paint_row_ground
from ui.widgets.swatch import SIDE, paint_swatch
from ui.widgets.tag_choices import Choice, choices
from workbench.model.ids import TagId
from workbench.model.tags import Tag

WIDTH = 300
ROW_HEIGHT = 26
MOST_ROWS = 10
LONGEST_NOTE = 600


@dataclass(frozen=True, slots=True)
class Wish:
    """What a tag is wanted for, in the words of an empty field."""

    words: str = "Find or create a tag"
    can_create: bool = True


ANY_TAG = Wish()


class TagPicker(QFrame):
    """Finds a tag by part of its path; Enter takes it, Esc leaves.

    `chosen` carries the tag's id, `create_requested` the path of a tag that is not
    there yet. Either way it closes, and the focus goes back to where it was.
    """

    chosen = Signal(object)
    create_requested = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("tag-picker")
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._wish = ANY_TAG
        self._tags: Sequence[Tag] = ()
        self._recent: Sequence[TagId] = ()
        self._focus_before: QWidget | None = None
        self._field = QLineEdit(self)
        self._model = _ChoiceModel(self)
        self._list = QListView(self)
        self._nothing = PlainLabel("")
        self._prepare_field()
        self._prepare_list()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        layout.addWidget(self._nothing)
        self._say(ANY_TAG)

    def open_at(
        self,
        global_point: QPoint,
        tags: Sequence[Tag],
        recent: Sequence[TagId] = (),
        wish: Wish = ANY_TAG,
    ) -> None:
        """Open with its corner at a point of the screen, moved to fit on it."""
        self._focus_before = QApplication.focusWidget()
        self._tags, self._recent = tags, recent
        self._say(wish)
        self._field.clear()
        self._refresh("")
        self.move(self._fitting(global_point))
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.KeyPress and watched is self._field
        if is_key and isinstance(event, QKeyEvent) and self._take_key(event):
            return True
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.border_color())
        painter.setBrush(theme.tokens().raised)
        card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(card, 8, 8)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        before, self._focus_before = self._focus_before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: MOST_ROWS,
            Qt.Key.Key_PageUp: -MOST_ROWS,
        }
        if key in steps:
            self._step(steps[key])
        elif key in ENTER_KEYS:
            self._take(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        last = self._model.rowCount() - 1
        row = min(max(self._list.currentIndex().row() + by, 0), last)
        self._list.setCurrentIndex(self._model.index(row))
        self._say_current()

    def _take(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        choice = self._model.choice(index)
        # Closed first, so that the focus is back before anyone acts on the choice.
        self.hide()
        if choice.tag is None:
            self.create_requested.emit(choice.label)
        else:
            self.chosen.emit(choice.tag.id)

    def _refresh(self, typed: str) -> None:
        self._model.show(self._choices(typed))
        self._list.setCurrentIndex(self._model.index(0))
        rows = min(self._model.rowCount(), MOST_ROWS)
        self._list.setFixedHeight(rows * ROW_HEIGHT)
        self._list.setVisible(rows > 0)
        self._nothing.setText(self._none())
        self._nothing.setHidden(rows > 0)
        self.setFixedSize(WIDTH, self.sizeHint().height())
        self._say_current()

    def _choices(self, typed: str) -> list[Choice]:
        can_create = self._wish.can_create
        return choices(typed, self._tags, self._recent, can_create=can_create)

    def _say(self, wish: Wish) -> None:
        self._wish = wish
        self.setAccessibleName(wish.words)
        self._field.setPlaceholderText(wish.words)
        self._field.setAccessibleName(wish.words)

    def _say_current(self) -> None:
        """Give screen readers the row that Enter would take."""
        said = self._list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        self._field.setAccessibleDescription(said or self._none())

    def _none(self) -> str:
        if self._wish.can_create:
            return "No tags yet. Type a name."
        return "No tag has this name." if self._tags else "There is no tag yet."

    def _fitting(self, point: QPoint) -> QPoint:
        screen = QGuiApplication.screenAt(point) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry().adjusted(4, 4, -4, -4)
        tallest = self._field.sizeHint().height() + MOST_ROWS * ROW_HEIGHT + 24
        return QPoint(
            max(min(point.x(), room.right() - WIDTH), room.left()),
            max(min(point.y(), room.bottom() - tallest), room.top()),
        )

    def _prepare_field(self) -> None:
        self._field.textChanged.connect(self._refresh)
        self._field.installEventFilter(self)

    def _prepare_list(self) -> None:
        self._nothing.setFixedHeight(ROW_HEIGHT)
        self._nothing.setContentsMargins(8, 0, 8, 0)
        self._nothing.setProperty("muted", True)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_ChoiceDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName("Tags found")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._take)


class _ChoiceModel(QAbstractListModel):
    """The rows that can be chosen now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._choices: list[Choice] = []

    def show(self, rows: list[Choice]) -> None:
        self.beginResetModel()
        self._choices = rows
        self.endResetModel()

    def choice(self, index: AnyIndex) -> Choice:
        return self._choices[index.row()]

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._choices)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        choice = self.choice(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return choice.label if choice.tag else f"Create tag “{choice.label}”"
            case Qt.ItemDataRole.ToolTipRole:
                note = choice.tag.note[:LONGEST_NOTE] if choice.tag else ""
                return plain_tooltip(f"{choice.label}\n{note}".strip())
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(choice)
            case Qt.ItemDataRole.UserRole:
                return choice
        return None


def _spoken(choice: Choice) -> str:
    if choice.tag is None:
        return f"Create tag {choice.label}"
    said = f"{choice.label}, {choice.tag.passages} passages"
    return f"{said}, {choice.tag.note[:LONGEST_NOTE]}" if choice.tag.note else said


class _ChoiceDelegate(QStyledItemDelegate):
    """Paints a tag's square, path and count, or a plus sign and the offer."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(WIDTH - 32, ROW_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        paint_row_ground(painter, option)
        room = option.rect.adjusted(8, 0, -8, 0)
        if choice.tag is None:
            middle = QRect(room.x() - 2, room.y() + (room.height() - 14) // 2, 14, 14)
            icon("plus").paint(painter, middle)
        else:
            paint_swatch(painter, room.x(), room.center().y() + 0.5, choice.tag.color)
            room = paint_count(painter, room, f"{choice.tag.passages:,}")
            if choice.tag.pin is not None:
                room = paint_key_cap_at_end(painter, room, str(choice.tag.pin))
        room.setLeft(room.left() + SIDE + 8)
        paint_name(painter, room, index.data(), Qt.TextElideMode.ElideMiddle)
        painter.restore()

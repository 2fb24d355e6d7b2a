"""The editor of a cell in a column of one type: says how what is typed is read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QFrame, QListView, QWidget
from typing_extensions import override

from ui.tables.cell.editor import SummaryEditor
from ui.theme import interface_font
from ui.widgets.choice_list import (
    CHOICE,
    ROW_HEIGHT,
    Choice,
    ChoiceDelegate,
    ChoicesModel,
)
from ui.widgets.elided import ElidedLabel
from ui.widgets.keys import ENTER_KEYS
from workbench.model.tables import ColumnKind, ColumnType
from workbench.text.rich_text import plain
from workbench.text.typed_values import MISREAD, read_value

HINT_HEIGHT = 24
LINE_HEIGHT = 40
MOST_CHOICES = 7
_MARGIN = 12
_PLACEHOLDERS = {
    ColumnType.DATE: "A date, as 8 November 2022",
    ColumnType.NUMBER: "A number, as 1,200 or 32%",
    ColumnType.MONEY: "A sum, as $55 billion",
    ColumnType.YES_NO: "Yes or no",
    ColumnType.CHOICE: "One of the choices",
}


def choices_of(kind: ColumnKind) -> tuple[str, ...]:
    """Return what can be picked in a column; nothing where anything is typed."""
    if kind.type is ColumnType.YES_NO:
        return ("yes", "no")
    return kind.choices if kind.type is ColumnType.CHOICE else ()


class ValueEditor(SummaryEditor):
    """A line with what it is read as beneath, or with choices that match it.

    Up and Down choose; Enter keeps the choice, or the text where none is chosen. A
    text that is no value of the type is kept all the same.
    """

    def __init__(self, kind: ColumnKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._choices = choices_of(kind)
        self._rows = self._rows_in_view()
        self._is_choosing = False
        self._model = ChoicesModel(self)
        self.setPlaceholderText(_PLACEHOLDERS[kind.type])
        self.hint = ElidedLabel(parent=self)
        self.hint.setFont(interface_font(12))
        self.hint.setProperty("muted", True)
        self.list = self._make_list()
        self.setViewportMargins(0, 0, 0, self._height_beneath)
        self.textChanged.connect(self._follow)

    @property
    @override
    def height_wanted(self) -> int:
        text = int(self.document().size().height()) + 2 * self.frameWidth()
        return max(text, LINE_HEIGHT) + self._height_beneath

    @override
    def show_markdown(self, markdown: str) -> None:
        super().show_markdown(markdown)
        self._is_choosing = False
        self._offer(self._choices)
        value = read_value(self._kind.type, markdown, self._kind.choices)
        words = value.words if value else ""
        self._choose(self._choices.index(words) if words in self._choices else -1)
        self._tell()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._choices and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._move(-1 if event.key() == Qt.Key.Key_Up else 1)
            return
        if event.key() in {*ENTER_KEYS, Qt.Key.Key_Tab} and not event.modifiers():
            self._take_chosen()
        super().keyPressEvent(event)

    @override
    def lie_over(self, cell: QRect) -> None:
        # A line, however high the cell is: what it is read as stays beside it.
        super().lie_over(QRect(cell.x(), cell.y(), cell.width(), LINE_HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_beneath()

    @override
    def _typed(self, text: str) -> None:
        """Leave marks as they were typed: “- 5” is a number here and no list."""

    @property
    def _height_beneath(self) -> int:
        return self._rows * ROW_HEIGHT + HINT_HEIGHT

    def _rows_in_view(self) -> int:
        """Return how many choices are in view: where there is little room, fewer."""
        most = min(len(self._choices), MOST_CHOICES)
        over = self.parentWidget()
        if over is None:
            return most
        room = over.height() - LINE_HEIGHT - HINT_HEIGHT
        return max(min(most, room // ROW_HEIGHT), min(most, 1))

    def _place_beneath(self) -> None:
        edge = self.frameWidth() + 1
        top = self.height() - edge - self._height_beneath
        rows = min(self._model.rowCount(), self._rows) * ROW_HEIGHT
        self.list.setGeometry(edge, top, self.width() - 2 * edge, rows)
        bottom = self.height() - edge - HINT_HEIGHT
        self.hint.setGeometry(_MARGIN, bottom, self.width() - 2 * _MARGIN, HINT_HEIGHT)

    def _make_list(self) -> QListView:
        rows = QListView(self)
        rows.setAccessibleName("Choices")
        rows.setProperty("ground", "surface")
        rows.setFrameShape(QFrame.Shape.NoFrame)
        rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows.setItemDelegate(ChoiceDelegate(rows))
        rows.setModel(self._model)
        rows.setMouseTracking(True)
        rows.setVisible(bool(self._choices))
        rows.clicked.connect(self._pick)
        return rows

    def _follow(self) -> None:
        """Say how the text is read, and choose the first choice that begins so."""
        text = plain(self.markdown)
        if self._choices and self.is_changed:
            self._is_choosing = True
            self._offer([it for it in self._choices if _begins(it, text)])
            self._choose(0 if text else -1)
        self._tell()

    def _tell(self) -> None:
        chosen, text = self._chosen, plain(self.markdown)
        value = read_value(self._kind.type, text, self._kind.choices)
        if self._is_choosing and chosen and chosen != text:
            said = "Enter picks it, Up keeps your words"
        elif value:
            said = f"Reads as {value.words}"
        else:
            said = MISREAD[self._kind.type].capitalize() if text else ""
        self.hint.set_text(said)
        self.setAccessibleDescription(said)

    @property
    def _chosen(self) -> str:
        choice = self.list.currentIndex().data(CHOICE)
        return choice.name if isinstance(choice, Choice) else ""

    def _offer(self, choices: Sequence[str]) -> None:
        self._model.show_choices([Choice(it, "", it) for it in choices])
        self._place_beneath()

    def _choose(self, row: int) -> None:
        """Choose what stands in a row; above the first nothing is chosen."""
        if row < self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(max(row, -1), 0))

    def _move(self, step: int) -> None:
        self._is_choosing = True
        self._choose(self.list.currentIndex().row() + step)
        self._tell()

    def _pick(self, index: QModelIndex) -> None:
        self._is_choosing = True
        self.list.setCurrentIndex(index)
        self._take_chosen()
        self.kept.emit()

    def _take_chosen(self) -> None:
        if self._is_choosing and self._chosen and self._chosen != plain(self.markdown):
            chosen = self._chosen
            self.selectAll()
            self.textCursor().insertText(chosen, QTextCharFormat())


def _begins(choice: str, typed: str) -> bool:
    return choice.casefold().startswith(typed.strip().casefold())

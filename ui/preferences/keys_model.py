"""Every action with its place and its keys, as rows."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from ui.actions import ACTIONS, ActionSpec, plain
from ui.key_rules import readable
from ui.keymap import keymap
from ui.preferences.choosing import usual_keys
from ui.theme import interface_font, tokens
from ui.widgets.indexes import AnyIndex
from ui.widgets.plain import plain_tooltip
from ui.widgets.table_model import TableModel

SPEC_ROLE = Qt.ItemDataRole.UserRole + 200


class Column(IntEnum):
    """What stands in which column."""

    ACTION = 0
    PLACE = 1
    KEYS = 2


class KeysModel(TableModel[ActionSpec]):
    """The actions that match all words of the filter; chosen keys stand out."""

    headings = ("Action", "Where", "Key")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        keymap.changed.connect(self._show)
        self._show()

    def filter_by(self, text: str) -> None:
        """Show what has these words in its name, its place or its keys."""
        self._words = text.casefold().split()
        self._show()

    def row_of(self, spec: ActionSpec) -> int:
        """Return the row of an action, -1 when the filter hides it."""
        return self._rows.index(spec) if spec in self._rows else -1

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        spec, column = self._rows[index.row()], Column(index.column())
        is_chosen = keymap.keys_of(spec.id) != usual_keys(spec.id)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _shown(spec, column)
            case Qt.ItemDataRole.ForegroundRole:
                return tokens().muted if column is Column.PLACE else tokens().text
            case Qt.ItemDataRole.FontRole if column is Column.KEYS:
                return _font(is_chosen=is_chosen)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(_explained(spec))
        return spec if role == SPEC_ROLE else None

    def _show(self) -> None:
        self.beginResetModel()
        self._rows = [it for it in ACTIONS if self._matches(it)]
        self.endResetModel()

    def _matches(self, spec: ActionSpec) -> bool:
        text = " ".join(_shown(spec, column) for column in Column).casefold()
        return all(word in text for word in self._words)


def _shown(spec: ActionSpec, column: Column) -> str:
    match column:
        case Column.ACTION:
            return plain(spec.text).rstrip("…")
        case Column.PLACE:
            return spec.place.value
        case Column.KEYS:
            return ", ".join(readable(key) for key in keymap.keys_of(spec.id))


def _explained(spec: ActionSpec) -> str:
    usual = ", ".join(readable(key) for key in usual_keys(spec.id)) or "no key"
    return f"{spec.tip}\nUsually {usual}"


def _font(*, is_chosen: bool) -> QFont:
    return interface_font(13, semibold=is_chosen, tabular=True)

"""Documents or cases as rows: what they have anyway, then a column an attribute.

Changing a value is asked for by signal and left to the controller; the old one stands
until the project says otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont
from typing_extensions import override

from ui.described.fields import Field, SortKey, field_of
from ui.theme import interface_font, tokens
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.plain import plain_tooltip
from ui.widgets.table_model import TableModel
from workbench.model.attributes import Attribute, AttributeType, Value
from workbench.model.ids import AttributeId

THING_ROLE = int(Qt.ItemDataRole.UserRole) + 200


class HasId(Protocol):
    """A document or a case."""

    @property
    def id(self) -> int:
        """Its number in the project."""


Thing = TypeVar("Thing", bound=HasId)


class ColumnPlace(NamedTuple):
    """How one column stands; a width of 0 takes the room that is left."""

    key: str
    width: int
    is_hidden: bool = False


Arrangement = list[ColumnPlace]
"""The columns of a table from left to right, as somebody put them."""


class Edit(NamedTuple):
    """A new value that was typed for one of the fields that every row has."""

    thing_id: int
    key: str
    text: str


class ValueEdit(NamedTuple):
    """A value of an attribute that was asked for; `adds_choice` if it is a new one."""

    ids: Sequence[int]
    attribute_id: AttributeId
    text: str
    adds_choice: bool = False


class DescribedModel(TableModel[Thing], Generic[Thing]):
    """All documents or all cases of the project, a row each, in the order of ids.

    A subclass says what its own fields are, and what they are for a thing.
    """

    edit_requested = Signal(object)  # Edit
    value_requested = Signal(object)  # ValueEdit
    fields_changed = Signal()
    attributes_requested = Signal()

    own_fields: Sequence[Field] = ()
    editable: Collection[str] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields: list[Field] = list(self.own_fields)
        self._values: dict[int, dict[AttributeId, str]] = {}
        self._places: dict[int, tuple[int, AttributeId]] = {}
        self._keys: dict[int, list[SortKey]] = {}
        self.arrangement: Arrangement = []

    # What a subclass says

    def stored(self, thing: Thing, key: str) -> str:
        """Return one of a thing's own fields as it is kept."""
        raise NotImplementedError

    def shown(self, thing: Thing, key: str) -> str:
        """Return one of a thing's own fields as it reads in a cell."""
        return self.stored(thing, key)

    def words_of(self, thing: Thing) -> str:
        """Return what the words of a filter are looked for in, besides attributes."""
        raise NotImplementedError

    def row_role(self, thing: Thing, role: int) -> object:
        """Return what a whole row is under a role that is not of one cell."""
        raise NotImplementedError

    # What rows and columns there are

    @property
    def fields(self) -> list[Field]:
        """Return what stands in each column."""
        return self._fields

    @property
    def filter_fields(self) -> list[Field]:
        """Return what can be a condition: all but what names the row."""
        return self._fields[1:]

    @property
    def group_fields(self) -> list[Field]:
        """Return what rows can be gathered by."""
        numbers = AttributeType.NUMBER
        own = [it for it in self.own_fields[1:] if it.kind is not numbers]
        return [*own, *self._fields[len(self.own_fields) :]]

    def show(self, things: Sequence[Thing]) -> None:
        """Show these; selections stay where the same ones are shown."""
        self._keys.clear()
        before, now = ([one.id for one in it] for it in (self._rows, things))
        if now[: len(before)] == before:
            self._replace_changed(things[: len(before)])
            self._append(things[len(before) :])
            return
        self.beginResetModel()
        self._rows = list(things)
        self.endResetModel()

    def update(self, found: Sequence[Thing], ids: Collection[int]) -> None:
        """Show what became of the things with these ids: `found`, or gone."""
        kept = [one for one in self._rows if one.id not in ids]
        self.show(sorted([*kept, *found], key=lambda one: one.id))

    def show_attributes(self, attributes: Sequence[Attribute]) -> None:
        """Let these attributes, in this order, be the columns after the own ones."""
        fields = [*self.own_fields, *map(field_of, attributes)]
        if fields == self._fields:
            return
        self._keys.clear()
        if [it.key for it in fields] == [it.key for it in self._fields]:
            self._fields = fields
            last = len(fields) - 1
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
            self._tell_changed(0, len(self._rows) - 1)
        else:
            self.beginResetModel()
            self._fields = fields
            self.endResetModel()
        self.fields_changed.emit()

    def show_values(self, values: Iterable[Value]) -> None:
        """Show these values and no others."""
        self._values.clear()
        self._places.clear()
        self._take(values)
        self._keys.clear()
        self._tell_changed(0, len(self._rows) - 1)

    def update_values(self, found: Sequence[Value], ids: Iterable[int]) -> None:
        """Show what became of the values with these ids: `found`, or gone."""
        changed = set()
        for thing_id, attribute_id in filter(None, map(self._places.get, ids)):
            self._values[thing_id].pop(attribute_id, None)
            changed.add(thing_id)
        self._take(found)
        changed |= {value.subject_id for value in found}
        self._keys.clear()
        rows = [row for row, thing in enumerate(self._rows) if thing.id in changed]
        self._tell_changed(*_ends(rows))

    def thing(self, row: int) -> Thing:
        """Return what a row shows."""
        return self._rows[row]

    def row_of(self, thing_id: int) -> int:
        """Return the row of a thing, -1 when it is not there."""
        ids = (row for row, one in enumerate(self._rows) if one.id == thing_id)
        return next(ids, -1)

    def column_of(self, key: str) -> int:
        """Return the column of a field, -1 when it is not there."""
        keys = (column for column, it in enumerate(self._fields) if it.key == key)
        return next(keys, -1)

    # What stands in them

    def text(self, row: int, field: Field) -> str:
        """Return a field's value in a row as it is kept; empty when there is none."""
        thing = self._rows[row]
        if field.attribute_id is None:
            return self.stored(thing, field.key)
        return self._values.get(thing.id, {}).get(field.attribute_id, "")

    def texts(self, row: int, field: Field) -> Sequence[str]:
        """Return all values of a field in a row, of which it may have several."""
        return (self.text(row, field),)

    def has_word(self, row: int, word: str) -> bool:
        """Tell whether a word, in small letters, stands in a row's names or values."""
        thing = self._rows[row]
        values = self._values.get(thing.id, {}).values()
        return any(word in it.casefold() for it in (self.words_of(thing), *values))

    def sort_keys(self, column: int) -> list[SortKey]:
        """Return each row's place among the others by a column."""
        if column not in self._keys:
            field = self._fields[column]
            rows = range(len(self._rows))
            self._keys[column] = [field.sort_key(self.text(it, field)) for it in rows]
        return self._keys[column]

    @override
    def alignment(self, column: int) -> Qt.AlignmentFlag:
        is_number = self._fields[column].kind is AttributeType.NUMBER
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    @override
    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._fields)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = 0
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._fields):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._fields[section].name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._fields[section].name)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(section)
        return None

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid():
            field = self._fields[index.column()]
            # A choice is chosen in a popup, which the listing opens.
            typed = field.attribute_id and field.kind is not AttributeType.CHOICE
            if typed or field.key in self.editable:
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        return self.value_under(role, index.row(), index.column())

    @override
    def setData(
        self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Ask for the change."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        field, text = self._fields[index.column()], str(value).strip()
        thing_id = self._rows[index.row()].id
        if text == self.text(index.row(), field):
            return False
        if field.attribute_id is not None:
            self.value_requested.emit(ValueEdit([thing_id], field.attribute_id, text))
        elif field.key in self.editable:
            self.edit_requested.emit(Edit(thing_id, field.key, text))
        return False

    def value_under(self, role: int, row: int, column: int) -> object:
        """Return what `data` does, without an index, which is slow to make."""
        if role == THING_ROLE:
            return self._rows[row]
        of_cell = _CELL_ROLES.get(role)
        if of_cell is not None:
            return of_cell(self, row, column)
        return self.row_role(self._rows[row], role)

    def shown_in(self, row: int, column: int) -> str:
        """Return what stands in a cell."""
        field = self._fields[column]
        if field.attribute_id is None:
            return self.shown(self._rows[row], field.key)
        return field.shown(self.text(row, field))

    def font_of(self, _row: int, column: int) -> QFont | None:
        """Return the font of numbers, whose figures stand below each other."""
        is_number = self._fields[column].kind is AttributeType.NUMBER
        return interface_font(tabular=True) if is_number else None

    def tooltip_of(self, row: int, column: int) -> object:
        """Return the whole value of an attribute, or what there is to say of a row."""
        field = self._fields[column]
        if field.attribute_id is None:
            return self.row_role(self._rows[row], Qt.ItemDataRole.ToolTipRole)
        return plain_tooltip(self.text(row, field))

    def _take(self, values: Iterable[Value]) -> None:
        for value in values:
            its = self._values.setdefault(value.subject_id, {})
            its[value.attribute_id] = value.text
            self._places[value.id] = (value.subject_id, value.attribute_id)

    def _replace_changed(self, things: Sequence[Thing]) -> None:
        pairs = enumerate(zip(self._rows, things, strict=True))
        changed = [row for row, (old, new) in pairs if old is not new and old != new]
        for row in changed:
            self._rows[row] = things[row]
        self._tell_changed(*_ends(changed))

    def _append(self, things: Sequence[Thing]) -> None:
        if not things:
            return
        first = len(self._rows)
        self.beginInsertRows(NO_PARENT, first, first + len(things) - 1)
        self._rows += things
        self.endInsertRows()

    def _tell_changed(self, first: int, last: int) -> None:
        if last >= first:
            corner = self.index(last, self.columnCount() - 1)
            self.dataChanged.emit(self.index(first, 0), corner)


def _ends(rows: Sequence[int]) -> tuple[int, int]:
    """Return the first and the last: one notice for all is quicker than one each."""
    return (rows[0], rows[-1]) if rows else (0, -1)


_CELL_ROLES: dict[int, Callable[[DescribedModel[Any], int, int], object]] = {
    Qt.ItemDataRole.DisplayRole: DescribedModel.shown_in,
    Qt.ItemDataRole.EditRole: lambda it, row, column: it.text(row, it.fields[column]),
    Qt.ItemDataRole.TextAlignmentRole: lambda it, _row, column: it.alignment(column),
    Qt.ItemDataRole.ForegroundRole: (
        lambda _it, _row, column: tokens().muted if column else None
    ),
    Qt.ItemDataRole.FontRole: DescribedModel.font_of,
    Qt.ItemDataRole.ToolTipRole: DescribedModel.tooltip_of,
}

"""Which columns a table shows, how wide and in which order; chosen in a menu."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView
from typing_extensions import override

from ui.described.model import ColumnPlace, DescribedModel

LEAST_WIDTH = 60
LEAST_NAME = 220
USUAL_WIDTH = 130


class ColumnLayout(QObject):
    """Arranges the columns of a table as they were last, and remembers changes.

    The first column names the row, so it is always shown; unless somebody made it
    narrower or wider, it takes the room that is left.
    """

    def __init__(
        self,
        table: QTableView,
        model: DescribedModel[Any],
        widths: Mapping[str, int],
    ) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._widths = widths
        self._is_arranging = False
        header = table.horizontalHeader()
        header.setSectionsMovable(True)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(LEAST_WIDTH)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_menu)
        header.sectionMoved.connect(self._keep)
        header.sectionResized.connect(self._resized)
        table.viewport().installEventFilter(self)

    def arrange(self) -> None:
        """Put columns as they were last; new ones come at the end."""
        places = self._places()
        header = self._table.horizontalHeader()
        self._is_arranging = True
        for visual, place in enumerate(places):
            column = self._model.column_of(place.key)
            header.moveSection(header.visualIndex(column), visual)
            header.setSectionHidden(column, place.is_hidden)
            header.resizeSection(column, place.width or LEAST_NAME)
        self._is_arranging = False
        self._fill()

    def menu(self, column: int) -> QMenu:
        """Return the menu of a column, and of which columns there are."""
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        places = self._places()
        key = self._model.fields[column].key
        self._add_moves(menu, [it.key for it in places if not it.is_hidden], key)
        menu.addSeparator()
        for place in places:
            number = self._model.column_of(place.key)
            action = menu.addAction(_literal(self._model.fields[number].name))
            action.setCheckable(True)
            action.setChecked(not place.is_hidden)
            action.setEnabled(number > 0)
            action.triggered.connect(
                lambda is_shown, it=place.key: self.show_column(it, is_shown=is_shown)
            )
        menu.addSeparator()
        menu.addAction("Attributes…").triggered.connect(
            self._model.attributes_requested
        )
        return menu

    def show_column(self, key: str, *, is_shown: bool) -> None:
        """Show or hide a column."""
        self._replace(
            [
                it._replace(is_hidden=not is_shown) if it.key == key else it
                for it in self._places()
            ]
        )

    def move_column(self, key: str, by: int) -> None:
        """Move a column past as many shown ones."""
        places = self._places()
        shown = [it for it in places if not it.is_hidden]
        here = next(it for it in shown if it.key == key)
        there = shown[min(max(shown.index(here) + by, 0), len(shown) - 1)]
        target = places.index(there)
        places.remove(here)
        places.insert(target, here)
        self._replace(places)

    def _replace(self, places: Sequence[ColumnPlace]) -> None:
        self._model.arrangement = [*places]
        self.arrange()

    def _places(self) -> list[ColumnPlace]:
        there = {field.key for field in self._model.fields}
        known = [it for it in self._model.arrangement if it.key in there]
        placed = {it.key for it in known}
        new = [
            ColumnPlace(field.key, self._usual_width(field.key))
            for field in self._model.fields
            if field.key not in placed
        ]
        return known + new

    def _usual_width(self, key: str) -> int:
        is_name = key == self._model.fields[0].key
        return 0 if is_name else self._widths.get(key, USUAL_WIDTH)

    def _keep(self) -> None:
        if self._is_arranging:
            return
        header = self._table.horizontalHeader()
        before = {it.key: it for it in self._places()}
        columns = [header.logicalIndex(it) for it in range(header.count())]
        self._model.arrangement = [
            self._kept(before[self._model.fields[column].key], header, column)
            for column in columns
        ]

    def _kept(
        self, place: ColumnPlace, header: QHeaderView, column: int
    ) -> ColumnPlace:
        is_measured = place.width and not place.is_hidden
        return (
            place._replace(width=header.sectionSize(column)) if is_measured else place
        )

    def _resized(self, column: int, old: int, new: int) -> None:
        if self._is_arranging or not old or not new:
            return
        if not column:
            key = self._model.fields[0].key
            self._model.arrangement = [
                it._replace(width=new) if it.key == key else it for it in self._places()
            ]
        self._keep()
        self._fill()

    def _fill(self) -> None:
        """Give the first column the room that is left, if it is to take it."""
        name = self._places_by_key().get(self._model.fields[0].key)
        if name is None or name.width:
            return
        header = self._table.horizontalHeader()
        others = header.length() - header.sectionSize(0)
        room = self._table.viewport().width() - others
        self._is_arranging = True
        header.resizeSection(0, max(room, LEAST_NAME))
        self._is_arranging = False

    def _places_by_key(self) -> dict[str, ColumnPlace]:
        return {it.key: it for it in self._places()}

    def _add_moves(self, menu: QMenu, shown: Sequence[str], key: str) -> None:
        if key not in shown:
            return
        name = _literal(self._model.fields[self._model.column_of(key)].name)
        place = shown.index(key)
        _add(menu, f"Move “{name}” left", place > 0, lambda: self.move_column(key, -1))
        _add(
            menu, f"Move “{name}” right", place < len(shown) - 1,
            lambda: self.move_column(key, 1),
        )  # fmt: skip
        _add(
            menu, f"Hide “{name}”", key != self._model.fields[0].key,
            lambda: self.show_column(key, is_shown=False),
        )  # fmt: skip

    def _open_menu(self, at: QPoint) -> None:
        header = self._table.horizontalHeader()
        column = max(header.logicalIndexAt(at), 0)
        self.menu(column).popup(header.mapToGlobal(at))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fill()
        return False


def _literal(name: str) -> str:
    """Return a name as a menu shows it: an ampersand is one, no mnemonic."""
    return name.replace("&", "&&")


def _add(menu: QMenu, text: str, enabled: bool, act: Any) -> QAction:  # noqa: FBT001
    action = menu.addAction(text)
    action.setEnabled(enabled)
    action.triggered.connect(act)
    return action

"""A list or table of documents or cases: filter, groups, keys, menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.described.fields import Field
from ui.described.filter_bar import FilterBar
from ui.described.group_button import GroupButton
from ui.described.model import THING_ROLE, DescribedModel
from ui.described.rows import ArrangedRows
from ui.described.value_asker import ValueAsker
from ui.widgets.empty_state import EmptyState
from ui.widgets.indexes import AnyIndex
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.section_header import SectionHeader
from workbench.model.attributes import AttributeType

GROUP_KEYS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
EDITABLE = Qt.ItemFlag.ItemIsEditable
FLAGS = QItemSelectionModel.SelectionFlag


class Listing(QWidget):
    """Things under a filter, in whatever view is given.

    Keys: Enter opens, Del removes, F2 edits, Down leaves the filter for the rows, Esc
    clears it. On a heading Left closes, Right opens, and Enter or Space does either.
    """

    remove_requested = Signal(object)  # list[int]

    nouns = ("thing", "things")
    is_low = False
    """Whether there is little height: the filter stands beside the counts then."""

    def __init__(
        self,
        title: str,
        model: DescribedModel[Any],
        view: QAbstractItemView,
        empty: EmptyState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.view = view
        self.header = SectionHeader(title)
        self.rows = ArrangedRows(model, self)
        self.bar = FilterBar(model, self.rows, view, self.nouns[1])
        self.group_button = self.header.add_button("list-tree", "Group")
        self._groups = GroupButton(self.group_button, lambda: model.group_fields)
        self.values = ValueAsker(model, self)
        self.empty = empty
        self.nothing_found = EmptyState(
            f"No {self.nouns[0]} matches",
            "Try another word, or fewer conditions.",
            "Clear the filter",
        )
        self._pages = QStackedWidget()
        self._model = model
        self._place: tuple[Sequence[int], int] = ((), 0)
        self._prepare_view()
        self._lay_out()
        self._connect()
        self._tell_count()

    # For whoever makes a listing of something

    def open_thing(self, thing: Any) -> None:
        """Do what Enter does on a thing."""

    def fill_menu(self, menu: QMenu, chosen: Sequence[Any]) -> None:
        """Add what can be done with the things that are selected."""

    def groups_changed(self) -> None:
        """Follow that there are headings now, or none."""

    # What is chosen

    def chosen(self) -> list[Any]:
        """Return what is selected, in the order it is shown."""
        rows = sorted({index.row() for index in self.view.selectedIndexes()})
        things = (self.view.model().index(row, 0).data(THING_ROLE) for row in rows)
        return [thing for thing in things if thing is not None]

    def select(self, ids: Sequence[int]) -> None:
        """Select these, as far as the filter shows them."""
        selection = self.view.selectionModel()
        selection.clearSelection()
        for thing_id in ids:
            index = self.index_of(thing_id)
            if index.isValid():
                selection.select(index, FLAGS.Select | FLAGS.Rows)
                selection.setCurrentIndex(index, FLAGS.NoUpdate)

    def index_of(self, thing_id: int, column: int = 0) -> AnyIndex:
        """Return where a thing is shown, nowhere if the filter or a group hides it."""
        source = self._model.index(self._model.row_of(thing_id), column)
        return self.rows.mapFromSource(source)

    def edit(self, thing_id: int, key: str) -> None:
        """Start typing or choosing one field of a thing."""
        index = self.index_of(thing_id, self._model.column_of(key))
        if index.isValid():
            self.view.selectionModel().setCurrentIndex(index, FLAGS.NoUpdate)
            self.edit_current()

    def can_edit(self, index: AnyIndex) -> bool:
        """Tell whether what stands in a cell can be typed or chosen."""
        return self._is_choice(index) or bool(index.flags() & EDITABLE)

    def edit_current(self) -> None:
        """Start typing or choosing what stands in the current cell."""
        index = self.view.currentIndex()
        if self._is_choice(index):
            field = self._model.fields[index.column()]
            ids = [index.data(THING_ROLE).id]
            self.values.ask(ids, field, self._beside_current(), self.nouns)
        elif self.can_edit(index):
            self.view.edit(index)

    def group_by(self, field: Field | None) -> None:
        """Gather the rows by a field, or no longer."""
        self.rows.group_by(field)
        self._groups.show_field(field)
        self.groups_changed()

    def is_heading(self, index: AnyIndex) -> bool:
        """Tell whether a row is the heading of a group."""
        return self.rows.group_at(index) is not None

    def activate(self, index: AnyIndex) -> None:
        """Do what Enter does on a row; headings open and close."""
        if self.is_heading(index):
            self.rows.toggle(index.row())
        elif index.isValid():
            self.open_thing(index.data(THING_ROLE))

    def request_removal(self) -> None:
        """Ask for what is selected to be removed."""
        if chosen := self.chosen():
            self.remove_requested.emit([one.id for one in chosen])

    def menu_for_selection(self) -> QMenu | None:
        """Return the menu of what can be done with the selected things."""
        chosen = self.chosen()
        if not chosen:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu, chosen)
        return menu

    def add_value_menu(self, menu: QMenu) -> None:
        """Add a menu that sets an attribute of all that is selected."""
        fields = [it for it in self._model.fields if it.attribute_id is not None]
        if not fields:
            return
        values = menu.addMenu("Set value of")
        for field in fields:
            action = values.addAction(field.name.replace("&", "&&") + "…")
            action.triggered.connect(lambda _on, it=field: self.ask_for_value(it))

    def ask_for_value(self, field: Field) -> None:
        """Ask for the value of an attribute for all that is selected."""
        ids = [it.id for it in self.chosen()]
        self.values.ask(ids, field, self._beside_current(), self.nouns)

    # Inside

    def _prepare_view(self) -> None:
        view = self.view
        view.setModel(self.rows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setAccessibleName(self.nouns[1].capitalize())
        view.setFrameShape(QAbstractItemView.Shape.NoFrame)
        view.installEventFilter(self)

    def _lay_out(self) -> None:
        for page in (self.view, self.empty, self.nothing_found):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.is_low:
            column.addLayout(self._on_one_line())
        else:
            column.addWidget(self.header)
            column.addWidget(self.bar)
        column.addWidget(self._pages, 1)

    def _on_one_line(self) -> QHBoxLayout:
        self.header.set_title("")
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 0)
        line.setSpacing(0)
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(self.bar, 1)
        line.addWidget(self.header, 1, top)
        return line

    def _connect(self) -> None:
        self.nothing_found.activated.connect(self.bar.clear)
        self._groups.chosen.connect(self.group_by)
        self.view.clicked.connect(self._clicked)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self._model.fields_changed.connect(self._follow_fields)
        self.rows.modelAboutToBeReset.connect(self._remember_place)
        self.rows.modelReset.connect(self._return_to_place)
        self.rows.arranged.connect(self._tell_count)

    def _follow_fields(self) -> None:
        """Group by the field as it is now called and typed, if it is still there."""
        grouped = self.rows.field
        fields = {it.key: it for it in self._model.group_fields}
        if grouped is not None and fields.get(grouped.key) != grouped:
            self.group_by(fields.get(grouped.key))

    def _tell_count(self) -> None:
        shown, total = self.rows.count, self._model.rowCount()
        noun = self.nouns[total != 1]
        is_filtered = self.rows.is_filtering
        fact = f"Showing {shown:,} of {total:,}" if is_filtered else f"{total:,} {noun}"
        self.header.set_fact(fact if total else "")
        self.bar.set_shown(is_shown=total > 0)
        self.group_button.setVisible(total > 0)
        self._pages.setCurrentWidget(
            self.view if shown else self.nothing_found if total else self.empty
        )

    def _remember_place(self) -> None:
        chosen = [one.id for one in self.chosen()]
        self._place = (chosen, self.view.verticalScrollBar().value())

    def _return_to_place(self) -> None:
        self._tell_count()
        chosen, scrolled = self._place
        self.select(chosen)
        self.view.verticalScrollBar().setValue(scrolled)

    def _is_choice(self, index: AnyIndex) -> bool:
        if index.data(THING_ROLE) is None:
            return False
        field = self._model.fields[index.column()]
        return field.attribute_id is not None and field.kind is AttributeType.CHOICE

    def _clicked(self, index: AnyIndex) -> None:
        if self.is_heading(index):
            self.rows.toggle(index.row())

    def _beside_current(self) -> QPoint:
        place = self.view.visualRect(self.view.currentIndex())
        return self.view.viewport().mapToGlobal(place.bottomLeft())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and is_press and self._view_key(event):
            return True
        return super().eventFilter(watched, event)

    def _view_key(self, event: QKeyEvent) -> bool:
        if self.view.state() == QAbstractItemView.State.EditingState:
            return False
        index, key = self.view.currentIndex(), Qt.Key(event.key())
        is_heading = self.is_heading(index)
        if is_heading and key in GROUP_KEYS:
            self.rows.toggle(index.row(), is_open=GROUP_KEYS[key])
        elif key in ENTER_KEYS or (is_heading and key == Qt.Key.Key_Space):
            self.activate(index)
        elif key == Qt.Key.Key_Delete:
            self.request_removal()
        elif key == Qt.Key.Key_F2:
            self.edit_current()
        else:
            return False
        return True

    def _open_menu(self, at: QPoint) -> None:
        if menu := self.menu_for_selection():
            menu.popup(self.view.viewport().mapToGlobal(at))


def add_action(menu: QMenu, text: str, key: str, act: object) -> None:
    """Add an entry; its key is only shown, the listing hears it by itself."""
    action = QAction(text, menu)
    action.setShortcut(QKeySequence(key))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(act)
    menu.addAction(action)

"""The tag tree in the left column: find, make, rename, color, move, merge, delete."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.tags.actions import TagActions
from ui.tags.model import Move, TagModel
from ui.tags.swatches import ColorSwatches
from ui.tags.view import TagTree
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import FilterKeys
from ui.widgets.section_header import SectionHeader
from ui.widgets.tag_picker import TagPicker
from workbench.model.ids import TagId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.tags import Tag

LEAVE_KEY = Qt.Key.Key_Escape


class TagsPanel(QWidget):
    """Shows the tree and asks for changes of it.

    Keys on the tree: Enter searches, Insert makes a tag, F2 renames, Del deletes,
    Alt+Up and Alt+Down move among siblings, Ctrl+Left and Ctrl+Right move out and in.
    """

    tag_activated = Signal(int)
    note_requested = Signal(object)  # NoteTarget
    create_requested = Signal(str, object)  # name or path, parent's TagId or None
    recolor_requested = Signal(int, int)
    merge_requested = Signal(object, int)  # list[TagId], the tag that takes over
    merge_into_new_requested = Signal(object, str)  # list[TagId], path of a new tag
    remove_requested = Signal(object)  # list[TagId]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TagModel(self)
        self.tree = TagTree(self.model)
        self.header = SectionHeader("Tags", "T to find")
        self.filter_field = QLineEdit()
        self.name_field = QLineEdit()
        self.empty = EmptyState(
            "No tags yet",
            "A tag gathers passages on one subject. Select text and press T, or make"
            " a tag here.",
            "New tag",
            is_primary=False,
        )
        self.nothing_found = EmptyState(
            "No tag matches", "Only names are looked through.", "Clear the filter"
        )
        self.swatches = ColorSwatches(self)
        self.picker = TagPicker(self)
        self.actions_of_tree = TagActions(self.tree)
        self._pages = QStackedWidget()
        self._parent_of_new: TagId | None = None
        self._merging: list[TagId] = []
        self._prepare_fields()
        self._add_actions()
        self._lay_out()
        self._connect()

    @property
    def view(self) -> TagTree:
        """The tree, which the panel is there for."""
        return self.tree

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Show these tags; what was open, current and selected stays so."""
        with self.tree.kept_in_place():
            self.model.show(tags)
        self._choose_page()

    def ask_for_name(self, parent_id: TagId | None = None) -> None:
        """Open the field for the name of a new tag, beneath a parent or at the top."""
        self._parent_of_new = parent_id
        where = ""
        if parent_id is not None:
            where = f" beneath {self.model.tag(self.model.index_of(parent_id)).name}"
        self.name_field.setPlaceholderText(f"New tag{where}, Enter to create")
        self.name_field.clear()
        self.name_field.show()
        self.name_field.setFocus()

    def rename(self, tag_id: int) -> None:
        """Start typing a new name for a tag."""
        self.tree.go_to(tag_id)
        self.tree.edit(self.tree.currentIndex())

    def move_among_siblings(self, step: int) -> None:
        """Ask for the current tag to go one place up (-1) or down (1)."""
        if tag := self.tree.current_tag():
            siblings = self.model.siblings(tag)
            place = siblings.index(tag.id) + step
            if 0 <= place < len(siblings):
                move = Move(tag.id, tag.parent_id, place)
                self.model.moves_requested.emit([move])

    def indent(self) -> None:
        """Ask for the current tag to go beneath the sibling above it."""
        if tag := self.tree.current_tag():
            siblings = self.model.siblings(tag)
            place = siblings.index(tag.id)
            if place:
                move = Move(tag.id, siblings[place - 1], None)
                self.model.moves_requested.emit([move])

    def outdent(self) -> None:
        """Ask for the current tag to go beside its parent."""
        tag = self.tree.current_tag()
        if tag and tag.parent_id is not None:
            parent = self.model.tag(self.model.index_of(tag.parent_id))
            place = self.model.siblings(parent).index(parent.id) + 1
            self.model.moves_requested.emit([Move(tag.id, parent.parent_id, place)])

    def open_swatches(self) -> None:
        """Offer the sixteen colors beside the current tag."""
        if tag := self.tree.current_tag():
            self.swatches.open_at(self._beside_current(), tag.color)

    def open_merge(self) -> None:
        """Offer the tags that the selected ones can be merged into."""
        self._merging = [tag.id for tag in self.tree.selected_tags()]
        others = [tag for tag in self.model.tags if tag.id not in self._merging]
        if self._merging:
            self.picker.open_at(self._beside_current(), others, [])

    def _prepare_fields(self) -> None:
        self.filter_field.setPlaceholderText("Filter tags")
        self.filter_field.setAccessibleName("Filter tags")
        self.filter_field.setClearButtonEnabled(True)
        FilterKeys(self.filter_field, self.tree)
        self.name_field.setAccessibleName("Name of the new tag")
        self.name_field.setToolTip("Enter creates, Esc leaves. a/b makes b beneath a.")
        self.name_field.installEventFilter(self)
        self.name_field.hide()

    def _add_actions(self) -> None:
        add = self.actions_of_tree.add
        add("New tag", "Ins", self._ask_for_new)
        add("New tag beneath", "Shift+Ins", self._ask_for_name_beneath)
        self.actions_of_tree.add_separator()
        add("Rename", "F2", self._rename_current)
        add("Color…", "", self.open_swatches)
        add("Merge into…", "", self.open_merge)
        add("Note", "", self._request_note)
        self.actions_of_tree.add_separator()
        add("Move up", "Alt+Up", lambda: self.move_among_siblings(-1))
        add("Move down", "Alt+Down", lambda: self.move_among_siblings(1))
        add("Move in", "Ctrl+Right", self.indent)
        add("Move out", "Ctrl+Left", self.outdent)
        self.actions_of_tree.add_separator()
        add("Delete", "Del", self._request_removal)

    def _lay_out(self) -> None:
        self.add_button = self.header.add_button("plus", "New tag (Insert)")
        fields = QVBoxLayout()
        fields.setContentsMargins(14, 0, 14, 6)
        fields.setSpacing(6)
        fields.addWidget(self.filter_field)
        fields.addWidget(self.name_field)
        for page in (self.tree, self.empty, self.nothing_found):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(fields)
        column.addWidget(self._pages, 1)
        self._choose_page()

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._ask_for_new)
        self.empty.activated.connect(self._ask_for_new)
        self.nothing_found.activated.connect(self.filter_field.clear)
        self.filter_field.textChanged.connect(self._filter)
        self.name_field.returnPressed.connect(self._request_creation)
        self.tree.tag_activated.connect(self.tag_activated)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.swatches.chosen.connect(self._request_color)
        self.picker.chosen.connect(self._request_merge)
        self.picker.create_requested.connect(self._request_merge_into_new)

    def _filter(self, text: str) -> None:
        self.tree.filter_by(text)
        self._choose_page()

    def _choose_page(self) -> None:
        has_tags = self.model.rowCount() > 0
        is_shown = self.tree.filtered.rowCount() > 0
        self.filter_field.setVisible(has_tags)
        self._pages.setCurrentWidget(
            self.tree if is_shown else self.nothing_found if has_tags else self.empty
        )

    def _beside_current(self) -> QPoint:
        rect = self.tree.visualRect(self.tree.currentIndex())
        return self.tree.viewport().mapToGlobal(rect.bottomLeft())

    def _open_menu(self, at: QPoint) -> None:
        if self.tree.current_tag():
            self.actions_of_tree.menu().popup(self.tree.viewport().mapToGlobal(at))

    def _ask_for_new(self) -> None:
        self.ask_for_name()

    def _ask_for_name_beneath(self) -> None:
        if tag := self.tree.current_tag():
            self.ask_for_name(tag.id)

    def _rename_current(self) -> None:
        if tag := self.tree.current_tag():
            self.rename(tag.id)

    def _request_creation(self) -> None:
        name = self.name_field.text().strip()
        self._leave_name_field()
        if name:
            self.create_requested.emit(name, self._parent_of_new)

    def _leave_name_field(self) -> None:
        self.name_field.hide()
        self.tree.setFocus()

    def _request_note(self) -> None:
        if tag := self.tree.current_tag():
            self.note_requested.emit(NoteTarget(NoteOn.TAG, tag.id))

    def _request_color(self, color: int) -> None:
        if tag := self.tree.current_tag():
            self.recolor_requested.emit(tag.id, color)

    def _request_merge(self, target_id: int) -> None:
        self.merge_requested.emit(self._merging, target_id)

    def _request_merge_into_new(self, path: str) -> None:
        self.merge_into_new_requested.emit(self._merging, path)

    def _request_removal(self) -> None:
        if chosen := self.tree.selected_tags():
            self.remove_requested.emit([tag.id for tag in chosen])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and is_press and event.key() == LEAVE_KEY:
            self._leave_name_field()
            return True
        return super().eventFilter(watched, event)

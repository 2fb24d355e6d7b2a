"""The tag tree in the left column: find, make, rename, color, move, merge, delete."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.keymap import explain, keymap
from ui.tags.actions import TagActions
from ui.tags.filter_row import FilterRow
from ui.tags.model import Move, TagModel
from ui.tags.swatches import ColorSwatches
from ui.tags.view import TagTree
from ui.widgets.empty_state import EmptyState
from ui.widgets.section_header import SectionHeader
from ui.widgets.tag_picker import TagPicker, Wish
from workbench.model.ids import TagId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.tags import PINS, Tag

LEAVE_KEY = Qt.Key.Key_Escape
INTO = Wish("Find or create the tag to merge into")


class TagsPanel(QWidget):
    """Shows the tree and asks for changes of it.

    The keys of the tree are in `ui.part_actions`; Enter lists the tag's passages.
    """

    tag_activated = Signal(int)
    only_tag_requested = Signal(int)
    note_requested = Signal(object)  # NoteTarget
    create_requested = Signal(str, object)  # name or path, parent's TagId or None
    recolor_requested = Signal(object, int)  # list[TagId], color
    pin_requested = Signal(int, object)  # tag, digit or None
    merge_requested = Signal(object, int)  # list[TagId], the tag that takes over
    merge_into_new_requested = Signal(object, str)  # list[TagId], path of a new tag
    remove_requested = Signal(object)  # list[TagId]
    import_requested = Signal()
    export_requested = Signal()
    document_read = Signal(int)  # the document whose counts are shown too

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TagModel(self)
        self.tree = TagTree(self.model)
        self.header = SectionHeader("Tags")
        self.filter_row = FilterRow(self.tree)
        self.name_field = QLineEdit()
        self.empty = EmptyState("", "", "New tag", is_primary=False)
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
        if self.model.is_same_tree(tags):
            self.model.show(tags)
        else:
            with self.tree.kept_in_place():
                self.model.show(tags)
        self._choose_page()
        self._say_how_many()

    def start_finding(self) -> None:
        """Go to the field that filters the tree."""
        self.filter_row.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_row.field.selectAll()

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
            self.picker.open_at(self._beside_current(), others, [], INTO)

    def _prepare_fields(self) -> None:
        self.name_field.setAccessibleName("Name of the new tag")
        self.name_field.setToolTip("Enter creates, Esc leaves. a/b makes b beneath a.")
        self.name_field.installEventFilter(self)
        self.name_field.hide()

    def _add_actions(self) -> None:
        add = self.actions_of_tree.add
        add("tags.new", self._ask_for_new)
        add("tags.new_beneath", self._ask_for_name_beneath)
        self.actions_of_tree.add_separator()
        add("tags.rename", self._rename_current)
        add("tags.color", self.open_swatches)
        add("tags.merge", self.open_merge)
        add("tags.note", self._request_note)
        self.actions_of_tree.add_separator()
        for digit in PINS:
            add(f"tags.pin_{digit}", self._pin_to(digit), group="Pin to a digit")
        add("tags.unpin", lambda: self._request_pin(None), group="Pin to a digit")
        add("tags.passages", self._request_passages)
        add("tags.only", self._request_only)
        self.actions_of_tree.add_separator()
        add("tags.move_up", lambda: self.move_among_siblings(-1))
        add("tags.move_down", lambda: self.move_among_siblings(1))
        add("tags.move_in", self.indent)
        add("tags.move_out", self.outdent)
        self.actions_of_tree.add_separator()
        add("tags.remove", self._request_removal)

    def _lay_out(self) -> None:
        self.add_button = self.header.add_button("plus", "New tag")
        explain(self.add_button, "New tag", "tags.new")
        self.more_button = self.header.add_button("ellipsis", "More about tags")
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more_button.setMenu(self._more_menu())
        fields = QVBoxLayout()
        fields.setContentsMargins(14, 0, 14, 6)
        fields.setSpacing(6)
        fields.addWidget(self.filter_row)
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
        self._say_keys()

    def _say_keys(self) -> None:
        key = keymap.text_of("passage.tag")
        self.header.set_fact(f"{key} to find" if key else "")
        self.empty.set_content(
            "No tags yet",
            "A tag gathers passages on one subject. Select text and"
            f" {keymap.way_to('passage.tag')}, or make a tag here.",
        )

    def _connect(self) -> None:
        keymap.changed.connect(self._say_keys)
        self.add_button.clicked.connect(self._ask_for_new)
        self.empty.activated.connect(self._ask_for_new)
        self.nothing_found.activated.connect(self.filter_row.field.clear)
        self.filter_row.typed.connect(self._filter)
        self.name_field.returnPressed.connect(self._request_creation)
        self.tree.tag_activated.connect(self.tag_activated)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.swatches.chosen.connect(self._request_color)
        self.picker.chosen.connect(self._request_merge)
        self.picker.create_requested.connect(self._request_merge_into_new)

    def _filter(self, text: str) -> None:
        self.tree.filter_by(text)
        self._choose_page()
        self._say_how_many()
        if text.strip() and self.tree.filtered.is_filtering:
            self._go_to_first_match()

    def _go_to_first_match(self) -> None:
        """Make the first tag that matches by itself the one that Enter means."""
        current = self.tree.current_tag()
        matching = self.tree.filtered.matching()
        if matching and current not in matching:
            self.tree.go_to(matching[0].id)

    def _say_how_many(self) -> None:
        shown = len(self.tree.filtered.matching())
        self.filter_row.say(shown, len(self.model.tags))

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction("Import the tag tree…", self.import_requested.emit)
        menu.addAction("Export the tag tree…", self.export_requested.emit)
        return menu

    def _choose_page(self) -> None:
        has_tags = self.model.rowCount() > 0
        is_shown = self.tree.filtered.rowCount() > 0
        self.filter_row.setVisible(has_tags)
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
        if chosen := self.tree.selected_tags():
            self.recolor_requested.emit([tag.id for tag in chosen], color)

    def _pin_to(self, digit: int) -> Callable[[], None]:
        def act() -> None:
            tag = self.tree.current_tag()
            self._request_pin(None if tag and tag.pin == digit else digit)

        return act

    def _request_pin(self, digit: int | None) -> None:
        if tag := self.tree.current_tag():
            self.pin_requested.emit(tag.id, digit)

    def _request_passages(self) -> None:
        if tag := self.tree.current_tag():
            self.tag_activated.emit(tag.id)

    def _request_only(self) -> None:
        if tag := self.tree.current_tag():
            self.only_tag_requested.emit(tag.id)

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

"""The passages below: choose which, go to them, tag and remove many at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.keymap import keymap, new_action
from ui.passages.bar import FilterBar
from ui.passages.conditions import ConditionPopup, Offers
from ui.passages.model import LINE_ROLE, Listing, PassagesModel
from ui.passages.view import PassageTable
from ui.widgets.dragging import Source
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import FilterKeys
from ui.widgets.tag_picker import ANY_TAG, TagPicker, Wish
from workbench.model.ids import PassageId, TagId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.passage_filters import EVERYTHING, PassageLine
from workbench.model.tags import Tag

CHANGING = ("passages.tag", "passages.untag", "passages.cite", "passages.remove")
OFF = Wish("Find the tag to take off", can_create=False)


class PassagesPanel(QWidget):
    """A filter bar over the passages it leaves; keys are in `ui.part_actions`."""

    changed = Signal()  # another filter, order or document is wanted
    shown = Signal()
    passage_activated = Signal(int)
    offers_wanted = Signal(QPoint)
    tag_wanted = Signal(object, QPoint)  # list[PassageId]
    untag_wanted = Signal(object, QPoint)  # list[PassageId]
    tag_requested = Signal(object, object)  # list[PassageId], TagId or a new path
    untag_requested = Signal(object, object)  # list[PassageId], TagId
    remove_requested = Signal(object)  # list[PassageId]
    export_requested = Signal(object)  # list[PassageId]
    note_requested = Signal(object)  # NoteTarget
    cite_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PassagesModel(lambda _ids: [], self)
        self.table = PassageTable(self.model)
        self.bar = FilterBar()
        self.conditions = ConditionPopup(self)
        self.picker = TagPicker(self)
        self.empty = EmptyState("", "")
        self._pages = QStackedWidget()
        self._asking: list[PassageId] = []
        self._is_untagging = False
        self._add_actions()
        self._lay_out()
        self._connect()

    @property
    def view(self) -> PassageTable:
        """The rows, which the panel is there for."""
        return self.table

    def show_listing(self, listing: Listing) -> None:
        """Show these passages; what is selected and in view stays so."""
        self.table.keep_place(lambda: self.model.show(listing))
        shown = len(self.model.ids)
        self.bar.show_listing(listing, shown)
        self._pages.setCurrentWidget(self.table if shown else self.empty)
        if not shown:
            self._say_why(listing)

    def offer_conditions(self, point: QPoint, offers: Offers) -> None:
        """Offer what conditions can be made of."""
        self.conditions.open_at(point, offers)

    def pick_tag(
        self, ids: Sequence[PassageId], point: QPoint, tags: Sequence[Tag],
        *, is_removal: bool = False,
    ) -> None:  # fmt: skip
        """Ask which of these tags to put on passages, or to take off them."""
        self._asking = list(ids)
        self._is_untagging = is_removal
        self.picker.open_at(point, tags, wish=OFF if is_removal else ANY_TAG)

    def to_cite(self) -> list[Source]:
        """Return the selected passages."""
        return [*self.table.chosen_ids()]

    def set_editable(self, *, is_editable: bool) -> None:
        """Take away what changes passages, or give it back."""
        for action in self._actions:
            if action.objectName() in CHANGING:
                action.setEnabled(is_editable)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _add_actions(self) -> None:
        acts: dict[str, Callable[[], None]] = {
            "passages.tag": self._ask_for_tag,
            "passages.untag": self._ask_for_own_tag,
            "passages.note": self._request_note,
            "passages.cite": self._request_citation,
            "passages.remove": self._request_removal,
            "passages.filter": self.bar.open_conditions,
        }
        self._actions: list[QAction] = []
        for action_id, act in acts.items():
            action = new_action(action_id, self.table)
            action.triggered.connect(lambda _=False, act=act: act())
            self._actions.append(action)

    def _lay_out(self) -> None:
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        FilterKeys(self.bar.field, self.table)
        self.bar.changed.connect(self.changed)
        self.bar.condition_wanted.connect(self.offers_wanted)
        self.bar.export_requested.connect(
            lambda: self.export_requested.emit(self.model.ids)
        )
        self.conditions.asked.connect(self.bar.add)
        self.table.row_opened.connect(self._activate)
        self.table.row_clicked.connect(self._activate)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.empty.activated.connect(self._follow_advice)
        self.picker.chosen.connect(self._take_tag)
        self.picker.create_requested.connect(self._take_tag)

    def _say_why(self, listing: Listing) -> None:
        advice = listing.advice
        if self.bar.wanted == EVERYTHING:
            where = "in this document" if self.bar.is_here else "yet"
            way = keymap.way_to("passage.tag")
            self.empty.set_content(
                f"No passages {where}",
                f"Select words in a text and {way}; what you mark is listed here.",
            )
            self.empty.set_action("")
        elif advice is None:
            self.empty.set_content(
                "No passage matches", f"There are no {_low(listing)}."
            )
            self.empty.set_action("Clear the filter")
        else:
            count = f"{advice.passages:,}"
            verb = "passage matches" if advice.passages == 1 else "passages match"
            without = f"Without “{advice.words}” {count} {verb}."
            self.empty.set_content(
                "No passage matches", f"There are no {_low(listing)}. {without}"
            )
            self.empty.set_action(f"Drop “{advice.words}”")

    def _follow_advice(self) -> None:
        advice = self.model.listing.advice
        if advice is None:
            self.bar.clear()
        else:
            self.bar.drop(advice.part)

    def _activate(self, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if isinstance(line, PassageLine):
            self.passage_activated.emit(line.id)

    def _ask_for_tag(self) -> None:
        if chosen := self.table.chosen_ids():
            self.tag_wanted.emit(chosen, self.table.point_of_current())

    def _ask_for_own_tag(self) -> None:
        if chosen := self.table.chosen_ids():
            self.untag_wanted.emit(chosen, self.table.point_of_current())

    def _take_tag(self, choice: TagId | str) -> None:
        asking, self._asking = self._asking, []
        if self._is_untagging and not isinstance(choice, str):
            self.untag_requested.emit(asking, choice)
        elif not self._is_untagging:
            self.tag_requested.emit(asking, choice)

    def _request_note(self) -> None:
        if line := self.table.current_line:
            self.note_requested.emit(NoteTarget(NoteOn.PASSAGE, line.id))

    def _request_citation(self) -> None:
        if self.to_cite():
            self.cite_wanted.emit(self.table.point_of_current())

    def _request_removal(self) -> None:
        if chosen := self.table.chosen_ids():
            self.remove_requested.emit(chosen)

    def _open_menu(self, point: QPoint) -> None:
        chosen = self.table.chosen_ids()
        if not chosen:
            return
        menu = QMenu(self)
        go = menu.addAction("Go there\tEnter")
        go.triggered.connect(lambda: self._activate(self.table.currentIndex()))
        menu.addActions(self._actions[:-1])
        menu.addAction("Export the selected…").triggered.connect(
            lambda: self.export_requested.emit(chosen)
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(point))


def _low(listing: Listing) -> str:
    return listing.sentence[:1].lower() + listing.sentence[1:]

"""Keyword in context: sort, tick, tag and discard lines; keys in `ui.part_actions`."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from itertools import islice

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from ui.concordance.finding import Found, places_of
from ui.concordance.lines_model import LinesModel, ReadLine
from ui.concordance.lines_view import LinesTable
from ui.concordance.page import Page, control_button
from ui.concordance.sort_bar import SortBar
from ui.keymap import explain, new_action
from ui.widgets.counting import count_of
from ui.widgets.dragging import Source
from ui.widgets.tag_picker import TagPicker
from workbench.model.concordances import Concordance, Line
from workbench.model.links import Stretch
from workbench.model.tags import Tag

PURPOSE = (
    "Every match in its line",
    (
        "Search for something above: each place stands here with the words around it,"
        " the match in the middle. Sort by the words before or after it."
    ),
)
MOST_CITED = 100


class LinesPage(Page):
    """Shows a concordance; asks to open, tag and discard places."""

    place_activated = Signal(int, int, int)
    tag_wanted = Signal(QPoint)
    tag_chosen = Signal(object)  # TagId or a new path
    discard_wanted = Signal()
    cite_wanted = Signal(QPoint)

    def __init__(self) -> None:
        self.model = LinesModel(_unread)
        self.table = LinesTable(self.model)
        super().__init__(self.table, *PURPOSE)
        self.model.setParent(self)
        self.sort_bar = SortBar()
        self.tag_button = control_button("Tag all", "Tag these lines", "tag")
        self.discard_button = control_button(
            "Discard", "Leave these lines out of this search from now on", "eye-off"
        )
        self.untick_button = control_button("Untick", "Take all ticks away")
        self.picker = TagPicker(self)
        self.found: Found | None = None
        for widget in (self.tag_button, self.discard_button, self.untick_button):
            self.add_control(widget)
        self.add_space()
        self.add_control(self.sort_bar)
        self._add_actions()
        self._connect()
        self.show_ticks()

    def serve(self, read: ReadLine) -> None:
        """Read lines with this from now on."""
        self.model.read = read

    def show_found(self, found: Found) -> None:
        """Show lines in their order; what is ticked and current stays if it can."""
        before, self.found = self.found, found
        is_same = before is not None and _places(before) == _places(found)
        self.table.arrange(found.longest, found.keys)

        def change() -> None:
            self.model.show(found.shown, keep_ticks=is_same)

        if before is not None and before.asked == found.asked:
            self.table.keep_place(change)
        else:
            change()
            self.table.scrollToTop()
        self.show_ticks()

    @override
    def show_instead(self, title: str, text: str) -> None:
        super().show_instead(title, text)
        self.found = None
        self.tag_button.setEnabled(False)
        self.discard_button.setEnabled(False)

    def show_ticks(self) -> None:
        """Say how many lines there are, how many are ticked, and what they are for."""
        ticked, lines = self.model.ticked, self.model.rowCount()
        which = f"{ticked:,} ticked" if ticked else "all"
        self.tag_button.setText(f"Tag {which}")
        self.tag_button.setAccessibleName(f"Tag {which} lines")
        self.tag_button.setEnabled(lines > 0)
        self.discard_button.setEnabled(ticked > 0)
        self.untick_button.setVisible(ticked > 0)
        if self.found is not None and lines:
            documents = count_of(self.found.documents, "document")
            self.show_view(f"{count_of(lines, 'line')} in {documents}")

    def pick_tag(self, point: QPoint, tags: list[Tag]) -> None:
        """Ask which of these tags to put on the ticked lines, or on all."""
        self.picker.open_at(point, tags)

    def set_editable(self, *, is_editable: bool) -> None:
        """Take away what changes the project, or give it back."""
        for widget in (self.tag_button, self.discard_button):
            widget.setVisible(is_editable)
        for action in self._changing:
            action.setEnabled(is_editable)

    def _add_actions(self) -> None:
        acts: dict[str, Callable[[], None]] = {
            "lines.tag": self._ask_for_tag,
            "lines.cite": self._request_citation,
            "lines.discard": self._ask_to_discard,
        }
        self._changing: list[QAction] = []
        for action_id, act in acts.items():
            action = new_action(action_id, self.table)
            action.triggered.connect(lambda _=False, act=act: act())
            self._changing.append(action)
        explain(self.tag_button, "Tag the ticked lines, or all", "lines.tag")
        explain(self.discard_button, "Leave the ticked lines out of this search from"
                " now on", "lines.discard")  # fmt: skip

    def _connect(self) -> None:
        self.table.row_opened.connect(self._open)
        self.table.row_clicked.connect(self._open)
        self.table.ticked.connect(self.show_ticks)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.tag_button.clicked.connect(self._ask_for_tag)
        self.discard_button.clicked.connect(self._ask_to_discard)
        self.untick_button.clicked.connect(self._untick)
        self.picker.chosen.connect(lambda it: self.tag_chosen.emit(it))
        self.picker.create_requested.connect(lambda it: self.tag_chosen.emit(it))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            document_id, span = self.model.place(index.row())
            self.place_activated.emit(document_id, span.start, span.end)

    def _ask_for_tag(self) -> None:
        if self.model.rowCount():
            button = self.tag_button
            self.tag_wanted.emit(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def to_cite(self) -> list[Source]:
        """Return the places of the ticked lines or, without any, the selected ones.

        All lines of a search are not evidence: ticking all of them cites none.
        """
        found, ticks = self.found, self.model.ticks
        if found is not None and self.model.ticked and not ticks.is_all:
            return [Stretch(*it) for it in places_of(found.shown, ticks)]
        rows = (row for run in self.table.chosen_runs() for row in run)
        return [Stretch(*self.model.place(row)) for row in islice(rows, MOST_CITED)]

    def _request_citation(self) -> None:
        if self.to_cite():
            self.cite_wanted.emit(self.table.point_of_current())

    def _ask_to_discard(self) -> None:
        """Discard what is ticked; by key also what is only selected."""
        if not self.model.ticked:
            self.table.tick_chosen()
        if self.model.ticked:
            self.discard_wanted.emit()

    def _untick(self) -> None:
        self.model.untick_all()
        self.show_ticks()
        self.table.setFocus()

    def _open_menu(self, point: QPoint) -> None:
        index = self.table.indexAt(point)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.addAction("Go there\tEnter").triggered.connect(lambda: self._open(index))
        tick = menu.addAction("Tick or untick\tSpace")
        tick.triggered.connect(self.table.tick_chosen)
        menu.addActions(self._changing)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(point))


def _places(found: Found) -> tuple[array[int], array[int]]:
    return found.lines.documents, found.lines.starts


def _unread(_lines: Concordance, _row: int) -> Line:
    raise LookupError("No lines are shown yet.")

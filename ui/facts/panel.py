"""Facts of two documents beside each other: shown, filtered, and asked about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.facts.bar import FactsBar
from ui.facts.context_strip import Context, ContextStrip
from ui.facts.entries import Entry, counts_by_kind, counts_by_state
from ui.facts.lines import Line
from ui.facts.model import FactsModel
from ui.facts.table import FactsTable
from ui.facts.wording import verdict_in_words
from ui.keymap import new_action
from ui.widgets.empty_state import EmptyState
from ui.widgets.ground import lay_on_surface

READING = ("Reading the facts", "Dates, people and figures of both documents.")
NOTHING = (
    "No dates, people or figures were found in both",
    (
        "Looked for dates, sums of money, percentages, numbers, people with their"
        " offices, and organizations, also by the names in the aliases. Zones are left"
        " out."
    ),
)
SAME_DOCUMENT = (
    "Both sides show the same document",
    "Choose another document for one of the sides; then their facts are compared.",
)
FILTERED = ("No such facts here", "The kind and the state above leave nothing.")
TABLE_HEIGHT, STRIP_HEIGHT = 300, 96
ROOM_FOR_STRIP, ROOM_FOR_NAMES = 232, 160


class FactsPanel(QWidget):
    """Shows and asks; V asks for a verdict, Del takes it back."""

    verdict_wanted = Signal(object)  # Line
    verdict_unwanted = Signal(object)  # Line
    value_opened = Signal(object, bool)  # Value, whether it is the left document's
    line_changed = Signal(object)  # Line or None
    panes_chosen = Signal(int, int)
    export_requested = Signal()
    cite_wanted = Signal(object, bool)  # Value, whether it is the left document's
    cite_requested = Signal(object, object)  # list[Source], global QPoint
    retry_requested = Signal()
    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model = FactsModel()
        self.model.setParent(self)
        self.bar = FactsBar()
        self.table = FactsTable(self.model)
        self.strip = ContextStrip()
        self.empty = EmptyState(*READING, is_primary=False)
        self._on_button: Callable[[], object] = self.bar.clear
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._add_keys()
        self.setAccessibleName("Facts")
        self.setFocusProxy(self.table)

    def show_reading(self) -> None:
        """Say that the texts are being read; what was shown before stays."""
        if not self.model.entries:
            self._say(*READING)

    def show_same_document(self) -> None:
        """Say that there is nothing to compare."""
        self.show_entries((), ("", ""))
        self._say(*SAME_DOCUMENT)

    def show_problem(self, sentence: str) -> None:
        """Say why there are no facts."""
        self.show_entries((), ("", ""))
        self._say("The facts could not be read", sentence)
        self._offer("Try again", self.retry_requested.emit)

    def show_entries(self, entries: Sequence[Entry], titles: tuple[str, str]) -> None:
        """Show facts; the same line stays current."""
        self.model.show_entries(entries, titles)
        self._say_counts()

    def show_contexts(self, contexts: Sequence[Context | None]) -> None:
        """Show the sentences of the current line, and why they stand together."""
        reason, line = "", self.table.line
        if line is not None:
            verdict = line.entry.verdict_on(line.number)
            reason = verdict_in_words(verdict) if verdict else line.entry.row.reason
        self.strip.show_contexts(contexts, reason, is_asked=line is not None)

    def point_of_line(self) -> QPoint:
        """Return where on the screen what is asked about the current line opens."""
        index = self.table.currentIndex()
        corner = self.table.visualRect(index).bottomLeft()
        return self.table.viewport().mapToGlobal(corner)

    def show_read_only(self) -> None:
        """Switch off what would change the project."""
        for action in (self._decide, self._undecide, self._cite):
            action.setEnabled(False)
        self.strip.verdict_button.setEnabled(False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = event.size().height()
        self.strip.setVisible(height >= ROOM_FOR_STRIP)
        # The panes above name the documents too, in the same order.
        self.table.horizontalHeader().setVisible(height >= ROOM_FOR_NAMES)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _lay_out(self) -> None:
        lay_on_surface(self)
        self._parts.addWidget(self.table)
        self._parts.addWidget(self.strip)
        self._parts.setStretchFactor(0, 1)
        self._parts.setSizes([TABLE_HEIGHT, STRIP_HEIGHT])
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.bar.changed.connect(self._filter)
        self.bar.panes_chosen.connect(self.panes_chosen)
        self.bar.export_requested.connect(self.export_requested)
        self.empty.activated.connect(lambda: self._on_button())
        self.table.value_opened.connect(self.value_opened)
        self.table.verdict_wanted.connect(self._ask)
        self.strip.verdict_button.clicked.connect(self._ask)
        self.table.line_changed.connect(lambda: self.line_changed.emit(self.table.line))
        self.table.customContextMenuRequested.connect(self._open_menu)

    def _add_keys(self) -> None:
        self._decide = self._key("facts.decide", self.verdict_wanted.emit)
        self._cite = self._key("facts.cite", self._request_citation)
        self._undecide = self._key("facts.undecide", self.verdict_unwanted.emit)

    def _request_citation(self, line: Line) -> None:
        if (value := self.table.value) is not None:
            self.cite_wanted.emit(value, value is line.a)

    def _key(self, action_id: str, act: Callable[[Line], object]) -> QAction:
        action = new_action(action_id, self.table)
        action.triggered.connect(lambda: self._with_line(act))
        return action

    def _with_line(self, act: Callable[[Line], object]) -> None:
        if self.table.line is not None:
            act(self.table.line)

    def _ask(self) -> None:
        self._decide.trigger()

    def _filter(self) -> None:
        self.model.show_wanted(self.bar.wanted)
        self._say_counts()

    def _say_counts(self) -> None:
        entries = self.model.entries
        kinds, states = counts_by_kind(entries), counts_by_state(entries)
        self.bar.show_counts(kinds, states, self.model.shown)
        if not entries:
            self._say(*NOTHING)
        elif not self.model.lines:
            self._say(*FILTERED)
            self._offer("Show all facts", self.bar.clear)
        else:
            self._pages.setCurrentWidget(self._parts)
        self.line_changed.emit(self.table.line)

    def _say(self, title: str, sentence: str) -> None:
        self.empty.set_content(title, sentence)
        self.empty.set_action("")
        self._pages.setCurrentWidget(self.empty)

    def _offer(self, words: str, act: Callable[[], object]) -> None:
        self.empty.set_action(words)
        self._on_button = act

    def _open_menu(self, point: QPoint) -> None:
        if self.table.line is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._decide, self._undecide, self._cite])
        menu.popup(self.table.viewport().mapToGlobal(point))

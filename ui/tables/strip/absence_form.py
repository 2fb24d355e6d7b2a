"""Asks what to search for, to note that a cell's answer is stated nowhere."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from ui.keymap import keymap, new_action
from ui.tables.strip.entry_list import EntryList
from ui.tables.strip.evidence_entries import found_entry
from ui.widgets.counting import count_of
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.plain import PlainLabel
from ui.widgets.popup import Popup
from ui.widgets.segments import Segments
from workbench.model.cells import AbsenceScope
from workbench.model.rechecks import Trial

WIDTH = 560
LIST_HEIGHT = 168
TYPING_MS = 200
LOOKING = "Looking…"
NAMES: Mapping[AbsenceScope, str] = {
    AbsenceScope.ROW: "Documents of the row",
    AbsenceScope.ALL: "All documents",
}
TIPS: Mapping[AbsenceScope, str] = {
    AbsenceScope.ROW: "Search those that the row describes, its case gathers, or its"
    " cells cite",
    AbsenceScope.ALL: "Search every document, also those that are imported later",
}


class AbsenceForm(Popup):
    """Tells while one types what would be searched, and what that finds.

    `tried` and `recorded` carry the query and its scope; `opened` and `cited` a place
    where it is found.
    """

    tried = Signal(str, object)
    recorded = Signal(str, object)
    scope_chosen = Signal(object)
    opened = Signal(object)
    cited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.query_field = QLineEdit()
        self.scopes = Segments("Where to search", NAMES, TIPS)
        self.found = EntryList("Where it is found")
        self.button = QPushButton("Record as not stated")
        self._status = PlainLabel()
        self._trial: Trial | None = None
        self._wants_record = False
        self._later = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._later.timeout.connect(self._try)
        self._lay_out()
        self._connect()

    @property
    def status(self) -> str:
        """What is said of the query."""
        return self._status.text()

    @property
    def trial(self) -> Trial | None:
        """What the query finds, once that is known."""
        return self._trial

    def open_at(
        self, point: QPoint, cell: str, query: str, scope: AbsenceScope
    ) -> None:
        """Open for a cell with a query to begin with, ready to be typed into."""
        self.title.setText(f"Not stated: {cell}")
        self.setAccessibleName(self.title.text())
        self.scopes.choose(scope)
        self.query_field.setText(query)
        self._try()
        self.show_at(point)
        self.query_field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.query_field.selectAll()

    def show_trial(self, trial: Trial) -> None:
        """Say what the query finds in how many documents."""
        self._trial = trial
        self._status.setText(_said(trial))
        self.found.show_entries([found_entry(it) for it in trial.places])
        self.found.setVisible(bool(trial.places))
        self.button.setEnabled(_can_record(trial))
        self.adjustSize()
        if self._wants_record:
            self._record()

    def show_problem(self, sentence: str) -> None:
        """Say why it was not recorded."""
        self._wants_record = False
        self._status.setText(sentence)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self._trial and self._trial.places:
            self.found.setFocus()
        elif event.key() in ENTER_KEYS:
            self._record()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDTH)
        self.query_field.setPlaceholderText("Words that would state it")
        self.query_field.setAccessibleName("Search for")
        self._status.setProperty("muted", True)
        self._status.setWordWrap(True)
        self.found.setFixedHeight(LIST_HEIGHT)
        self.found.hide()
        self.button.setProperty("primary", True)
        row = QHBoxLayout()
        row.addWidget(self._status, 1)
        row.addWidget(self.button)
        where = QHBoxLayout()
        where.addWidget(self.scopes)
        where.addStretch(1)
        self.body.addWidget(self.query_field)
        self.body.addLayout(where)
        self.body.addWidget(self.found)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.query_field.textEdited.connect(lambda _text: self._wait())
        self.scopes.chosen.connect(self._choose_scope)
        self.button.clicked.connect(self._record)
        self.found.opened.connect(self.opened)
        cite = new_action("suggestions.cite", self.found)
        cite.triggered.connect(lambda: self.cited.emit(self.found.current))

    def _choose_scope(self, scope: AbsenceScope) -> None:
        if self.isVisible():
            self.scope_chosen.emit(scope)
            self._try()

    def _wait(self) -> None:
        self._trial = None
        self._wants_record = False
        self.button.setEnabled(False)
        self._later.start()

    def _try(self) -> None:
        self._wait()
        self._later.stop()
        self._status.setText(LOOKING)
        self.tried.emit(self.query_field.text(), self.scopes.choice)

    def _record(self) -> None:
        """Record, as soon as it is known that nothing is found."""
        if self._trial is None:
            self._later.stop()
            self._try()
            self._wants_record = True
        elif _can_record(self._trial):
            self._wants_record = False
            self.button.setEnabled(False)
            self.recorded.emit(self.query_field.text(), self.scopes.choice)
        else:
            self._wants_record = False
            if self._trial.places:
                self.found.setFocus()


def _can_record(trial: Trial) -> bool:
    return bool(trial.documents) and not trial.found and not trial.problem


def _said(trial: Trial) -> str:
    if trial.problem:
        return trial.problem
    if not trial.documents:
        return "The row has no documents; search all documents."
    where = count_of(trial.documents, "document")
    if not trial.found:
        return f"Nothing found in {where}."
    way = keymap.text_of("suggestions.cite")
    times = count_of(trial.found, "place")
    return f"Found at {times} in {where}, so it is stated. Enter shows, {way} cites."

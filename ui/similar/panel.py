"""What is similar to a passage: go there, or see both side by side."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.keymap import explain, keymap, new_action
from ui.resources import icon
from ui.similar.delegate import ScoreDelegate
from ui.similar.model import Column, Found, SimilarModel
from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.dragging import Source
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.row_table import RowTable, size_columns
from workbench.model.reuse import Similar

WIDTHS = {Column.SCORE: 148, Column.DOCUMENT: 300}
LOOKING = ("Looking for what is similar…", "What is found is listed here.")
NONE_FOUND = "Nothing similar"
EXPORT = "Export the similar places as CSV…"


class SimilarPanel(QWidget):
    """Enter or a click goes to a place; keys are in `ui.part_actions`.

    `place_activated` carries a document and a place in it.
    """

    place_activated = Signal(int, int, int)
    compare_requested = Signal(object, object)  # Stretch asked about, that of the row
    export_requested = Signal()
    cite_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.found: Found | None = None
        self.model = SimilarModel(self)
        self.table = RowTable()
        self.facts = ElidedLabel("")
        self.compare_button = QToolButton()
        self.export_button = QToolButton()
        self.empty = EmptyState("", "", is_primary=False)
        self._pages = QStackedWidget()
        self._set_up()
        self._lay_out()
        self._connect()
        self.show_purpose()
        keymap.changed.connect(self._renew_purpose)

    @property
    def view(self) -> QWidget:
        """The rows, which the panel is there for."""
        return self.table

    def show_purpose(self) -> None:
        """Say what the list is for."""
        way = keymap.way_to("passage.similar")
        self._show_instead(
            "More like this",
            f"Select a passage or go to a sentence and {way}. What says something"
            " similar is listed here.",
        )

    def show_looking(self) -> None:
        """Say that something is looked for, unless rows are there already."""
        if self.found is None or not self.found.rows:
            self._show_instead(*LOOKING)
        self.facts.set_text(LOOKING[0])

    def show_found(self, found: Found) -> None:
        """Show what is similar; the first row is the current one."""
        self.found = found
        self.model.show(found.rows)
        quote = " ".join(found.quote.split())
        if not found.rows:
            self._show_instead(NONE_FOUND, f"No other place is like “{quote}”.")
            return
        self.export_button.setEnabled(True)
        self.facts.set_text(f"{count_of(len(found.rows), 'place')} like “{quote}”")
        self.compare_button.setEnabled(True)
        self._pages.setCurrentWidget(self.table)
        self.table.setCurrentIndex(self.model.index(0, 0))

    def current(self) -> Similar | None:
        """Return what stands in the current row."""
        index = self.table.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def to_cite(self) -> list[Source]:
        """Return the place in the current row."""
        row = self.current()
        return [row.stretch] if row else []

    def set_editable(self, *, is_editable: bool) -> None:
        """Take away what changes the project, or give it back."""
        self._cite.setEnabled(is_editable)

    def _show_instead(self, title: str, text: str) -> None:
        self.empty.set_content(title, text)
        self.facts.set_text("")
        self.compare_button.setEnabled(False)
        self.export_button.setEnabled(False)
        self._pages.setCurrentWidget(self.empty)

    def _renew_purpose(self) -> None:
        if self.found is None:
            self.show_purpose()

    def _set_up(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName("Similar places")
        size_columns(self.table, Column.QUOTE, WIDTHS)
        self.table.setItemDelegateForColumn(Column.SCORE, ScoreDelegate(self.table))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.facts.setFont(interface_font(12))
        self.facts.setProperty("muted", True)
        button = self.compare_button
        button.setText("Compare")
        button.setIcon(icon("columns-2"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName("Compare both places")
        explain(button, "Show both places side by side", "similar.compare")
        self.export_button.setIcon(icon("upload"))
        self.export_button.setToolTip(EXPORT)
        self.export_button.setAccessibleName(EXPORT)
        self.export_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._compare: QAction = new_action("similar.compare", self.table)
        self._cite: QAction = new_action("similar.cite", self.table)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(14, 4, 10, 4)
        line.setSpacing(12)
        line.addWidget(self.facts, 1)
        line.addWidget(self.compare_button)
        line.addWidget(self.export_button)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.table.row_opened.connect(self._go)
        self.table.clicked.connect(self._go)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self._compare.triggered.connect(lambda: self._request_compare())
        self._cite.triggered.connect(lambda: self._request_citation())
        self.compare_button.clicked.connect(lambda: self._request_compare())
        self.export_button.clicked.connect(self.export_requested)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            row = self.model.row(index.row())
            self.place_activated.emit(row.document_id, row.span.start, row.span.end)

    def _request_compare(self) -> None:
        row, found = self.current(), self.found
        if row is not None and found is not None:
            self.compare_requested.emit(found.stretch, row.stretch)

    def _request_citation(self) -> None:
        if self.to_cite():
            self.cite_wanted.emit(self.table.point_of_current())

    def _open_menu(self, point: QPoint) -> None:
        index = self.table.indexAt(point)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.addAction("Go there\tEnter").triggered.connect(lambda: self._go(index))
        menu.addActions([self._compare, self._cite])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(point))

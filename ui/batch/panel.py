"""Many queries at once: what is asked at the left, what each finds at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.batch.grid import BatchGrid
from ui.batch.queries_side import QueriesSide
from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.ground import lay_on_surface
from workbench.jobs import Progress
from workbench.model.batches import Batch
from workbench.operations.batches import BatchForm

SIDE_WIDTH = 224
NOTHING = (
    "Nothing counted yet",
    "Write queries at the left and run them. Each is counted in every document.",
)
STALE = "Changed since then; run again"
FORMS = {
    BatchForm.TABLE: "A row for each query, a column for each document…",
    BatchForm.LONG: "A row for each query and document…",
}


class BatchPanel(QWidget):
    """Shows and asks; `cell_activated` carries the row of a query and a document."""

    export_wanted = Signal(object)  # BatchForm
    query_activated = Signal(object)  # BatchRow
    cell_activated = Signal(object, object)  # BatchRow, Listed

    def __init__(self) -> None:
        super().__init__()
        self.asking = QueriesSide()
        self.grid = BatchGrid()
        self.empty = EmptyState(*NOTHING)
        self.facts = ElidedLabel("")
        self.stale = ElidedLabel("")
        self.only_found = QCheckBox("Only documents with matches")
        self.export_button = QToolButton()
        self.batch: Batch | None = None
        self._pages = QStackedWidget()
        self._set_up_bar()
        self._lay_out()
        self._connect()
        self.setAccessibleName("Batch search")
        self.setFocusProxy(self.asking.field)

    @property
    def view(self) -> QWidget:
        """The queries, which come first."""
        return self.asking.field

    def show_batch(self, batch: Batch) -> None:
        """Show what was counted."""
        self.batch = batch
        self.stale.set_text("")
        self.only_found.setEnabled(True)
        self.export_button.setEnabled(True)
        self._show()
        self._pages.setCurrentWidget(self.grid)

    def show_progress(self, progress: Progress) -> None:
        """Say how many queries were asked."""
        self.asking.show_running(is_running=True)
        self.facts.set_text(f"Asked {progress.done:,} of {progress.total:,}")

    def show_end(self) -> None:
        """Offer to run again; say what is shown."""
        self.asking.show_running(is_running=False)
        self._say_facts()

    def show_stale(self) -> None:
        """Say that what is shown may not be true any more."""
        if self.batch is not None:
            self.stale.set_text(STALE)

    def _show(self) -> None:
        if self.batch is not None:
            only_found = self.only_found.isChecked()
            self.grid.show_batch(self.batch, only_found=only_found)
            self._say_facts()

    def _say_facts(self) -> None:
        if self.batch is None:
            self.facts.set_text("")
            return
        shown, there = self.grid.counts_model.columnCount(), len(self.batch.documents)
        documents = count_of(there, "document")
        matches = sum(row.matches for row in self.batch.rows)
        self.facts.set_text(
            " · ".join(
                (
                    count_of(len(self.batch.rows), "query", "queries"),
                    documents if shown == there else f"{shown:,} of {documents}",
                    count_of(matches, "match", "matches"),
                )
            )
        )

    def _set_up_bar(self) -> None:
        self.facts.setFont(interface_font(12, tabular=True))
        self.facts.setProperty("muted", True)
        self.stale.setFont(interface_font(12))
        self.stale.setProperty("warn", True)
        self.only_found.setEnabled(False)
        self.export_button.setText("Export")
        self.export_button.setIcon(icon("upload"))
        self.export_button.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export_button.setAccessibleName("Export the counts")
        self.export_button.setToolTip("Write the counts to a CSV file")
        self.export_button.setEnabled(False)
        menu = QMenu(self.export_button)
        for form, words in FORMS.items():
            menu.addAction(words).triggered.connect(
                lambda _checked=False, it=form: self.export_wanted.emit(it)
            )
        self.export_button.setMenu(menu)

    def _lay_out(self) -> None:
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.addWidget(self.facts, 1)
        upper.addWidget(self.export_button)
        lower.setSpacing(16)
        lower.addWidget(self.only_found)
        lower.addWidget(self.stale, 1)
        bar = QVBoxLayout()
        bar.setContentsMargins(14, 4, 10, 6)
        bar.setSpacing(2)
        bar.addLayout(upper)
        bar.addLayout(lower)
        right = QWidget()
        lay_on_surface(right)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._pages, 1)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.grid)
        parts = QSplitter()
        parts.addWidget(self.asking)
        parts.addWidget(right)
        parts.setSizes([SIDE_WIDTH, 8 * SIDE_WIDTH])
        parts.setStretchFactor(1, 1)
        parts.setCollapsible(1, False)  # the queries may be folded away
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts)

    def _connect(self) -> None:
        self.only_found.toggled.connect(self._show)
        self.grid.query_opened.connect(self._open_query)
        self.grid.cell_opened.connect(self._open_cell)

    def _open_query(self, row: int) -> None:
        if self.batch is not None:
            self.query_activated.emit(self.batch.rows[row])

    def _open_cell(self, row: int, column: int) -> None:
        if self.batch is not None:
            document = self.grid.counts_model.document(column)
            self.cell_activated.emit(self.batch.rows[row], document)

"""What was removed, what would come back with it, and losing it for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.bin.model import ENTRY_ROLE, BinModel, Column, kinds_in_words, with_it
from ui.resources import icon
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import PlainLabel
from ui.widgets.row_table import RowTable, size_columns
from workbench.model.bin import BinContents, BinEntry

WIDTHS = {Column.KIND: 90, Column.REMOVED: 140, Column.ANALYST: 120}
MOST_QUOTES = 1000
"""Nobody reads more of them here, and each takes time."""
HINT = "Enter brings a thing back with all that went with it"


class BinPanel(QWidget):
    """Entries at the left, the contents of the chosen one at the right.

    Emptying is asked about in the panel itself, in place of the buttons.
    """

    restore_requested = Signal(object)  # BinEntry
    empty_requested = Signal()
    entry_chosen = Signal(object)  # BinEntry or None
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = BinModel(self)
        self.table = RowTable()
        self.restore_button = QPushButton(icon("rotate-ccw"), "Restore")
        self.empty_button = QPushButton(icon("trash-2"), "Empty the bin…")
        self.hint = ElidedLabel(HINT)
        self.question = PlainLabel("")
        self.lose_button = QPushButton("Lose them for good")
        self.keep_button = QPushButton("Keep them")
        self.contents_label = PlainLabel("")
        self.quotes = QListWidget()
        self.empty = EmptyState(
            "The bin is empty",
            "What you delete waits here, with everything that went with it, until you"
            " bring it back or empty the bin.",
        )
        self._prepare()
        self._lay_out()
        self._connect()

    @property
    def view(self) -> QWidget:
        """The list of what was removed."""
        return self.table

    @property
    def chosen(self) -> BinEntry | None:
        """The entry that the list stands on."""
        entry: BinEntry | None = self.table.currentIndex().data(ENTRY_ROLE)
        return entry

    def show_entries(self, entries: Sequence[BinEntry]) -> None:
        """Show what is in the bin; the row stays where it is."""
        row = self.table.currentIndex().row()
        self.model.show(entries)
        self._pages.setCurrentWidget(self._full if entries else self.empty)
        if entries:
            row = min(max(row, 0), len(entries) - 1)
            self.table.setCurrentIndex(self.model.index(row, 0))
        self.question.setText(
            f"Lose {kinds_in_words(entries)} for good? What was done so far cannot be"
            " undone any more then."
        )
        self._ask(asking=False)

    def show_reading(self) -> None:
        """Say that the contents of the chosen entry will be there soon."""
        self.contents_label.setText("Reading what went with it…")
        self.quotes.clear()
        self.quotes.hide()

    def show_contents(self, contents: BinContents) -> None:
        """Say what would come back with the chosen entry."""
        self.contents_label.setText(with_it(contents))
        self.quotes.clear()
        self.quotes.addItems([contents.text] if contents.text else [])
        shown = contents.quotes[:MOST_QUOTES]
        self.quotes.addItems([" ".join(it.split()) for it in shown])
        if more := len(contents.quotes) - len(shown):
            self.quotes.addItem(f"and {more:,} more")
        self.quotes.setVisible(self.quotes.count() > 0)

    def show_read_only(self) -> None:
        """Switch off what would change the project."""
        self.restore_button.setEnabled(False)
        self.empty_button.setEnabled(False)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _prepare(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName("Bin")
        size_columns(self.table, Column.NAME, WIDTHS)
        self.hint.setProperty("muted", True)
        self.contents_label.setProperty("muted", True)
        self.contents_label.setWordWrap(True)
        self.quotes.setAccessibleName("Passages that come back")
        self.quotes.setFrameShape(QListWidget.Shape.NoFrame)
        self.quotes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.quotes.setUniformItemSizes(True)
        self._pages = QStackedWidget()

    def _lay_out(self) -> None:
        self._tools = _row(self.restore_button, self.empty_button, self.hint)
        self._asking = _row(self.question, self.lose_button, self.keep_button)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 6, 14, 6)
        column.setSpacing(6)
        column.addWidget(self.contents_label)
        column.addWidget(self.quotes, 1)
        column.addStretch()
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(side)
        split.setSizes([700, 420])
        self._full = QWidget()
        rows = QVBoxLayout(self._full)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for widget in (self._tools, self._asking):
            rows.addWidget(widget)
        rows.addWidget(split, 1)
        self._pages.addWidget(self._full)
        self._pages.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect(self) -> None:
        self.table.row_opened.connect(self._request_restore)
        self.table.selectionModel().currentRowChanged.connect(
            lambda: self.entry_chosen.emit(self.chosen)
        )
        self.model.modelReset.connect(lambda: self.entry_chosen.emit(self.chosen))
        self.restore_button.clicked.connect(
            lambda: self._request_restore(self.table.currentIndex())
        )
        self.empty_button.clicked.connect(lambda: self._ask(asking=True))
        self.keep_button.clicked.connect(lambda: self._ask(asking=False))
        self.lose_button.clicked.connect(self.empty_requested)

    def _request_restore(self, index: QModelIndex) -> None:
        entry: BinEntry | None = index.data(ENTRY_ROLE)
        if entry is not None:
            self.restore_requested.emit(entry)

    def _ask(self, *, asking: bool) -> None:
        had_focus = self.isAncestorOf(self.focusWidget() or self)
        self._asking.setVisible(asking)
        self._tools.setVisible(not asking)
        if asking:
            self.keep_button.setFocus()
        elif had_focus and self.isVisible():
            self.table.setFocus()


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(14, 8, 14, 8)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget, not isinstance(widget, QPushButton))
    return row

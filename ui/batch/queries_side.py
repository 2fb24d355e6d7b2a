"""What is asked in a batch: queries, one a line, and where their words must stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.keymap import explain, new_action
from ui.widgets.counting import count_of
from ui.widgets.section_header import SectionHeader
from workbench.model.search import Scope, SearchOptions
from workbench.operations.batches import queries_of

PLACEHOLDER = (
    "One query a line, such as\n\nkorea semiconductors\n“working group” NOT draft"
)
SCOPES = {
    Scope.DOCUMENT: "All words in one document",
    Scope.PARAGRAPH: "All words in one paragraph",
}


class QueriesSide(QWidget):
    """A plain text field with its buttons; while a batch runs, Run becomes Stop."""

    run_wanted = Signal()
    stop_wanted = Signal()
    file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.header = SectionHeader("Queries")
        self.field = QPlainTextEdit()
        self.field.setPlaceholderText(PLACEHOLDER)
        self.field.setAccessibleName("Queries, one a line")
        self.field.setTabChangesFocus(True)
        self.field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.scope = QComboBox()
        self.scope.setAccessibleName("Where all words must stand together")
        for scope, words in SCOPES.items():
            self.scope.addItem(words, scope)
        self.file_button = QPushButton("Open CSV…")
        self.run_button = QPushButton("Run")
        self._lay_out()
        self._connect()

    @property
    def options(self) -> SearchOptions:
        """How the queries are to be searched."""
        return SearchOptions(Scope(self.scope.currentData()))

    def show_running(self, *, is_running: bool) -> None:
        """Offer to stop what runs, or to run."""
        self.run_button.setText("Stop" if is_running else "Run")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.file_button)
        buttons.addStretch(1)
        buttons.addWidget(self.run_button)
        inside = QVBoxLayout()
        inside.setContentsMargins(14, 0, 14, 12)
        inside.setSpacing(8)
        inside.addWidget(self.field, 1)
        inside.addWidget(self.scope)
        inside.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(inside, 1)

    def _connect(self) -> None:
        self.run_button.setProperty("primary", True)
        explain(self.run_button, "Count what each query finds", "batch.run")
        self.file_button.setToolTip(
            "Take the queries of a CSV file with a column “query”, or of a text file"
        )
        self.file_button.clicked.connect(self.file_wanted)
        self.run_button.clicked.connect(self._press)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        new_action("batch.run", self, within).triggered.connect(self.run_wanted)
        self.field.textChanged.connect(self._count)
        self._count()

    def _press(self) -> None:
        is_running = self.run_button.text() == "Stop"
        (self.stop_wanted if is_running else self.run_wanted).emit()

    def _count(self) -> None:
        queries = len(queries_of(self.field.toPlainText()))
        self.header.set_fact(count_of(queries, "query", "queries") if queries else "")

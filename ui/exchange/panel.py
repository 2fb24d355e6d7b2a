"""The report of an import: one row a file, to read, copy and close."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.exchange.delegate import OutcomeDelegate
from ui.exchange.model import OutcomesModel, counts, report_text
from ui.theme import interface_font
from ui.widgets.plain import PlainLabel
from workbench.model.imports import ImportOutcome


class ImportReport(QDialog):
    """A window of its own beside the main window; never modal.

    Activating a row asks for its document: the new one, the one already there, or the
    near-copy that the row names.
    """

    document_activated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setModal(False)
        self.setObjectName("import-report")  # Its size is remembered under this name.
        self.setWindowTitle("Import report")
        self.resize(680, 460)
        self.setMinimumSize(420, 280)
        self._counts = PlainLabel("")
        self._counts.setFont(interface_font(14, semibold=True))
        self._counts.setWordWrap(True)
        self.model = OutcomesModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(OutcomeDelegate(self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setProperty("ground", "surface")
        self.view.setResizeMode(QListView.ResizeMode.Adjust)  # Lines break anew.
        # Measuring the rows of thousands of files at once would hold the window.
        self.view.setLayoutMode(QListView.LayoutMode.Batched)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName("What became of each file")
        self.view.activated.connect(self._activate)
        self.copy_button = QPushButton("Copy report")
        self.copy_button.clicked.connect(self.copy_report)
        close = QPushButton("Close")
        close.setDefault(True)
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(14, 0, 14, 0)
        buttons.addWidget(self.copy_button)
        buttons.addStretch()
        buttons.addWidget(close)
        self._counts.setContentsMargins(14, 0, 14, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 14)
        layout.setSpacing(12)
        layout.addWidget(self._counts)
        layout.addWidget(self.view, 1)
        layout.addLayout(buttons)

    @property
    def counts(self) -> str:
        """Return the line that counts."""
        return self._counts.text()

    def show_outcomes(self, outcomes: Sequence[ImportOutcome]) -> None:
        """Show what became of the files; does not open the window."""
        self.model.show_outcomes(outcomes)
        self._counts.setText(counts(outcomes))
        self.view.setCurrentIndex(self.model.index(0))
        self.view.setFocus()

    def copy_report(self) -> None:
        """Put the report on the clipboard as text."""
        QGuiApplication.clipboard().setText(report_text(self.model.outcomes))

    def _activate(self, index: QModelIndex) -> None:
        document_id = self.model.document_at(index.row())
        if document_id is not None:
            self.document_activated.emit(document_id)

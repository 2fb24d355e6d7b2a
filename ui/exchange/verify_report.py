"""What differs between an export and the project: a list to read, copy and close."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QObject, Qt
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
from typing_extensions import override

from ui.exchange.delegate import OutcomeDelegate
from ui.exchange.report_roles import ReportRole
from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.plain import PlainLabel, plain_tooltip
from ui.widgets.rows import Role
from workbench.model.verification import Difference, DifferenceKind

WHOLE = {
    DifferenceKind.EXPORT: "The exported file",
    DifferenceKind.TABLE: "The table",
}
"""What is named where a difference is in no cell."""
GRAVE = {DifferenceKind.EXPORT, DifferenceKind.QUOTE, DifferenceKind.DOCUMENT}


class DifferencesModel(QAbstractListModel):
    """One row a difference, in the order of the check."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.differences: list[Difference] = []

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """Show what one check found."""
        self.beginResetModel()
        self.differences = list(differences)
        self.endResetModel()

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.differences)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        difference = self.differences[index.row()]
        if role == Role.TITLE:
            return difference.place or WHOLE.get(difference.kind, "")
        if role == ReportRole.SENTENCES:
            return [" ".join(difference.words.split())]
        if role == Role.BADGES:
            tone = "bad" if difference.kind in GRAVE else "warn"
            return [(difference.kind.value, tone)]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(difference.line)
        return None


class VerifyReport(QDialog):
    """A window of its own beside the main window; never modal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setModal(False)
        self.setWindowTitle("Verify an export")
        self.resize(720, 440)
        self.heading = PlainLabel("")
        self.heading.setFont(interface_font(14, semibold=True))
        self.heading.setWordWrap(True)
        self.model = DifferencesModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(OutcomeDelegate(self.view))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setAccessibleName("What differs")
        self.copy_button = QPushButton("Copy list")
        self.copy_button.clicked.connect(self.copy_list)
        self._arrange()

    def show_differences(self, name: str, differences: Sequence[Difference]) -> None:
        """Show what differs from an export; does not open the window."""
        self.model.show_differences(differences)
        count = count_of(len(differences), "difference")
        self.heading.setText(f"{count} between {name} and the project")

    def copy_list(self) -> None:
        """Put the differences on the clipboard, a line each."""
        lines = (" ".join(it.line.split()) for it in self.model.differences)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _arrange(self) -> None:
        close = QPushButton("Close")
        close.setDefault(True)
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(14, 0, 14, 0)
        buttons.addWidget(self.copy_button)
        buttons.addStretch()
        buttons.addWidget(close)
        self.heading.setContentsMargins(14, 0, 14, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 14)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addWidget(self.view, 1)
        layout.addLayout(buttons)

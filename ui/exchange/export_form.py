"""What to export, and how; a small window that stays out of the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import interface_font
from ui.widgets.plain import PlainLabel
from workbench.model.ids import TableId

RAW_LABEL = "Raw values"
RAW_WARNING = "A spreadsheet may run cells that begin with = + - @ as formulas."
EXPLANATION = "One CSV file in UTF-8, for spreadsheets and statistics."


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen: a kind, for a table which, and perhaps only some of them."""

    name: str
    kind: str
    table_id: TableId | None = None
    only: tuple[int, ...] | None = None

    @property
    def file_name(self) -> str:
        """Return what to call the file unless somebody says otherwise."""
        words = "".join(c if c.isalnum() else " " for c in self.name).split()
        return "-".join(words).casefold() + ".csv"


@dataclass(frozen=True, slots=True)
class ExportWish:
    """A choice and whether values are written raw."""

    choice: ExportChoice
    is_raw: bool


PASSAGES = ExportChoice("Passages", "passages")
NOTES = ExportChoice("Notes", "notes")


class ExportForm(QDialog):
    """Asks what to export; never modal."""

    export_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setModal(False)
        self.setWindowTitle("Export")
        self.what = QComboBox()
        self.what.setAccessibleName("What to export")
        self.raw = QCheckBox(RAW_LABEL)
        self.raw.setAccessibleDescription(RAW_WARNING)
        self.button = QPushButton("Export…")
        self.button.setProperty("primary", True)
        self.button.setDefault(True)
        self.button.clicked.connect(self._export)
        self._arrange()
        self.offer([])

    def offer(self, tables: Sequence[tuple[TableId, str]]) -> None:
        """Offer passages, notes and these tables; keeps what was chosen."""
        chosen = self.what.currentData()
        self.what.clear()
        for choice in (PASSAGES, NOTES):
            self.what.addItem(choice.name, choice)
        for table_id, name in tables:
            choice = ExportChoice(name, "table", table_id)
            self.what.addItem(f"Table: {name}", choice)
        self.choose(chosen)

    def choose(self, choice: ExportChoice | None) -> None:
        """Select a choice if it is offered."""
        for row in range(self.what.count()):
            if self.what.itemData(row) == choice:
                self.what.setCurrentIndex(row)

    def _export(self) -> None:
        self.close()
        wish = ExportWish(self.what.currentData(), self.raw.isChecked())
        self.export_requested.emit(wish)

    def _arrange(self) -> None:
        self.setFixedWidth(480)
        explanation = _muted(EXPLANATION)
        warning = _muted(RAW_WARNING)
        warning.setContentsMargins(24, 0, 0, 0)
        cancel = QPushButton("Cancel")
        cancel.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(4)
        layout.addWidget(self.what)
        layout.addWidget(explanation)
        layout.addSpacing(12)
        layout.addWidget(self.raw)
        layout.addWidget(warning)
        layout.addSpacing(16)
        layout.addLayout(buttons)


def _muted(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setFont(interface_font(12))
    label.setProperty("muted", True)
    label.setWordWrap(True)
    return label

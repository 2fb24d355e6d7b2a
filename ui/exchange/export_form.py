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

from ui.exchange.table_forms import FORMS, SPREADSHEETS
from ui.theme import interface_font
from ui.widgets.plain import PlainLabel
from workbench.model.ids import TableId
from workbench.operations.table_files import TableForm

RAW_LABEL = "Raw values"
RAW_WARNING = "A spreadsheet may run cells that begin with = + - @ as formulas."
EXPLANATION = "One CSV file in UTF-8, for spreadsheets and statistics."
HIDDEN_LABEL = "With hidden rows and columns"
VERIFIABLE = "A small file is written beside it, with which it can be verified later."


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
    """A choice, whether values are written raw, and in which form a table is."""

    choice: ExportChoice
    is_raw: bool
    form: TableForm = TableForm.CSV
    has_hidden: bool = False

    @property
    def file_name(self) -> str:
        """Return what to call the file unless somebody says otherwise."""
        return self.choice.file_name.removesuffix(".csv") + self.form.suffix

    @property
    def files(self) -> str:
        """Return how the file dialog names such files."""
        return FORMS[self.form].files


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
        self.forms = QComboBox()
        self.forms.setAccessibleName("What to write the table as")
        for form, words in FORMS.items():
            self.forms.addItem(words.name, form)
        self.hidden = QCheckBox(HIDDEN_LABEL)
        self.raw = QCheckBox(RAW_LABEL)
        self.raw.setAccessibleDescription(RAW_WARNING)
        self.button = QPushButton("Export…")
        self.button.setProperty("primary", True)
        self.button.setDefault(True)
        self.button.clicked.connect(self._export)
        self._explanation, self._warning = _muted(""), _muted(RAW_WARNING)
        self._arrange()
        self.what.currentIndexChanged.connect(lambda: self._show_fitting())
        self.forms.currentIndexChanged.connect(lambda: self._show_fitting())
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
        choice: ExportChoice = self.what.currentData()
        if choice.table_id is None:
            wish = ExportWish(choice, self.raw.isChecked())
        else:
            form = self._form()
            is_raw = self.raw.isChecked() and form in SPREADSHEETS
            wish = ExportWish(choice, is_raw, form, self.hidden.isChecked())
        self.export_requested.emit(wish)

    def _form(self) -> TableForm:
        # Qt hands a plain string back.
        return TableForm(self.forms.currentData())

    def _show_fitting(self) -> None:
        """Show what can be chosen of what is exported, and nothing else."""
        choice: ExportChoice | None = self.what.currentData()
        is_table = choice is not None and choice.table_id is not None
        form = self._form() if is_table else TableForm.CSV
        words = f"{FORMS[form].meaning} {VERIFIABLE}" if is_table else EXPLANATION
        self._explanation.setText(words)
        self.forms.setVisible(is_table)
        self.hidden.setVisible(is_table)
        self.raw.setVisible(form in SPREADSHEETS)
        self._warning.setVisible(form in SPREADSHEETS)
        self.adjustSize()

    def _arrange(self) -> None:
        self.setFixedWidth(480)
        self._warning.setContentsMargins(28, 0, 0, 0)
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
        layout.addSpacing(4)
        layout.addWidget(self.forms)
        layout.addWidget(self._explanation)
        layout.addSpacing(12)
        layout.addWidget(self.hidden)
        layout.addWidget(self.raw)
        layout.addWidget(self._warning)
        layout.addSpacing(16)
        layout.addLayout(buttons)


def _muted(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setFont(interface_font(12))
    label.setProperty("muted", True)
    label.setWordWrap(True)
    return label

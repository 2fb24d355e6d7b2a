"""What becomes of a sheet's columns, with the first document as it would be."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.exchange.role_box import RoleBox
from ui.exchange.row_preview import RowPreview
from ui.exchange.sheet_model import Column, ColumnsModel
from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import PlainLabel
from ui.widgets.row_table import RowTable, size_columns
from workbench.model.row_mappings import RowMapping
from workbench.model.sheets import ColumnRole, SheetPreview
from workbench.operations.row_imports import first_document

ROW_HEIGHT: Final = 36
LOOKING: Final = ("Looking at the sheet", "")
EMPTY: Final = (
    "No rows in this sheet",
    "A row below the headings becomes a document; choose another sheet or file.",
)
NO_TEXT: Final = "Let a column become the text."


class SheetForm(QDialog):
    """A window of its own beside the main window; never modal.

    `sheet_wanted` carries the name of another sheet of the workbook, `import_wanted`
    the mapping that was chosen.
    """

    sheet_wanted = Signal(str)
    import_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setModal(False)
        self.setObjectName("sheet-form")  # Its size is remembered under this name.
        self.setWindowTitle("Import a sheet")
        self.resize(820, 640)
        self._preview: SheetPreview | None = None
        self._file_name = ""
        self.facts = ElidedLabel("")
        self.sheets = QComboBox()
        self.sheets.setAccessibleName("Sheet")
        self.model = ColumnsModel(self)
        self.table = RowTable()
        self.table.setAccessibleName("What the columns become")
        self.table.setModel(self.model)
        self.document = RowPreview()
        self.state = EmptyState(*LOOKING)
        self.warning = PlainLabel("")
        self.warning.setWordWrap(True)
        self.button = QPushButton("Import")
        self._pages = QStackedWidget()
        self._sheet_row = QWidget()
        self._lay_out()
        self._connect()

    @property
    def mapping(self) -> RowMapping:
        """What is chosen now."""
        sheet = self._preview.mapping.sheet if self._preview else ""
        return self.model.mapping(sheet)

    def begin(self, file_name: str) -> None:
        """Show that a file is being looked at."""
        self._file_name = file_name
        self._show_nothing(*LOOKING)
        self.sheets.clear()
        self._sheet_row.hide()
        self.facts.set_text(file_name)

    def show_preview(self, preview: SheetPreview, mapping: RowMapping) -> None:
        """Show what is in a sheet, and what a mapping makes of its columns."""
        self._preview = preview
        self._offer_sheets(preview)
        columns = count_of(len(preview.header), "column")
        rows = count_of(preview.count, "row")
        self.facts.set_text(f"{self._file_name} · {rows} · {columns}")
        self.warning.setText("\n".join(preview.warnings))
        self.warning.setVisible(bool(preview.warnings))
        if not preview.count:
            self._show_nothing(*EMPTY)
            return
        self.model.show_preview(preview, mapping)
        self._lay_boxes()
        self._pages.setCurrentIndex(1)
        self.table.selectRow(0)
        box = self._box(0)
        if box:
            box.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        self._show_nothing("This file cannot be read", sentence)

    def _show_nothing(self, title: str, text: str) -> None:
        self._preview = None
        self.model.clear()
        self.state.set_content(title, text)
        self._pages.setCurrentIndex(0)
        self.button.setEnabled(False)
        self.button.setText("Import")

    def _offer_sheets(self, preview: SheetPreview) -> None:
        self.sheets.blockSignals(True)
        self.sheets.clear()
        self.sheets.addItems(list(preview.sheets))
        self.sheets.setCurrentText(preview.mapping.sheet)
        self.sheets.blockSignals(False)
        self._sheet_row.setVisible(len(preview.sheets) > 1)

    def _lay_boxes(self) -> None:
        for row in range(self.model.rowCount()):
            box = RoleBox(self.model.name_of(row), self.model.role_of(row))
            box.role_chosen.connect(lambda role, row=row: self._set_role(row, role))
            box.entered.connect(self._import)
            box.focused.connect(lambda row=row: self.table.selectRow(row))
            self.table.setIndexWidget(self.model.index(row, Column.ROLE), box)

    def _box(self, row: int) -> RoleBox | None:
        found = self.table.indexWidget(self.model.index(row, Column.ROLE))
        return found if isinstance(found, RoleBox) else None

    def _set_role(self, row: int, role: ColumnRole) -> None:
        for changed in self.model.set_role(row, role):
            box = self._box(changed)
            if box:
                box.show_role(self.model.role_of(changed))

    def _show_document(self) -> None:
        """Show what the first row becomes, and what the button would do."""
        if self._preview is None:
            return
        mapping = self.mapping
        has_text = bool(mapping.text)
        rows = count_of(self._preview.count, "row")
        self.button.setText(f"Import {rows}" if has_text else "Import")
        self.button.setEnabled(has_text)
        if has_text:
            found = first_document(self._preview, mapping, self._file_name)
            self.document.show_document(found)
        else:
            self.document.show_nothing(NO_TEXT)

    def _import(self) -> None:
        if self.button.isEnabled():
            mapping = self.mapping
            self.close()
            self.import_wanted.emit(mapping)

    def _lay_out(self) -> None:
        heading = PlainLabel("A row becomes a document")
        heading.setFont(interface_font(14, semibold=True))
        heading.setContentsMargins(14, 0, 14, 0)
        for label in (self.facts, self.warning):
            label.setFont(interface_font(12, tabular=True))
            label.setProperty("muted", True)
            label.setContentsMargins(14, 0, 14, 0)
        self.warning.hide()
        self._lay_out_sheets()
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self.table, 3)
        inside.addWidget(self.warning)
        inside.addWidget(self.document, 2)
        self._pages.addWidget(self.state)
        self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 14)
        layout.setSpacing(4)
        layout.addWidget(heading)
        layout.addWidget(self.facts)
        layout.addWidget(self._sheet_row)
        layout.addSpacing(8)
        layout.addWidget(self._pages, 1)
        layout.addSpacing(8)
        layout.addLayout(self._buttons())

    def _lay_out_sheets(self) -> None:
        label = PlainLabel("&Sheet")
        label.setBuddy(self.sheets)
        inside = QHBoxLayout(self._sheet_row)
        inside.setContentsMargins(14, 6, 14, 0)
        inside.setSpacing(10)
        inside.addWidget(label)
        inside.addWidget(self.sheets)
        inside.addStretch()
        self._sheet_row.hide()

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton("Cancel")
        cancel.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(14, 0, 14, 0)
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.button)
        return buttons

    def _connect(self) -> None:
        widths = {Column.NAME: 230, Column.ROLE: 150}
        size_columns(self.table, Column.EXAMPLES, widths)
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its boxes have it
        self.button.setProperty("primary", True)
        self.button.setDefault(True)
        self.button.clicked.connect(self._import)
        self.sheets.textActivated.connect(self.sheet_wanted)
        self.model.roles_changed.connect(self._show_document)

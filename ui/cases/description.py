"""What a case is: its kind, what texts call it, its attributes, the note on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.described.fields import Field
from ui.widgets.condition_chips import ConditionChips
from ui.widgets.elided import ElidedLabel
from ui.widgets.link_editor import LinkEditor
from ui.widgets.plain import PlainLabel
from ui.widgets.section_header import SectionHeader
from workbench.model.aliases import AliasName
from workbench.model.cases import Case
from workbench.text.alias_lines import name_as_typed

MARGIN = 14
LONGEST_ALIAS = 176
LEAST_WIDTH = 244
NOTE_HEIGHT = 64


class CaseDescription(QWidget):
    """One case; what is asked carries the point to open a popup at."""

    kind_requested = Signal(object)
    alias_requested = Signal(object)
    alias_removed = Signal(object)  # AliasName
    value_requested = Signal(object, object)  # Field, point
    note_saved = Signal(int, str)  # CaseId, text

    def __init__(self) -> None:
        super().__init__()
        self.name = ElidedLabel("")
        self.kind_button = _row_button()
        self.names_header = SectionHeader("Called in texts")
        self.add_alias_button = self.names_header.add_button("plus", "Add an alias")
        self.chips = ConditionChips(LONGEST_ALIAS, what="alias")
        self.no_alias = PlainLabel("Only its own name. Add what else texts call it.")
        self.attributes_header = SectionHeader("Attributes")
        self._values = QVBoxLayout()
        self.note_field = LinkEditor("Write a note on this case")
        self._content = QWidget()
        self._lay_out()
        self._connect()

    def show_case(self, case: Case, names: Sequence[AliasName]) -> None:
        """Show a case under the names that it is looked for by."""
        self.name.set_text(case.name)
        self.kind_button.setText(case.kind or "Say what kind of thing it is…")
        self.kind_button.setAccessibleName(f"Kind: {case.kind or 'not said'}")
        self.chips.show_labels({it: name_as_typed(it) for it in names})
        self.no_alias.setVisible(len(names) < 2)

    def show_values(self, values: Sequence[tuple[Field, str]]) -> None:
        """Show the attributes of cases, with what they are for this one."""
        while (item := self._values.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for field, text in values:
            button = _row_button()
            shown = field.shown(text) if text else "—"
            button.setText(f"{field.name}: {shown}".replace("&", "&&"))
            button.setToolTip(f"Change {field.name}")
            button.clicked.connect(
                lambda _=False, it=field, by=button: self.value_requested.emit(
                    it, _below(by)
                )
            )
            self._values.addWidget(button)
        self.attributes_header.setVisible(bool(values))

    def show_note(self, case_id: int, text: str) -> None:
        """Show the note on the case; what is being typed stays."""
        if self.note_field.target != case_id or text != self.note_field.text.strip():
            self.note_field.set_text(text, case_id)

    def _lay_out(self) -> None:
        self.name.setFont(theme.interface_font(14, semibold=True))
        self.no_alias.setWordWrap(True)
        self.no_alias.setProperty("muted", True)
        self.note_field.setAccessibleName("Note on this case")
        self.note_field.setFixedHeight(NOTE_HEIGHT)
        self._values.setSpacing(0)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 8, 0, MARGIN)
        column.setSpacing(2)
        column.addLayout(_inset(self.name))
        column.addLayout(_inset(self.kind_button, by=4))
        column.addWidget(self.names_header)
        column.addLayout(_inset(self.chips))
        column.addLayout(_inset(self.no_alias))
        column.addWidget(self.attributes_header)
        values = QVBoxLayout()
        values.setContentsMargins(4, 0, 4, 0)
        values.addLayout(self._values)
        column.addLayout(values)
        column.addWidget(SectionHeader("Note"))
        column.addLayout(_inset(self.note_field))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._content)
        self.setMinimumWidth(LEAST_WIDTH)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)

    def _connect(self) -> None:
        self.kind_button.clicked.connect(
            lambda: self.kind_requested.emit(_below(self.kind_button))
        )
        self.add_alias_button.clicked.connect(
            lambda: self.alias_requested.emit(_below(self.add_alias_button))
        )
        self.chips.removed.connect(self.alias_removed)
        self.note_field.saved.connect(self._save_note)

    def _save_note(self, text: str) -> None:
        target = self.note_field.target
        if isinstance(target, int):
            self.note_saved.emit(target, text)


def _row_button() -> QPushButton:
    button = QPushButton()
    button.setProperty("row", True)
    return button


def _below(widget: QPushButton | QToolButton) -> QPoint:
    return widget.mapToGlobal(QPoint(0, widget.height()))


def _inset(widget: QWidget, by: int = MARGIN) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(by, 0, by, 0)
    column.addWidget(widget)
    return column

"""Small forms of a comparison table: name something, add a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.widgets.choice_list import Choice, ChoiceList
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.moments import readable_date
from ui.widgets.popup import Popup
from workbench.model.cases import Case
from workbench.model.documents import Document
from workbench.model.ids import CaseId, DocumentId


class NameForm(Popup):
    """Asks for a name; Enter submits."""

    submitted = Signal(str)

    def __init__(self, title: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setMinimumWidth(360)
        self.name_field = QLineEdit()
        self.name_field.setPlaceholderText("Name")
        self.name_field.setAccessibleName("Name")
        self.button = primary_button(action)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.button)
        self.body.addWidget(self.name_field)
        self.body.addLayout(buttons)
        self.name_field.returnPressed.connect(self._submit)
        self.name_field.textChanged.connect(self._show_whether_complete)
        self.button.clicked.connect(self._submit)
        self._show_whether_complete()

    def open_at(self, point: QPoint, name: str = "") -> None:
        """Open with this name, selected."""
        self.name_field.setText(name)
        self.show_at(point)
        self.name_field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.name_field.selectAll()

    def _submit(self) -> None:
        if name := self.name_field.text().strip():
            self.close()
            self.submitted.emit(name)

    def _show_whether_complete(self) -> None:
        self.button.setEnabled(bool(self.name_field.text().strip()))


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row that was asked for: of a document, of a case, of a new case, or neither."""

    name: str
    document_id: DocumentId | None = None
    case_id: CaseId | None = None
    is_new_case: bool = False


class AddRowForm(Popup):
    """Offers the documents and cases that have no row yet, and free text."""

    row_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Add row", parent)
        self.setFixedSize(460, 320)
        self.choices = ChoiceList("Document, case or any name")
        self.choices.typed.connect(self._offer_typed)
        self.choices.chosen.connect(self._choose)
        self.body.addWidget(self.choices, 1)

    def open_at(
        self, point: QPoint, documents: Sequence[Document], cases: Sequence[Case]
    ) -> None:
        """Open with these documents and cases to choose from."""
        self.choices.offer(
            [
                *(_case_choice(case) for case in cases),
                *(_document_choice(document) for document in documents),
            ]
        )
        self.show_at(point)
        self.choices.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _offer_typed(self, typed: str) -> None:
        if not typed:
            return
        self.choices.add_for_typed(
            [
                Choice(f"New case “{typed}”", "case", NewRow(typed, is_new_case=True)),
                Choice(f"Row named “{typed}”", "free text", NewRow(typed)),
            ]
        )

    def _choose(self, row: NewRow) -> None:
        self.close()
        self.row_requested.emit(row)


def primary_button(text: str) -> QPushButton:
    """Make the button that does what a form is for."""
    button = QPushButton(text)
    button.setProperty("primary", True)
    return button


def ends_form(event: QKeyEvent) -> bool:
    """Tell whether a key is Ctrl+Enter, which submits where Enter does something."""
    is_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(is_control) and event.key() in ENTER_KEYS


def title_and_facts(document: Document) -> tuple[str, str]:
    """Return what a document is called in lists of choices, and what tells it apart."""
    facts = (document.source, readable_date(document.date or ""))
    return document.title or document.name, " · ".join(filter(None, facts))


def _document_choice(document: Document) -> Choice:
    name, facts = title_and_facts(document)
    return Choice(name, facts, NewRow(name, document_id=document.id))


def _case_choice(case: Case) -> Choice:
    return Choice(case.name, case.kind or "case", NewRow(case.name, case_id=case.id))

"""Adds several documents as rows: mark them, or take all that match."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from ui.tables.forms.basic import ends_form, primary_button, title_and_facts
from ui.widgets.choice_list import Choice, ChoiceList
from ui.widgets.counting import count_of
from ui.widgets.plain import PlainLabel
from ui.widgets.popup import Popup
from workbench.model.documents import Document
from workbench.model.ids import DocumentId


class DocumentsForm(Popup):
    """Enter marks a document or takes the mark away; Ctrl+Enter adds.

    Without any mark, all documents that match what was typed are added.
    """

    submitted = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Add documents", parent)
        self.setFixedSize(560, 400)
        self._documents: Sequence[Document] = ()
        self._selected: Collection[DocumentId] = ()
        self._marked: set[DocumentId] = set()
        self.choices = ChoiceList("Type to find documents")
        self.choices.chosen.connect(self._toggle)
        self.choices.field.installEventFilter(self)
        self.choices.current_changed.connect(self._show_counts)
        self.selected_button = QPushButton()
        self.selected_button.setToolTip("Mark what is selected in the library")
        self.selected_button.clicked.connect(self._mark_selected)
        self.button = primary_button("")
        self.button.clicked.connect(self.submit)
        keys = PlainLabel("Enter marks · Ctrl+Enter adds")
        keys.setProperty("muted", True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.selected_button)
        buttons.addWidget(keys)
        buttons.addStretch()
        buttons.addWidget(self.button)
        self.body.addWidget(self.choices, 1)
        self.body.addLayout(buttons)

    def open_at(
        self,
        point: QPoint,
        documents: Sequence[Document],
        selected: Collection[DocumentId] = (),
    ) -> None:
        """Offer these documents; `selected` are those chosen in the library."""
        self._documents, self._marked = documents, set()
        self._selected = {it.id for it in documents} & set(selected)
        self.selected_button.setVisible(bool(self._selected))
        number = len(self._selected)
        self.selected_button.setText(f"Mark the {number:,} selected")
        self.choices.offer([self._choice(it) for it in documents])
        self._show_counts()
        self.show_at(point)
        self.choices.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def submit(self) -> None:
        """Add what is marked or, without any mark, all that is shown."""
        if ids := self._wanted():
            self.close()
            self.submitted.emit(ids)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Before the list of choices sees it, for which Enter is Enter.
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and ends_form(event):
            self.submit()
            return True
        return super().eventFilter(watched, event)

    def _wanted(self) -> list[DocumentId]:
        if not self._marked:
            return [it.value for it in self.choices.shown]  # type: ignore[misc]
        return [it.id for it in self._documents if it.id in self._marked]

    def _toggle(self, document_id: DocumentId) -> None:
        self._marked ^= {document_id}
        self._offer_again()

    def _mark_selected(self) -> None:
        self._marked |= set(self._selected)
        self._offer_again()
        self.choices.field.setFocus()

    def _offer_again(self) -> None:
        self.choices.replace([self._choice(it) for it in self._documents])
        self._show_counts()

    def _choice(self, document: Document) -> Choice:
        is_marked = document.id in self._marked
        symbol = "square-check" if is_marked else "square"
        return Choice(*title_and_facts(document), document.id, symbol=symbol)

    def _show_counts(self) -> None:
        number = len(self._wanted())
        which = "" if self._marked else "all "
        self.button.setText(f"Add {which}{count_of(number, 'document')}")
        self.button.setEnabled(number > 0)

"""Asks what a new comparison table is called, and which questions it begins with."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.tables.forms.basic import primary_button
from ui.widgets.choice_list import Choice, ChoiceList
from ui.widgets.popup import Popup
from workbench.model.table_copies import TableTemplate
from workbench.operations.table_copies import templates

EMPTY = Choice("Empty table", "Its questions come later", None, symbol="table")


class NewTableForm(Popup):
    """A name, and below it what to begin with; arrows choose, Enter creates.

    `created` carries the name of an empty table, `template_chosen` a name and the
    template of another.
    """

    created = Signal(str)
    template_chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("New comparison table", parent)
        self.setFixedSize(520, 330)
        self.name_field = QLineEdit()
        self.name_field.setPlaceholderText("What is compared")
        self.name_field.setAccessibleName("Name of the table")
        self.choices = ChoiceList("What it begins with", fact_share=0.6)
        self.choices.field.hide()
        # Up, Down and Enter go to the list while the name is typed.
        self.name_field.installEventFilter(self.choices)
        self.button = primary_button("Create table")
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.button)
        self.body.addWidget(self.name_field)
        self.body.addWidget(self.choices, 1)
        self.body.addLayout(buttons)
        self.name_field.textChanged.connect(self._show_whether_complete)
        self.choices.chosen.connect(lambda _template: self._submit())
        self.choices.current_changed.connect(self._show_whether_complete)
        self.button.clicked.connect(self._submit)

    def open_at(self, point: QPoint) -> None:
        """Open with nothing typed, for an empty table."""
        self.name_field.clear()
        # Only now: reading the templates is not for the start of the program.
        self.choices.offer([EMPTY, *map(_choice, templates())])
        self._show_whether_complete()
        self.show_at(point)
        self.name_field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _name(self) -> str:
        """Return the name: what was typed or, without that, the template's."""
        template = self._template()
        typed = self.name_field.text().strip()
        return typed or (template.name if template else "")

    def _template(self) -> TableTemplate | None:
        current = self.choices.current
        found = current.value if current else None
        return found if isinstance(found, TableTemplate) else None

    def _submit(self) -> None:
        name, template = self._name(), self._template()
        if not name:
            return
        self.close()
        if template is None:
            self.created.emit(name)
        else:
            self.template_chosen.emit(name, template)

    def _show_whether_complete(self) -> None:
        self.button.setEnabled(bool(self._name()))


def _choice(template: TableTemplate) -> Choice:
    return Choice(template.name, template.purpose, template, symbol="table-2")

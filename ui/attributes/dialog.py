"""The window in which attributes are made and changed; it stays beside the work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ui.attributes.lines import NameLines
from ui.theme import interface_font
from ui.widgets.choice_list import Choice
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import PlainLabel
from workbench.model.attributes import Attribute, AttributeType, Subject
from workbench.model.ids import AttributeId

EXPLANATIONS = {
    AttributeType.TEXT: "Any text.",
    AttributeType.NUMBER: "1200, 1,200 or 3.5; sorted and compared as numbers.",
    AttributeType.DATE: "A day, a month or a year: 2022-11-08, 2022-11, 2022.",
    AttributeType.CHOICE: "One of the choices below.",
}
EMPTY = {
    Subject.DOCUMENT: (
        "Describe your documents",
        (
            "An attribute is something you know about every document, such as its"
            " country or kind. It is a column of the library, to sort, filter and group"
            " by."
        ),
    ),
    Subject.CASE: (
        "Describe your cases",
        (
            "An attribute is something you know about every case, such as when it began"
            " or who leads it. It is a column of the list of cases."
        ),
    ),
}
NAMES = {Subject.DOCUMENT: "Documents", Subject.CASE: "Cases"}


class AttributesDialog(QDialog):
    """Shows the attributes of documents or of cases, and asks for changes of them."""

    subject_changed = Signal()
    add_requested = Signal(str)
    rename_requested = Signal(object, str)  # AttributeId, name
    retype_requested = Signal(object, object)  # AttributeId, AttributeType
    order_requested = Signal(object)  # list[AttributeId]
    remove_requested = Signal(object)  # AttributeId
    choice_added = Signal(object, str)  # AttributeId, choice
    choice_renamed = Signal(object, str, str)
    choices_ordered = Signal(object, object)  # AttributeId, list[str]
    choice_removed = Signal(object, str)
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setModal(False)
        self.setWindowTitle("Attributes")
        self.resize(720, 440)
        self.subjects = QTabBar()
        self.lines = NameLines("attribute")
        self.kind = QComboBox()
        self.choices = NameLines("choice")
        self.import_button = QPushButton("Import values…")
        self._name = PlainLabel()
        self._explanation = PlainLabel()
        self._choices_title = PlainLabel("Choices")
        self._empty = EmptyState("", "")
        self._details = QWidget()
        self._right = QStackedWidget()
        self._attributes: dict[AttributeId, Attribute] = {}
        self._prepare()
        self._lay_out()
        self._connect()

    @property
    def subject(self) -> Subject:
        """Return what the attributes shown describe."""
        return list(NAMES)[self.subjects.currentIndex()]

    def show_attributes(
        self, attributes: Sequence[Attribute], counts: Mapping[AttributeId, int]
    ) -> None:
        """Show these; the current one stays so."""
        self._attributes = {it.id: it for it in attributes}
        self.lines.show_lines(
            [
                Choice(it.name, f"{it.type} · {counts.get(it.id, 0):,}", it.id)
                for it in attributes
            ]
        )
        self._show_current(self.lines.current)

    def _prepare(self) -> None:
        for name in NAMES.values():
            self.subjects.addTab(name)
        self.subjects.setAccessibleName("Attributes of")
        self.subjects.setExpanding(False)
        for kind in AttributeType:
            self.kind.addItem(kind.value.capitalize())
        self.kind.setAccessibleName("Type")
        self._name.setFont(interface_font(14, semibold=True))
        self._explanation.setWordWrap(True)
        for label in (self._explanation, self._choices_title):
            label.setFont(interface_font(12))
            label.setProperty("muted", True)
        self.import_button.setToolTip(
            "From a CSV file: names or ids first, then a column for each attribute"
        )

    def _lay_out(self) -> None:
        details = QVBoxLayout(self._details)
        details.setContentsMargins(16, 0, 0, 0)
        details.setSpacing(6)
        for widget in (self._name, self.kind, self._explanation):
            details.addWidget(widget)
        details.addSpacing(8)
        details.addWidget(self._choices_title)
        details.addWidget(self.choices, 1)
        details.addStretch(0)
        self._right.addWidget(self._details)
        self._right.addWidget(self._empty)
        halves = QHBoxLayout()
        halves.addWidget(self.lines, 1)
        halves.addWidget(self._right, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.import_button)
        buttons.addStretch(1)
        close = QPushButton("Close")
        close.clicked.connect(self.close)
        buttons.addWidget(close)
        for button in (self.import_button, close):
            button.setAutoDefault(False)  # Enter adds what is typed in a field.
        page = QVBoxLayout()
        page.setContentsMargins(16, 12, 16, 16)
        page.setSpacing(12)
        page.addLayout(halves, 1)
        page.addLayout(buttons)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(self.subjects)
        around.addLayout(page, 1)

    def _connect(self) -> None:
        self.subjects.currentChanged.connect(self.subject_changed)
        self.lines.added.connect(self.add_requested)
        self.lines.model.renamed.connect(self.rename_requested)
        self.lines.order_requested.connect(self.order_requested)
        self.lines.remove_requested.connect(self.remove_requested)
        self.lines.chosen.connect(self._show_current)
        self.kind.activated.connect(self._retype)
        self.import_button.clicked.connect(self.import_requested)
        choices = self.choices
        choices.added.connect(lambda it: self.choice_added.emit(self.lines.current, it))
        choices.model.renamed.connect(
            lambda old, new: self.choice_renamed.emit(self.lines.current, old, new)
        )
        choices.order_requested.connect(
            lambda it: self.choices_ordered.emit(self.lines.current, it)
        )
        choices.remove_requested.connect(
            lambda it: self.choice_removed.emit(self.lines.current, it)
        )

    def _show_current(self, attribute_id: AttributeId | None) -> None:
        attribute = None if attribute_id is None else self._attributes.get(attribute_id)
        if attribute is None:
            self._empty.set_content(*EMPTY[self.subject])
            self._right.setCurrentWidget(self._empty)
            return
        self._name.setText(attribute.name)
        self.kind.setCurrentIndex(list(AttributeType).index(attribute.type))
        self._explanation.setText(EXPLANATIONS[attribute.type])
        is_choice = attribute.type is AttributeType.CHOICE
        self._choices_title.setVisible(is_choice)
        self.choices.setVisible(is_choice)
        self.choices.show_lines([Choice(it, "", it) for it in attribute.choices])
        self._right.setCurrentWidget(self._details)

    def _retype(self) -> None:
        attribute = self._attributes[self.lines.current]
        kind = list(AttributeType)[self.kind.currentIndex()]
        # The old type stands until the project says otherwise.
        self.kind.setCurrentIndex(list(AttributeType).index(attribute.type))
        if kind is not attribute.type:
            self.retype_requested.emit(attribute.id, kind)

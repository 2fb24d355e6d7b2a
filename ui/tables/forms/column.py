"""Asks for a column: its name, its question, what answers are, and a tag."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from ui.resources import icon
from ui.tables.forms.basic import ends_form, primary_button
from ui.theme import interface_font
from ui.widgets.plain import PlainLabel, plain_tooltip
from ui.widgets.popup import Popup
from ui.widgets.segments import Segments
from ui.widgets.tag_picker import TagPicker, Wish
from workbench.model.ids import TagId
from workbench.model.tables import ColumnKind, ColumnType
from workbench.model.tags import Tag

WIDTH = 460
QUESTION_HEIGHT, CHOICES_HEIGHT = 88, 76
NO_TAG = "No tag"
TYPES = {
    ColumnType.TEXT: "Text",
    ColumnType.DATE: "Date",
    ColumnType.NUMBER: "Number",
    ColumnType.MONEY: "Money",
    ColumnType.YES_NO: "Yes/no",
    ColumnType.CHOICE: "Choice",
}
TIPS = {
    ColumnType.TEXT: "Any text",
    ColumnType.DATE: "A day, month, year or a span of time",
    ColumnType.NUMBER: "A number, perhaps with a unit or percent sign",
    ColumnType.MONEY: "A sum with its currency",
    ColumnType.YES_NO: "Yes or no, perhaps with words after it",
    ColumnType.CHOICE: "One of some answers that you list",
}


class ColumnForm(Popup):
    """`submitted` carries a name, a question and a `ColumnKind`; Ctrl+Enter submits."""

    submitted = Signal(str, str, object)

    def __init__(self, title: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setFixedWidth(WIDTH)
        self.name_field = QLineEdit()
        self.name_field.setPlaceholderText("Name")
        self.name_field.setAccessibleName("Name of the column")
        self.question_field = _lines(
            "Question that every row answers, and how to answer it (optional)",
            QUESTION_HEIGHT,
        )
        self.types = Segments("Answers are", TYPES, TIPS)
        self.choices_field = _lines("Possible answers, one a line", CHOICES_HEIGHT)
        self.tag_button = QPushButton(NO_TAG)
        self.no_tag_button = QToolButton()
        self.picker = TagPicker(self)
        self.button = primary_button(action)
        self._tags: Sequence[Tag] = ()
        self._tag_id: TagId | None = None
        self._lay_out()
        self._connect()

    def open_at(
        self,
        point: QPoint,
        tags: Sequence[Tag],
        name: str = "",
        question: str = "",
        kind: ColumnKind | None = None,
    ) -> None:
        """Open with these values, the name selected."""
        kind = kind or ColumnKind()
        self._tags = tags
        self.name_field.setText(name)
        self.question_field.setPlainText(question)
        self.types.choose(kind.type)
        self.choices_field.setPlainText("\n".join(kind.choices))
        self._take_tag(kind.tag_id)
        self._show_what_is_needed()
        self.show_at(point)
        self.name_field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.name_field.selectAll()

    @property
    def kind(self) -> ColumnKind:
        """Return what the form says the answers are."""
        choices = self.choices_field.toPlainText().splitlines()
        return ColumnKind(self.types.choice, tuple(choices), self._tag_id)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and ends_form(event):
            self._submit()
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.no_tag_button.setIcon(icon("x"))
        self.no_tag_button.setToolTip(plain_tooltip("Let no tag feed the column"))
        self.no_tag_button.setAccessibleName("Let no tag feed the column")
        self.tag_button.setIcon(icon("tag"))
        tags = QHBoxLayout()
        tags.setSpacing(8)
        tags.addWidget(_said("Fed by"))
        tags.addWidget(self.tag_button)
        tags.addWidget(self.no_tag_button)
        tags.addStretch()
        end = QHBoxLayout()
        end.addWidget(_said("Ctrl+Enter"))
        end.addStretch()
        end.addWidget(self.button)
        for part in (self.name_field, self.question_field, _said("Answers are")):
            self.body.addWidget(part)
        self.body.addWidget(self.types, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.choices_field)
        self.body.addLayout(tags)
        self.body.addLayout(end)

    def _connect(self) -> None:
        for part in (self.question_field, self.choices_field):
            part.installEventFilter(self)
        self.name_field.returnPressed.connect(self._submit)
        self.name_field.textChanged.connect(self._show_whether_complete)
        self.choices_field.textChanged.connect(self._show_whether_complete)
        self.types.chosen.connect(lambda _type: self._show_what_is_needed())
        self.tag_button.clicked.connect(self._find_tag)
        self.no_tag_button.clicked.connect(lambda: self._take_tag(None))
        self.picker.chosen.connect(self._take_tag)
        self.button.clicked.connect(self._submit)

    def _find_tag(self) -> None:
        below = self.tag_button.mapToGlobal(self.tag_button.rect().bottomLeft())
        wish = Wish("Find the tag whose passages answer", can_create=False)
        self.picker.open_at(below, self._tags, wish=wish)

    def _take_tag(self, tag_id: TagId | None) -> None:
        path = next((it.path for it in self._tags if it.id == tag_id), "")
        self._tag_id = tag_id if path else None
        text = (path or NO_TAG).replace("&", "&&")
        self.tag_button.setText(text)
        self.tag_button.setAccessibleName(f"Tag that feeds the column: {text}")
        self.no_tag_button.setVisible(bool(path))

    def _submit(self) -> None:
        if self.button.isEnabled():
            self.close()
            name = self.name_field.text().strip()
            question = self.question_field.toPlainText().strip()
            self.submitted.emit(name, question, self.kind)

    def _show_what_is_needed(self) -> None:
        self.choices_field.setVisible(self.types.choice is ColumnType.CHOICE)
        self._show_whether_complete()
        self.adjustSize()

    def _show_whether_complete(self) -> None:
        needs_choices = self.types.choice is ColumnType.CHOICE
        has_choices = bool(self.choices_field.toPlainText().strip())
        is_named = bool(self.name_field.text().strip())
        self.button.setEnabled(is_named and (has_choices or not needs_choices))


def _lines(words: str, height: int) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setPlaceholderText(words)
    field.setAccessibleName(words)
    field.setTabChangesFocus(True)
    field.setFixedHeight(height)
    return field


def _said(words: str) -> PlainLabel:
    label = PlainLabel(words)
    label.setFont(interface_font(12))
    label.setProperty("muted", True)
    return label

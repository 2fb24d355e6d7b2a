"""The line in which a group of aliases is typed, with what is wrong with it below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.widgets.plain import PlainLabel
from workbench.model.aliases import AliasGroup
from workbench.model.ids import AliasGroupId
from workbench.operations.aliases import EXAMPLE
from workbench.text.alias_lines import line_of

HINT = (
    "! behind a name: found only as it is written. ? before the first: used only when a"
    " search asks."
)


class AliasEntry(QWidget):
    """Adds a group or, after `edit`, changes one; Enter hands it in, Esc gives up.

    What was typed stays until `accept` says that it was taken.
    """

    submitted = Signal(object, str)  # AliasGroupId or None, the line
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setPlaceholderText(EXAMPLE)
        self.field.setAccessibleName("Names that mean the same, with = between them")
        self.field.setAccessibleDescription(HINT)
        self.button = QPushButton()
        self.button.setProperty("primary", True)
        self.hint = PlainLabel(HINT)
        self.hint.setProperty("muted", True)
        self.hint.setWordWrap(True)
        self._group_id: AliasGroupId | None = None
        self._lay_out()
        self.setFocusProxy(self.field)
        self.field.returnPressed.connect(self._submit)
        self.field.textEdited.connect(self._explain)
        self.button.clicked.connect(self._submit)
        self.accept()

    @property
    def group_id(self) -> AliasGroupId | None:
        """The group that is being changed, None while one is added."""
        return self._group_id

    def edit(self, group: AliasGroup) -> None:
        """Change a group: its line stands in the field."""
        self._begin(group.id, line_of(group))

    def start(self, line: str = "") -> None:
        """Add a group, which may have been typed in part already."""
        self._begin(None, line)

    def accept(self) -> None:
        """Be ready for another group."""
        self._begin(None, "", focus=False)

    def complain(self, problem: str) -> None:
        """Say what is wrong with what was typed; it stays, to be mended."""
        self.hint.setText(problem)
        self.hint.setProperty("muted", False)
        self.hint.setProperty("problem", True)
        self._polish()
        self.field.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.field.text() or self._group_id):
            self.accept()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _begin(
        self, group_id: AliasGroupId | None, line: str, *, focus: bool = True
    ) -> None:
        self._group_id = group_id
        self.field.setText(line)
        self.button.setText("Add group" if group_id is None else "Change group")
        self._explain()
        if focus:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        self.submitted.emit(self._group_id, self.field.text())

    def _explain(self) -> None:
        self.hint.setText(HINT)
        self.hint.setProperty("muted", True)
        self.hint.setProperty("problem", False)
        self._polish()

    def _polish(self) -> None:
        self.hint.style().unpolish(self.hint)
        self.hint.style().polish(self.hint)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 14, 10)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.hint)

"""Where one note is written, under the name of the thing it is on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.link_editor import LinkEditor
from workbench.model.notes import NoteOn, NoteTarget

WAYS = {
    NoteOn.DOCUMENT: "Open document",
    NoteOn.PASSAGE: "Show in text",
    NoteOn.TAG: "Find passages",
    NoteOn.CASE: "Show in table",
    NoteOn.CELL: "Show cell",
}
SAVED = "It is saved as you type."
PLACEHOLDERS = {
    NoteOn.TAG: "Definition, and when to use it and when not",
    NoteOn.JOURNAL: f"What you did, decided or wondered about. {SAVED}",
}
KINDS = {NoteOn.PROJECT: "Note", NoteOn.JOURNAL: "Journal"}


class NoteEditor(QWidget):
    """Edits the note on one target and saves by itself."""

    saved = Signal(object, str)  # NoteTarget, text
    place_requested = Signal(object)  # NoteTarget
    project_note_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = ElidedLabel("")
        self.heading.setFont(theme.interface_font(13, semibold=True))
        self.go_button = QPushButton()
        self.text_field = LinkEditor()
        self.text_field.setAccessibleName("Note")
        self.text_field.setFont(theme.interface_font(14))
        self.empty = EmptyState(
            "No note chosen",
            "Choose one on the left, or write down what concerns the whole project.",
            "Note on project",
        )
        self._pages = QStackedWidget()
        self._lay_out()
        self.text_field.saved.connect(self._pass_on)
        self.go_button.clicked.connect(self._request_place)
        self.empty.activated.connect(self.project_note_requested)

    @property
    def target(self) -> NoteTarget | None:
        """Return what the note being edited is on."""
        target = self.text_field.target
        return target if isinstance(target, NoteTarget) else None

    def show_note(self, target: NoteTarget, name: str, stored: str) -> None:
        """Edit the note on a target; what is being typed there is left alone."""
        self._show_head(target, name)
        # Stored without outer blanks: setting that back would move the cursor.
        if target != self.target or stored != self.text_field.text.strip():
            self.text_field.set_text(stored, target)
        self._pages.setCurrentIndex(1)

    def rename(self, target: NoteTarget, name: str) -> None:
        """Let what is being typed be on another target: a written journal entry."""
        self.text_field.target = target
        self._show_head(target, name)

    def show_nothing(self) -> None:
        """Say that no note is chosen."""
        self.text_field.set_text("", None)
        self._pages.setCurrentIndex(0)

    def _show_head(self, target: NoteTarget, name: str) -> None:
        kind = KINDS.get(target.on, target.on.value.capitalize())
        self.heading.set_text(f"{kind}: {name}")
        self.go_button.setText(WAYS.get(target.on, ""))
        self.go_button.setVisible(target.on in WAYS)
        words = PLACEHOLDERS.get(target.on, f"Write a note. {SAVED}")
        self.text_field.setPlaceholderText(words)
        self.text_field.setAccessibleDescription(self.heading.text)

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(self.heading, 1)
        title.addWidget(self.go_button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 8, 14, 14)
        column.setSpacing(8)
        column.addLayout(title)
        column.addWidget(self.text_field, 1)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(page)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._pages)

    def _pass_on(self, text: str) -> None:
        if self.target is not None:
            self.saved.emit(self.target, text)

    def _request_place(self) -> None:
        if self.target is not None:
            self.place_requested.emit(self.target)

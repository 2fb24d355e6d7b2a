"""Which files of a folder come in: patterns, a preview, and one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.folders.model import Column, FilesModel
from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import PlainLabel
from ui.widgets.row_table import RowTable, size_columns
from workbench.jobs import Progress
from workbench.model.folders import FileState, FolderChoice, FolderPreview

PAUSE = 300
"""Milliseconds after a key until the folder is looked through again."""
EMPTY = ("No files in this folder", "Choose another folder, or other patterns.")
LOOKING = ("Looking through the folder", "")
PATTERNS = "Patterns such as *.pdf or drafts/*, with commas between them"
COUNTED = {
    FileState.SAME: "already here",
    FileState.MISSING: "missing",
    FileState.LEFT_OUT: "left out",
    FileState.NOT_READ: "not read",
}


class FolderForm(QDialog):
    """A window of its own beside the main window; never modal.

    `look_wanted` carries the choice to look through, `import_wanted` the preview's
    choice and the files that are ticked.
    """

    look_wanted = Signal(object)
    import_wanted = Signal(object, object)
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setModal(False)
        self.setWindowTitle("Import folder")
        self.resize(820, 560)
        self.folders = QComboBox()
        self.folders.setAccessibleName("Folder")
        self.other = QPushButton("Choose…")
        self.include = _pattern_field("Only files like", "all that can be read")
        self.exclude = _pattern_field("Not files like", "none")
        self.subfolders = QCheckBox("With its subfolders")
        self.model = FilesModel(self)
        self.table = RowTable()
        self.table.setAccessibleName("Files of the folder")
        self.table.setModel(self.model)
        size_columns(self.table, Column.FATE, {Column.FILE: 340, Column.SIZE: 84})
        self.state = EmptyState(*LOOKING)
        self.facts = ElidedLabel("")
        self.button = QPushButton("Import")
        self._preview: FolderPreview | None = None
        self._pages = QStackedWidget()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._connect()

    @property
    def choice(self) -> FolderChoice:
        """What is asked for now."""
        return FolderChoice(
            str(self.folders.currentData() or ""),
            _patterns(self.include.text()),
            _patterns(self.exclude.text()),
            has_subfolders=self.subfolders.isChecked(),
        )

    def offer(self, choices: Sequence[FolderChoice], current: FolderChoice) -> None:
        """Offer these folders and look through one of them."""
        self.folders.blockSignals(True)
        self.folders.clear()
        for it in choices:
            self.folders.addItem(it.path, it.path)
            self.folders.setItemData(
                self.folders.count() - 1, it, Qt.ItemDataRole.UserRole + 1
            )
        self.folders.setCurrentIndex(self.folders.findData(current.path))
        self.folders.blockSignals(False)
        self._show_choice(current)

    def show_progress(self, progress: Progress) -> None:
        """Say how many files were looked at."""
        self.facts.set_text(f"Looked at {progress.done:,} of {progress.total:,} files")

    def show_preview(self, preview: FolderPreview) -> None:
        """Show what was found."""
        self._preview = preview
        self.model.show_files(preview.files)
        self.state.set_content(*EMPTY)
        self._pages.setCurrentWidget(self.table if preview.files else self.state)
        if preview.files:
            self.table.selectRow(0)

    def show_problem(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        self._preview = None
        self.model.show_files([])
        self.state.set_content("This folder cannot be looked through", sentence)
        self._pages.setCurrentWidget(self.state)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.table.hasFocus():
            self.model.toggle(self.table.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _show_choice(self, choice: FolderChoice) -> None:
        self.include.setText(", ".join(choice.include))
        self.exclude.setText(", ".join(choice.exclude))
        self.subfolders.setChecked(choice.has_subfolders)
        self._look()

    def _take_folder(self) -> None:
        self._show_choice(self.folders.currentData(Qt.ItemDataRole.UserRole + 1))

    def _look(self) -> None:
        self._pause.stop()
        self._preview = None
        self._show_wanted()
        if not self.model.rowCount():
            self.state.set_content(*LOOKING)
            self._pages.setCurrentWidget(self.state)
        self.look_wanted.emit(self.choice)

    def _show_wanted(self) -> None:
        """Say what the button would do, and what else is in the folder."""
        wanted = self.model.wanted if self._preview else []
        renewed = sum(it.state is FileState.CHANGED for it in wanted)
        parts = []
        if added := len(wanted) - renewed:
            parts.append(count_of(added, "file"))
        if renewed:
            parts.append(count_of(renewed, "new version"))
        self.button.setText(f"Import {' and '.join(parts)}" if parts else "Import")
        self.button.setEnabled(bool(parts))
        if self._preview:
            others = [(self._preview.count(it), word) for it, word in COUNTED.items()]
            told = " · ".join(f"{count:,} {word}" for count, word in others if count)
            self.facts.set_text(told)

    def _import(self) -> None:
        if self._preview:
            self.close()
            self.import_wanted.emit(self._preview.choice, self.model.wanted)

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(10)
        form.setVerticalSpacing(8)
        form.setColumnStretch(1, 1)
        form.addWidget(_label("&Folder", self.folders), 0, 0)
        form.addWidget(self.folders, 0, 1)
        form.addWidget(self.other, 0, 2)
        form.addWidget(_label("&Only files like", self.include), 1, 0)
        form.addWidget(self.include, 1, 1, 1, 2)
        form.addWidget(_label("&Not files like", self.exclude), 2, 0)
        form.addWidget(self.exclude, 2, 1, 1, 2)
        form.addWidget(self.subfolders, 3, 1, 1, 2)
        form.setContentsMargins(14, 0, 14, 0)
        self._pages.addWidget(self.state)
        self._pages.addWidget(self.table)
        self.facts.setFont(interface_font(12, tabular=True))
        self.facts.setProperty("muted", True)
        cancel = QPushButton("Cancel")
        cancel.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(14, 0, 14, 0)
        buttons.addWidget(self.facts, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 14)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._pages, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.button.setProperty("primary", True)
        self.button.setDefault(True)
        self.button.clicked.connect(self._import)
        self.other.clicked.connect(self.other_wanted)
        self.folders.currentIndexChanged.connect(self._take_folder)
        for field in (self.include, self.exclude):
            field.textEdited.connect(lambda: self._pause.start())
        self.subfolders.clicked.connect(self._look)
        self._pause.timeout.connect(self._look)
        self.model.ticks_changed.connect(self._show_wanted)


def _label(text: str, buddy: QWidget) -> PlainLabel:
    label = PlainLabel(text)
    label.setBuddy(buddy)
    return label


def _pattern_field(name: str, nothing: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setAccessibleDescription(PATTERNS)
    field.setToolTip(PATTERNS)
    field.setPlaceholderText(f"{nothing} – such as *.pdf, drafts/*")
    field.setClearButtonEnabled(True)
    return field


def _patterns(typed: str) -> tuple[str, ...]:
    return tuple(it.strip() for it in typed.split(",") if it.strip())

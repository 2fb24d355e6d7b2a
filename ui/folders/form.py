"""Which files of a folder come in: patterns, a preview, and one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.folders.folder_box import FolderBox
from ui.folders.model import FilesModel
from ui.folders.table import FilesTable
from ui.theme import interface_font
from ui.widgets.clearing import add_clear_button
from ui.widgets.counting import count_of
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import PlainLabel
from workbench.errors import WorkbenchError
from workbench.jobs import Progress
from workbench.model.folders import FileState, FolderChoice, FolderPreview

PAUSE = 300
"""Milliseconds after a key until the folder is looked through again."""
BUSY_AFTER = 200
"""Milliseconds until it is said that this takes a while."""
EMPTY = ("No files in this folder", "Choose another folder.")
LOOKING = ("Looking through the folder", "What is in it is shown before it comes in.")
OTHER = "Choose another folder…"
PATTERNS = "Patterns such as *.pdf or drafts/*, with commas between them"
COUNTED = {
    FileState.SAME: "already here",
    FileState.MISSING: "missing",
    FileState.LEFT_OUT: "left out",
    FileState.REFERENCES: "of references",
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
        self.setObjectName("folder-form")  # Its size is remembered under this name.
        self.setWindowTitle("Import folder")
        self.resize(820, 560)
        self.setMinimumSize(560, 400)
        self.folders = FolderBox()
        self.other = QPushButton("&Choose…")
        self.other.setAccessibleName("Choose another folder")
        self.include = _pattern_field("Only files like", "all that can be read")
        self.exclude = _pattern_field("Not files like", "none")
        self.subfolders = QCheckBox("With its &subfolders")
        self.model = FilesModel(self)
        self.table = FilesTable(self.model)
        self.state = EmptyState(*LOOKING, is_primary=False)
        self.busy = QProgressBar()
        self.facts = ElidedLabel("")
        self.button = QPushButton("Import")
        self._preview: FolderPreview | None = None
        self._is_new = True
        self._pages = QStackedWidget()
        self._nothing_yet = QWidget()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._until_busy = QTimer(self, singleShot=True, interval=BUSY_AFTER)
        self._lay_out()
        self._connect()

    @property
    def choice(self) -> FolderChoice:
        """What is asked for now."""
        return FolderChoice(
            self.folders.path,
            _patterns(self.include.text()),
            _patterns(self.exclude.text()),
            has_subfolders=self.subfolders.isChecked(),
        )

    def offer(self, choices: Sequence[FolderChoice], current: FolderChoice) -> None:
        """Offer these folders and look through one of them."""
        self.folders.offer(choices, current)
        self._show_choice(current)

    def show_progress(self, progress: Progress) -> None:
        """Say how many files were found, and then how many were looked at."""
        if self._until_busy.isActive():
            return
        done, total = progress.done, progress.total
        self.busy.setRange(0, total if done else 0)
        self.busy.setValue(done)
        found = f"Found {count_of(total, 'file')}"
        self.facts.set_text(f"Looked at {done:,} of {total:,} files" if done else found)

    def show_preview(self, preview: FolderPreview) -> None:
        """Show what was found."""
        self._end_looking()
        self._preview = preview
        self.model.show_files(preview.files)
        if preview.files:
            self._pages.setCurrentWidget(self.table)
            self.table.selectRow(0)
            self._take_focus(self.table)
        else:
            self._show_state(*EMPTY, OTHER)

    def show_problem(self, error: WorkbenchError) -> None:
        """Say why there is nothing to show."""
        self._end_looking()
        self._preview = None
        self.model.clear()
        self.facts.set_text("")
        self._show_state("This folder cannot be looked through", str(error), OTHER)

    def _show_state(self, title: str, text: str, action: str = "") -> None:
        self.state.set_content(title, text)
        self.state.set_action(action)
        self._pages.setCurrentWidget(self.state)
        if action:
            self._take_focus(self.state)

    def _take_focus(self, widget: QWidget) -> None:
        """Lead the keys to what another folder shows; not away from a field."""
        if self._is_new:
            widget.setFocus()
        self._is_new = False

    def _show_choice(self, choice: FolderChoice) -> None:
        self._is_new = True
        self.model.clear()
        self.include.setText(", ".join(choice.include))
        self.exclude.setText(", ".join(choice.exclude))
        self.subfolders.setChecked(choice.has_subfolders)
        self._look()

    def _look_soon(self) -> None:
        """Let what is shown count no more, since the patterns are being typed."""
        self._preview = None
        self._show_wanted()
        self._pause.start()

    def _look(self) -> None:
        self._pause.stop()
        self._preview = None
        self._show_wanted()
        if not self.model.rowCount():
            self.facts.set_text("")
            self._pages.setCurrentWidget(self._nothing_yet)
        self._until_busy.start()
        self.look_wanted.emit(self.choice)

    def _show_busy(self) -> None:
        self.busy.setRange(0, 0)
        self.busy.show()
        if self._pages.currentWidget() is self._nothing_yet:
            self._show_state(*LOOKING)

    def _end_looking(self) -> None:
        self._until_busy.stop()
        self.busy.hide()

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
            told = [f"{count:,} {word}" for count, word in others if count]
            if told and not self._preview.coming:
                told.insert(0, "Nothing new")
            self.facts.set_text(" · ".join(told))

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
        for page in (self._nothing_yet, self.state, self.table):
            self._pages.addWidget(page)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName("Looking through the folder")
        place = self.busy.sizePolicy()
        place.setRetainSizeWhenHidden(True)  # Nothing moves when it comes.
        self.busy.setSizePolicy(place)
        self.busy.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 14)
        layout.setSpacing(4)
        layout.addLayout(form)
        layout.addSpacing(4)
        layout.addWidget(self.busy)
        layout.addWidget(self._pages, 1)
        layout.addSpacing(8)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.facts.setFont(interface_font(12, tabular=True))
        self.facts.setProperty("muted", True)
        cancel = QPushButton("Cancel")
        cancel.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(14, 0, 14, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self.facts, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.button)
        return buttons

    def _connect(self) -> None:
        self.button.setProperty("primary", True)
        self.button.setDefault(True)
        self.button.clicked.connect(self._import)
        self.other.clicked.connect(self.other_wanted)
        self.state.activated.connect(self.other_wanted)
        self.folders.folder_chosen.connect(self._show_choice)
        for field in (self.include, self.exclude):
            field.textChanged.connect(lambda: self._look_soon())
        self.subfolders.clicked.connect(self._look)
        self._pause.timeout.connect(self._look)
        self._until_busy.timeout.connect(self._show_busy)
        self.finished.connect(self._end_looking)
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
    add_clear_button(field)
    return field


def _patterns(typed: str) -> tuple[str, ...]:
    return tuple(it.strip() for it in typed.split(",") if it.strip())

"""The line above the notes: what to look for, what is shown, and what can be done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from ui.keymap import explain
from ui.notes.lines import NoteFilter, NoteLine, words_of
from ui.resources import icon
from ui.widgets.plain import PlainLabel
from workbench.model.notes import NoteOn

WIDEST_FIELD = 260
LEAST_FIELD = 110
LETTERS = 6
KINDS = {
    NoteOn.PROJECT: "Project",
    NoteOn.DOCUMENT: "Documents",
    NoteOn.PASSAGE: "Passages",
    NoteOn.TAG: "Tags",
    NoteOn.CASE: "Cases",
    NoteOn.CELL: "Cells",
    NoteOn.JOURNAL: "Journal",
}


class NoteTools(QWidget):
    """Makes a filter of what is typed and chosen, and tells how much it shows."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.kinds = _chooser("Kind of note")
        self.documents = _chooser("Document")
        self.analysts = _chooser("Analyst")
        self.count = PlainLabel()
        self.clear_button = QToolButton()
        self.journal_button = QToolButton()
        self.entry_button = _button("notebook-pen", "New journal entry")
        self.export_button = _button("upload", "Export these notes…")
        self._prepare()
        self._lay_out()
        self._show_choosers()
        self.field.textChanged.connect(lambda _text: self.changed.emit())
        for chooser in self._choosers:
            chooser.currentIndexChanged.connect(lambda _row: self.changed.emit())
        self.journal_button.toggled.connect(self._switch_journal)
        self.clear_button.clicked.connect(self.clear)

    @property
    def wanted(self) -> NoteFilter:
        """The filter as it is typed and chosen."""
        words = words_of(self.field.text())
        if self.is_journal:
            return NoteFilter(words, NoteOn.JOURNAL)
        chosen = [chooser.currentData() for chooser in self._choosers]
        return NoteFilter(words, *chosen)

    @property
    def is_journal(self) -> bool:
        """Tell whether the journal is shown instead of the list."""
        return self.journal_button.isChecked()

    def clear(self) -> None:
        """Show everything again."""
        self.field.clear()
        for chooser in self._choosers:
            chooser.setCurrentIndex(0)

    def offer(self, lines: Iterable[NoteLine]) -> None:
        """Offer the kinds, documents and analysts that have notes."""
        placed = [line.placed for line in lines]
        kinds = {it.note.target.on for it in placed}
        named = [(KINDS[on], on) for on in NoteOn if on in kinds]
        _fill(self.kinds, "Kind", named)
        titles = sorted({(it.document, it.document_id) for it in placed if it.document})
        _fill(self.documents, "Document", titles)
        analysts = sorted({it.note.analyst for it in placed})
        _fill(self.analysts, "Analyst", [(it, it) for it in analysts])
        self._show_choosers()

    def tell_count(self, shown: int, total: int) -> None:
        """Say how many notes are shown."""
        whole = NoteFilter(on=NoteOn.JOURNAL if self.is_journal else None)
        is_narrowed = self.wanted != whole
        noun = "entry" if self.is_journal else "note"
        nouns = "entries" if self.is_journal else "notes"
        self.count.setText(
            f"Showing {shown:,} of {total:,}"
            if is_narrowed
            else f"{total:,} {noun if total == 1 else nouns}"
        )
        self.clear_button.setVisible(is_narrowed)
        for part in (self.field, self.count, self.export_button):
            part.setVisible(total > 0)

    def _switch_journal(self) -> None:
        self._show_choosers()
        self.changed.emit()

    @property
    def _choosers(self) -> tuple[QComboBox, ...]:
        return self.kinds, self.documents, self.analysts

    def _show_choosers(self) -> None:
        for chooser in self._choosers:
            # With one thing to choose there is nothing to narrow.
            is_useful = chooser.count() > 2 or chooser.currentIndex() > 0
            chooser.setVisible(is_useful and not self.is_journal)

    def _prepare(self) -> None:
        self.field.setPlaceholderText("Search notes")
        self.field.setAccessibleName("Search notes")
        self.field.setToolTip("Words of a note or of its place; case is ignored")
        self.field.setMinimumWidth(LEAST_FIELD)
        self.field.setMaximumWidth(WIDEST_FIELD)
        self.count.setProperty("muted", True)
        self.clear_button.setText("Clear")
        self.clear_button.setProperty("link", True)
        self.clear_button.setToolTip("Show all notes (Esc in the search field)")
        self.clear_button.setAccessibleName("Show all notes")
        self.journal_button.setCheckable(True)
        self.journal_button.setText("Journal")
        self.journal_button.setToolTip("Read the journal by day")
        explain(self.entry_button, "New journal entry", "edit.journal")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(8)
        row.addWidget(self.field, 3)
        for chooser in self._choosers:
            row.addWidget(chooser, 1)
        row.addWidget(self.count)
        row.addWidget(self.clear_button)
        row.addStretch(1)
        for button in (
            self.journal_button,
            self.entry_button,
            self.export_button,
        ):
            row.addWidget(button)


def _chooser(name: str) -> QComboBox:
    chooser = QComboBox()
    chooser.setAccessibleName(name)
    chooser.setToolTip(f"Narrow by {name.casefold()}")
    chooser.setMinimumContentsLength(LETTERS)
    chooser.setSizeAdjustPolicy(
        QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    )
    return chooser


def _button(icon_name: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button


def _fill(
    chooser: QComboBox, everything: str, choices: Sequence[tuple[str, object]]
) -> None:
    """Offer other choices; the one chosen stays, also when nothing has it any more."""
    name, chosen = chooser.currentText(), chooser.currentData()
    offered = [(everything, None), *choices]
    if chosen not in [value for _, value in offered]:
        offered.append((name, chosen))
    rows = range(chooser.count())
    if offered == [(chooser.itemText(it), chooser.itemData(it)) for it in rows]:
        return
    with QSignalBlocker(chooser):
        chooser.clear()
        for label, value in offered:
            chooser.addItem(label, value)
        chooser.setCurrentIndex([value for _, value in offered].index(chosen))

"""Reads notes with their places, and carries out what is asked of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject

from ui.jobs import JobHandle, JobRunner
from ui.keymap import undo_hint
from ui.notes.lines import NoteLine
from ui.notes.names import name_of
from ui.notes.panel import NEW_ENTRY, NotesPanel
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from workbench.errors import NotFound
from workbench.jobs import Tracker
from workbench.model.changes import Changes
from workbench.model.ids import NoteId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.operations.notes import add_journal_entry, remove_notes, write_note
from workbench.project import Project

PLACES_OF = {
    NoteOn.TAG: {"tags"},
    NoteOn.CASE: {"cases"},
    NoteOn.CELL: {"comparison_tables", "table_rows", "table_columns"},
}
"""Whose names a note's place is made of, where one can stand in many places."""

NAMING = {"documents", "passages"}.union(*PLACES_OF.values())
READ_AT_ONCE = 1000
"""More notes than these are read in a job."""


class NotesController(QObject):
    """Serves the notes panel; while that is hidden it only remembers what changed."""

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        panel: NotesPanel,
        notices: Notices,
        runner: JobRunner,
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._panel = panel
        self._notices = notices
        self._runner = runner
        self._job: JobHandle | None = None
        self._is_read = False
        self._pending: Changes | None = None
        signals.changed.connect(self._refresh)
        panel.shown.connect(self._catch_up)
        panel.note_opened.connect(self._open)
        panel.note_saved.connect(self._write)
        panel.remove_requested.connect(self._remove)
        panel.set_editable(is_editable=not project.is_read_only)

    def _catch_up(self) -> None:
        if self._is_read:
            self._follow_pending()
        elif self._project.notes.count() <= READ_AT_ONCE:
            self._take([NoteLine(it) for it in self._project.notes.placed()])
        elif self._job is None:
            self._panel.show_reading()
            self._job = self._runner.start(self._read, "Reading notes")
            self._job.succeeded.connect(self._take)

    def _read(self, _tracker: Tracker) -> list[NoteLine]:
        with self._project.reader() as view:
            lines = [NoteLine(it) for it in view.notes.placed()]
        for line in lines:
            line.prepare()
        return lines

    def _take(self, lines: list[NoteLine]) -> None:
        self._is_read = True
        self._panel.show_notes(lines)
        self._follow_pending()

    def _refresh(self, changes: Changes) -> None:
        self._pending = changes.after(self._pending) if self._pending else changes
        if self._is_read and self._panel.isVisible():
            self._follow_pending()
        self._refresh_editor()

    def _follow_pending(self) -> None:
        changes, self._pending = self._pending, None
        if changes is not None and (ids := self._touched(changes)):
            self._panel.follow(ids, self._project.notes.placed(ids))

    def _touched(self, changes: Changes) -> set[int]:
        """Return the notes that changed, or whose place has another name now."""
        ids = set(changes.ids.get("notes", ()))
        if changes.touches(*NAMING):
            ids.update(_moved(self._panel.model.every_line, changes))
        return ids

    def _refresh_editor(self) -> None:
        target = self._panel.editor.target
        if target not in {None, NEW_ENTRY}:
            assert target is not None
            try:
                self._show(target)
            except NotFound:
                self._panel.editor.show_nothing()

    def _open(self, target: NoteTarget) -> None:
        with self._notices.guard():
            self._show(target)

    def _show(self, target: NoteTarget) -> None:
        note = self._project.notes.on(target)
        stored = note.text if note else ""
        self._panel.editor.show_note(target, name_of(self._project, target), stored)

    def _write(self, target: NoteTarget, text: str) -> None:
        is_saved = False
        with self._notices.guard():
            if target.on is NoteOn.JOURNAL:
                self._write_entry(target, text)
            else:
                write_note(self._project, target, text)
            is_saved = True
            self._notices.done(f"Saved the note · {undo_hint()}")
        if not is_saved:
            self._panel.editor.text_field.keep_unsaved()

    def _write_entry(self, target: NoteTarget, text: str) -> None:
        """Write in the journal; an entry that was emptied begins anew."""
        if target == NEW_ENTRY and text.strip():
            target = NoteTarget(NoteOn.JOURNAL, add_journal_entry(self._project, text))
            self._take_over(target)
        elif target != NEW_ENTRY:
            if not text.strip():
                self._take_over(NEW_ENTRY)
            write_note(self._project, target, text)

    def _take_over(self, target: NoteTarget) -> None:
        self._panel.editor.rename(target, name_of(self._project, target))
        self._panel.mark_edited()

    def _remove(self, ids: Iterable[NoteId]) -> None:
        with self._notices.guard():
            remove_notes(self._project, list(ids))
            self._notices.done(f"Moved the note to the bin · {undo_hint()}")


def _moved(lines: Iterable[NoteLine], changes: Changes) -> Iterator[int]:
    """Yield the notes whose place may have another name now."""
    documents = changes.ids.get("documents", frozenset())
    passages = changes.ids.get("passages", frozenset())
    kinds = [on for on, its in PLACES_OF.items() if not its.isdisjoint(changes.ids)]
    for line in lines:
        target = line.placed.note.target
        is_moved = target.on is NoteOn.PASSAGE and target.id in passages
        if is_moved or line.placed.document_id in documents or target.on in kinds:
            yield line.id

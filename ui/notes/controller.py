"""Reads notes and the names of what they are on, and writes what was typed."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.notes.model import NoteLine
from ui.notes.panel import NotesPanel
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from workbench.errors import NotFound
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId, PassageId, TagId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.operations.notes import write_note
from workbench.project import Project


class NotesController(QObject):
    """Serves the notes panel."""

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        panel: NotesPanel,
        notices: Notices,
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._panel = panel
        self._notices = notices
        self._names: dict[NoteTarget, str] = {}
        signals.changed.connect(self._refresh)
        panel.note_opened.connect(self._open)
        panel.note_saved.connect(self._write)
        self._panel.editor.text_field.setReadOnly(project.is_read_only)
        self.show()

    def show(self) -> None:
        """Read all notes again."""
        lines = [
            NoteLine(self._name(note.target), note)
            for note in self._project.notes.all()
        ]
        self._panel.show_notes(lines)

    def _refresh(self, changes: Changes) -> None:
        if changes.touches("documents", "passages", "tags"):
            self._names.clear()
        if changes.touches("notes", "documents", "passages", "tags"):
            self.show()
            self._refresh_editor()

    def _refresh_editor(self) -> None:
        target = self._panel.editor.target
        if target is None:
            return
        try:
            self._names[target] = self._read_name(target)
        except NotFound:
            self._panel.editor.show_nothing()
        else:
            self._open(target)

    def _open(self, target: NoteTarget) -> None:
        with self._notices.guard():
            note = self._project.notes.on(target)
            stored = note.text if note else ""
            self._panel.editor.show_note(target, self._name(target), stored)

    def _write(self, target: NoteTarget, text: str) -> None:
        with self._notices.guard():
            write_note(self._project, target, text)
            self._notices.done("Saved the note · Ctrl+Z to undo")

    def _name(self, target: NoteTarget) -> str:
        if target not in self._names:
            self._names[target] = self._read_name(target)
        return self._names[target]

    def _read_name(self, target: NoteTarget) -> str:
        if target.id is None:
            return self._project.name
        match target.on:
            case NoteOn.DOCUMENT:
                document = self._project.documents.get(DocumentId(target.id))
                return document.title or document.name
            case NoteOn.PASSAGE:
                return f"“{self._project.passages.get(PassageId(target.id)).quote}”"
            case NoteOn.TAG:
                return self._project.tags.get(TagId(target.id)).path
            case NoteOn.PROJECT:
                return self._project.name

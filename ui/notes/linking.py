"""Tells editors where their links lead, and offers what can be linked to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.jobs import JobRunner
from ui.notes.lines import quotation
from ui.notes.link_picker import LinkPicker
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.widgets.choice_list import Choice
from ui.widgets.link_editor import LinkEditor
from workbench.jobs import Tracker
from workbench.model.changes import Changes
from workbench.operations.notes import target_of_link, words_of_link
from workbench.project import Project
from workbench.text.links import Link, LinkTo, written
from workbench.views import ProjectView

KINDS = {
    LinkTo.PASSAGE: "passages",
    LinkTo.DOCUMENT: "documents",
    LinkTo.TAG: "tags",
    LinkTo.NOTE: "notes",
}
Key = tuple[LinkTo, str]


class LinkController(QObject):
    """Serves every editor of notes; where a link leads is read once."""

    target_activated = Signal(object)  # NoteTarget: what a link leads to
    note_activated = Signal(object)  # NoteTarget: of the note that a link leads to

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        notices: Notices,
        runner: JobRunner,
        picker: LinkPicker,
        editors: Sequence[LinkEditor],
    ) -> None:
        super().__init__(picker)
        self._project = project
        self._notices = notices
        self._runner = runner
        self._picker = picker
        self._editors = editors
        self._words: dict[Key, str | None] = {}
        signals.changed.connect(self._refresh)
        for editor in editors:
            editor.describe_links(self._describe)
            editor.link_activated.connect(self._follow)
            editor.link_wanted.connect(partial(self._offer, editor))

    def _describe(self, link: Link) -> str | None:
        key = link.to, link.name
        if key not in self._words:
            self._words[key] = words_of_link(self._project, link)
        return self._words[key]

    def _refresh(self, changes: Changes) -> None:
        stale = [key for key in self._words if _is_touched(key, changes)]
        for key in stale:
            del self._words[key]
        if stale:
            for editor in self._editors:
                editor.refresh_links()

    def _follow(self, link: Link) -> None:
        is_note = link.to is LinkTo.NOTE
        way = self.note_activated if is_note else self.target_activated
        with self._notices.guard():
            way.emit(target_of_link(self._project, link))

    def _offer(self, editor: LinkEditor) -> None:
        project = self._project

        def read(_tracker: Tracker) -> list[Choice]:
            with project.reader() as view:
                return linkable(view)

        job = self._runner.start(read, "Looking for what can be linked to")
        job.succeeded.connect(lambda found: self._picker.open_for(editor, found))


def linkable(view: ProjectView) -> list[Choice]:
    """Return all documents and passages; the value of each is its link."""
    documents = view.documents.all()
    titles = {it.id: it.title for it in documents}
    return [
        *(
            Choice(it.title, "Document", written(LinkTo.DOCUMENT, it.id))
            for it in documents
        ),
        *(
            Choice(
                quotation(it.quote),
                titles[it.document_id],
                written(LinkTo.PASSAGE, it.id),
            )
            for it in view.passages.all()
        ),
    ]


def _is_touched(key: Key, changes: Changes) -> bool:
    to, name = key
    ids = changes.ids.get(KINDS[to], frozenset())
    return bool(ids) and (to is LinkTo.TAG or int(name) in ids)

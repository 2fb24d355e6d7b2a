"""Reads the passage that is shown, and carries out what is asked of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ui.asking_first import before_deleting_passages
from ui.keymap import undo_hint
from ui.notices import Notices
from ui.passage.elsewhere import MOST_CARDS
from ui.passage.model import PassageView, Said, overlap
from ui.passage.overlaps import MOST_ROWS
from ui.passage.panel import PassagePanel
from ui.project_signals import ProjectSignals
from workbench.errors import NotFound
from workbench.model.changes import Changes
from workbench.model.ids import LinkId, PassageId, TagId
from workbench.model.links import Link
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.passages import AnchorState, Passage
from workbench.model.reuse import Restatement
from workbench.model.tags import Tag
from workbench.operations.dependents import dependents
from workbench.operations.links import remove_links
from workbench.operations.notes import write_note
from workbench.operations.page_labels import PageLabels
from workbench.operations.passages import remove_passages, untag_passage
from workbench.operations.restatements import restatements
from workbench.project import Project


class PassageController(QObject):
    """Serves the passage panel."""

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        panel: PassagePanel,
        notices: Notices,
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._panel = panel
        self._notices = notices
        signals.changed.connect(self._refresh)
        panel.passage_opened.connect(self._show)
        panel.untag_requested.connect(self._untag)
        panel.note_saved.connect(self._write_note)
        panel.remove_requested.connect(self._remove)
        panel.depends.links.remove_chosen.connect(self._remove_link)
        panel.set_read_only(read_only=project.is_read_only)

    def _refresh(self, changes: Changes) -> None:
        # Almost any change can touch a tag's name, a cell's state or a title shown.
        if changes.ids and self._panel.passage_id is not None:
            self._show(self._panel.passage_id)

    def _show(self, passage_id: PassageId | None) -> None:
        self._panel.display(None if passage_id is None else self._read(passage_id))

    def _read(self, passage_id: PassageId) -> PassageView | None:
        try:
            passage = self._project.passages.get(passage_id)
            here = self._passages_here(passage)
            near = self._project.passages.some(_around(passage_id, here))
            tags = self._tags_of([passage, *near])
            depends = dependents(self._project, [passage_id])
            elsewhere = self._elsewhere(passage, depends.links)
            return PassageView(
                passage,
                self._project.documents.title(passage.document_id),
                tuple(tags[tag_id] for tag_id in passage.tag_ids),
                depends,
                tuple(overlap(it, tags, is_shown=it.id == passage_id) for it in near),
                len(here),
                tuple(map(self._said, elsewhere[:MOST_CARDS])),
                len(elsewhere),
                self._page_of(passage),
            )
        except NotFound:
            return None

    def _page_of(self, passage: Passage) -> str:
        labels = PageLabels(self._project)
        return labels.of(passage.document_id, passage.span, passage.version)

    def _elsewhere(self, passage: Passage, links: Sequence[Link]) -> list[Restatement]:
        """Return where other documents say the same, besides what is linked."""
        if passage.anchor is AnchorState.ORPHANED:
            return []
        linked = [link.other(passage.id) for link in links]
        return [
            it
            for it in restatements(self._project, passage.document_id, passage.span)
            if not any(
                end.document_id == it.there.document_id
                and end.span.overlaps(it.there.span)
                for end in linked
            )
        ]

    def _said(self, place: Restatement) -> Said:
        there, documents = place.there, self._project.documents
        quote = there.span.of(documents.text(there.document_id))
        return Said(place, documents.title(there.document_id), quote)

    def _tags_of(self, passages: Sequence[Passage]) -> dict[TagId, Tag]:
        return self._project.tags.some({it for one in passages for it in one.tag_ids})

    def _passages_here(self, passage: Passage) -> list[PassageId]:
        """Return the passages that share a character with one, by start."""
        if passage.anchor is AnchorState.ORPHANED:
            return [passage.id]
        return self._project.passages.outlines.ids_in(passage.document_id, passage.span)

    def _untag(self, passage_id: int, tag_id: int) -> None:
        with self._notices.guard():
            name = self._project.tags.name(TagId(tag_id))
            untag_passage(self._project, PassageId(passage_id), [TagId(tag_id)])
            self._notices.done(f"Removed tag “{name}” from the passage · {undo_hint()}")

    def _write_note(self, passage_id: int, text: str) -> None:
        is_saved = False
        with self._notices.guard():
            write_note(self._project, NoteTarget(NoteOn.PASSAGE, passage_id), text)
            is_saved = True
            self._notices.done(f"Saved the note · {undo_hint()}")
        if not is_saved:
            self._panel.note_field.keep_unsaved()

    def _remove(self, passage_id: int) -> None:
        ids = [PassageId(passage_id)]
        before_deleting_passages(
            self._panel, self._project, ids, lambda: self._remove_now(ids)
        )

    def _remove_now(self, ids: Sequence[PassageId]) -> None:
        with self._notices.guard():
            remove_passages(self._project, ids)
            self._notices.done(f"Deleted the passage · {undo_hint()}")

    def _remove_link(self, link_id: int) -> None:
        with self._notices.guard():
            remove_links(self._project, [LinkId(link_id)])
            self._notices.done(f"Removed the link · {undo_hint()}")


def _around(passage_id: PassageId, here: Sequence[PassageId]) -> Sequence[PassageId]:
    """Return as many of these as are shown, the passage itself among them."""
    at = here.index(passage_id) if passage_id in here else 0
    first = max(0, min(at - MOST_ROWS // 2, len(here) - MOST_ROWS))
    return here[first : first + MOST_ROWS]

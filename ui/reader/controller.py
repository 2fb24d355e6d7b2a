"""Turns what is asked of a reader into operations, and shows what changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication

from ui.asking_first import before_deleting_passages
from ui.keymap import undo_hint
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.reader.model import PageHead, page_head
from ui.reader.panel import ReaderPanel
from ui.reader.recent import RecentTags
from ui.reader.refinding import refound, refound_line
from ui.reader.showing import PassageShowing
from ui.reader.tag_filter import TagFilter
from ui.reader.tag_question import TagChoice, TagQuestion
from ui.reader.tagging import Tagging
from ui.widgets.tag_picker import TagPicker, Wish
from workbench.errors import NotFound
from workbench.model.changes import Changes
from workbench.model.documents import Document
from workbench.model.ids import DocumentId, PassageId
from workbench.model.links import Stretch
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations import passages as operations
from workbench.operations.dependents import count_dependents
from workbench.operations.encodings import encoding_in_words
from workbench.project import Project
from workbench.text.links import LinkTo, written

ONLY_TAG = Wish("Find the tag to show alone", can_create=False)


class ReaderController(QObject):
    """Serves the reader of one document.

    The tag picker may be shared: a choice counts only while this reader's question
    is open. So may `recent`, the tags used last.
    """

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        panel: ReaderPanel,
        notices: Notices,
        document_id: DocumentId,
        tag_picker: TagPicker,
        *,
        recent: RecentTags | None = None,
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._panel = panel
        self._notices = notices
        self._document_id = document_id
        recent = recent or RecentTags()
        self._question = TagQuestion(tag_picker, recent, self)
        Tagging(project, panel, notices, document_id, self._question, recent)
        panel.dragging.document_id = document_id
        panel.pane.tell_resting = self._tell_resting
        self._showing = PassageShowing(project, panel.pane, document_id)
        self._filter = TagFilter(project, panel, document_id)
        signals.changed.connect(self._follow)
        self._connect_panel()
        self._show_document()

    def _connect_panel(self) -> None:
        panel = self._panel
        panel.mark_requested.connect(self._mark_only)
        panel.remove_requested.connect(self._remove)
        panel.resizing.kept.connect(self._resize)
        panel.resizing.explained.connect(self._notices.done)
        panel.explained.connect(self._notices.done)
        panel.note_asked.connect(self._note)
        panel.cite_asked.connect(self._cite)
        panel.link_asked.connect(self._copy_link)
        panel.shown.connect(self._showing.catch_up)
        panel.only_tag_asked.connect(self._pick_only_tag)

    # Showing

    def _show_document(self) -> None:
        documents = self._project.documents
        document = documents.get(self._document_id)
        self._version = document.version
        self._head = self._head_of(document)
        self._panel.show_document(
            documents.text(self._document_id),
            documents.blocks(self._document_id),
            self._head,
        )
        self._showing.begin(document.passages)

    def _follow(self, changes: Changes) -> None:
        is_own = self._document_id in changes.ids.get("documents", ())
        if is_own or changes.touches("zones"):
            self._show_changed_document()
        self._showing.follow(changes)
        self._filter.follow(changes)

    def _show_changed_document(self) -> None:
        try:
            document = self._project.documents.get(self._document_id)
        except NotFound:
            return  # Removed: the main window closes this reader.
        head = self._head_of(document)
        if document.version == self._version:
            if head != self._head:
                self._head = head
                self._panel.show_head(head)
        else:
            self._show_other_text()

    def _pick_only_tag(self, point: QPoint) -> None:
        def use(choice: TagChoice) -> None:
            if not isinstance(choice, str):
                self._panel.show_only_tag(choice)

        self._question.ask(point, self._project.tags.all(), use, ONLY_TAG)

    def _head_of(self, document: Document) -> PageHead:
        zones = len(self._project.documents.zones(document.id))
        warnings = self._project.versions.of_document(document.id)[-1].warnings
        return page_head(document, zones, encoding_in_words(document, warnings))

    def _show_other_text(self) -> None:
        """Show another version; what was read and selected stays, if it is there."""
        panel, pane = self._panel, self._panel.pane
        old, position, passage = pane.text, panel.position(), panel.selected_passage
        selection, caret = panel.selection, pane.caret
        self._show_document()
        kept = refound(old, pane.text, selection) if selection else None
        at = refound_line(old, pane.text, caret)
        panel.select(kept or Span(at, at))
        panel.select_passage(passage)
        panel.restore(refound_line(old, pane.text, position))

    def _tell_resting(self, passage_id: int) -> str:
        found = count_dependents(self._project, [PassageId(passage_id)])
        return found.rest_on("it") if found.words else ""

    # Passages

    def _mark_only(self, span: Span) -> None:
        if self._project.passages.at(self._document_id, span) is None:
            self._mark(span)
        else:
            self._passage_at(span)
            self._notices.done("These words are a passage already")

    def _mark(self, span: Span) -> PassageId | None:
        passage_id: PassageId | None = None
        with self._notices.guard():
            passage_id = operations.mark_passage(self._project, self._document_id, span)
            self._notices.done(f"Marked the passage · {undo_hint()}")
            self._select(passage_id)
        return passage_id

    def _passage_at(self, span: Span) -> PassageId | None:
        """Return the passage of exactly this span, marking it if there is none."""
        known = self._project.passages.at(self._document_id, span)
        if known is None:
            return self._mark(span)
        self._select(known)
        return known

    def _select(self, passage_id: PassageId) -> None:
        self._panel.pane.clear_selection()
        self._panel.select_passage(passage_id)

    def _remove(self, passage_id: int) -> None:
        ids = [PassageId(passage_id)]
        before_deleting_passages(
            self._panel, self._project, ids, lambda: self._remove_now(ids)
        )

    def _remove_now(self, ids: Sequence[PassageId]) -> None:
        with self._notices.guard():
            operations.remove_passages(self._project, ids)
            self._notices.done(f"Deleted the passage · {undo_hint()}")

    def _resize(self, passage_id: int, span: Span) -> None:
        with self._notices.guard():
            operations.move_passage(self._project, PassageId(passage_id), span)
            self._notices.done(f"Resized the passage · {undo_hint()}")

    def _note(self, span: Span) -> None:
        passage_id = self._passage_at(span)
        if passage_id is not None:
            target = NoteTarget(NoteOn.PASSAGE, passage_id)
            self._panel.note_requested.emit(target)

    def _cite(self, span: Span) -> None:
        selected = self._panel.selected_passage
        if selected is not None and not self._panel.selection:
            self._panel.cite_requested.emit(PassageId(selected))
        else:
            self._panel.cite_requested.emit(Stretch(self._document_id, span))

    def _copy_link(self, span: Span) -> None:
        passage_id = self._passage_at(span)
        if passage_id is not None:
            link = written(LinkTo.PASSAGE, passage_id)
            QGuiApplication.clipboard().setText(link)
            self._notices.done(f"Copied {link} · paste it into a note")

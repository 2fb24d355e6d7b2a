"""Turns what is asked of a reader into operations, and shows what changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer

from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.reader.model import page_head, painted_passages
from ui.reader.panel import ReaderPanel
from ui.reader.recent import RecentTags
from ui.widgets.tag_picker import TagPicker
from workbench.errors import NotFound
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId, PassageId, TagId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.model.tags import Tag
from workbench.operations import passages as operations
from workbench.project import Project

UNDO_HINT = "Ctrl+Z to undo"
TagChoice = TagId | str
"""A tag that exists, or the path of a new one."""

TagUse = Callable[[TagChoice], None]


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
        self._picker = tag_picker
        self._recent = recent or RecentTags()
        self._pending: TagUse | None = None
        self._is_stale = False
        signals.changed.connect(self._follow)
        self._connect_panel()
        self._connect_picker()
        self._show_document()

    def _connect_panel(self) -> None:
        panel = self._panel
        panel.tag_requested.connect(self._pick_tag)
        panel.last_tag_requested.connect(self._tag_with_last)
        panel.numbered_tag_requested.connect(self._tag_with_number)
        panel.untag_requested.connect(self._pick_tag_to_remove)
        panel.mark_requested.connect(self._mark)
        panel.remove_requested.connect(self._remove)
        panel.note_asked.connect(self._note)
        panel.cite_asked.connect(self._cite)
        panel.shown.connect(self._refresh_if_stale)

    def _connect_picker(self) -> None:
        self._picker.chosen.connect(self._use_chosen)
        self._picker.create_requested.connect(self._use_created)
        self._picker.closed.connect(self._forget_soon)

    # Showing

    def _show_document(self) -> None:
        documents = self._project.documents
        self._panel.show_document(
            documents.text(self._document_id),
            documents.blocks(self._document_id),
            page_head(documents.get(self._document_id)),
        )
        self._show_passages()

    def _show_passages(self) -> None:
        passages = self._project.passages.of_document(self._document_id)
        self._panel.show_passages(painted_passages(passages, self._project.tags.all()))

    def _follow(self, changes: Changes) -> None:
        if self._document_id in changes.ids.get("documents", ()):
            self._show_head()
        if changes.touches("passages", "taggings", "tags"):
            if self._panel.isVisible():
                self._show_passages()
            else:
                self._is_stale = True

    def _show_head(self) -> None:
        try:
            document = self._project.documents.get(self._document_id)
        except NotFound:
            return  # Removed: the main window closes this reader.
        self._panel.show_head(page_head(document))

    def _refresh_if_stale(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self._show_passages()

    # Tagging

    def _pick_tag(self, span: Span, point: QPoint) -> None:
        def use(choice: TagChoice) -> None:
            self._tag(span, choice)

        self._open_picker(point, self._project.tags.all(), use)

    def _tag_with_last(self, span: Span) -> None:
        known = {tag.id for tag in self._project.tags.all()}
        last = next((i for i in self._recent.tag_ids if i in known), None)
        if last is None:
            self._notices.done("No tag used yet · press T to find or create one")
        else:
            self._tag(span, last)

    def _tag_with_number(self, span: Span, number: int) -> None:
        """Tag with one of the first nine tags, counted down the tag tree."""
        tags = self._project.tags.all()
        if number <= len(tags):
            self._tag(span, tags[number - 1].id)

    def _tag(self, span: Span, choice: TagChoice) -> None:
        known, new = ([], [choice]) if isinstance(choice, str) else ([choice], [])
        with self._notices.guard():
            passage_id = operations.mark_passage(
                self._project, self._document_id, span, known, new_tags=new
            )
            tags = self._project.tags
            tag = tags.at_path(new[0]) if new else tags.get(known[0])
            self._recent.use(tag.id)
            self._notices.done(f"Tagged the passage “{tag.name}” · {UNDO_HINT}")
            self._select(passage_id)

    def _pick_tag_to_remove(self, passage_id: int, point: QPoint) -> None:
        with self._notices.guard():
            passage = self._project.passages.get(PassageId(passage_id))
            own = [self._project.tags.get(tag_id) for tag_id in passage.tag_ids]
            if len(own) == 1:
                self._untag(passage.id, own[0].id)
            elif own:
                self._open_picker(point, own, lambda it: self._untag(passage.id, it))

    def _untag(self, passage_id: PassageId, tag_id: TagChoice) -> None:
        if isinstance(tag_id, str):
            return  # A name was typed that the passage does not have.
        with self._notices.guard():
            name = self._project.tags.get(tag_id).name
            operations.untag_passage(self._project, passage_id, [tag_id])
            self._notices.done(f"Removed tag “{name}” from the passage · {UNDO_HINT}")

    # Passages

    def _mark(self, span: Span) -> PassageId | None:
        passage_id: PassageId | None = None
        with self._notices.guard():
            passage_id = operations.mark_passage(self._project, self._document_id, span)
            self._notices.done(f"Marked the passage · {UNDO_HINT}")
            self._select(passage_id)
        return passage_id

    def _passage_at(self, span: Span) -> PassageId | None:
        """Return the passage of exactly this span, marking it if there is none."""
        there = self._project.passages.of_document(self._document_id)
        known = next((passage.id for passage in there if passage.span == span), None)
        if known is None:
            return self._mark(span)
        self._select(known)
        return known

    def _select(self, passage_id: PassageId) -> None:
        self._panel.pane.clear_selection()
        self._panel.select_passage(passage_id)

    def _remove(self, passage_id: int) -> None:
        with self._notices.guard():
            operations.remove_passages(self._project, [PassageId(passage_id)])
            self._notices.done(f"Removed the passage · {UNDO_HINT}")

    def _note(self, span: Span) -> None:
        passage_id = self._passage_at(span)
        if passage_id is not None:
            target = NoteTarget(NoteOn.PASSAGE, passage_id)
            self._panel.note_requested.emit(target)

    def _cite(self, span: Span) -> None:
        passage_id = self._passage_at(span)
        if passage_id is not None:
            self._panel.cite_requested.emit(passage_id)

    # The picker

    def _open_picker(self, point: QPoint, tags: list[Tag], use: TagUse) -> None:
        self._picker.open_at(point, tags, self._recent.tag_ids)
        self._pending = use

    def _use_chosen(self, tag_id: TagId) -> None:
        use, self._pending = self._pending, None
        if use:
            use(tag_id)

    def _use_created(self, path: str) -> None:
        use, self._pending = self._pending, None
        if use:
            use(path)

    def _forget_soon(self) -> None:
        """Forget the question once the picker, which closes first, has answered."""
        asked = self._pending
        QTimer.singleShot(0, self, lambda: self._forget(asked))

    def _forget(self, asked: TagUse | None) -> None:
        if self._pending is asked:
            self._pending = None

"""Tags what a reader asks to be tagged, and takes tags off."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint

from ui.keymap import keymap, undo_hint
from ui.notices import Notices
from ui.reader.panel import ReaderPanel
from ui.reader.recent import RecentTags
from ui.reader.recent_popup import RecentPopup
from ui.reader.tag_question import TagChoice, TagQuestion
from workbench.model.ids import DocumentId, PassageId, TagId
from workbench.model.spans import Span
from workbench.model.tags import Tag
from workbench.operations import passages as operations
from workbench.project import Project
from workbench.text.naming import in_vivo_name


class Tagging(QObject):
    """Serves the reader of one document; `recent` is shared by all readers."""

    def __init__(
        self,
        project: Project,
        panel: ReaderPanel,
        notices: Notices,
        document_id: DocumentId,
        question: TagQuestion,
        recent: RecentTags,
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._panel = panel
        self._notices = notices
        self._document_id = document_id
        self._question = question
        self._recent = recent
        panel.tag_requested.connect(self._pick)
        panel.last_tag_requested.connect(self._tag_with_last)
        panel.recent_tag_requested.connect(self._offer_recent)
        panel.numbered_tag_requested.connect(self._tag_with_pinned)
        panel.in_vivo_requested.connect(self._tag_in_vivo)
        panel.tags_dropped.connect(self._tag_with_dropped)
        panel.untag_requested.connect(self._pick_tag_to_remove)

    def _pick(self, span: Span, point: QPoint) -> None:
        tags = self._project.tags.all()
        self._question.ask(point, tags, lambda choice: self._tag(span, [choice]))

    def _tag_with_last(self, span: Span) -> None:
        used = self._used_tags()
        if used:
            self._tag(span, [used[0].id])
        else:
            self._say_none_used()

    def _offer_recent(self, span: Span, point: QPoint) -> None:
        used = self._used_tags()
        if not used:
            self._say_none_used()
            return
        popup = RecentPopup(used, self._panel)
        popup.chosen.connect(lambda tag_id: self._tag(span, [tag_id]))
        popup.show_at(point)

    def _tag_with_pinned(self, span: Span, number: int) -> None:
        tag_id = self._project.tags.pinned(number)
        if tag_id is not None:
            self._tag(span, [tag_id])
            return
        key = keymap.text_of(f"tags.pin_{number}")
        how = f"{key} on a tag" if key else "“Pin to” in a tag's menu"
        self._notices.done(f"No tag is pinned to {number} · {how} in the tree pins it")

    def _tag_in_vivo(self, span: Span) -> None:
        text = self._project.documents.text(self._document_id)
        name = in_vivo_name(span.of(text))
        if name:
            self._tag(span, [name])
        else:
            self._notices.done("There is no word in the selection to name a tag by")

    def _tag_with_dropped(self, span: Span, tag_ids: list[TagId]) -> None:
        self._tag(span, list(tag_ids))

    def _tag(self, span: Span, choices: list[TagChoice]) -> None:
        """Tag a span with tags that exist and tags that are made for it."""
        known = [it for it in choices if not isinstance(it, str)]
        new = [it for it in choices if isinstance(it, str)]
        with self._notices.guard():
            before = self._tags_of(span)
            passage_id = operations.mark_passage(
                self._project, self._document_id, span, known, new_tags=new
            )
            tags = self._project.tags
            used = [*known, *(tags.at_path(path).id for path in new)]
            for tag_id in reversed(used):
                self._recent.use(tag_id)
            names = ", ".join(f"“{tags.name(tag_id)}”" for tag_id in used)
            if before >= set(used):
                self._notices.done(f"The passage has the tag {names} already")
            else:
                self._notices.done(f"Tagged the passage {names} · {undo_hint()}")
            self._panel.pane.clear_selection()
            self._panel.select_passage(passage_id)

    def _tags_of(self, span: Span) -> set[TagId]:
        passages = self._project.passages
        known = passages.at(self._document_id, span)
        return set(passages.get(known).tag_ids) if known is not None else set()

    def _pick_tag_to_remove(self, passage_id: int, point: QPoint) -> None:
        with self._notices.guard():
            passage = self._project.passages.get(PassageId(passage_id))
            own = [self._project.tags.get(tag_id) for tag_id in passage.tag_ids]
            if len(own) == 1:
                self._untag(passage.id, own[0].id)
            elif own:
                self._question.ask(point, own, lambda it: self._untag(passage.id, it))
            else:
                self._notices.done("This passage has no tag to remove")

    def _untag(self, passage_id: PassageId, tag_id: TagChoice) -> None:
        if isinstance(tag_id, str):
            return  # A name was typed that the passage does not have.
        with self._notices.guard():
            name = self._project.tags.name(tag_id)
            operations.untag_passage(self._project, passage_id, [tag_id])
            self._notices.done(f"Removed tag “{name}” from the passage · {undo_hint()}")

    def _used_tags(self) -> list[Tag]:
        """Return the tags used last that are still there, the last one first."""
        known = {tag.id: tag for tag in self._project.tags.all()}
        return [known[it] for it in self._recent.tag_ids if it in known]

    def _say_none_used(self) -> None:
        way = keymap.way_to("passage.tag")
        self._notices.done(f"No tag used yet · {way} to find or create one")

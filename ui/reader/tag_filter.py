"""Makes the passages of one tag stand out in a reader, also while they change."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.reader.panel import ReaderPanel
from workbench.errors import NotFound
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId, TagId
from workbench.model.tags import PATH_SEPARATOR
from workbench.project import Project

_SHOWN_KINDS = ("tags", "passages", "tagged_passages", "taggings")


class TagFilter(QObject):
    """Serves one reader; a tag stands for all that are beneath it too."""

    def __init__(
        self, project: Project, panel: ReaderPanel, document_id: DocumentId
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._panel = panel
        self._document_id = document_id
        self._tag_id: TagId | None = None
        panel.only_tag_chosen.connect(self.show_only)

    def show_only(self, tag_id: TagId | None) -> None:
        """Let all passages without the tag step back; None shows all alike."""
        self._tag_id = tag_id
        if tag_id is None:
            self._panel.pane.emphasize(None)
            self._panel.filter_strip.hide()
            return
        try:
            total = self._project.documents.get(self._document_id).passages
            tag = self._project.tags.get(tag_id)
        except NotFound:
            self.show_only(None)
            return
        beneath = f"{tag.path}{PATH_SEPARATOR}"
        tags = [it for it in self._project.tags.all() if it.path.startswith(beneath)]
        ids = self._project.passages.outlines.tagged(
            self._document_id, [tag_id, *(it.id for it in tags)]
        )
        self._panel.pane.emphasize(ids)
        self._panel.filter_strip.say(tag.name, len(ids), total)

    def follow(self, changes: Changes) -> None:
        """Count again what may be otherwise now."""
        if self._tag_id is not None and changes.touches(*_SHOWN_KINDS):
            self.show_only(self._tag_id)

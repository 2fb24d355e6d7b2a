"""Shows the pages of one document, those of its current version, and goes on so."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.common import Common
from ui.pages.page_painter import Tell
from ui.pages.panel import PagesPanel
from ui.pages.pictures import PagePictures
from ui.pages.shelf import Shelf
from ui.pages.view import PagesView
from workbench.errors import NotFound
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId


class PagesController(QObject):
    """Makes the page view of a document and keeps it true; the panel is its parent."""

    def __init__(self, common: Common, document_id: DocumentId, tell: Tell) -> None:
        self._project = common.project
        self._document_id = document_id
        self._shelf = shelf = Shelf(common.project, document_id)
        pictures = PagePictures(shelf.draw, common.runner)
        self._view = PagesView(shelf, pictures, tell)
        self.panel = PagesPanel(self._view)
        super().__init__(self.panel)
        pictures.setParent(self)
        self.panel.missed.connect(common.notices.problem)
        common.signals.changed.connect(self._follow)
        self._show_name()

    def _follow(self, changes: Changes) -> None:
        if self._document_id not in changes.ids.get("documents", ()):
            return
        try:
            self._show_name()
        except NotFound:
            return  # Removed: its reader is about to be closed.
        if self._shelf.read_again():
            self._view.show_other_pages()
            self.panel.show_place()

    def _show_name(self) -> None:
        self.panel.name(self._project.documents.title(self._document_id))

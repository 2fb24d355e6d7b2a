"""Says why a document is found or not, and offers it where one is read in vain."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.asking import LatestQuestion
from ui.common import Common
from ui.search.controller import SearchController
from ui.search.panel import SearchPanel
from workbench.errors import NotFound
from workbench.model.ids import DocumentId
from workbench.model.search import Explanation


class Explaining(QObject):
    """Serves the card beside the hits, which follows the query while it is open."""

    def __init__(
        self,
        common: Common,
        searches: SearchController,
        panel: SearchPanel,
    ) -> None:
        super().__init__(panel)
        self._project = common.project
        self._searches = searches
        self._panel = panel
        self._notices = common.notices
        self._read: DocumentId | None = None
        self._question = LatestQuestion[Explanation](
            common.project, common.runner, "Explaining", self
        )
        self._question.answered.connect(panel.card.show_explanation)
        self._question.failed.connect(common.notices.problem)
        searches.shown_changed.connect(self._follow)
        panel.acts.why_requested.connect(self.explain)
        panel.asides.why_requested.connect(self.explain)
        panel.model.modelReset.connect(self._offer)

    def explain(self, document_id: int) -> None:
        """Say why the query finds a document, or why not."""
        asked = self._searches.shown
        if not asked.query.strip():
            self._notices.problem(
                "Search for something first; then it can be said why."
            )
            return
        wanted = DocumentId(document_id)
        self._question.ask(lambda it: it.explain(asked.query, wanted, asked.options))

    def document_read(self, document_id: int) -> None:
        """Offer the explanation while this document is not among those found."""
        self._read = DocumentId(document_id)
        self._offer()

    def _follow(self) -> None:
        card = self._panel.card
        if not self._searches.shown.query.strip():
            card.hide()
        elif card.isVisible():
            self.explain(card.document_id)
        self._offer()

    def _offer(self) -> None:
        answer, found = self._searches.listed, self._panel.model.found
        is_whole = self._panel.model.total == answer.total
        listed = {it.document_id for it in (*found.documents, *found.undated)}
        is_in_vain = self._read is not None and self._read not in listed
        title = ""
        if self._read and is_whole and is_in_vain and answer.query.strip():
            title = self._title_of(self._read)
        self._panel.asides.offer_why(self._read or 0, title)

    def _title_of(self, document_id: DocumentId) -> str:
        try:
            document = self._project.documents.get(document_id)
        except NotFound:
            return ""
        return document.title or document.name

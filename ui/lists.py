"""The lists below what is read, one in front: from results to the bin."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget
from typing_extensions import override

from ui.bin.controller import BinController
from ui.bin.panel import BinPanel
from ui.cases.view import CasesView
from ui.common import Common
from ui.concordance.controller import ConcordanceController
from ui.concordance.panel import ConcordancePanel
from ui.concordance.saving import Saving
from ui.concordance.tagging import LineTagging
from ui.history.controller import HistoryController
from ui.history.panel import HistoryPanel
from ui.notes.controller import NotesController
from ui.notes.panel import NotesPanel
from ui.parts import focus_into
from ui.passages.controller import PassagesController
from ui.passages.panel import PassagesPanel
from ui.quotes.controller import QuotesController
from ui.quotes.panel import QuotesPanel
from ui.search.controller import SearchController
from ui.search.explaining import Explaining
from ui.search.field import SearchField
from ui.search.hit_changes import HitChanges
from ui.search.kept import KeptSearches
from ui.search.narrowing import Narrowing
from ui.search.panel import SearchPanel
from ui.similar.controller import SimilarController
from ui.similar.panel import SimilarPanel
from ui.turning import Turner
from ui.widgets.ground import lay_on_surface
from workbench.model.spans import Span

LEAST_HEIGHT = 120


class Lists(QTabWidget):
    """Builds the lists of a project; what they ask for is carried by the workspace.

    `wanted` says that one is to be seen, also when it is in front already.
    """

    wanted = Signal()

    def __init__(
        self, common: Common, field: SearchField, cases: CasesView, turner: Turner
    ) -> None:
        super().__init__()
        self.results = SearchPanel()
        self.concordance = ConcordancePanel()
        self.passages = PassagesPanel()
        self.quotes = QuotesPanel()
        self.similar = SimilarPanel()
        self.notes = NotesPanel()
        self.cases = cases
        self.history = HistoryPanel()
        self.bin = BinPanel()
        self._lay_out()
        seen = (common.project, common.signals)
        said = (common.notices, common.runner)
        self.search_controller = searches = SearchController(
            common, field, self.results
        )
        HitChanges(common, searches, self.results)
        Narrowing(common, searches, self.results)
        self.explaining = Explaining(common, searches, self.results)
        self.kept = KeptSearches(common, searches, field, self.results)
        self.concordance_controller = ConcordanceController(common, self.concordance)
        LineTagging(common, self.concordance.lines)
        Saving(common, self.concordance, self.concordance_controller)
        searches.shown_changed.connect(self._follow_search)
        self.concordance.query_chosen.connect(self.search_controller.run)
        self.passages_controller = PassagesController(*seen, self.passages, *said)
        self.quotes_controller = QuotesController(common, self.quotes)
        self._similar_controller = SimilarController(common, self.similar)
        NotesController(*seen, self.notes, *said)
        HistoryController(*seen, self.history, common.notices, turner)
        BinController(*seen, self.bin, *said)

    @override
    def setCurrentWidget(self, widget: QWidget) -> None:
        super().setCurrentWidget(widget)
        self.wanted.emit()

    def open_list(self, panel: QWidget) -> None:
        """Bring one of the lists to the front and give it the focus."""
        self.setCurrentWidget(panel)
        if not focus_into(panel):
            # It steps into its rows itself, once there are some.
            panel.setFocus()

    def find_similar(self, document_id: int, span: Span) -> None:
        """List what is like a place in a text; the keyboard follows the answer."""
        self.setCurrentWidget(self.similar)
        self._similar_controller.find(document_id, span)

    def _follow_search(self) -> None:
        searches = self.search_controller
        self.concordance_controller.follow(searches.listed, searches.shown.options)

    def _lay_out(self) -> None:
        self.setDocumentMode(True)
        self.tabBar().setAccessibleName("Results, notes, history and bin")
        self.setMinimumHeight(LEAST_HEIGHT)
        for panel, name in (
            (self.results, "Results"),
            (self.concordance, "Concordance"),
            (self.passages, "Passages"),
            (self.quotes, "Quotes"),
            (self.similar, "Similar"),
            (self.notes, "Notes"),
            (self.cases, "Cases"),
            (self.history, "History"),
            (self.bin, "Bin"),
        ):
            lay_on_surface(panel)
            self.addTab(panel, name)

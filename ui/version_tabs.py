"""Opens the tabs that are about versions: the review, and earlier texts."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from ui.common import Common
from ui.keymap import keymap
from ui.places.place import Tab, TabKind
from ui.places.travel import Travel
from ui.readers import Readers
from ui.strips import Strips
from ui.version_texts import show_version
from ui.versions.choices import version_choices
from ui.versions.controller import ReviewController
from ui.versions.earlier import EarlierPanel
from ui.versions.panel import ReviewPanel
from ui.widgets.choice_popup import ChoicePopup
from workbench.jobs import Tracker
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId
from workbench.model.word_diffs import WordDiff
from workbench.operations.reviewing import version_differences


class VersionTabs(QObject):
    """Knows the tabs of its kinds in the strips of a center."""

    current_requested = Signal(int)
    beside_requested = Signal(int, int)  # document, number of the version
    passage_shown = Signal(object)  # PassageId

    def __init__(
        self, common: Common, strips: Strips, readers: Readers, travel: Travel
    ) -> None:
        super().__init__(strips)
        self._project = common.project
        self._common = common
        self._strips = strips
        self._readers = readers
        self._travel = travel
        common.signals.changed.connect(self._follow)

    def open_review(self) -> ReviewPanel:
        """Show the review of changes."""
        with self._travel.jump():
            for panel in self._strips.of_kind(ReviewPanel):
                self._strips.bring_to_front(panel)
                return panel
            panel = ReviewPanel(self._readers.make_page)
            ReviewController(self._common, panel)
            panel.review_shown.connect(lambda it: self.passage_shown.emit(it.id))
            self._strips.add(panel, "Review changes")
            return panel

    def show_tab(self, tab: Tab) -> None:
        """Show what one of these tabs is named after."""
        if tab.kind is TabKind.VERSION:
            self.open_version(*tab.ids)
        else:
            self.open_review()

    def open_version(self, document_id: int, number: int) -> None:
        """Show a version of a document; the current one in its reader."""
        of_document = DocumentId(document_id)
        if self._project.documents.version(of_document) == number:
            self.current_requested.emit(document_id)
            return
        with self._travel.jump():
            for panel in self._strips.of_kind(EarlierPanel):
                if (panel.document_id, panel.number) == (document_id, number):
                    self._strips.bring_to_front(panel)
                    return
            panel = EarlierPanel(self._readers.make_page(), of_document, number)
            panel.current_requested.connect(self.current_requested)
            panel.beside_requested.connect(self.beside_requested)
            self._fill(panel)
            title = self._project.documents.get(of_document).title
            self._strips.add(panel, f"{title}, version {number}")

    def ask_which(self, document_id: DocumentId, point: QPoint) -> None:
        """Offer the versions of a document."""
        versions = self._project.versions.of_document(document_id)
        if len(versions) == 1:
            way = keymap.way_to("project.replace")
            self._common.notices.done(
                f"This is the only version · {way} to bring in another"
            )
            return
        popup = ChoicePopup("Versions of the text", "Find a version", self._strips)
        popup.chosen.connect(lambda number: self.open_version(document_id, number))
        current = self._project.documents.version(document_id)
        popup.open_at(point, version_choices(versions, current), 1)

    def tab_of(self, widget: QWidget) -> Tab | None:
        """Name a tab, if it is one of these."""
        if isinstance(widget, ReviewPanel):
            return Tab(TabKind.REVIEW)
        if isinstance(widget, EarlierPanel):
            return Tab(TabKind.VERSION, (widget.document_id, widget.number))
        return None

    def has(self, tab: Tab) -> bool:
        """Tell whether the project has what one of these tabs shows."""
        if tab.kind is TabKind.REVIEW:
            return True
        document_id, number = tab.ids
        versions = self._project.versions.of_document(DocumentId(document_id))
        return any(it.number == number for it in versions)

    def _fill(self, panel: EarlierPanel) -> None:
        show_version(self._project, panel.page, panel.document_id, panel.number)
        self._say_which(panel)
        self._compare(panel)

    def _say_which(self, panel: EarlierPanel) -> None:
        versions = self._project.versions.of_document(panel.document_id)
        current = self._project.documents.version(panel.document_id)
        panel.say_which(len(versions), current)

    def _compare(self, panel: EarlierPanel) -> None:
        project, document_id, number = self._project, panel.document_id, panel.number

        def compare(tracker: Tracker) -> WordDiff:
            with project.reader() as view:
                return version_differences(
                    view, document_id, number, lambda: tracker.advance(0, 1)
                )

        job = self._common.runner.start(compare, "Comparing versions")
        job.succeeded.connect(panel.show_differences)

    def _follow(self, changes: Changes) -> None:
        if not changes.touches("versions", "documents"):
            return
        for panel in self._strips.of_kind(EarlierPanel):
            if not self.has(Tab(TabKind.VERSION, (panel.document_id, panel.number))):
                self._strips.close_tab(panel)
            elif panel.document_id in changes.ids.get("documents", ()):
                self._say_which(panel)
                self._compare(panel)

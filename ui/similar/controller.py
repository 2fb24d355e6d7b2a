"""Looks for what is similar to a passage, off the UI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui.asking import LatestQuestion
from ui.common import Common
from ui.similar.model import Found
from ui.similar.panel import SimilarPanel
from ui.writing import CSV, Writing
from workbench.errors import WorkbenchError
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.spans import Span
from workbench.operations.similar import similar_to
from workbench.operations.similar_files import export_similar
from workbench.text.sentences import sentence_at
from workbench.views import ProjectView

TEXT_KINDS = ("documents", "versions")
NO_SENTENCE = "There is no sentence here; select what to find more of."


class SimilarController(QObject):
    """Serves one panel; of questions that follow each other the latest is answered."""

    def __init__(self, common: Common, panel: SimilarPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._writing = Writing(common, panel)
        self._notices = common.notices
        self._asked_from: QWidget | None = None
        self._asking: LatestQuestion[Found] = LatestQuestion(
            common.project, common.runner, "Looking for what is similar", self
        )
        self._asking.answered.connect(self._show)
        self._asking.failed.connect(self._fail)
        panel.export_requested.connect(self._ask_where)
        common.signals.changed.connect(self._follow)

    def find(self, document_id: int, span: Span) -> None:
        """List what is like a stretch of a text; an empty one means its sentence."""
        document = DocumentId(document_id)
        self._asked_from = QApplication.focusWidget()
        self._panel.show_looking()
        self._asking.ask(lambda view: find_similar(view, document, span))

    def _show(self, found: Found) -> None:
        """Show rows and step into them, if nobody has gone elsewhere meanwhile."""
        is_there_still = QApplication.focusWidget() is self._asked_from
        self._panel.show_found(found)
        if found.rows and is_there_still and self._panel.isVisible():
            self._panel.table.setFocus()

    def _fail(self, error: WorkbenchError) -> None:
        self._panel.found = None
        self._panel.show_purpose()
        self._notices.problem(error)

    def _ask_where(self) -> None:
        found = self._panel.found
        path = self._writing.ask("Export the similar places", "Similar places", CSV)
        if path and found:
            asked = Stretch(found.document_id, found.span)
            self._writing.write(
                path, lambda view, _: export_similar(view, asked, found.rows, path)
            )

    def _follow(self, changes: Changes) -> None:
        """Forget places in texts that have changed: they may be others now."""
        found = self._panel.found
        if found is not None and changes.touches(*TEXT_KINDS):
            self._panel.found = None
            self._panel.show_purpose()


def find_similar(view: ProjectView, document_id: DocumentId, span: Span) -> Found:
    """Find what is like a stretch, or like the sentence around an empty one."""
    text = view.documents.text(document_id)
    if not len(span):
        span = _sentence_around(view, document_id, text, span.start)
    title = view.documents.get(document_id).title
    rows = similar_to(view, document_id, span)
    return Found(document_id, title, span, span.of(text), rows)


def _sentence_around(
    view: ProjectView, document_id: DocumentId, text: str, offset: int
) -> Span:
    blocks = view.documents.blocks(document_id)
    block = next((it.span for it in blocks if offset <= it.span.end), None)
    found = sentence_at(text, offset, block) if block else Span(0, 0)
    if not len(found):
        raise WorkbenchError(NO_SENTENCE)
    return found

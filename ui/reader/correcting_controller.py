"""Corrects words of a text in place; the corrected text is a new version."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.common import Common
from ui.keymap import undo_hint
from ui.reader.correcting import CorrectingEditor
from ui.reader.panel import ReaderPanel
from workbench.errors import InvalidValue, ReadOnlyProject
from workbench.jobs import Tracker
from workbench.model.ids import DocumentId
from workbench.model.replacing import Replacement
from workbench.model.spans import Span
from workbench.operations.versions import correct_text
from workbench.text.correcting import block_around


class CorrectingController(QObject):
    """Serves one reader: opens the editor over its words, and saves."""

    def __init__(
        self,
        common: Common,
        panel: ReaderPanel,
        document_id: DocumentId,
    ) -> None:
        super().__init__(panel)
        self._project = common.project
        self._signals = common.signals
        self._notices = common.notices
        self._runner = common.runner
        self._panel = panel
        self._document_id = document_id
        self._is_saving = False

    def start(self) -> None:
        """Open the editor over the selection or the word at the caret."""
        if self._is_saving:
            return
        pane = self._panel.pane
        span = pane.selection or pane.word_at_caret
        with self._notices.guard():
            self._check(span)
            pane.keep_in_view(span.start)
            editor = CorrectingEditor(pane, span)
            editor.corrected.connect(self._correct)

    def _check(self, span: Span) -> None:
        if self._project.is_read_only:
            raise ReadOnlyProject(self._project.read_only_reason)
        blocks = self._project.documents.blocks(self._document_id)
        if not span or block_around(blocks, span) is None:
            raise InvalidValue("Select words of one paragraph to correct them.")

    def _correct(self, span: Span, text: str) -> None:
        project, document_id = self._project, self._document_id

        def correct(_tracker: Tracker) -> Replacement:
            return correct_text(project, document_id, span, text)

        self._is_saving = True
        job = self._runner.start(correct, "Correcting")
        job.succeeded.connect(self._tell)
        job.failed.connect(self._notices.problem)
        job.finished.connect(self._rest)

    def _tell(self, replacement: Replacement) -> None:
        self._signals.catch_up()
        said = f"Corrected; this is version {replacement.version} now"
        self._notices.done(f"{said} · {undo_hint()}")

    def _rest(self) -> None:
        self._is_saving = False

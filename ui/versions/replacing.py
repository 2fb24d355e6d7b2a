"""Replaces a document by a new version of it, in a job."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.common import Common
from ui.file_kinds import DOCUMENTS
from ui.keymap import keymap, undo_hint
from workbench.errors import ReadOnlyProject
from workbench.jobs import Tracker
from workbench.model.anchors import AnchorKind
from workbench.model.ids import DocumentId
from workbench.model.replacing import Replacement, in_words
from workbench.operations.encodings import change_encoding
from workbench.operations.evidence_changes import standings, what_changed
from workbench.operations.labels import quoted
from workbench.operations.versions import replace_document

_ASKING = (AnchorKind.EDITED, AnchorKind.AMBIGUOUS, AnchorKind.ORPHANED)


def _walk() -> str:
    return keymap.text_of("go.next_check") or "Go > Next cell to check"


class ReplacingController(QObject):
    """Asks for the file and replaces; `review_wanted` says that something waits."""

    review_wanted = Signal()

    def __init__(self, common: Common) -> None:
        super().__init__(common.signals)
        self._project = common.project
        self._signals = common.signals
        self._notices = common.notices
        self._runner = common.runner

    def ask_for_file(self, document_id: DocumentId, parent: QWidget) -> None:
        """Ask for the file with the new version, and replace."""
        name = self._project.documents.get(document_id).name
        title = f"New version of {quoted(name)}"
        chosen, _kind = QFileDialog.getOpenFileName(parent, title, "", DOCUMENTS)
        if chosen:
            self.replace(document_id, Path(chosen))

    def replace(self, document_id: DocumentId, path: Path) -> None:
        """Replace a document off the UI thread."""
        project = self._project
        self._run(
            document_id,
            lambda tracker: replace_document(project, document_id, path, tracker),
        )

    def read_as(self, document_id: DocumentId, encoding: str) -> None:
        """Read a document in another encoding off the UI thread."""
        project = self._project
        self._run(
            document_id,
            lambda tracker: change_encoding(project, document_id, encoding, tracker),
        )

    def _run(
        self, document_id: DocumentId, renew: Callable[[Tracker], Replacement]
    ) -> None:
        if self._project.is_read_only:
            raise ReadOnlyProject(self._project.read_only_reason)
        project = self._project

        def run(tracker: Tracker) -> tuple[Replacement, str]:
            with project.reader() as view:
                before = standings(view, document_id)
            replaced = renew(tracker)
            with project.reader() as view:
                return replaced, what_changed(before, standings(view, document_id))

        job = self._runner.start(run, "Replacing")
        job.succeeded.connect(self._tell)
        job.failed.connect(self._notices.problem)
        job.cancelled.connect(
            lambda: self._notices.done("Replacing cancelled; nothing was changed")
        )

    def _tell(self, done: tuple[Replacement, str]) -> None:
        replacement, cells = done
        self._signals.catch_up()
        name = self._project.documents.get(replacement.document_id).name
        said = f"Version {replacement.version} of {quoted(name)}"
        ways = in_words(replacement.moves)
        evidence = f" · {cells}, {_walk()} walks them" if cells else ""
        self._notices.done(f"{said}: {ways}{evidence} · {undo_hint()}")
        if replacement.count(*_ASKING) and self._project.passages.count_to_review():
            self.review_wanted.emit()

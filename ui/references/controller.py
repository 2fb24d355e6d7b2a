"""Reads references in a job, shows what they would fill in, and does it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.common import Common
from ui.keymap import undo_hint
from ui.references.lines import Line, lines_of
from ui.references.panel import ReferencesDialog
from ui.widgets.choice_list import Choice
from ui.widgets.choice_popup import ChoicePopup
from ui.widgets.counting import count_of
from workbench.errors import ReadOnlyProject, WorkbenchError
from workbench.jobs import Tracker
from workbench.model.changes import Changes
from workbench.model.documents import Document
from workbench.model.ids import DocumentId
from workbench.model.references import (
    AppliedReferences,
    Matching,
    Reference,
    ReferenceMatch,
)
from workbench.operations.reference_facts import apply_references
from workbench.operations.references import match, read_all_references

KINDS = "References (*.ris *.bib *.bibtex *.biblatex *.json *.rdf);;All files (*)"


class ReferencesController(QObject):
    """Serves the list, which is read again when documents have changed."""

    def __init__(self, common: Common, window: QWidget) -> None:
        super().__init__(window)
        self._common = common
        self._project = common.project
        self._window = window
        self._matching = Matching()
        self._chosen: dict[Reference, DocumentId] = {}
        self.dialog = ReferencesDialog(window)
        self.dialog.apply_wanted.connect(self._apply)
        self.dialog.other_wanted.connect(self.ask)
        self.dialog.document_wanted.connect(self._ask_for_document)
        common.signals.changed.connect(self._refresh)

    def ask(self) -> None:
        """Ask for files of references and show what they would fill in."""
        folder = str(self._project.path.parent)
        parent = self.dialog if self.dialog.isVisible() else self._window.window()
        names, _kind = QFileDialog.getOpenFileNames(parent, "References", folder, KINDS)
        if names:
            self.open([Path(it) for it in names])

    def open(self, paths: Sequence[Path]) -> None:
        """Show what references in these files and folders would fill in."""
        project = self._project

        def read(tracker: Tracker) -> tuple[Matching, list[Line]]:
            files = read_all_references(paths)
            with project.reader() as view:
                matching = match(view, files, tracker)
                return matching, lines_of(view, matching, {})

        job = self._common.runner.start(read, "Reading references")
        job.succeeded.connect(lambda found: self._show(*found))
        job.failed.connect(self._common.notices.problem)

    def _show(self, matching: Matching, lines: list[Line]) -> None:
        self._matching, self._chosen = matching, {}
        self.dialog.show_lines(lines)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.view.setFocus()

    def _refresh(self, changes: Changes) -> None:
        if self.dialog.isVisible() and changes.touches(
            "documents", "attributes", "attribute_values"
        ):
            self._read_again()

    def _read_again(self) -> None:
        project, matching, chosen = self._project, self._matching, dict(self._chosen)

        def read(_tracker: Tracker) -> list[Line]:
            with project.reader() as view:
                return lines_of(view, matching, chosen)

        job = self._common.runner.start(read, "Comparing with references")
        job.succeeded.connect(self.dialog.show_lines)
        job.failed.connect(self._common.notices.problem)

    def _apply(self) -> None:
        project, dialog = self._project, self.dialog
        if project.is_read_only:
            self._common.notices.problem(ReadOnlyProject(project.read_only_reason))
            return
        ticked: list[ReferenceMatch] = dialog.model.ticked()
        overwrite = dialog.model.overwrites

        def fill_in(_tracker: Tracker) -> AppliedReferences:
            return apply_references(project, ticked, overwrite=overwrite)

        job = self._common.runner.start(fill_in, "Filling in")
        job.succeeded.connect(self._tell)
        job.failed.connect(self._common.notices.problem)

    def _tell(self, applied: AppliedReferences) -> None:
        documents = count_of(applied.documents, "document")
        if applied.left_out:
            rest = len(applied.left_out) - 1
            more = f" And {count_of(rest, 'more value')}." if rest else ""
            self._common.notices.problem(WorkbenchError(applied.left_out[0] + more))
        else:
            self._common.notices.done(f"Filled in {documents} · {undo_hint()}")

    def _ask_for_document(self, line: Line) -> None:
        documents = self._project.documents.all()
        if not documents or line.reference is None:
            return
        reference, likely = line.reference, set(line.candidates)
        documents.sort(key=lambda it: it.id not in likely)
        popup = ChoicePopup("Document for this reference", "Find a document",
                            self.dialog)  # fmt: skip
        popup.chosen.connect(lambda it: self._choose(reference, it))
        popup.open_at(
            self.dialog.view.point_of_current(), [_choice(it) for it in documents]
        )

    def _choose(self, reference: Reference, document_id: DocumentId) -> None:
        self._chosen[reference] = document_id
        self._read_again()


def _choice(document: Document) -> Choice:
    title = document.title or document.name
    return Choice(title, document.name if title != document.name else "", document.id)

"""Reads the facts of two documents for a page, and again when these change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from ui.asking import LatestQuestion
from ui.common import Common
from ui.facts.contexts import context_of
from ui.facts.deciding import Deciding
from ui.facts.entries import Value, entries_of
from ui.facts.lines import Line
from ui.facts.panel import FactsPanel
from ui.facts.saving import FactFiles
from workbench.errors import WorkbenchError
from workbench.jobs import Tracker
from workbench.model.changes import Changes
from workbench.model.facts import FactRow
from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.operations.facts import fact_rows
from workbench.operations.statements import sentences_around
from workbench.views import ProjectView

READ_KINDS = ("documents", "versions", "zones", "alias_groups", "aliases")
QUIET_MS = 300
"""Reading again begins when nothing has changed for this long."""
READ_AGAIN = "The texts have changed; their facts are being read again. Wait a moment."


class FactsController(QObject):
    """Serves one page; it reads while somebody looks, and again after changes.

    `place_opened` carries a document and a span.
    """

    place_opened = Signal(int, object)

    def __init__(self, common: Common, panel: FactsPanel) -> None:
        super().__init__(panel)
        self._common = common
        self._project = common.project
        self._panel = panel
        self._documents: tuple[DocumentId, ...] = ()
        self._panes = (0, 1)
        self._rows: Sequence[FactRow] = ()
        self._tracker = Tracker()
        self._is_stale = True
        self._last_opened: tuple[Value | None, int] = (None, 0)
        self._question: LatestQuestion[Sequence[FactRow]] = LatestQuestion(
            common.project, common.runner, "Reading facts", self
        )
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._read_if_seen)
        Deciding(common, panel, self._pair_to_decide)
        FactFiles(common, panel, lambda: self.pair)
        self._connect()
        if common.project.is_read_only:
            panel.show_read_only()

    @property
    def pair(self) -> tuple[DocumentId, DocumentId]:
        """The two documents whose facts are beside each other."""
        left, right = self._panes
        return self._documents[left], self._documents[right]

    def show_documents(self, ids: Sequence[int]) -> None:
        """Compare the first two of the documents in the panes."""
        self._documents = tuple(DocumentId(it) for it in ids)
        self._panes = (0, 1)
        titles = [self._project.documents.title(it) for it in self._documents]
        self._panel.bar.offer_panes(titles, self._panes)
        self._begin()

    def _connect(self) -> None:
        panel = self._panel
        panel.shown.connect(self._read_if_seen)
        panel.retry_requested.connect(self._begin)
        panel.panes_chosen.connect(self._choose_panes)
        panel.line_changed.connect(self._show_contexts)
        panel.cite_wanted.connect(self._cite)
        panel.value_opened.connect(self._open)
        self._question.answered.connect(self._show)
        self._question.failed.connect(self._say_problem)
        self._common.signals.changed.connect(self._follow)

    def _choose_panes(self, left: int, right: int) -> None:
        self._panes = (left, right)
        self._begin()

    def _begin(self) -> None:
        """Show nothing of other documents, and read these."""
        self._rows, self._is_stale = (), True
        self._drop()
        self._panel.show_entries((), ("", ""))
        self._panel.show_reading()
        self._read_if_seen()

    def _read_if_seen(self) -> None:
        if not (self._is_stale and self._documents and self._panel.isVisible()):
            return
        self._is_stale = False
        self._drop()
        a, b = self.pair
        if a == b:
            self._panel.show_same_document()
            return
        self._panel.show_reading()
        tracker = self._tracker = Tracker()

        def read(view: ProjectView) -> Sequence[FactRow]:
            return fact_rows(view, a, b, tracker)

        self._question.ask(read)

    def _drop(self) -> None:
        """Stop reading, also between two questions to the file."""
        self._tracker.cancel()
        self._question.drop()

    def _pair_to_decide(self) -> tuple[DocumentId, DocumentId]:
        if self._is_stale or self._question.is_open:
            raise WorkbenchError(READ_AGAIN)
        return self.pair

    def _show(self, rows: Sequence[FactRow]) -> None:
        self._rows = rows
        self._show_verdicts()

    def _show_verdicts(self) -> None:
        a, b = self.pair
        links = self._project.links.between(a, b)
        titles = self._project.documents
        self._panel.show_entries(
            entries_of(self._rows, links, a), (titles.title(a), titles.title(b))
        )

    def _say_problem(self, error: WorkbenchError) -> None:
        self._rows = ()
        self._panel.show_problem(str(error))

    def _follow(self, changes: Changes) -> None:
        if not self._documents:
            return
        if changes.touches(*READ_KINDS):
            if not self._project.documents.are_there(self.pair):
                self._drop()
                return
            self._is_stale = True
            self._quiet.start()
        elif changes.touches("links") and self._rows:
            self._show_verdicts()

    def _show_contexts(self, line: Line | None) -> None:
        if line is None or not self._rows:
            self._panel.show_contexts((None, None))
            return
        values = line.entry.pair(line.number)
        self._panel.show_contexts(
            [
                context_of(self._project, document_id, value)
                for document_id, value in zip(self.pair, values, strict=True)
            ]
        )

    def _cite(self, value: Value, is_left: bool) -> None:  # noqa: FBT001
        """Ask for the sentence of a value to be cited: its first place."""
        place = Stretch(self.pair[0 if is_left else 1], value.fact.span)
        sentences = sentences_around(self._project, [place])
        self._panel.cite_requested.emit(sentences, self._panel.point_of_line())

    def _open(self, value: Value, is_left: bool) -> None:  # noqa: FBT001
        """Show a value in its pane; asked again, the next place where it stands."""
        known, number = self._last_opened
        number = (number + 1) % len(value.facts) if known == value else 0
        self._last_opened = value, number
        document_id = self.pair[0 if is_left else 1]
        self.place_opened.emit(document_id, value.facts[number].span)

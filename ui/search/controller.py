"""Runs what is typed into the search field, off the UI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs import JobRunner
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.search.field import SearchField
from ui.search.panel import SearchPanel
from workbench.errors import WorkbenchError
from workbench.jobs import Tracker
from workbench.model.changes import Changes
from workbench.model.search import Answer, SearchOptions, Understood
from workbench.project import Project

QUIET_MS = 120
NO_QUERY = Answer("", Understood(""))
SEARCHED_KINDS = ("documents", "passages", "taggings", "tags")


class SearchController(QObject):
    """Searches while the analyst types and again when what is searched changes.

    Only the answer to the latest query is shown; an older one that comes late is
    dropped.
    """

    answered = Signal(object)

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        field: SearchField,
        panel: SearchPanel,
        notices: Notices,
        runner: JobRunner,
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._field = field
        self._panel = panel
        self._notices = notices
        self._runner = runner
        self._query = ""
        self._asked = 0
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._ask)
        field.query_edited.connect(self._type)
        field.submitted.connect(self.run)
        field.results_wanted.connect(panel.focus_results)
        panel.query_chosen.connect(self.run)
        panel.scope_chosen.connect(lambda _scope: self._ask())
        signals.changed.connect(self._project_changed)
        panel.show_answer(NO_QUERY)

    def run(self, query: str) -> None:
        """Put a query into the field and search for it at once."""
        if self._field.text() != query:
            self._field.setText(query)
        self._query = query
        self._ask()

    def _type(self, query: str) -> None:
        self._query = query
        if query.strip():
            self._quiet.start()
        else:
            self._ask()

    def _project_changed(self, changes: Changes) -> None:
        if self._query.strip() and changes.touches(*SEARCHED_KINDS):
            self._quiet.start()

    def _ask(self) -> None:
        self._quiet.stop()
        self._asked += 1
        asked = self._asked
        if not self._query.strip():
            self._show(asked, NO_QUERY)
            return
        query = self._query
        options = SearchOptions(self._panel.scope_switch.scope)
        project = self._project

        def search(_tracker: Tracker) -> Answer:
            return answer_to(project, query, options)

        job = self._runner.start(search, "Searching")
        job.succeeded.connect(lambda answer: self._show(asked, answer))
        job.failed.connect(lambda error: self._show_problem(asked, error))

    def _show(self, asked: int, answer: Answer) -> None:
        if asked != self._asked:
            return
        self._panel.show_answer(answer)
        self.answered.emit(answer)

    def _show_problem(self, asked: int, error: WorkbenchError) -> None:
        if asked == self._asked:
            self._notices.problem(error)


def answer_to(project: Project, query: str, options: SearchOptions) -> Answer:
    """Search on a connection of its own, so that any thread may ask."""
    with project.reader() as view:
        return view.search(query, options)

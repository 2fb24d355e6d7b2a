"""Runs what is typed into the search field, off the UI thread."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from ui.asking import LatestQuestion
from ui.common import Common
from ui.search.field import SearchField
from ui.search.filling import Filling
from ui.search.panel import SearchPanel
from workbench.model.changes import Changes
from workbench.model.search import Answer, Asked, Elsewhere, SearchOptions, Understood
from workbench.views import ProjectView

QUIET_MS = 120
SOON_MS = 60
"""How long first hits wait for their counts before they are shown without them."""
NO_QUERY = Answer("", Understood(""))
SEARCHED_KINDS = (
    "documents", "versions", "passages", "taggings", "tags", "zones", "notes", "cases",
    "citations", "attributes", "attribute_values", "alias_groups", "aliases",
    "discarded_hits",
)  # fmt: skip


NOTHING_ASKED = Asked("", SearchOptions())


@dataclass(frozen=True, slots=True)
class _Answered:
    """An answer, and what is listed with it: as long as it is unfinished, the last."""

    answer: Answer
    shown: Asked
    listed: Answer


class SearchController(QObject):
    """Searches while the analyst types and again when what is searched changes.

    Only the answer to the latest query is shown; an older one is interrupted, and what
    it found dropped. First hits are shown before they are counted. `answered` carries
    each answer; `shown_changed` comes before it: the hits that are listed were read
    again. They are those of `shown`, in `listed`. `stopped`: somebody cancelled the
    count; the first hits are listed, and there is no answer.
    """

    answered = Signal(object)
    shown_changed = Signal()
    stopped = Signal()

    def __init__(
        self,
        common: Common,
        field: SearchField,
        panel: SearchPanel,
    ) -> None:
        super().__init__(panel)
        self._project = common.project
        self._field = field
        self._panel = panel
        self._query = ""
        self.shown = NOTHING_ASKED
        self.answer = self.listed = NO_QUERY
        self._filling = Filling(common, panel)
        self._question = LatestQuestion[_Answered](
            common.project, common.runner, "Searching", self
        )
        self._question.answered.connect(self._take)
        self._counting = LatestQuestion[_Answered](
            common.project, common.runner, "Counting hits", self
        )
        self._counting.answered.connect(self._show)
        self._counting.cancelled.connect(self._stop)
        for question in (self._question, self._counting):
            question.failed.connect(common.notices.problem)
        self._uncounted: _Answered | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._show_uncounted)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._ask)
        field.query_edited.connect(self._type)
        field.submitted.connect(self.run)
        field.results_wanted.connect(panel.focus_results)
        panel.query_chosen.connect(self.run)
        panel.header.options_chosen.connect(self._ask)
        panel.header.count_wanted.connect(self._count_again)
        panel.asides.discarded_toggled.connect(self._show_discarded)
        panel.nothing_found.elsewhere_chosen.connect(self._run_elsewhere)
        common.signals.changed.connect(self._project_changed)
        self._show(_Answered(NO_QUERY, NOTHING_ASKED, NO_QUERY))

    @property
    def is_searching(self) -> bool:
        """Whether an answer is awaited."""
        questions = (self._question, self._counting)
        return self._quiet.isActive() or any(it.is_open for it in questions)

    @property
    def options(self) -> SearchOptions:
        """How is searched, as chosen above the hits."""
        return self._panel.header.options

    def run(self, query: str, options: SearchOptions | None = None) -> None:
        """Put a query into the field and search for it at once."""
        if options is not None:
            self._panel.header.show_options(options)
        if self._field.text() != query:
            self._field.setText(query)
        self._query = query
        self._ask()

    def restore(self, query: str, options: SearchOptions) -> None:
        """Search for what was searched before the project was closed."""
        self._panel.header.show_options(options)
        if query.strip():
            self.run(query)

    def _type(self, query: str) -> None:
        self._query = query
        if query.strip():
            self._quiet.start()
        else:
            self._ask()

    def _project_changed(self, changes: Changes) -> None:
        if changes.touches("versions"):  # What was ticked may stand elsewhere now.
            self._panel.model.clear_ticks()
        if self._query.strip() and changes.touches(*SEARCHED_KINDS):
            self._quiet.start()

    def _run_elsewhere(self, other: Elsewhere) -> None:
        self.run(other.query, other.options)

    def _show_discarded(self, is_with: bool) -> None:  # noqa: FBT001  (Qt's signal)
        self._panel.header.set_with_discarded(is_with=is_with)

    def _ask(self) -> None:
        for timer in (self._quiet, self._soon):
            timer.stop()
        self._counting.drop()
        asked = Asked(self._query, self._panel.header.options)
        if not asked.query.strip():
            self._question.drop()
            self._show(_Answered(NO_QUERY, asked, NO_QUERY))
            return
        shown = self.shown

        def search(view: ProjectView) -> _Answered:
            answer = view.first(asked.query, asked.options)
            if asked == shown or not answer.hits:
                answer = view.completed(answer, asked.options)
            if not shown.query.strip() or not _is_unfinished(answer):
                return _Answered(answer, asked, answer)
            return _Answered(answer, shown, view.search(shown.query, shown.options))

        self._question.ask(search)

    def _take(self, answered: _Answered) -> None:
        if answered.answer.is_counted:
            self._show(answered)
            return
        self._uncounted = answered
        self._soon.start()
        first, options = answered.answer, answered.shown.options

        def count(view: ProjectView) -> _Answered:
            answer = view.completed(first, options)
            return _Answered(answer, answered.shown, answer)

        self._counting.ask(count)

    def _count_again(self) -> None:
        """Count what was not; as things are now, since they may have changed."""
        self._show_uncounted()
        shown = self.shown

        def count(view: ProjectView) -> _Answered:
            answer = view.search(shown.query, shown.options)
            return _Answered(answer, shown, answer)

        self._counting.ask(count)

    def _show_uncounted(self) -> None:
        if self._uncounted is not None:
            self._list(self._uncounted)

    def _stop(self) -> None:
        self._soon.stop()
        self._show_uncounted()
        self._panel.header.show_stopped(self.listed.total)
        self.stopped.emit()

    def _show(self, answered: _Answered) -> None:
        self._soon.stop()
        self._list(answered)
        self.shown_changed.emit()
        self.answered.emit(self.answer)

    def _list(self, answered: _Answered) -> None:
        self.answer, self.listed = answered.answer, answered.listed
        self._field.show_unread(self.answer.understood.unread)
        is_same = answered.shown == self.shown
        self.shown = answered.shown
        if not is_same:
            self._panel.model.clear_ticks()
        self._panel.nothing_found.has_documents = self._project.documents.count() > 0
        self._panel.show_answer(self.answer, self.listed, is_same=is_same)
        self._filling.begin(self.listed, self.shown.options)


def _is_unfinished(answer: Answer) -> bool:
    """Tell whether somebody may be in the middle of typing something readable."""
    is_typed_at = any(it.span is not None for it in answer.understood.unread)
    return is_typed_at and not answer.total and bool(answer.query.strip())

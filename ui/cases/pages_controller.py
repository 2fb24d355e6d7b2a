"""Reads what belongs to the chosen case in a job, and carries out what is decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from typing_extensions import override

from ui.asking import LatestQuestion
from ui.cases.contents import (
    Contents,
    DocumentLine,
    Line,
    Page,
    RowLine,
    read_contents,
)
from ui.cases.view import CasesView
from ui.common import Common
from ui.keymap import undo_hint
from ui.widgets.choice_list import Choice
from ui.widgets.choice_popup import ChoicePopup
from ui.widgets.counting import count_of
from ui.widgets.moments import readable_date
from workbench.errors import WorkbenchError
from workbench.jobs import Tracker
from workbench.model.changes import Changes
from workbench.model.ids import CaseId, DocumentId
from workbench.model.mentions import Mention
from workbench.operations.cases import add_documents, remove_documents
from workbench.operations.mentions import (
    confirm_mentions,
    reconsider_mentions,
    refuse_mentions,
    remove_mentions,
)

PAUSE_MS = 120
READ_OF = (
    "aliases", "alias_groups", "case_documents", "cases", "comparison_tables",
    "discarded_hits", "documents", "mentions", "passages", "table_rows", "versions",
    "zones",
)  # fmt: skip


class CasePagesController(QObject):
    """Serves the pages of one case; while they are hidden they are only stale."""

    place_activated = Signal(int, int, int)  # document, start, end
    passage_activated = Signal(int)
    document_activated = Signal(int)
    row_activated = Signal(int, int)  # table, row

    def __init__(self, common: Common, view: CasesView) -> None:
        super().__init__(view)
        self._common = common
        self._project = common.project
        self._view = view
        self._pages = view.pages
        self._case: CaseId | None = None
        self._is_stale = False
        self._asking: LatestQuestion[Contents] = LatestQuestion(
            common.project, common.runner, "Looking for mentions of a case", self
        )
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._connect()
        self._take(view.listing.current)

    def _connect(self) -> None:
        pages, listing = self._pages, self._view.listing
        self._pause.timeout.connect(self._catch_up)
        self._common.signals.closed.connect(self._pause.stop)
        self._common.signals.changed.connect(self._follow)
        self._asking.answered.connect(self._show)
        self._asking.failed.connect(self._fail)
        listing.current_changed.connect(self._take)
        listing.opened.connect(pages.take_focus)
        pages.opened.connect(self._open)
        pages.confirm_requested.connect(self._confirm)
        pages.refuse_requested.connect(self._refuse)
        pages.add_requested.connect(self._ask_document)
        pages.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._pause.start()
        return super().eventFilter(watched, event)

    def _take(self, case_id: CaseId | None) -> None:
        if case_id != self._case:
            self._case = case_id
            self._pages.show_contents(None)
            self._is_stale = True
            self._pause.start()

    def _follow(self, changes: Changes) -> None:
        if changes.touches(*READ_OF):
            self._is_stale = True
            self._pause.start()

    def _catch_up(self) -> None:
        case_id = self._case
        if not self._is_stale or case_id is None or not self._pages.isVisible():
            return
        self._is_stale = False
        self._pages.say("Looking for mentions…" if not self._pages.contents else "")
        self._asking.ask_tracked(
            lambda view, tracker: read_contents(view, case_id, tracker)
        )

    def _show(self, contents: Contents) -> None:
        if contents.case_id == self._case:
            self._pages.say("")
            self._pages.show_contents(contents)

    def _fail(self, error: WorkbenchError) -> None:
        self._pages.say("")
        # A case that was removed meanwhile is no problem to tell.
        if any(it.id == self._case for it in self._project.cases.all()):
            self._common.notices.problem(error)

    def _open(self, line: Line) -> None:
        if isinstance(line, DocumentLine):
            self.document_activated.emit(line.document_id)
        elif isinstance(line, RowLine):
            self.row_activated.emit(line.table_id, line.row_id)
        elif line.passage_id is not None:
            self.passage_activated.emit(line.passage_id)
        else:
            self.place_activated.emit(line.document_id, line.span.start, line.span.end)

    def _confirm(self, _page: Page, lines: Sequence[Line]) -> None:
        case_id = self._case
        if case_id is None:
            return
        stretches = [it.stretch for it in lines if isinstance(it, Mention)]
        self._run(
            lines,
            lambda: confirm_mentions(self._project, case_id, stretches),
            f"Confirmed {count_of(len(stretches), 'mention')}",
        )

    def _refuse(self, page: Page, lines: Sequence[Line]) -> None:
        case_id = self._case
        if case_id is None:
            return
        project, number = self._project, len(lines)
        mentions = [it for it in lines if isinstance(it, Mention)]
        if page is Page.POSSIBLE:
            stretches = [it.stretch for it in mentions]
            self._run(
                lines,
                lambda: refuse_mentions(project, case_id, stretches),
                f"Refused {count_of(number, 'mention')}",
            )
        elif page is Page.CONFIRMED:
            passages = [it.passage_id for it in mentions if it.passage_id is not None]
            self._run(
                lines,
                lambda: remove_mentions(project, case_id, passages),
                f"Took back {count_of(number, 'mention')}; the passages stay",
            )
        elif page is Page.REFUSED:
            discards = [it.discard_id for it in mentions if it.discard_id is not None]
            self._run(
                lines,
                lambda: reconsider_mentions(project, case_id, discards),
                f"{count_of(number, 'place')} to decide again",
            )
        else:
            self._take_out([it for it in lines if isinstance(it, DocumentLine)])

    def _take_out(self, lines: Sequence[DocumentLine]) -> None:
        case_id = self._case
        put_in = [it.document_id for it in lines if it.is_put_in]
        if not put_in or case_id is None:
            self._common.notices.problem(
                "These documents only mention the case; take back their mentions"
                " under Confirmed."
            )
            return
        self._run(
            (),
            lambda: remove_documents(self._project, case_id, put_in),
            f"Took {count_of(len(put_in), 'document')} out of the case",
        )

    def _run(
        self, decided: Sequence[Line], act: Callable[[], object], said: str
    ) -> None:
        """Do it beside the window: there may be thousands; tell when it is done.

        What was decided leaves its list at once, and comes back if that fails.
        """
        self._pages.take_out(decided)

        def run(_tracker: Tracker) -> None:
            act()

        notices = self._common.notices
        job = self._common.runner.start(run, "Deciding on mentions")
        job.succeeded.connect(lambda _: notices.done(f"{said} · {undo_hint()}"))
        job.failed.connect(self._put_back)

    def _put_back(self, error: WorkbenchError) -> None:
        self._common.notices.problem(error)
        self._is_stale = True
        self._catch_up()

    def _ask_document(self, point: QPoint) -> None:
        case_id = self._case
        if case_id is None:
            return
        there = set(self._project.cases.documents(case_id))
        choices = [
            Choice(it.title or it.name, readable_date(it.date or ""), it.id)
            for it in self._project.documents.all()
            if it.id not in there
        ]
        popup = ChoicePopup("Put into the case", "Find a document", self._view)
        popup.chosen.connect(lambda it: self._put_in(case_id, it))
        popup.open_at(point, choices)

    def _put_in(self, case_id: CaseId, document_id: DocumentId) -> None:
        with self._common.notices.guard():
            add_documents(self._project, case_id, [document_id])
            title = self._project.documents.title(document_id)
            self._common.notices.done(f"Put “{title}” into the case · {undo_hint()}")

"""Lists passages in a job, again when they change, and carries out what is asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QTimer

from ui.asking_first import before_deleting_passages
from ui.jobs import JobHandle, JobRunner
from ui.keymap import undo_hint
from ui.notices import Notices
from ui.passages.conditions import Offers
from ui.passages.model import Advice, Listing
from ui.passages.panel import PassagesPanel
from ui.project_signals import ProjectSignals
from ui.widgets.counting import count_of
from workbench.jobs import Tracker
from workbench.model.attributes import Subject
from workbench.model.changes import Changes
from workbench.model.ids import AttributeId, DocumentId, PassageId, TagId
from workbench.model.matrices import MatrixCell
from workbench.model.passage_filters import (
    EVERYTHING,
    PassageFilter,
    PassageGrouping,
    PassageOrder,
)
from workbench.operations import passages as operations
from workbench.operations.filter_words import FilterNames
from workbench.operations.passage_lists import grouped_passages, passage_lines
from workbench.operations.passage_matching import condition_to_drop
from workbench.operations.tags import create_tag
from workbench.project import Project
from workbench.views import ProjectView

LISTED_KINDS = (
    "passages", "taggings", "tags", "notes", "documents", "attributes",
    "attribute_values", "cases", "case_documents", "mentions",
)  # fmt: skip
PAUSE_MS = 150
DONE_AT_ONCE = 300
"""More passages than these are changed in a job."""


class PassagesController(QObject):
    """Serves the list of passages; while it is hidden it is only marked stale."""

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        panel: PassagesPanel,
        notices: Notices,
        runner: JobRunner,
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._panel = panel
        self._notices = notices
        self._runner = runner
        self._here: DocumentId | None = None
        self._job: JobHandle | None = None
        self._is_stale = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._catch_up)
        panel.model.read = lambda ids: passage_lines(project, ids)
        panel.set_editable(is_editable=not project.is_read_only)
        signals.changed.connect(self._follow)
        panel.shown.connect(self._catch_up)
        panel.changed.connect(self.list_again)
        panel.offers_wanted.connect(self._offer)
        panel.tag_wanted.connect(self._pick)
        panel.untag_wanted.connect(self._pick_own)
        panel.tag_requested.connect(self._tag)
        panel.untag_requested.connect(self._untag)
        panel.remove_requested.connect(self._remove)

    def list_again(self) -> None:
        """Read the list; while it is being read, once more afterwards."""
        self._is_stale = True
        self._catch_up()

    def show_tag(self, tag_id: int) -> None:
        """List the passages of all documents with a tag, or one beneath it."""
        self._panel.bar.all.setChecked(True)
        self._panel.bar.show_filter(PassageFilter(all_of=(TagId(tag_id),)))

    def show_cell(self, cell: MatrixCell) -> None:
        """List the passages of all documents that a cell of a matrix counts."""
        self._panel.bar.all.setChecked(True)
        self._panel.bar.show_filter(PassageFilter(cell=cell))

    def document_read(self, document_id: int) -> None:
        """Let this be the document whose passages can be listed alone."""
        is_other = document_id != self._here
        self._here = DocumentId(document_id)
        self._panel.bar.set_here(is_possible=True)
        if is_other and self._panel.bar.is_here:
            self.list_again()

    def _follow(self, changes: Changes) -> None:
        if not changes.touches(*LISTED_KINDS):
            return
        if self._here in changes.ids.get("documents", ()):
            there = self._project.documents.some([self._here or 0])
            self._here = self._here if there else None
            self._panel.bar.set_here(is_possible=bool(there))
        self._is_stale = True
        if not self._pause.isActive():
            self._pause.start()

    def _catch_up(self) -> None:
        if not self._is_stale or self._job or not self._panel.isVisible():
            return
        self._is_stale = False
        project, bar = self._project, self._panel.bar
        wanted, order, grouping = bar.wanted, bar.order, bar.grouping
        here = self._here if bar.is_here else None

        def run(_tracker: Tracker) -> Listing:
            with project.reader() as view:
                return read_listing(view, wanted, here, order, grouping)

        self._job = self._runner.start(run, "Listing passages")
        self._job.succeeded.connect(self._show)
        self._job.failed.connect(self._notices.problem)
        self._job.finished.connect(self._end)

    def _show(self, listing: Listing) -> None:
        # What was asked for meanwhile is read next; half of it is not shown.
        if not self._is_stale:
            self._panel.show_listing(listing)

    def _end(self) -> None:
        self._job = None
        self._catch_up()

    def _offer(self, point: QPoint) -> None:
        attributes = self._project.attributes
        values: dict[AttributeId, Counter[str]] = defaultdict(Counter)
        for value in attributes.values_of(Subject.DOCUMENT):
            values[value.attribute_id][value.text] += 1
        documents = self._project.documents.count()
        for counts in values.values():
            counts[""] = documents - counts.total()
        offers = Offers(
            self._project.tags.all(),
            self._project.passage_rows.analysts(),
            attributes.all(Subject.DOCUMENT),
            values,
        )
        self._panel.offer_conditions(point, offers)

    def _pick(self, ids: list[PassageId], point: QPoint) -> None:
        self._panel.pick_tag(ids, point, self._project.tags.all())

    def _pick_own(self, ids: list[PassageId], point: QPoint) -> None:
        tags = self._project.passage_rows.tags_of(ids)
        own = {tag_id for tag_ids in tags.values() for tag_id in tag_ids}
        if len(own) == 1:
            self._untag(ids, own.pop())
        elif own:
            offered = [it for it in self._project.tags.all() if it.id in own]
            self._panel.pick_tag(ids, point, offered, is_removal=True)
        else:
            self._notices.done("There is no tag on these passages to remove")

    def _tag(self, ids: Sequence[PassageId], choice: TagId | str) -> None:
        project = self._project

        def act() -> str:
            with project.operation("Tag passages") as edit:
                tag_id = (
                    create_tag(project, choice) if isinstance(choice, str) else choice
                )
                operations.tag_passages(project, ids, [tag_id])
                return (
                    f"Tagged {count_of(len(ids), 'passage')} “{edit.tags.name(tag_id)}”"
                )

        self._change(ids, act)

    def _untag(self, ids: Sequence[PassageId], tag_id: TagId) -> None:
        project = self._project

        def act() -> str:
            operations.untag_passages(project, ids, [tag_id])
            return f"Removed a tag from {count_of(len(ids), 'passage')}"

        self._change(ids, act)

    def _remove(self, ids: Sequence[PassageId]) -> None:
        project = self._project

        def act() -> str:
            operations.remove_passages(project, ids)
            return f"Moved {count_of(len(ids), 'passage')} to the bin"

        before_deleting_passages(
            self._panel, project, ids, lambda: self._change(ids, act)
        )

    def _change(self, ids: Sequence[PassageId], act: Callable[[], str]) -> None:
        """Do something to passages, and say what; in a job if there are many."""
        if len(ids) <= DONE_AT_ONCE:
            with self._notices.guard():
                self._say(act())
            return

        def run(_tracker: Tracker) -> str:
            return act()

        job = self._runner.start(run, f"Changing {count_of(len(ids), 'passage')}")
        job.succeeded.connect(self._say)
        job.failed.connect(self._notices.problem)

    def _say(self, done: str) -> None:
        self._notices.done(f"{done} · {undo_hint()}")


def read_listing(
    view: ProjectView,
    wanted: PassageFilter,
    here: DocumentId | None,
    order: PassageOrder = PassageOrder.PLACE,
    grouping: PassageGrouping = PassageGrouping.NONE,
) -> Listing:
    """Return what a list shows of one document, or of all."""
    scoped = wanted if here is None else replace(wanted, documents=(here,))
    groups = grouped_passages(view, scoped, order, grouping)
    names = FilterNames.of(view)
    labels = {it: names.phrase(it) for it in replace(wanted, words="").parts()}
    is_empty = not any(it.ids for it in groups)
    return Listing(
        groups,
        view.passage_rows.count(here),
        view.passages.outlines.tag_looks(),
        labels,
        names.sentence(scoped),
        _advice(view, wanted, here, names)
        if is_empty and wanted != EVERYTHING
        else None,
    )


def _advice(
    view: ProjectView,
    wanted: PassageFilter,
    here: DocumentId | None,
    names: FilterNames,
) -> Advice | None:
    documents = () if here is None else (here,)
    found = condition_to_drop(view, wanted, documents)
    return found and Advice(found[0], names.phrase(found[0]), found[1])

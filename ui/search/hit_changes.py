"""Tags, discards and restores hits: the ticked ones, the current one, or all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QPoint

from ui.common import Common
from ui.keymap import undo_hint
from ui.search.controller import SearchController
from ui.search.panel import SearchPanel
from ui.widgets.counting import count_of
from workbench.jobs import Tracker
from workbench.model.ids import DiscardId, DocumentId, TagId
from workbench.model.search import Asked, Hit
from workbench.model.spans import Span
from workbench.operations.searches import discard_hits, restore_hits
from workbench.operations.tag_places import tag_places
from workbench.project import Project

DONE_AT_ONCE = 50
"""More hits than these are changed in a job."""
READ_AT_ONCE = 500

Place = tuple[DocumentId, Span]
Act = Callable[[Sequence[Place]], str]


class HitChanges(QObject):
    """Carries out what is asked about hits; each act is one step."""

    def __init__(
        self,
        common: Common,
        searches: SearchController,
        panel: SearchPanel,
    ) -> None:
        super().__init__(panel)
        self._project = common.project
        self._searches = searches
        self._panel = panel
        self._notices = common.notices
        self._runner = common.runner
        acts = panel.acts
        acts.set_editable(is_editable=not self._project.is_read_only)
        acts.tags_wanted.connect(self._offer_tags)
        acts.tag_requested.connect(self._tag)
        acts.discard_requested.connect(self._discard)
        acts.restore_requested.connect(self._restore)

    def _offer_tags(self, point: QPoint) -> None:
        self._panel.acts.pick_tag(point, self._project.tags.all())

    def _tag(self, choice: TagId | str, words: bool) -> None:  # noqa: FBT001  (a signal's)
        def act(places: Sequence[Place]) -> str:
            count = tag_places(self._project, places, [choice])
            return f"Tagged {count_of(count, 'passage')}"

        self._change(act, words=words)

    def _discard(self) -> None:
        words = self._searches.listed.words

        def act(places: Sequence[Place]) -> str:
            count = discard_hits(self._project, words, places)
            return f"Discarded {count_of(count, 'hit')} of “{words}”"

        self._change(act)
        self._panel.model.clear_ticks()

    def _restore(self) -> None:
        words = self._searches.listed.words

        def act(places: Sequence[Place]) -> str:
            ids = list(_discarded_in(self._project, words, places))
            if not ids:
                return "These hits were not discarded"
            restore_hits(self._project, ids)
            return f"Restored {count_of(len(ids), 'place')}"

        self._change(act)

    def _change(self, act: Act, *, words: bool = False) -> None:
        """Do something to the hits that are meant, and say what."""
        ticks = self._panel.model.ticks.copy()
        hits = self._panel.acts.ticked_or_current()
        if not ticks.is_all and len(hits) <= DONE_AT_ONCE:
            with self._notices.guard():
                self._say(act(_places(hits, words=words)))
            return
        project, asked, is_all = self._project, self._searches.shown, ticks.is_all

        def run(tracker: Tracker) -> str:
            chosen = (
                [it for it in _all_hits(project, asked, tracker) if it in ticks]
                if is_all
                else hits
            )
            return act(_places(chosen, words=words))

        job = self._runner.start(run, "Changing hits")
        job.succeeded.connect(self._say)
        job.failed.connect(self._notices.problem)

    def _say(self, done: str) -> None:
        self._notices.done(f"{done} · {undo_hint()}")


def _places(hits: Sequence[Hit], *, words: bool) -> list[Place]:
    if not words:
        return [(it.document_id, it.span) for it in hits]
    return [(it.document_id, match) for it in hits for match in it.matches]


def _all_hits(project: Project, asked: Asked, tracker: Tracker) -> Iterator[Hit]:
    with project.reader() as view:
        listing = view.listing(asked.query, asked.options)
        rows = listing.rows if listing else ()
        for start in range(0, len(rows), READ_AT_ONCE):
            tracker.advance(start, len(rows), "Reading hits")
            found = view.hits(
                asked.query, asked.options, rows[start : start + READ_AT_ONCE]
            )
            yield from found.values()


def _discarded_in(
    project: Project, words: str, places: Sequence[Place]
) -> Iterator[DiscardId]:
    wanted: dict[DocumentId, list[Span]] = {}
    for document_id, span in places:
        wanted.setdefault(document_id, []).append(span)
    for discard in project.searches.discards(words):
        if any(it.overlaps(discard.span) for it in wanted.get(discard.document_id, ())):
            yield discard.id

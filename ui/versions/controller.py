"""Turns what is decided in a review into operations, and shows what is left."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.common import Common
from ui.keymap import undo_hint
from ui.versions.panel import ReviewPanel
from ui.widgets.counting import count_of
from workbench.jobs import Tracker
from workbench.model.changes import Changes
from workbench.model.ids import PassageId
from workbench.model.outlines import PassageOutline
from workbench.model.reviewing import Review
from workbench.model.spans import Span
from workbench.operations import reviewing
from workbench.operations.versions import (
    accept_places,
    keep_as_orphans,
    place_passage,
)

FEW = 200
"""So many passages are read at once without a job: some milliseconds."""


class ReviewController(QObject):
    """Serves the review of one project."""

    def __init__(self, common: Common, panel: ReviewPanel) -> None:
        super().__init__(panel)
        self._project = common.project
        self._panel = panel
        self._notices = common.notices
        self._runner = common.runner
        self._looks = common.project.passages.outlines.tag_looks()
        panel.review_shown.connect(self._show)
        panel.place_shown.connect(self._show_place)
        panel.decided.connect(self._decide)
        panel.orphan_requested.connect(self._keep)
        panel.alike_accepted.connect(self._accept_all)
        common.signals.changed.connect(self._follow)
        self.load()

    def load(self) -> None:
        """Read all that waits, in a job where that is much."""
        if self._project.passages.count_to_review() <= FEW:
            self._panel.model.show(reviewing.passages_to_review(self._project))
            return
        project = self._project

        def read(_tracker: Tracker) -> list[Review]:
            with project.reader() as view:
                return reviewing.passages_to_review(view)

        job = self._runner.start(read, "Reading what is to review")
        # Not the model itself: the tab may be closed before the job ends.
        job.succeeded.connect(self._take)

    def _take(self, reviews: list[Review]) -> None:
        self._panel.model.show(reviews)

    def _follow(self, changes: Changes) -> None:
        if changes.touches("tags"):
            self._looks = self._project.passages.outlines.tag_looks()
        touched = changes.ids.get("passages", frozenset())
        if changes.touches("versions"):
            self._panel.old.forget()
            self._panel.new.forget()
        documents = changes.ids.get("documents", frozenset())
        if documents & self._panel.model.documents or len(touched) > FEW:
            self.load()
        elif touched:
            passages = self._project.passages.some(touched)
            found = reviewing.reviews_of(self._project, passages)
            self._panel.model.change(found, touched)

    # Showing

    def _show(self, review: Review) -> None:
        panel, project = self._panel, self._project
        places = reviewing.possible_places(project, review)
        current = project.documents.version(review.document_id)
        panel.old.show_version(project, review.document_id, review.old_version)
        panel.old.say(f"Version {review.old_version}, as it was")
        panel.new.show_version(project, review.document_id, current)
        panel.new.say(f"Version {current}, the current text")
        panel.old.page.show_passages([_outline(review, review.old_span)], self._looks)
        panel.old.page.select_passage(review.id)
        panel.old.page.show_place(review.old_span)
        self._show_place(review, review.place)
        panel.show_places(review, places)

    def _show_place(self, review: Review, place: Span | None) -> None:
        page = self._panel.new.page
        shown = [] if place is None else [_outline(review, place, is_uncertain=True)]
        page.show_passages(shown, self._looks)
        page.select_passage(None if place is None else review.id)
        page.show_place(place or reviewing.nearby(self._project, review))
        found = reviewing.differences(self._project, review, place)
        page.show_changed(found.added, are_new=True)
        self._panel.old.page.show_changed(found.removed, are_new=False)

    # Deciding

    def _decide(self, review: Review, place: Span) -> None:
        with self._notices.guard():
            if place == review.place:
                accept_places(self._project, [review.id])
                self._say("Accepted the passage's place")
            else:
                place_passage(self._project, review.id, place)
                self._say("Gave the passage its place")

    def _keep(self, review: Review) -> None:
        with self._notices.guard():
            keep_as_orphans(self._project, [review.id])
            self._say("Kept the passage with the old text")

    def _accept_all(self, ids: list[PassageId]) -> None:
        with self._notices.guard():
            accept_places(self._project, ids)
            self._say(f"Accepted {count_of(len(ids), 'place')}")

    def _say(self, done: str) -> None:
        left = len(self._panel.model.reviews)
        self._notices.done(f"{done}, {left:,} left to review · {undo_hint()}")


def _outline(
    review: Review, span: Span, *, is_uncertain: bool = False
) -> PassageOutline:
    passage = review.passage
    return PassageOutline(
        passage.id, span, passage.tag_ids, bool(passage.note), is_uncertain
    )

"""Keeps what a page shows true, without ever making the window wait."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from ui.common import Common
from ui.concordance.page import Page
from ui.jobs import JobHandle
from workbench.errors import WorkbenchError
from workbench.jobs import Tracker
from workbench.views import ProjectView

Work = Callable[[ProjectView, Tracker], Any]
Wish = Callable[[], Work | None]
Show = Callable[[Any], None]


class Serving(QObject):
    """Asks for what a page shows when it is stale and seen; the newest answer counts.

    `wish` gives the work to do, with all it needs, or None while there is nothing to
    ask for.
    """

    def __init__(
        self, common: Common, page: Page, label: str, wish: Wish, show: Show
    ) -> None:
        super().__init__(page)
        self._common = common
        self._page = page
        self._label = label
        self._wish = wish
        self._show = show
        self._job: JobHandle | None = None
        self._is_stale = True
        page.shown.connect(self.catch_up)
        page.again_wanted.connect(self.renew)

    def renew(self) -> None:
        """Ask again, now or when the page is seen; what is under way is dropped."""
        self._is_stale = True
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        self.catch_up()

    def catch_up(self) -> None:
        """Ask if what is shown is stale and somebody sees it."""
        if not self._is_stale or not self._page.isVisible():
            return
        work = self._wish()
        if work is None:
            return
        self._is_stale = False
        self._start(work)

    def _start(self, work: Work) -> None:
        project = self._common.project

        def run(tracker: Tracker) -> Any:
            with project.reader() as view:
                return work(view, tracker)

        self._job = job = self._common.runner.start(run, self._label)
        job.succeeded.connect(lambda answer: self._take(job, answer))
        job.failed.connect(lambda error: self._say_problem(job, error))
        job.cancelled.connect(lambda: self._say_stopped(job))

    def _take(self, job: JobHandle, answer: object) -> None:
        if job is self._job:
            self._job = None
            self._show(answer)

    def _say_problem(self, job: JobHandle, error: WorkbenchError) -> None:
        if job is self._job:
            self._job = None
            self._common.notices.problem(error)

    def _say_stopped(self, job: JobHandle) -> None:
        if job is self._job:
            self._job = None
            self._page.show_stopped()

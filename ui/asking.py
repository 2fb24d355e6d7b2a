"""Questions to a project of which only the latest counts: searching while one types."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.jobs import JobRunner, Lane
from workbench.errors import WorkbenchError
from workbench.jobs import Cancelled, Tracker
from workbench.project import Project
from workbench.views import ProjectView

Answer = TypeVar("Answer")
Question = Callable[[ProjectView], Answer]
TrackedQuestion = Callable[[ProjectView, Tracker], Answer]


class LatestQuestion(QObject, Generic[Answer]):
    """Runs one question at a time off the UI thread, and the latest after it.

    An outdated one is interrupted where it reads, and what it found is dropped:
    `answered` carries only the latest answer, `failed` why there is none; `cancelled`
    says that somebody stopped the latest.
    """

    answered = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        project: Project,
        runner: JobRunner,
        label: str,
        parent: QObject,
        lane: Lane = Lane.ANSWER,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._runner = runner
        self._label = label
        self._lane = lane
        self._running: _Run[Answer] | None = None
        self._next: TrackedQuestion[Answer] | None = None

    @property
    def is_open(self) -> bool:
        """Whether a question waits for its answer."""
        return self._next is not None or self._running is not None

    def ask(self, question: Question[Answer]) -> None:
        """Ask; what was asked before is not answered any more."""
        self.ask_tracked(lambda view, _tracker: question(view))

    def ask_tracked(self, question: TrackedQuestion[Answer]) -> None:
        """Ask what takes long besides reading; it stops when it is outdated."""
        self._next = question
        if self._running is None:
            self._start()
        else:
            self._running.stop()

    def drop(self) -> None:
        """Want no answer any more."""
        self._next = None
        if self._running is not None:
            self._running.stop()

    def _start(self) -> None:
        question, self._next = self._next, None
        if question is None:
            return
        self._running = run = _Run(self._project, question)
        job = self._runner.start(run, self._label, self._lane)
        # Methods, not lambdas: Qt forgets them together with this object.
        job.succeeded.connect(self._end)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._say_cancelled)
        job.finished.connect(self._go_on)

    def _end(self, answer: object) -> None:
        if self._running is not None and not self._running.is_over:
            self.answered.emit(answer)

    def _fail(self, error: WorkbenchError) -> None:
        if self._running is not None and not self._running.is_over:
            self.failed.emit(error)

    def _say_cancelled(self) -> None:
        if self._running is not None and not self._running.is_over:
            self.cancelled.emit()

    def _go_on(self) -> None:
        self._running = None
        self._start()


class _Run(Generic[Answer]):
    """One question under way in a thread; any thread may stop it."""

    def __init__(self, project: Project, question: TrackedQuestion[Answer]) -> None:
        self._project = project
        self._question = question
        self._tracker: Tracker | None = None
        self.is_over = False

    def __call__(self, tracker: Tracker) -> Answer:
        self._tracker = tracker

        def is_unwanted() -> bool:
            return self.is_over or tracker.is_cancelled

        try:
            with self._project.reader() as view:
                view.stop_when(is_unwanted)
                if is_unwanted():
                    raise Cancelled
                return self._question(view, tracker)
        except WorkbenchError:
            if is_unwanted():
                raise Cancelled from None
            raise

    def stop(self) -> None:
        """Make the question end soon, without an answer."""
        self.is_over = True
        if self._tracker is not None:
            self._tracker.cancel()

"""Long work off the UI thread, with progress, cancelling, and one end on the UI thread.

What a job does is in the engine: a function that takes a `Tracker`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from enum import Enum
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QRunnable,
    Qt,
    QThreadPool,
    Signal,
    Slot,
)
from typing_extensions import override

from workbench.errors import WorkbenchError
from workbench.jobs import Cancelled, Progress, Tracker

SECONDS_BETWEEN_REPORTS = 0.1


class Lane(Enum):
    """Which jobs wait for each other: an answer waits for no import.

    What completes an answer is done one after the other: jobs share one interpreter,
    and all at once would delay each other and the window. Pictures are drawn by another
    process: a page in view waits for nothing else.
    """

    WORK = "work"
    ANSWER = "answer"
    COMPLETION = "completion"
    PICTURE = "picture"


AT_ONCE = {Lane.WORK: 3, Lane.ANSWER: 2, Lane.COMPLETION: 1, Lane.PICTURE: 1}


class JobHandle(QObject):
    """One job under way; every signal arrives on the UI thread.

    Exactly one of `succeeded`, `failed` and `cancelled` ends it, then `finished`
    follows. A mistake of ours goes to `sys.excepthook` and then to `finished`. A quiet
    one is not told of: whoever waits for it sees it come.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, label: str, parent: QObject) -> None:
        super().__init__(parent)
        self.label = label
        self.progress = Progress(0, 0, label)
        self.is_cancelling = False
        self.is_finished = False
        self.is_quiet = False
        self.tracker = Tracker()

    def cancel(self) -> None:
        """Ask the job to stop at its next report of progress."""
        self.is_cancelling = True
        self.tracker.cancel()

    @Slot(object)
    def _take_progress(self, progress: Progress) -> None:
        self.progress = progress
        self.progressed.emit(progress)

    @Slot(object, object)
    def _take_end(self, result: object, error: BaseException | None) -> None:
        self.is_finished = True
        if error is None:
            self.succeeded.emit(result)
        elif isinstance(error, Cancelled):
            self.cancelled.emit()
        elif isinstance(error, WorkbenchError):
            self.failed.emit(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
        self.finished.emit()


class _Work(QRunnable):
    """Runs one job in the pool and posts what it says to the UI thread."""

    def __init__(self, job: Callable[[Tracker], Any], handle: JobHandle) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._job = job
        self._post = _Post()
        self._post.progressed.connect(
            handle._take_progress,  # noqa: SLF001
            Qt.ConnectionType.QueuedConnection,
        )
        self._post.ended.connect(
            handle._take_end,  # noqa: SLF001
            Qt.ConnectionType.QueuedConnection,
        )
        self._last_report = 0.0
        self._tracker = handle.tracker = Tracker(self._report)

    @override
    def run(self) -> None:
        try:
            result = self._job(self._tracker)
        except BaseException as error:  # noqa: BLE001  (a border: raised again there)
            self._post.ended.emit(None, error)
        else:
            self._post.ended.emit(result, None)

    def _report(self, progress: Progress) -> None:
        now = time.monotonic()
        is_last = progress.done >= progress.total
        if is_last or now - self._last_report >= SECONDS_BETWEEN_REPORTS:
            self._last_report = now
            self._post.progressed.emit(progress)


class _Post(QObject):
    """Carries a job's words from the pool's thread to its handle."""

    progressed = Signal(object)
    ended = Signal(object, object)


class JobRunner(QObject):
    """Starts jobs and knows which are running; lives on the UI thread.

    `changed` says that a job began, came further or ended.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {lane: QThreadPool(self) for lane in Lane}
        for lane, pool in self._pools.items():
            pool.setMaxThreadCount(AT_ONCE[lane])
        self._works: dict[JobHandle, _Work] = {}

    @property
    def running(self) -> list[JobHandle]:
        """Return the jobs that have not ended, oldest first."""
        return list(self._works)

    def start(
        self, job: Callable[[Tracker], Any], label: str, lane: Lane = Lane.WORK
    ) -> JobHandle:
        """Run `job` in a thread of its lane; connect to what is returned at once."""
        handle = JobHandle(label, self)
        handle.is_quiet = lane is Lane.PICTURE
        self._works[handle] = work = _Work(job, handle)
        handle.progressed.connect(self.changed)
        handle.finished.connect(lambda: self._forget(handle))
        self._pools[lane].start(work)
        self.changed.emit()
        return handle

    def cancel_all(self) -> None:
        """Ask every running job to stop."""
        for handle in self.running:
            handle.cancel()

    def wait_all(self) -> None:
        """Wait until all jobs have ended and their ends are delivered.

        Those too that are started where another's end arrives.
        """
        while self._works:
            for pool in self._pools.values():
                pool.waitForDone()
            for handle in self.running:
                QCoreApplication.sendPostedEvents(handle, QEvent.Type.MetaCall)

    def _forget(self, handle: JobHandle) -> None:
        del self._works[handle]
        handle.deleteLater()
        self.changed.emit()

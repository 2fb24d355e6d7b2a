"""Reads files in worker processes: several at once, in order, and none can do harm.

A file that crashes its reader, hangs, or wants too much memory costs itself only.
"""

from __future__ import annotations

import atexit
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from queue import SimpleQueue
from types import TracebackType
from typing import Final, Self

from workbench.errors import UnreadableFile, WorkbenchError
from workbench.importing.worker_batches import (
    Answer,
    Asked,
    Batch,
    Pause,
    Refused,
    batches,
)
from workbench.importing.worker_pictures import Drawing
from workbench.importing.worker_processes import Limits, WorkerEnded, WorkerProcess
from workbench.jobs import Cancelled
from workbench.model.documents import ParsedDocument
from workbench.model.pictures import Picture

__all__ = ["Answer", "Asked", "Limits", "Refused", "Workers", "shared_workers"]

LIMITS: Final = Limits()
MOST_PROCESSES: Final = 4
AHEAD_BYTES: Final = 64_000_000
"""How many bytes of files are read ahead of who takes them; one file may have more."""


class Workers:
    """Processes that read; any number of threads may ask at the same time.

    Processes begin with the first question, and end when nobody asks for a while.
    `command` begins another program than the usual worker.
    """

    def __init__(
        self,
        count: int | None = None,
        limits: Limits = LIMITS,
        command: Sequence[str] = (),
    ) -> None:
        self._count = count or min(os.cpu_count() or 1, MOST_PROCESSES)
        self._limits, self._command = limits, command
        self._batches: SimpleQueue[Batch | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._processes: dict[threading.Thread, WorkerProcess] = {}
        self._drawing = Drawing(limits, command)
        self._is_closed = False
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def read(
        self, asked: Iterable[Asked], pause: Pause | None = None
    ) -> Iterator[Answer]:
        """Yield what each file holds, in the order asked.

        Files are taken from `asked` as they are needed, a bounded number ahead. Closing
        the iterator stops what is under way for it, and so does what `pause` raises,
        which is called again and again while an answer is awaited.
        """
        ahead: deque[Batch] = deque()
        try:
            for batch in batches(asked, self._limits):
                ahead.append(batch)
                self._submit(batch)
                while self._is_enough(ahead):
                    yield from ahead[0].answers(pause)
                    ahead.popleft()
            while ahead:
                yield from ahead[0].answers(pause)
                ahead.popleft()
        finally:
            for batch in ahead:
                batch.is_wanted = False

    def read_one(self, asked: Asked) -> list[ParsedDocument]:
        """Return the documents in a file; `UnreadableFile` says why there are none."""
        (answer,) = self.read([asked])
        if isinstance(answer, Refused):
            raise UnreadableFile(answer.reason)
        return answer

    def picture(
        self, content_key: str, content: Callable[[], bytes], page: int, scale: float
    ) -> Picture:
        """Return the picture of a page, counted from 1, at so many pixels a point.

        `content` is called only if the PDF of this key is not open from the last
        times. Raises `UnreadableFile` if the page cannot be drawn.
        """
        return self._drawing.picture(content_key, content, page, scale)

    def close(self) -> None:
        """End all processes; who still waits for an answer gets `Cancelled`."""
        with self._lock:
            self._is_closed = True
            for process in self._processes.values():
                process.end()
        self._drawing.close()
        for _ in self._threads:
            self._batches.put(None)
        for thread in self._threads:
            thread.join()

    def _is_enough(self, ahead: Sequence[Batch]) -> bool:
        size = sum(it.size for it in ahead)
        return len(ahead) > 2 * self._count or size > AHEAD_BYTES

    def _submit(self, batch: Batch) -> None:
        with self._lock:
            if self._is_closed:
                raise Cancelled
            while len(self._threads) < self._count:
                thread = threading.Thread(target=self._work, daemon=True, name="worker")
                self._threads.append(thread)
                thread.start()
            self._batches.put(batch)

    def _work(self) -> None:
        """Serve batches, as one thread of several, until the pool is closed."""
        while batch := self._batches.get():
            try:
                self._serve(batch)
            except (WorkbenchError, Cancelled) as error:
                batch.fail(error)
        process = self._processes.get(threading.current_thread())
        if process:
            process.close()

    def _serve(self, batch: Batch) -> None:
        while batch.is_waiting:
            try:
                batch.read_with(self._process())
            except WorkerEnded as ended:
                batch.blame(ended)

    def _process(self) -> WorkerProcess:
        """Return the process of this thread, a fresh one if the last has ended."""
        me = threading.current_thread()
        process = self._processes.get(me)
        if process is None or process.has_ended:
            if process:
                process.close()
            process = WorkerProcess(self._limits, self._command)
        with self._lock:
            self._processes[me] = process
            if self._is_closed:
                raise Cancelled
        return process


@cache
def shared_workers() -> Workers:
    """Return the workers of this program, which end with it."""
    workers = Workers()
    atexit.register(workers.close)
    return workers

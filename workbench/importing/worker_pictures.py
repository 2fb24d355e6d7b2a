"""Draws pages of PDFs in a worker of its own, so that no import keeps them waiting."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any, Final

from workbench.errors import UnreadableFile
from workbench.importing.worker_documents import UNSOUND
from workbench.importing.worker_processes import (
    End,
    Limits,
    WorkerEnded,
    WorkerProcess,
)
from workbench.jobs import Cancelled
from workbench.model.pictures import Picture

_REASONS: Final = {
    End.UNSOUND: "what came of it is no picture",
    End.OVERDUE: "it takes too long",
    End.OUT_OF_MEMORY: "it needs too much memory",
    End.CRASHED: "its PDF makes the program that draws it crash",
}


class Drawing:
    """Asks one worker, which keeps the PDFs that were drawn from last."""

    def __init__(self, limits: Limits, command: Sequence[str]) -> None:
        self._limits, self._command = limits, command
        self._worker: WorkerProcess | None = None
        self._is_closed = False
        self._turn = threading.Lock()

    def picture(
        self, key: str, content: Callable[[], bytes], page: int, scale: float
    ) -> Picture:
        """Return the picture of a page; `content` is called for a PDF not kept."""
        with self._turn:
            while not self._is_closed:
                try:
                    return self._drawn(key, content, page, scale)
                except WorkerEnded as ended:
                    if ended.is_to_blame and ended.end in _REASONS:
                        raise UnreadableFile(
                            f"Page {page} cannot be drawn: {_REASONS[ended.end]}."
                        ) from None
        raise Cancelled

    def close(self) -> None:
        """End the worker; who waits for a picture gets `Cancelled`."""
        self._is_closed = True
        if self._worker:
            self._worker.end()
        with self._turn:
            if self._worker:
                self._worker.close()

    def _drawn(
        self, key: str, content: Callable[[], bytes], page: int, scale: float
    ) -> Picture:
        worker = self._working()
        blobs: list[bytes] = []
        while True:
            seconds = self._limits.seconds_for(sum(map(len, blobs)))
            worker.ask(["picture", key, page, scale, seconds], blobs, seconds)
            found, pixels = worker.answer(seconds)
            if found != ["unknown"] or blobs:
                break
            worker.rest(after_answer=False)
            blobs = [content()]
        return _picture(worker, found, pixels)

    def _working(self) -> WorkerProcess:
        if self._worker and self._worker.has_ended:
            self._worker.close()
            self._worker = None
        self._worker = self._worker or WorkerProcess(self._limits, self._command)
        return self._worker


def _picture(worker: WorkerProcess, found: Any, blobs: list[bytes]) -> Picture:
    try:
        if found[0] == "refused":
            refusal = UnreadableFile(" ".join(str(found[1])[:1000].split()))
            worker.rest()
            raise refusal
        _, width, height = found
        (pixels,) = blobs
        if not 0 < width * height * 4 == len(pixels) or width < 0:
            raise ValueError("no picture")
    except UNSOUND as error:
        raise worker.refuse_answer() from error
    worker.rest()
    return Picture(int(width), int(height), pixels)

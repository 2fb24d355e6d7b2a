"""Files on their way through a worker, several at a time, and what came of each."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Final

from workbench.importing.worker_documents import UNSOUND, unpack_document
from workbench.importing.worker_messages import DAMAGED, MOST_BYTES
from workbench.importing.worker_processes import (
    End,
    Limits,
    WorkerEnded,
    WorkerProcess,
)
from workbench.model.documents import ParsedDocument
from workbench.model.row_mappings import RowMapping

MOST_FILES: Final = 100
MOST_BYTES_TOGETHER: Final = 500_000
SECONDS_BETWEEN_PAUSES: Final = 0.1
LONGEST_REASON: Final = 1000

_REASONS: Final = {
    End.CRASHED: "made its reader crash; open it in the program that made it, save it"
    " again and import that",
    End.UNSOUND: DAMAGED,
    End.OVERDUE: "took too long to be read; split it, or save it again with the program"
    " that made it",
    End.OUT_OF_MEMORY: "needs too much memory to be read; split it into smaller files",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A file to read; with `content`, the path only says what the bytes are called."""

    path: Path
    encoding: str = ""
    rows: RowMapping | None = None
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not read, and a sentence that says why.

    `cause` is where a reader stumbled over a damaged file, for whoever mends readers.
    """

    path: Path
    reason: str
    cause: str = ""


Answer = list[ParsedDocument] | Refused
Pause = Callable[[], object]


class Batch:
    """Files that one process reads one after the other.

    One thread serves it, another takes the answers.
    """

    def __init__(self, asked: Sequence[tuple[Asked, int]], limits: Limits) -> None:
        self.size = sum(size for _, size in asked)
        self.is_wanted = True
        self._waiting = deque((it, limits.seconds_for(size)) for it, size in asked)
        self._answers: SimpleQueue[Answer | Exception] = SimpleQueue()
        self._count = len(asked)

    # Whoever asked --------------------------------------------------------------------

    def answers(self, pause: Pause | None) -> Iterator[Answer]:
        """Yield the answers as they come; raises what stopped the serving thread.

        `pause` is called now and then while waiting, and may raise.
        """
        for _ in range(self._count):
            answer = self._next(pause)
            if isinstance(answer, Exception):
                raise answer
            yield answer

    def _next(self, pause: Pause | None) -> Answer | Exception:
        while pause:
            try:
                return self._answers.get(timeout=SECONDS_BETWEEN_PAUSES)
            except Empty:
                pause()
        return self._answers.get()

    # The thread that serves -----------------------------------------------------------

    @property
    def is_waiting(self) -> bool:
        """Tell whether files are left that somebody wants."""
        return self.is_wanted and bool(self._waiting)

    def read_with(self, process: WorkerProcess) -> None:
        """Have a process read what is left; it may end before it is through."""
        wanted = [_plain(it, seconds) for it, seconds in self._waiting]
        blobs = [blob for it, _ in self._waiting for blob in _blobs(it)]
        _, seconds = self._waiting[0]
        process.ask(["read", *wanted], blobs, seconds, lambda: self.is_wanted)
        while self._waiting:
            asked, seconds = self._waiting[0]
            answer = _answer(process, asked, seconds)
            self._waiting.popleft()
            self._answers.put(answer)
            process.rest()

    def blame(self, ended: WorkerEnded) -> None:
        """Refuse the file that ended a process, if it did."""
        if ended.is_to_blame and ended.end in _REASONS:
            asked, _ = self._waiting.popleft()
            reason = f"{_shown(asked.path)} {_REASONS[ended.end]}."
            self._answers.put(Refused(asked.path, reason, ended.end.value))

    def fail(self, error: Exception) -> None:
        """Have whoever waits for an answer get an error instead."""
        self._answers.put(error)


def batches(asked: Iterable[Asked], limits: Limits) -> Iterator[Batch]:
    """Put small files together: a message for each would cost more than reading it."""
    some: list[tuple[Asked, int]] = []
    together = 0
    for one in asked:
        size = _size(one)
        if len(some) == MOST_FILES or (some and together + size > MOST_BYTES_TOGETHER):
            yield Batch(some, limits)
            some, together = [], 0
        some.append((one, size))
        together += size
    if some:
        yield Batch(some, limits)


def _size(asked: Asked) -> int:
    if asked.content is not None:
        return len(asked.content)
    try:
        return os.stat(asked.path).st_size  # noqa: PTH116 - half the time of Path.stat
    except (OSError, ValueError):
        return 0  # the worker says what is wrong with it


def _plain(asked: Asked, seconds: float) -> list[object]:
    rows = astuple(asked.rows) if asked.rows else None
    return [asked.encoding, rows, seconds, asked.content is not None]


def _blobs(asked: Asked) -> list[bytes]:
    path = os.fsencode(os.path.abspath(asked.path))  # noqa: PTH100 - a link stays one
    return [path] if asked.content is None else [path, asked.content]


def _answer(process: WorkerProcess, asked: Asked, seconds: float) -> Answer:
    try:
        (kind, *found), _ = process.answer(seconds)
        if kind == "refused":
            reason, cause = map(_sentence, found)
            return Refused(asked.path, reason, cause)
        (count,) = found
        if not count > 0:
            raise ValueError("no documents")
        return list(_documents(process, count, seconds))
    except UNSOUND as error:
        raise process.refuse_answer() from error


def _documents(
    process: WorkerProcess, count: int, seconds: float
) -> Iterator[ParsedDocument]:
    """Take a message for each document, so that none of them is very long."""
    left = MOST_BYTES
    for _ in range(count):
        plain, blobs = process.answer(seconds, left)
        left -= sum(map(len, blobs))
        yield unpack_document(plain, blobs)


def _sentence(said: Any) -> str:
    """Return what a worker says as one line of a fair length."""
    line = " ".join(str(said)[:LONGEST_REASON].split())
    return line.encode(errors="replace").decode()


def _shown(path: Path) -> str:
    return os.fsencode(path.name).decode("utf-8", "replace")

"""One worker process, as the program sees it: ask, answer, and a watch over both."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from time import monotonic
from typing import Any, BinaryIO, Final, cast

from workbench.errors import WorkbenchError
from workbench.importing.process_memory import memory_of
from workbench.importing.worker_messages import (
    MOST_BYTES,
    OUT_OF_MEMORY,
    receive,
    send,
)

SECONDS_TO_START: Final = 60
SECONDS_IDLE: Final = 60
"""After so long without a question a process ends; the next question starts another."""
SECONDS_BETWEEN_LOOKS: Final = 0.1

_PROGRAM: Final = (
    "import sys; sys.path[:] = sys.argv[1:-1];"
    "from workbench.importing.worker import main; main()"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: bytes of memory, and seconds by its size."""

    memory: int = 2_000_000_000
    seconds: float = 30
    seconds_per_mb: float = 1

    def seconds_for(self, size: int) -> float:
        """Return how long a file of so many bytes may take."""
        return self.seconds + self.seconds_per_mb * size / 1e6


class End(Enum):
    """Why a process ended."""

    CRASHED = "crashed"
    OVERDUE = "overdue"
    OUT_OF_MEMORY = "out of memory"
    UNSOUND = "unsound"
    IDLE = "idle"
    UNWANTED = "unwanted"


class WorkerEnded(Exception):
    """The process is gone; `is_to_blame`: because of the file it was asked for.

    A crash can come late, of what an earlier file did to the process. So only the
    first file that a process reads is certainly to blame; others deserve a fresh one.
    """

    def __init__(self, end: End, *, is_to_blame: bool) -> None:
        super().__init__(end.value)
        self.end = end
        self.is_to_blame = is_to_blame


def worker_command() -> list[str]:
    """Return the command that starts a worker; its memory limit goes behind it.

    It imports no `__main__`, obeys no variable of the environment, and finds modules
    where this program finds them, never in the folder that it is started in.
    """
    places = [os.path.abspath(it) for it in sys.path]  # noqa: PTH100 - texts
    root = str(Path(__file__).parents[2])
    return [sys.executable, "-I", "-S", "-c", _PROGRAM, *places, root]


class WorkerProcess:
    """A process that reads. One thread uses it; any other may only `end` it."""

    def __init__(self, limits: Limits, command: Sequence[str] = ()) -> None:
        self._limits = limits
        self._process = _started([*(command or worker_command()), str(limits.memory)])
        self._answered = 0
        self._end: End | None = None
        self._is_wanted: Callable[[], bool] = _always
        self._due, self._when_due = monotonic() + SECONDS_TO_START, End.CRASHED
        self._lock = threading.Lock()
        self._over = threading.Event()
        threading.Thread(target=self._watch, daemon=True, name="worker watch").start()
        try:
            receive(self._answering)
        except (EOFError, ValueError):
            self.close()
            raise _no_start() from None

    @property
    def has_ended(self) -> bool:
        """Tell whether the process is gone, for whatever reason."""
        return self._end is not None or self._process.poll() is not None

    def ask(
        self,
        plain: object,
        blobs: Sequence[bytes],
        seconds: float,
        is_wanted: Callable[[], bool] | None = None,
    ) -> None:
        """Send a question, which the process has so many seconds to take in.

        As soon as `is_wanted` says no, the process is ended.
        """
        self._expect(seconds, is_wanted or _always)
        try:
            send(cast(BinaryIO, self._process.stdin), plain, blobs)
        except OSError:
            raise self._ended() from None

    def answer(self, seconds: float, most: int = MOST_BYTES) -> tuple[Any, list[bytes]]:
        """Return the next message, which has so many seconds to come.

        Raises `WorkerEnded` if none comes any more.
        """
        self._expect(seconds, self._is_wanted)
        try:
            return receive(self._answering, most)
        except (EOFError, ValueError, OSError):
            raise self._ended() from None

    def rest(self, *, after_answer: bool = True) -> None:
        """Say that a whole answer has come, so that the next may take its own time."""
        self._answered += after_answer
        with self._lock:
            self._due, self._when_due = monotonic() + SECONDS_IDLE, End.IDLE

    def refuse_answer(self) -> WorkerEnded:
        """End a process whose answer makes no sense; return what to raise."""
        with self._lock:
            self._end = self._end or End.UNSOUND
        return self._ended()

    def end(self) -> None:
        """Kill the process, whatever it is doing; any thread may call this."""
        with self._lock:
            self._end = self._end or End.UNWANTED
            self._process.kill()

    def close(self) -> None:
        """End the process and leave nothing of it behind."""
        self.end()
        self._process.wait()
        self._over.set()
        self._answering.close()
        with contextlib.suppress(OSError):  # what was not sent yet is not wanted
            cast(BinaryIO, self._process.stdin).close()

    @property
    def _answering(self) -> BinaryIO:
        return cast(BinaryIO, self._process.stdout)

    def _expect(self, seconds: float, is_wanted: Callable[[], bool]) -> None:
        with self._lock:
            if self._end is None:
                self._due, self._when_due = monotonic() + seconds, End.OVERDUE
                self._is_wanted = is_wanted
                return
            end = self._end
        self.close()
        raise WorkerEnded(end, is_to_blame=False)

    def _watch(self) -> None:
        """Kill the process when it is due; whoever waits for it then finds it ended."""
        while not self._over.wait(SECONDS_BETWEEN_LOOKS):
            with self._lock:
                self._end = self._end or self._reason_to_end()
                if self._end is not None:
                    self._process.kill()
                    break
        self._process.wait()

    def _reason_to_end(self) -> End | None:
        if monotonic() > self._due:
            return self._when_due
        if self._when_due is End.OVERDUE and not self._is_wanted():
            return End.UNWANTED
        if memory_of(self._process) > self._limits.memory:
            return End.OUT_OF_MEMORY
        return None

    def _ended(self) -> WorkerEnded:
        end = self._end
        if end is None:
            # Killed in case it only closed its pipe; an exit code it has stays.
            self._process.kill()
            is_full = self._process.wait() == OUT_OF_MEMORY
            end = End.OUT_OF_MEMORY if is_full else End.CRASHED
        self.close()
        is_to_blame = end is End.OVERDUE or self._answered == 0
        return WorkerEnded(end, is_to_blame=is_to_blame)


def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - our own program
            command,
            bufsize=1 << 16,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise _no_start() from error


def _no_start() -> WorkbenchError:
    return WorkbenchError(
        "The part of the program that reads files does not start; close other"
        " programs and try again, or install this one anew."
    )


def _always() -> bool:
    return True

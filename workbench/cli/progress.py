"""How far a long command has come, on stderr, and how Ctrl+C stops it politely."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from workbench.cli.answers import one_line
from workbench.jobs import Progress, Tracker


@contextmanager
def stoppable_tracker() -> Iterator[Tracker]:
    """Turn Ctrl+C into a polite wish to stop; pressed again it stops at once."""
    is_watched = sys.stderr.isatty()
    tracker = Tracker(_show_progress if is_watched else None)

    def stop(_number: int, _frame: FrameType | None) -> None:
        # Nothing is said here: the signal may come in the middle of a write.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        tracker.cancel()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield tracker
    finally:
        signal.signal(signal.SIGINT, before)
        if is_watched:
            _write_over("")


def _show_progress(progress: Progress) -> None:
    count = f"{progress.done:,} of {progress.total:,} {progress.things}"
    facts = f"{count.rstrip()}  {one_line(progress.label)}"
    _write_over(facts.encode("ascii", "replace").decode("ascii"))


def _write_over(line: str) -> None:
    sys.stderr.write(f"\r\x1b[K{line}")
    sys.stderr.flush()

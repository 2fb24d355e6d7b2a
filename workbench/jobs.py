"""Long work: a job is a function that takes a `Tracker` first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


class Cancelled(Exception):
    """The person asked for the job to stop."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job has come: `done` of `total` steps, at `label`.

    `things` is what is counted, such as files, where the label says what is at hand.
    """

    done: int
    total: int
    label: str
    things: str = ""


class Tracker:
    """Carries progress out of a job and the wish to stop into it."""

    def __init__(self, report: Callable[[Progress], None] | None = None) -> None:
        self._report = report
        self._stop = False

    def advance(self, done: int, total: int, label: str = "", things: str = "") -> None:
        """Report progress; raises `Cancelled` once the person asked to stop."""
        if self._stop:
            raise Cancelled
        if self._report:
            self._report(Progress(done, total, label, things))

    @property
    def is_cancelled(self) -> bool:
        """Tell whether the person asked to stop."""
        return self._stop

    def cancel(self) -> None:
        """Make the next `advance` raise `Cancelled`."""
        self._stop = True


class Steps:
    """Counts the steps of a job of about `total` steps; call it to report some."""

    def __init__(self, tracker: Tracker, total: int, label: str) -> None:
        self._tracker, self._total, self._label = tracker, total, label
        self._done = 0

    def __call__(self, count: int = 1) -> None:
        """Report that so many more are done."""
        self._done += count
        self._tracker.advance(min(self._done, self._total), self._total, self._label)

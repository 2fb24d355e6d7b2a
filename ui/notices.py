"""What the window tells the person: what was done, and what could not be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

from workbench.errors import WorkbenchError


class Notices(QObject):
    """Passes sentences to the status line and to the notice bar; never modal."""

    message = Signal(str)
    trouble = Signal(str)

    def done(self, text: str) -> None:
        """Say in the status line what was done last."""
        self.message.emit(text)

    def problem(self, error: WorkbenchError | str) -> None:
        """Show one sentence that says what happened and what to do."""
        self.trouble.emit(str(error))

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Show a `WorkbenchError` raised inside; anything else rises."""
        try:
            yield
        except WorkbenchError as error:
            self.problem(error)

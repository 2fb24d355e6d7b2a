"""The one bridge from the engine's notices of change to Qt signals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from workbench.model.changes import Changes


class Announcer(Protocol):
    """Whatever tells of changes: a `Project`."""

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call `listener` after every change; return what ends that."""
        ...


class ProjectSignals(QObject):
    """Tells the window what changed in the project.

    `changed` carries a `Changes` and always arrives on the thread this object lives
    on, whatever thread made the change; on that very thread it arrives at once.
    """

    changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, project: Announcer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Connecting to a slot of this object, not to the signal, is what makes Qt
        # compare threads at the moment of emission and queue where they differ.
        self._arrived.connect(self._deliver)
        self._unsubscribe = project.subscribe(self._arrived.emit)
        self.destroyed.connect(self._unsubscribe)

    def close(self) -> None:
        """Stop listening; call before the project closes."""
        self._unsubscribe()
        self.destroyed.disconnect(self._unsubscribe)
        self._unsubscribe = _nothing
        self.destroyed.connect(self._unsubscribe)

    @Slot(object)
    def _deliver(self, changes: Changes) -> None:
        self.changed.emit(changes)


def _nothing() -> None:
    """Stand in for a subscription that has ended."""

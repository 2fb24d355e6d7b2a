"""The one bridge from the engine's notices of change to Qt signals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from workbench.model.changes import Changes

PAUSE_MS = 300


class Announcer(Protocol):
    """Whatever tells of changes: a `Project`."""

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Call `listener` after every change; return what ends that."""
        ...


class ProjectSignals(QObject):
    """Tells the window what changed in the project.

    `changed` carries a `Changes` and always arrives on the thread this object lives
    on. Changes made on that very thread arrive at once. Those of a job follow each
    other fast: they are put together and told a few times a second.
    """

    changed = Signal(object)
    closed = Signal()
    _arrived = Signal(object)

    def __init__(self, project: Announcer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pending: Changes | None = None
        self._is_closed = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.catch_up)
        self._arrived.connect(self._collect, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = project.subscribe(self._hear)
        self.destroyed.connect(self._unsubscribe)

    def close(self) -> None:
        """Stop listening; call before the project closes. Tells it with `closed`.

        What is on its way from a job is not told any more: the project is gone then.
        """
        self.closed.emit()
        self._is_closed = True
        self._pause.stop()
        self._pending = None
        self._unsubscribe()
        self.destroyed.disconnect(self._unsubscribe)
        self._unsubscribe = _nothing
        self.destroyed.connect(self._unsubscribe)

    def _hear(self, changes: Changes) -> None:
        if QThread.currentThread() is self.thread():
            self.catch_up()
            self.changed.emit(changes)
        else:
            self._arrived.emit(changes)

    @Slot(object)
    def _collect(self, changes: Changes) -> None:
        if self._is_closed:
            return
        self._pending = changes.after(self._pending) if self._pending else changes
        if not self._pause.isActive():
            self.catch_up()
            self._pause.start()

    def catch_up(self) -> None:
        """Tell now what a job has changed so far."""
        pending, self._pending = self._pending, None
        if pending is not None:
            self.changed.emit(pending)


def _nothing() -> None:
    """Stand in for a subscription that has ended."""

"""Gets ready what is scrolled to next, while nothing else happens."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

REST_MS = 8
SLICE_SECONDS = 0.003
"""Short enough for a frame to find its time beside it."""


class Ahead(QObject):
    """Takes steps in slices; they begin anew whenever `begin` is called."""

    def __init__(self, steps: Callable[[], Iterator[None]], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._left: Iterator[None] = iter(())
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Take the first step soon."""
        self._left = self._steps()
        self._timer.start()

    def stop(self) -> None:
        """Take no further step."""
        self._left = iter(())
        self._timer.stop()

    def _go_on(self) -> None:
        ends = time.perf_counter() + SLICE_SECONDS
        for _step in self._left:
            if time.perf_counter() > ends:
                self._timer.start()
                return

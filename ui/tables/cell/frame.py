"""The time there is for new cells in one frame."""

from __future__ import annotations

import time


class Frame:
    """Takes cells for some seconds; one at least, so that in the end it has all."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.perf_counter() + seconds
        self._is_over = False

    def takes_another(self) -> bool:
        """Tell whether there is time for one more."""
        was_over = self._is_over
        self._is_over = was_over or time.perf_counter() > self._ends
        return not was_over

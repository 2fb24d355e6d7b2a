"""All the room for what is read, and the rest of the window back again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget


class Room:
    """Hides what is around the middle; whoever asks for a part brings all back."""

    def __init__(self, around: Sequence[QWidget]) -> None:
        self._around = around

    @property
    def is_made(self) -> bool:
        """Tell whether only the middle is shown."""
        return all(it.isHidden() for it in self._around)

    def make(self) -> None:
        """Leave the window to the middle."""
        self._show(is_shown=False)

    def bring_back(self) -> None:
        """Show what is around again, if it is hidden."""
        if self.is_made:
            self._show(is_shown=True)

    def _show(self, *, is_shown: bool) -> None:
        for part in self._around:
            part.setVisible(is_shown)

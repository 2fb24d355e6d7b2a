"""What marking zones needs of a text on screen; it comes from outside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPoint

from workbench.model.spans import Span


class ZonedPage(Protocol):
    """Shows a text with its zones greyed."""

    @property
    def selection(self) -> Span | None:
        """The selected stretch of the text."""
        ...

    @property
    def caret(self) -> int:
        """Where the caret stands."""
        ...

    @property
    def paragraph_at_caret(self) -> Span:
        """The paragraph that the caret stands in."""
        ...

    def set_zones(self, zones: Sequence[Span]) -> None:
        """Grey these stretches."""
        ...

    def set_frame(self, frame: Span | None) -> None:
        """Frame what is asked about, or nothing."""
        ...

    def go_to(self, span: Span) -> None:
        """Bring a span into the middle."""
        ...

    def select(self, span: Span) -> None:
        """Select exactly these characters."""
        ...

    def point_of(self, span: Span | None) -> QPoint:
        """Return where, on the screen, something about a span may open."""
        ...

    def isVisible(self) -> bool:  # noqa: N802
        """Tell whether the text is on screen."""
        ...

    def setFocus(self) -> None:  # noqa: N802
        """Let the text have the keys."""
        ...

"""Where a text is seen and pointed at: the pane, or the pages it was read from."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtWidgets import QScrollBar, QWidget

from ui.painted import PaintedPassage
from workbench.model.spans import Span


class Surface(Protocol):
    """Offsets are those of the text, points and boxes those of the viewport."""

    def viewport(self) -> QWidget:
        """Return what is scrolled over the text."""

    def verticalScrollBar(self) -> QScrollBar:  # noqa: N802 - as Qt calls it
        """Return what scrolls it."""

    def installEventFilter(self, watching: QObject, /) -> None:  # noqa: N802
        """Let something see the keys first."""

    def offset_at(self, point: QPointF) -> int:
        """Return the offset nearest to a point."""

    def caret_box(self, offset: int) -> QRect | None:
        """Return where a caret would stand; None if out of view."""

    def boxes(self, span: Span) -> list[QRectF]:
        """Return what a span covers, as far as it is in view."""

    def passages_under(self, point: QPointF) -> list[PaintedPassage]:
        """Return the passages whose words or bars are at a point, short ones first."""

    def bars_under(self, point: QPointF) -> list[PaintedPassage]:
        """Return the passages whose bars in the margin are at a point."""

    def keep_in_view(self, offset: int) -> None:
        """Scroll as little as needed to have an offset in view."""


class Instead(Protocol):
    """What is seen while the text itself is hidden."""

    def isVisible(self) -> bool:  # noqa: N802
        """Tell whether it is seen."""

    def setFocus(self, reason: Qt.FocusReason, /) -> None:  # noqa: N802
        """Take the keys."""

    def position(self) -> int:
        """Return a place to come back to: an offset of the text."""

    def restore(self, position: int) -> None:
        """Come back to what `position` returned."""

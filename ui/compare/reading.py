"""What a comparison needs of the texts it shows; they come from outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from ui.widgets.spot import Spot
from ui.widgets.strokes import Underline
from workbench.model.ids import DocumentId
from workbench.model.spans import Span


@dataclass(frozen=True, slots=True)
class Shown:
    """What a pane shows: the current text of a document, or one of its versions."""

    document_id: DocumentId
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be chosen for a pane, under its name."""

    name: str
    shown: Shown


class Reading(Protocol):
    """One text; heights are those of its view."""

    widget: QWidget

    @property
    def scrolled(self) -> SignalInstance:
        """Emitted after every move."""
        ...

    @property
    def selection_changed(self) -> SignalInstance:
        """Carries the selected stretch, or None."""
        ...

    @property
    def text(self) -> str:
        """The whole text."""
        ...

    @property
    def selection(self) -> Span | None:
        """The selected stretch."""
        ...

    @property
    def caret(self) -> int:
        """Where the caret stands."""
        ...

    @property
    def height(self) -> int:
        """How high the view is."""
        ...

    def has_focus(self) -> bool:
        """Tell whether keys go to it."""
        ...

    def take_focus(self) -> None:
        """Let keys go to it."""
        ...

    def top_in(self, beside: QWidget) -> int:
        """Return where the view begins, in another widget's heights."""
        ...

    def in_view(self) -> Span:
        """Return the stretch in view."""
        ...

    def extents(self, spans: Sequence[Span]) -> list[tuple[int, int]]:
        """Return from where to where spans go, also out of view."""
        ...

    def reading_place(self) -> tuple[float, float]:
        """Return the offset that is read now and its height."""
        ...

    def put(self, offset: float, y: float) -> None:
        """Scroll so that an offset stands at a height."""
        ...

    def position(self) -> int:
        """Return the offset of the first line in view."""
        ...

    def spot(self) -> Spot:
        """Return where somebody reads in it."""
        ...

    def come_back(self, spot: Spot) -> None:
        """Come back to what `spot` returned."""
        ...

    def go_to(self, span: Span) -> None:
        """Bring a span into the middle, the caret before it, and flash it."""
        ...

    def show_underlines(self, underlines: Sequence[Underline]) -> None:
        """Draw lines under the text."""
        ...

    def show_changed(self, words: Sequence[Span], *, are_new: bool) -> None:
        """Mark words that the text beside has not."""
        ...


MakeReading = Callable[[Shown], Reading]

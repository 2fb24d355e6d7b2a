"""What the panels about versions need of a text on screen; it comes from outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from workbench.model.documents import Block
from workbench.model.ids import PassageId, TagId
from workbench.model.outlines import PassageOutline, TagLook
from workbench.model.spans import Span


class Page(Protocol):
    """Shows one text and what is marked in it; `widget` is what is laid out."""

    @property
    def widget(self) -> QWidget:
        """What is seen; it takes the focus."""
        ...

    @property
    def selection_changed(self) -> SignalInstance:
        """Carries the selected span, or None."""
        ...

    @property
    def selection(self) -> Span | None:
        """The selected stretch of the text."""
        ...

    def show_text(
        self, text: str, blocks: Sequence[Block], title: str, facts: str
    ) -> None:
        """Show a text from its beginning, without passages."""
        ...

    def show_passages(
        self, outlines: Sequence[PassageOutline], looks: Mapping[TagId, TagLook]
    ) -> None:
        """Show these passages instead of those before."""
        ...

    def select_passage(self, passage_id: PassageId | None) -> None:
        """Let one of the passages stand out, with nothing else selected."""
        ...

    def show_changed(self, words: Sequence[Span], *, are_new: bool) -> None:
        """Mark words that the other version has not."""
        ...

    def show_place(self, place: Span) -> None:
        """Bring a place into the middle."""
        ...


MakePage = Callable[[], Page]

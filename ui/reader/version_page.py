"""A version of a text to read beside others: nothing is tagged or changed on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from ui.painted import painted
from ui.reader.changed_words import ChangedWords
from ui.reader.look import ReaderLook
from ui.reader.model import PageHead
from ui.reader.pane import ReadingPane
from workbench.model.documents import Block
from workbench.model.ids import PassageId, TagId
from workbench.model.outlines import PassageOutline, TagLook
from workbench.model.spans import Span


class VersionPage:
    """What the panels about versions show a text with; `widget` is what is seen."""

    def __init__(self, look: ReaderLook) -> None:
        self._pane = ReadingPane()
        self._pane.set_look(look)

    @property
    def pane(self) -> ReadingPane:
        """The pane, for what stands beside others."""
        return self._pane

    @property
    def widget(self) -> QWidget:
        """The pane, to be laid out."""
        return self._pane

    @property
    def selection_changed(self) -> SignalInstance:
        """Carries the selected span, or None."""
        return self._pane.selection_changed

    @property
    def selection(self) -> Span | None:
        """The selected stretch of the text."""
        return self._pane.selection

    def show_text(
        self, text: str, blocks: Sequence[Block], title: str, facts: str
    ) -> None:
        """Show a text from its beginning, without passages."""
        self._pane.set_document(text, blocks, PageHead(title, facts))

    def show_passages(
        self, outlines: Sequence[PassageOutline], looks: Mapping[TagId, TagLook]
    ) -> None:
        """Show these passages instead of those before."""
        self._pane.set_passages([painted(it, looks) for it in outlines])

    def select_passage(self, passage_id: PassageId | None) -> None:
        """Let one of the passages stand out, with nothing else selected."""
        self._pane.clear_selection()
        self._pane.select_passage(passage_id)

    def show_changed(self, words: Sequence[Span], *, are_new: bool) -> None:
        """Mark words that the other version has not."""
        self._pane.set_changed(ChangedWords(words, are_new))

    def show_place(self, place: Span) -> None:
        """Bring a place into the middle and put the caret there."""
        self._pane.select(Span(place.start, place.start))
        self._pane.go_to(place)

    def show_zones(self, zones: Collection[Span]) -> None:
        """Grey what is not content."""
        self._pane.set_zones(list(zones))

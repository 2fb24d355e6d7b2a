"""The reader of one document: the pane, finding in it, and what can be asked.

It only asks; the controller turns asks into operations. Asks carry the span they
are about: the selected text or, without any, the selected passage.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from ui.reader import finding
from ui.reader.asks import Ask, Needs, add_action, fill_menu
from ui.reader.find_bar import FindBar
from ui.reader.model import PageHead, PaintedPassage
from ui.reader.pane import ReadingPane
from workbench.model.documents import Block
from workbench.model.spans import Span

_LONGEST_SOUGHT = 200


class ReaderPanel(QWidget):
    """Shows one document.

    `note_requested` (a `NoteTarget`), `cite_requested` (a passage's id) and
    `passage_selected` (an id or None) are for the main window; signals that end in
    `_asked`, and those about tags and removing, for the controller.
    """

    tag_requested = Signal(object, object)
    last_tag_requested = Signal(object)
    numbered_tag_requested = Signal(object, int)
    untag_requested = Signal(int, object)
    mark_requested = Signal(object)
    remove_requested = Signal(int)
    note_asked = Signal(object)
    cite_asked = Signal(object)
    note_requested = Signal(object)
    cite_requested = Signal(int)
    passage_selected = Signal(object)
    selection_changed = Signal(object)
    search_requested = Signal()
    scrolled = Signal()
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = ReadingPane()
        self._find_bar = FindBar()
        self._find_bar.hide()
        self._text = ""
        self._found: list[Span] = []
        self._search_hits: list[Span] = []
        self._current: Span | None = None
        self.setFocusProxy(self.pane)
        self._build()
        self._connect()
        self._actions = [(ask, add_action(ask, self.pane)) for ask in self._asks()]

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._find_bar)
        column.addWidget(self.pane, 1)

    def _connect(self) -> None:
        self.pane.passage_selected.connect(self.passage_selected)
        self.pane.selection_changed.connect(self.selection_changed)
        self.pane.scrolled.connect(self.scrolled)
        self._find_bar.changed.connect(self._find)
        self._find_bar.next_requested.connect(self.next_hit)
        self._find_bar.previous_requested.connect(self.previous_hit)
        self._find_bar.closed.connect(self.close_find)

    # What is shown

    def show_document(self, text: str, blocks: Sequence[Block], head: PageHead) -> None:
        """Show a document's text from the beginning."""
        self._text = text
        self.pane.set_document(text, blocks, head)
        self.setAccessibleName(f"Reader: {head.title}")

    def show_head(self, head: PageHead) -> None:
        """Show the document's new title and facts."""
        self.pane.set_head(head)
        self.setAccessibleName(f"Reader: {head.title}")

    def show_passages(self, passages: Sequence[PaintedPassage]) -> None:
        """Show these passages instead of the ones before."""
        self.pane.set_passages(passages)

    def show_hits(self, hits: Sequence[Span]) -> None:
        """Mark what a search found; finding in the document goes before it."""
        self._search_hits = sorted(hits)
        if not self._found:
            self._current = None
            self.pane.set_hits(self._search_hits)

    # Going places

    @property
    def selection(self) -> Span | None:
        """The selected stretch of the text."""
        return self.pane.selection

    @property
    def selected_passage(self) -> int | None:
        """The id of the selected passage."""
        return self.pane.selected_passage

    def select(self, span: Span) -> None:
        """Select exactly these characters."""
        self.pane.select(span)

    def select_passage(self, passage_id: int | None) -> None:
        """Select a passage, or none, without moving."""
        self.pane.select_passage(passage_id)

    def go_to(self, span: Span) -> None:
        """Bring a span into the middle and flash it."""
        self.pane.go_to(span)

    def go_to_passage(self, passage_id: int) -> None:
        """Select a passage and bring it into the middle."""
        self.pane.select_passage(passage_id)
        if span := self.pane.selected_passage_span:
            self.pane.clear_selection()
            self.pane.go_to(span)

    def position(self) -> int:
        """Return a place to come back to with `restore`."""
        return self.pane.position()

    def restore(self, position: int) -> None:
        """Come back to a place that `position` returned."""
        self.pane.restore(position)

    def relative_position(self) -> float:
        """Return how far the text is scrolled, from 0 to 1."""
        return self.pane.relative_position()

    def set_relative_position(self, share: float) -> None:
        """Scroll to a share of the text."""
        self.pane.set_relative_position(share)

    def zoom(self, steps: int) -> None:
        """Make the letters larger or smaller; 0 goes back to the usual size."""
        self.pane.zoom(steps)

    # Finding

    def open_find(self) -> None:
        """Open the bar to find words in this document."""
        selected = self.pane.text_of_selection
        self._find_bar.open_with(selected if len(selected) < _LONGEST_SOUGHT else "")

    def close_find(self) -> None:
        """Close the bar and show the search's hits again."""
        self._find_bar.hide()
        self._found = []
        self._current = None
        self.pane.set_hits(self._search_hits)
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_hit(self) -> bool:
        """Go to the next hit; tells whether there is one in this document."""
        return self._show_hit(finding.next_hit(self._hits, self._hit_position(1)))

    def previous_hit(self) -> bool:
        """Go to the previous hit; tells whether there is one in this document."""
        return self._show_hit(finding.previous_hit(self._hits, self._hit_position(0)))

    @property
    def _hits(self) -> list[Span]:
        return self._found or self._search_hits

    def _hit_position(self, forward: int) -> int:
        if self._current:
            return self._current.start
        return self.pane.caret - forward

    def _show_hit(self, hit: Span | None) -> bool:
        if hit is None:
            return False
        self._current = hit
        self.pane.set_hits(self._hits, hit)
        self.pane.go_to(hit)
        if self._found:
            self._find_bar.show_count(self._found.index(hit) + 1, len(self._found))
        return True

    def _find(self, wanted: str) -> None:
        self._found = finding.find_all(self._text, wanted)
        self._current = None
        self.pane.set_hits(self._found if wanted.strip() else self._search_hits)
        self._find_bar.show_count(0, len(self._found))
        if self._found and not self.next_hit():
            self._show_hit(self._found[0])

    # Asking

    def target_span(self) -> Span | None:
        """Return what an ask is about."""
        return self.pane.selection or self.pane.selected_passage_span

    def _asks(self) -> list[Ask]:
        about, pane = self._about_span, self.pane
        span, passage, nothing = Needs.SPAN, Needs.PASSAGE, Needs.NOTHING
        return [
            Ask("passage.tag", self._ask_tag, span, in_menu=True),
            Ask(
                "passage.tag_again", about(self.last_tag_requested), span, in_menu=True
            ),
            Ask("passage.untag", self._ask_untag, passage, in_menu=True),
            Ask("passage.note", about(self.note_asked), span, in_menu=True),
            Ask("passage.cite", about(self.cite_asked), span, in_menu=True),
            Ask("passage.mark", about(self.mark_requested), span, in_menu=True),
            Ask("passage.remove", self._ask_remove, passage, in_menu=True),
            Ask("view.copy", pane.copy, span, in_menu=True),
            Ask("view.find", self.open_find, nothing, in_menu=True),
            Ask("view.search", self.search_requested.emit),
            Ask("passage.next", lambda: pane.go_to_neighbor(1)),
            Ask("passage.previous", lambda: pane.go_to_neighbor(-1)),
            Ask("passage.cycle", pane.cycle_overlapping),
            Ask("passage.grow", pane.grow),
            Ask("passage.shrink", pane.shrink),
            Ask("view.larger", lambda: pane.zoom(1)),
            Ask("view.smaller", lambda: pane.zoom(-1)),
            Ask("view.usual", lambda: pane.zoom(0)),
            *(Ask(f"passage.tag_{n}", self._numbered(n)) for n in range(1, 10)),
        ]

    def perform(self, action_id: str) -> None:
        """Do what the action of `ui.actions` means for this reader."""
        for ask, action in self._actions:
            if ask.action_id == action_id:
                action.trigger()

    def _about_span(self, asked: SignalInstance) -> Callable[[], None]:
        def act() -> None:
            if span := self.target_span():
                asked.emit(span)

        return act

    def _numbered(self, number: int) -> Callable[[], None]:
        def act() -> None:
            if span := self.target_span():
                self.numbered_tag_requested.emit(span, number)

        return act

    def _ask_tag(self) -> None:
        if span := self.target_span():
            self.tag_requested.emit(span, self.pane.point_of(span))

    def _ask_untag(self) -> None:
        if self.selected_passage is not None:
            point = self.pane.point_of(self.pane.selected_passage_span)
            self.untag_requested.emit(self.selected_passage, point)

    def _ask_remove(self) -> None:
        if self.selected_passage is not None:
            self.remove_requested.emit(self.selected_passage)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return the context menu, with only what makes sense now."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        met = {Needs.NOTHING}
        if self.target_span():
            met.add(Needs.SPAN)
        if self.selected_passage is not None:
            met.add(Needs.PASSAGE)
        fill_menu(menu, self._actions, met)
        return menu

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

"""The reader of one document: the pane, finding in it, and what can be asked.

It only asks; the controller turns asks into operations. Asks carry the span they
are about: the selected text or, without any, the selected passage.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from ui.reader.asks import Ask, Needs, add_action, fill_menu, what_is_missing
from ui.reader.dragging import Dragging
from ui.reader.end_handle import End
from ui.reader.filter_strip import FilterStrip
from ui.reader.find_bar import FindBar
from ui.reader.finder import Finder
from ui.reader.head_link import encoding_link, version_link
from ui.reader.look import ReaderLook
from ui.reader.look_form import LookForm
from ui.reader.model import PageHead
from ui.reader.pane import ReadingPane
from ui.reader.resizing import BEGINNING, Resizing
from ui.reader.vain_typing import VainTyping
from workbench.model.documents import Block
from workbench.model.spans import Span

_BELOW_CORNER = QPoint(16, 8)


PAGE_ASKS = ("view.pages", "view.only_pages", "go.page")

# Served by what stands beside a reader: zones, corrections, versions.
_SERVED_BESIDE = (
    "passage.zone", "passage.suggested", "passage.zones", "passage.correct",
    "view.versions", "passage.similar", "reader.cell", *PAGE_ASKS,
)  # fmt: skip

_OF_LETTERS = ("view.larger", "view.smaller", "view.usual")

_ABOUT_CASES = ("passage.mention", "passage.case_alias")


class ReaderPanel(QWidget):
    """Shows one document.

    `note_requested` (a `NoteTarget`), `cite_requested` (a passage's
    id or a `Stretch`),
    `bookmark_requested` (a line), `leaving` (before a jump of its own) and
    `passage_selected` (an id or None) are for the main window; signals that end in
    `_asked`, and those about tags and removing, for the controller. `look_changed`
    carries a `ReaderLook` that someone chose, `explained` what a key needs first.
    """

    tag_requested = Signal(object, object)
    last_tag_requested = Signal(object)
    numbered_tag_requested = Signal(object, int)
    recent_tag_requested = Signal(object, object)
    in_vivo_requested = Signal(object)
    tags_dropped = Signal(object, object)  # Span, list[TagId]
    untag_requested = Signal(int, object)
    mark_requested = Signal(object)
    remove_requested = Signal(int)
    note_asked = Signal(object)
    cite_asked = Signal(object)
    link_asked = Signal(object)
    note_requested = Signal(object)
    cite_requested = Signal(object)
    passage_selected = Signal(object)
    selection_changed = Signal(object)
    search_requested = Signal()
    bookmark_requested = Signal(object)
    only_tag_asked = Signal(object)
    asked_beside = Signal(str)
    only_tag_chosen = Signal(object)
    look_changed = Signal(object)
    explained = Signal(str)
    leaving = Signal()
    scrolled = Signal()
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = ReadingPane()
        self._find_bar = FindBar()
        self._find_bar.hide()
        self.filter_strip = FilterStrip()
        self._look_form = LookForm(self.pane)
        self.version_link = version_link(self.pane)
        self.encoding_link = encoding_link(self.pane)
        self.finder = Finder(self.pane, self._find_bar)
        self.resizing = Resizing(self.pane)
        self._vain_typing = VainTyping(self.pane)
        self.dragging = Dragging(self.pane)
        self._awaited: int | None = None
        self.opens_at: Callable[[Span | None], QPoint] = self.pane.point_of
        self.setFocusProxy(self.pane)
        self._build()
        self._connect()
        self._actions = [
            (ask, add_action(ask, self.pane, self._do)) for ask in self._asks()
        ]

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._find_bar)
        column.addWidget(self.filter_strip)
        column.addWidget(self.pane, 1)
        self._column = column

    def _connect(self) -> None:
        self.pane.passage_selected.connect(self.passage_selected)
        self.pane.selection_changed.connect(self.selection_changed)
        self.pane.scrolled.connect(self.scrolled)
        self.dragging.tags_dropped.connect(self.tags_dropped)
        self.pane.look_changed.connect(self.look_changed)
        self.filter_strip.cleared.connect(self._show_all_tags)
        self.version_link.clicked.connect(self._beside("view.versions"))
        self.encoding_link.clicked.connect(self._beside("project.encoding"))
        self.finder.leaving.connect(self.leaving)

    # What is shown

    def show_document(self, text: str, blocks: Sequence[Block], head: PageHead) -> None:
        """Show a document's text from the beginning."""
        self.pane.set_document(text, blocks, head)
        self.setAccessibleName(f"Reader: {head.title}")

    def show_head(self, head: PageHead) -> None:
        """Show the document's new title and facts."""
        self.pane.set_head(head)
        self.setAccessibleName(f"Reader: {head.title}")

    def show_only_tag(self, tag_id: int | None) -> None:
        """Let the passages of one tag stand out; None shows all alike."""
        self.only_tag_chosen.emit(tag_id)

    def set_look(self, look: ReaderLook) -> None:
        """Set the text another way."""
        self.pane.set_look(look)

    def show_hits(self, hits: Sequence[Span]) -> None:
        """Mark what a search found; finding in the document goes before it."""
        self.finder.show_hits(hits)

    def stand_on_hit(self, hit: Span) -> None:
        """Come to a hit of a search and frame it."""
        self.go_to(hit)
        self.finder.stand_on(hit)

    def add_strip(self, strip: QWidget) -> None:
        """Put a strip that something else serves above the text."""
        self._column.insertWidget(self._column.count() - 1, strip)

    def stand_beside(self, shown: QWidget) -> None:
        """Show something at the right of the text, which hears the text's keys too."""
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        self._column.replaceWidget(self.pane, splitter)
        splitter.addWidget(self.pane)
        splitter.addWidget(shown)
        splitter.setSizes([1000, 1000])

    def hear_in(self, beside: QWidget) -> None:
        """Let the keys of the text be heard in what shows it another way."""
        beside.addActions(
            [it for ask, it in self._actions if ask.action_id not in _OF_LETTERS]
        )

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
        """Bring a span into the middle, the caret before it, and flash it."""
        self._awaited = None
        self.pane.put_caret(span.start)
        self.pane.go_to(span)

    def go_to_passage(self, passage_id: int) -> None:
        """Select a passage and bring it into the middle."""
        self.pane.select_passage(passage_id)
        if span := self.pane.selected_passage_span:
            self.go_to(span)

    def position(self) -> int:
        """Return a place to come back to with `restore`."""
        return self.pane.position() if self._awaited is None else self._awaited

    def restore(self, position: int) -> None:
        """Come back to a place that `position` returned."""
        if self.isVisible():
            self.pane.come_to(position)
        else:
            # Lines are known only once the reader has its size.
            self._awaited = position

    def come_back(
        self, position: int, selection: Span | None, passage_id: int | None
    ) -> None:
        """Come back to a place, with what was selected there."""
        self.restore(position)
        if selection is None:
            self.pane.clear_selection()
        else:
            self.pane.select(selection)
        self.select_passage(passage_id)

    def let_go(self) -> bool:
        """Select nothing any more, first of the text, then no passage.

        Tells whether anything was selected.
        """
        if self.selection:
            self.pane.clear_selection()
        elif self.selected_passage is not None:
            self.pane.select_passage(None)
        else:
            return False
        return True

    def read_at(self) -> int:
        """Return the offset of the caret or, out of sight, of the first line."""
        return self.pane.line_being_read().start

    def relative_position(self) -> float:
        """Return how far the text is scrolled, from 0 to 1."""
        return self.pane.relative_position()

    def set_relative_position(self, share: float) -> None:
        """Scroll to a share of the text."""
        self.pane.set_relative_position(share)

    def zoom(self, steps: int) -> None:
        """Make the letters larger or smaller; 0 goes back to the usual size."""
        self.pane.zoom(steps)

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
            Ask("passage.tag_recent", self._ask_recent, span, in_menu=True),
            Ask("passage.in_vivo", about(self.in_vivo_requested), span, in_menu=True),
            Ask("passage.untag", self._ask_untag, passage, in_menu=True),
            Ask("passage.note", about(self.note_asked), span, in_menu=True),
            Ask("passage.cite", about(self.cite_asked), span, in_menu=True),
            Ask("passage.copy_link", about(self.link_asked), span, in_menu=True),
            Ask("passage.mark", about(self.mark_requested), span, in_menu=True),
            Ask("passage.remove", self._ask_remove, passage, in_menu=True),
            Ask("reader.copy", pane.copy, span, in_menu=True),
            Ask("edit.find", self.finder.open, nothing, in_menu=True),
            Ask("go.bookmark", self._ask_bookmark, nothing, in_menu=True),
            Ask("reader.search", self.search_requested.emit),
            Ask("go.next_passage", lambda: pane.go_to_neighbor(1)),
            Ask("go.previous_passage", lambda: pane.go_to_neighbor(-1)),
            Ask("passage.cycle", pane.cycle_overlapping),
            *(Ask(BEGINNING[end], self._resize(end)) for end in End),
            Ask("passage.grow", pane.grow),
            Ask("passage.shrink", pane.shrink),
            *(Ask(it, self._beside(it)) for it in _SERVED_BESIDE),
            *(Ask(it, self._beside(it), span, in_menu=True) for it in _ABOUT_CASES),
            Ask("view.only_tag", self._ask_only_tag),
            Ask("view.all_tags", self._show_all_tags),
            Ask("view.look", self._look_form.open),
            Ask("view.larger", lambda: pane.zoom(1)),
            Ask("view.smaller", lambda: pane.zoom(-1)),
            Ask("view.usual", lambda: pane.zoom(0)),
            *(Ask(f"reader.tag_{n}", self._numbered(n), span) for n in range(1, 10)),
        ]

    def _do(self, ask: Ask) -> None:
        if ask.needs in self._met():
            ask.act()
        else:
            self._vain_typing.expect(ask.action_id)
            self.explained.emit(what_is_missing(ask.needs))

    def _met(self) -> set[Needs]:
        met = {Needs.NOTHING}
        if self.target_span():
            met.add(Needs.SPAN)
        if self.selected_passage is not None:
            met.add(Needs.PASSAGE)
        return met

    def perform(self, action_id: str) -> None:
        """Do what the action of `ui.actions` means for this reader."""
        for ask, action in self._actions:
            if ask.action_id == action_id:
                action.trigger()

    def _beside(self, action_id: str) -> Callable[[], None]:
        return lambda: self.asked_beside.emit(action_id)

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
            self.tag_requested.emit(span, self.opens_at(span))

    def _ask_recent(self) -> None:
        if span := self.target_span():
            self.recent_tag_requested.emit(span, self.opens_at(span))

    def _resize(self, end: End) -> Callable[[], None]:
        return lambda: self.resizing.begin(end)

    def _ask_untag(self) -> None:
        if self.selected_passage is not None:
            point = self.opens_at(self.pane.selected_passage_span)
            self.untag_requested.emit(self.selected_passage, point)

    def _ask_bookmark(self) -> None:
        self.bookmark_requested.emit(self.pane.line_being_read())

    def _ask_only_tag(self) -> None:
        point = self.pane.mapToGlobal(self.pane.viewport().pos())
        self.only_tag_asked.emit(point + _BELOW_CORNER)

    def _show_all_tags(self) -> None:
        self.show_only_tag(None)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_remove(self) -> None:
        if self.selected_passage is not None:
            self.remove_requested.emit(self.selected_passage)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.filter_strip.isVisible():
            self._show_all_tags()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return the context menu, with only what makes sense now."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, self._actions, self._met())
        return menu

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._awaited is not None:
            self.pane.come_to(self._awaited)
            self._awaited = None
        self.shown.emit()

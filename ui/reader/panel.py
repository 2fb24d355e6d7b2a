"""The reader of one document: the pane, finding in it, and what can be asked.

It only asks; the controller turns asks into operations. Asks carry the span they
are about: the selected text or, without any, the selected passage.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from ui.reader import finding
from ui.reader.find_bar import FindBar
from ui.reader.model import PageHead, PaintedPassage
from ui.reader.pane import ReadingPane
from workbench.model.documents import Block
from workbench.model.spans import Span

_LONGEST_SOUGHT = 200
Ask = tuple[str, str, Callable[[], object]]


class ReaderPanel(QWidget):
    """Shows one document.

    `note_requested` (a `NoteTarget`), `cite_requested` (a passage's id) and
    `passage_selected` (an id or None) are for the main window; signals that end in
    `_asked`, and those about tags and removing, for the controller.
    """

    tag_requested = Signal(object, object)
    last_tag_requested = Signal(object)
    tags_requested = Signal(object, int)
    untag_requested = Signal(int, object)
    mark_requested = Signal(object)
    remove_requested = Signal(int)
    note_asked = Signal(object)
    cite_asked = Signal(object)
    note_requested = Signal(object)
    cite_requested = Signal(int)
    passage_selected = Signal(object)
    selection_changed = Signal(object)
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
        self._menu_actions = self._add_asks()

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
        if self._found:
            self.next_hit() or self._show_hit(self._found[0])

    # Asking

    def target_span(self) -> Span | None:
        """Return what an ask is about."""
        return self.pane.selection or self.pane.selected_passage_span

    def _add_asks(self) -> list[QAction | None]:
        """Make the actions; those above the second rule also stand in the menu."""
        menu: list[Ask | None] = [
            ("Tag passage…", "T", self._ask_tag),
            ("Tag with last tag", "Q", self._about_span(self.last_tag_requested.emit)),
            ("Remove a tag…", "U", self._ask_untag),
            ("Write a note", "N", self._about_span(self.note_asked.emit)),
            ("Cite in a cell", "C", self._about_span(self.cite_asked.emit)),
            ("Mark without a tag", "M", self._about_span(self.mark_requested.emit)),
            ("Remove passage", "Del", self._ask_remove),
            None,
            ("Copy", "Ctrl+C", self.pane.copy),
            ("Find in this document", "Ctrl+F", self.open_find),
        ]
        rest: list[Ask] = [
            ("Next passage", "J", lambda: self.pane.go_to_neighbor(1)),
            ("Previous passage", "K", lambda: self.pane.go_to_neighbor(-1)),
            ("Next overlapping passage", "O", self.pane.cycle_overlapping),
            ("Grow selection", "W", self.pane.grow),
            ("Shrink selection", "Shift+W", self.pane.shrink),
            ("Larger text", "Ctrl+=", lambda: self.pane.zoom(1)),
            ("Larger text", "Ctrl++", lambda: self.pane.zoom(1)),
            ("Smaller text", "Ctrl+-", lambda: self.pane.zoom(-1)),
            ("Usual text size", "Ctrl+0", lambda: self.pane.zoom(0)),
        ]
        rest += [(f"Tag {n}", str(n), self._numbered(n)) for n in range(1, 10)]
        for ask in rest:
            self._add_action(ask)
        return [ask and self._add_action(ask) for ask in menu]

    def _add_action(self, ask: Ask) -> QAction:
        text, key, act = ask
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        # Single letters are keys of the text, not of the fields beside it.
        is_wide = key == "Ctrl+F"
        action.setShortcutContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
            if is_wide
            else Qt.ShortcutContext.WidgetShortcut
        )
        action.triggered.connect(lambda: act())
        (self if is_wide else self.pane).addAction(action)
        return action

    def _about_span(self, ask: Callable[[Span], object]) -> Callable[[], None]:
        def act() -> None:
            if span := self.target_span():
                ask(span)

        return act

    def _numbered(self, number: int) -> Callable[[], None]:
        return self._about_span(lambda span: self.tags_requested.emit(span, number))

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
        """Return the context menu, with only what makes sense now enabled."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        has_passage = self.selected_passage is not None
        for action in self._menu_actions:
            if action is None:
                menu.addSeparator()
                continue
            key = action.shortcut().toString()
            if key in {"U", "Del"}:
                action.setEnabled(True)
            menu.addAction(action)
            is_about_passage = key in {"U", "Del"}
            action.setVisible(has_passage or not is_about_passage)
        return menu

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

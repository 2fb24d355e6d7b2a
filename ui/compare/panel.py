"""Documents side by side, each in a full reader, with what they share between them.

The readers come from outside, so that this feature knows nothing of theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.compare.bar import CompareBar
from ui.compare.chosen import Chosen
from ui.compare.counterparts import Ring
from ui.compare.locking import Lock
from ui.compare.pages import WithPages
from ui.compare.pair_model import Differences
from ui.compare.pairs_page import PairsPage
from ui.compare.panes import FEWEST, MOST, Panes
from ui.compare.reading import MakeReading, Offer, Reading, Shown
from ui.compare.ties import Tie, is_drawn
from ui.compare.ways import Ways
from ui.keymap import keymap, new_action
from ui.widgets.spot import Spot
from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.spans import Span

_STATEMENTS, _CHANGES = "Shared statements", "Changes"
TWO_STAY = "Two texts are the fewest that can be compared"
_NO_COUNTERPART = "Nothing beside says what stands at the caret"
_TWO_SELECTIONS = "Select words in two of the texts first; then they can be linked."


class ComparePanel(QWidget):
    """Shows what is tied and asks; `documents_changed` follows each change of a pane.

    `accept_wanted` carries a tie, `kind_wanted` a tie and where to ask for a kind,
    `link_wanted` two `Stretch`es and where to ask, `explained` what a key needs first.
    """

    documents_changed = Signal()
    pane_wanted = Signal(QPoint)
    accept_wanted = Signal(object)
    kind_wanted = Signal(object, QPoint)
    link_wanted = Signal(object, object, QPoint)
    unlink_wanted = Signal(object)
    explained = Signal(str)

    def __init__(
        self,
        make: MakeReading,
        offers: Sequence[Offer],
        shown: Sequence[Shown],
        differences: Differences,
        *,
        is_locked: bool = False,
        ways: Ways | None = None,
    ) -> None:
        super().__init__()
        self._ways = ways or Ways()
        self._ties: Sequence[Tie] = ()
        self._chosen: Tie | None = None
        self._kept: Chosen | None = None
        self._awaited: Sequence[Spot] = ()
        self._ring = Ring()
        self.panes = Panes(make, offers)
        self.lock = Lock(lambda: self.panes.readings, is_on=is_locked)
        self.pairs = PairsPage(differences)
        is_about_versions = any(it.version is not None for it in shown)
        self.bar = CompareBar(can_add=not is_about_versions)
        self.bar.lock_button.setChecked(is_locked)
        self._with_pages = WithPages(self.panes, self.bar)
        self.add_page(_CHANGES if is_about_versions else _STATEMENTS, self.pairs)
        self._lay_out()
        # Last: a reader that is moved from parent to parent is styled each time.
        for it in shown:
            self.panes.add(it)
        self._connect()
        self._add_actions()
        self.setAccessibleName("Documents side by side")
        self.setFocusProxy(self.panes.sides[0].reading.widget)

    # What is shown

    @property
    def shown(self) -> tuple[Shown, ...]:
        """What stands in the panes, from the left."""
        return self.panes.shown

    @property
    def document_ids(self) -> tuple[int, ...]:
        """The documents in the panes, from the left; one may be there twice."""
        return tuple(it.document_id for it in self.shown)

    @property
    def shows_versions(self) -> bool:
        """Tell whether versions of one document are compared."""
        return any(it.version is not None for it in self.shown)

    @property
    def readers(self) -> tuple[QWidget, ...]:
        """What shows the texts, from the left."""
        return tuple(it.widget for it in self.panes.readings)

    @property
    def is_locked(self) -> bool:
        """Tell whether the texts scroll together."""
        return self.lock.is_on

    @property
    def ties(self) -> Sequence[Tie]:
        """What ties the texts, as it is drawn."""
        return self._ties

    @property
    def chosen(self) -> Tie | None:
        """The pair that is drawn stronger."""
        return self._chosen

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer these texts; the panes stay as they are."""
        self.panes.offer(offers)

    def add_pane(self, shown: Shown) -> None:
        """Show one more text at the right, and go there."""
        if len(self.shown) < MOST:
            self.panes.add(shown)
            self._go_into(-1)

    def add_page(self, name: str, page: QWidget) -> None:
        """Add a page below the texts or, where the tab is wide, beside them."""
        self._with_pages.add_page(name, page)

    def show_page(self, page: QWidget) -> None:
        """Bring one of the pages to the front."""
        self._with_pages.show_page(page)

    def show_ties(self, ties: Sequence[Tie]) -> None:
        """Draw and list these; blocks that stayed as they were only lead scrolling."""
        self._ties = drawn = [it for it in ties if is_drawn(it)]
        self._ring.forget()
        texts = [it.text for it in self.panes.readings]
        found = self._kept.found_in(drawn, texts) if self._kept else None
        self._chosen = found.listed if found else None
        self.lock.show_ties(ties)
        self.panes.show_ties(drawn)
        titles = [it.title for it in self.panes.sides]
        self.pairs.model.show_ties(drawn, texts, titles)
        self.pairs.show_pairs(self._chosen)
        self.panes.choose(self._chosen)
        self.bar.say_lock(is_locked=self.is_locked, has_pairs=self.lock.has_pairs)

    # Going places

    def show_stretch(self, document_id: int, span: Span) -> None:
        """Bring a place of a document's text into the middle, and flash it."""
        self.show_places([(document_id, span)])

    def show_places(self, places: Sequence[tuple[int, Span]]) -> None:
        """Bring places into the middle; two of one document in a pane each."""
        panes = [*zip(self.shown, self.panes.readings, strict=True)]
        with self._ways.walk(), self.lock.paused():
            for document_id, span in places:
                wanted = Shown(DocumentId(document_id))
                found = next((it for it in panes if it[0] == wanted), None)
                if found is not None:
                    panes.remove(found)
                    found[1].go_to(span)

    def spots(self) -> tuple[Spot, ...]:
        """Return where somebody reads in each text."""
        return tuple(self._awaited) or tuple(it.spot() for it in self.panes.readings)

    def come_back(self, spots: Sequence[Spot], pane: int | None = None) -> None:
        """Come back to what `spots` returned, and let keys go to a pane."""
        if self.isVisible():
            self._put(spots)
        else:
            # Lines are known only once the texts have their size.
            self._awaited = spots
        if pane is not None and pane < len(self.shown):
            self._go_into(pane)

    def choose(self, tie: Tie | None) -> None:
        """Draw one pair stronger, and make it current in the list."""
        texts = [it.text for it in self.panes.readings]
        self._kept = Chosen.of(tie, texts) if tie else None
        self._chosen = tie.listed if tie else None
        self.panes.choose(tie)
        self.pairs.choose(self._chosen)

    def show_tie(self, tie: Tie) -> None:
        """Bring both ends of a pair into the middle, and flash them."""
        self.choose(tie)
        with self._ways.walk(), self.lock.paused():
            for pane in (tie.left, tie.right):
                if span := tie.end_in(pane):
                    self.panes.readings[pane].go_to(span)

    def step(self, by: int) -> None:
        """Show the next (1) or the previous (-1) pair of the list."""
        ties = self.pairs.model.ties
        if not ties:
            return
        row = self.pairs.model.row_of(self._chosen)
        self.show_tie(ties[(row + by) % len(ties) if row >= 0 else self._near(by)])

    def go_to_counterpart(self) -> None:
        """Go from the statement at the caret to what says the same in another text."""
        readings, pane = self.panes.readings, self.panes.focused
        found = self._ring.next(self._ties, pane, readings[pane].caret)
        if found is None and self._chosen is None:
            way = keymap.way_to("compare.next_pair")
            self.explained.emit(f"{_NO_COUNTERPART} · {way} for the next pair")
            return
        with self._ways.jump():
            if found is not None:
                self.choose(found.tie)
                with self.lock.paused():
                    readings[found.pane].go_to(found.span)
                self._go_into(found.pane)
            elif self._chosen is not None:
                self.show_tie(self._chosen)
                self._go_to_other_end(self._chosen, pane)

    def _go_to_other_end(self, tie: Tie, pane: int) -> None:
        other = tie.left if pane == tie.right else tie.right
        self._go_into(other)

    def _go_into(self, pane: int) -> None:
        """Let keys go to a text, and bring it into view where not all have room."""
        self._with_pages.show_text(self.panes.sides[pane])
        self.panes.readings[pane].take_focus()

    def _near(self, by: int) -> int:
        """Return the row to begin with: the first from where the caret stands."""
        if by < 0:
            return -1
        pane = self.panes.focused
        caret = self.panes.readings[pane].caret
        for row, tie in enumerate(self.pairs.model.ties):
            span = tie.end_in(pane)
            if span is not None and span.start >= caret:
                return row
        return 0

    # Asking

    def _accept(self) -> None:
        if self._chosen is not None:
            self.accept_wanted.emit(self._chosen)
        else:
            self._explain_choosing()

    def _ask_kind(self) -> None:
        if self._chosen is not None:
            self.kind_wanted.emit(self._chosen, self._asking_point())
        else:
            self._explain_choosing()

    def _explain_choosing(self) -> None:
        way = keymap.way_to("compare.next_pair")
        self.explained.emit(f"Choose a pair first · {way} for the next")

    def _link_selections(self) -> None:
        # The text that is worked in comes first.
        numbers = sorted(
            self.panes.last_selected, key=lambda it: it != self.panes.focused
        )
        readings = self.panes.readings
        ends = [
            Stretch(self.shown[it].document_id, span)
            for it in numbers
            if (span := readings[it].selection) and self.shown[it].version is None
        ]
        if len(ends) == 2:
            self.link_wanted.emit(*ends, self._asking_point())
        else:
            self.explained.emit(_TWO_SELECTIONS)

    def _asking_point(self) -> QPoint:
        return self.panes.mapToGlobal(QPoint(self.panes.width() // 3, 80))

    def _ask_pane(self) -> None:
        self.pane_wanted.emit(self.bar.add_button.mapToGlobal(QPoint(0, 28)))

    def _remove_pane(self) -> None:
        if len(self.shown) > FEWEST:
            self.panes.remove(self.panes.focused)
        else:
            self.explained.emit(TWO_STAY)

    def _swap_panes(self) -> None:
        self.panes.swap(self.panes.focused)

    def _fold(self) -> None:
        self._with_pages.fold(on=not self._with_pages.is_folded)
        if self.focusWidget() is None:
            self._go_into(self.panes.focused)

    # Inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._with_pages, 1)

    def _connect(self) -> None:
        self.panes.changed.connect(self._tell_documents)
        self.panes.scrolled.connect(self._follow)
        self.panes.tie_clicked.connect(self.show_tie)
        self.pairs.chosen.connect(self.show_tie)
        self.pairs.opened.connect(self.show_tie)
        self.pairs.unlink_wanted.connect(self.unlink_wanted)
        self.bar.lock_button.toggled.connect(self._toggle)
        self.bar.add_button.clicked.connect(self._ask_pane)
        self.bar.fold_button.clicked.connect(self._fold)
        self._with_pages.folded.connect(self.bar.say_folded)
        self._tell_panes()

    def _add_actions(self) -> None:
        acts = {
            "compare.lock": self.bar.lock_button.toggle,
            "compare.counterpart": self.go_to_counterpart,
            "compare.next_pair": lambda: self.step(1),
            "compare.previous_pair": lambda: self.step(-1),
            "compare.accept": self._accept,
            "compare.accept_as": self._ask_kind,
            "compare.link": self._link_selections,
            "compare.add_pane": self._ask_pane,
            "compare.remove_pane": self._remove_pane,
            "compare.swap": self._swap_panes,
            "compare.fold": self._fold,
        }
        for action_id, act in acts.items():
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            action = new_action(action_id, self, context)
            action.triggered.connect(lambda _=False, do=act: do())

    def _follow(self, moved: Reading) -> None:
        self.lock.follow(moved)

    def _toggle(self) -> None:
        is_locked = self.bar.lock_button.isChecked()
        self.lock.switch(on=is_locked, leader=self.panes.focused)
        self.bar.say_lock(is_locked=is_locked, has_pairs=self.lock.has_pairs)

    def _tell_panes(self) -> None:
        self.bar.add_button.setEnabled(len(self.shown) < MOST)
        self._with_pages.make_room()
        self.setFocusProxy(self.panes.sides[0].reading.widget)

    def _put(self, spots: Iterable[Spot]) -> None:
        with self.lock.paused():
            for reading, spot in zip(self.panes.readings, spots, strict=False):
                reading.come_back(spot)

    def _arrive(self) -> None:
        awaited, self._awaited = self._awaited, ()
        self._put(awaited)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._put(self._awaited)
        # Again with the size that the texts have in the end, or lines differ.
        QTimer.singleShot(0, self, self._arrive)

    def _tell_documents(self) -> None:
        self._chosen = self._kept = None
        self._tell_panes()
        self.show_ties(())
        self.documents_changed.emit()

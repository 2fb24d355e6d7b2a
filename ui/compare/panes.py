"""The texts side by side, with ribbons as the borders between them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QSplitterHandle
from typing_extensions import override

from ui.compare.kinds import look_of
from ui.compare.reading import MakeReading, Offer, Reading, Shown
from ui.compare.ribbons import WIDTH, Ribbons
from ui.compare.side import Side
from ui.compare.ties import Tie
from ui.widgets.strokes import Underline
from workbench.model.spans import Span

FEWEST, MOST = 2, 4


class Panes(QSplitter):
    """Two to four texts; `changed` says that others are shown, or in another order."""

    changed = Signal()
    scrolled = Signal(object)  # the Reading that moved
    tie_clicked = Signal(object)  # Tie
    menu_wanted = Signal(object, QPoint)  # Tie, where on the screen

    def __init__(self, make: MakeReading, offers: Sequence[Offer]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._make = make
        self._offers = offers
        self._ties: Sequence[Tie] = ()
        self._chosen: Tie | None = None
        self.sides: list[Side] = []
        self._by_selection: list[Side] = []
        self.setChildrenCollapsible(False)
        self.setHandleWidth(WIDTH)

    @property
    def readings(self) -> list[Reading]:
        """The texts from left to right."""
        return [it.reading for it in self.sides]

    @property
    def shown(self) -> tuple[Shown, ...]:
        """What is shown from left to right."""
        return tuple(it.shown for it in self.sides)

    @property
    def focused(self) -> int:
        """The number of the text that keys go to; else of the first."""
        inside = (n for n, it in enumerate(self.readings) if it.has_focus())
        return next(inside, 0)

    @property
    def last_selected(self) -> list[int]:
        """The numbers of the two texts in which words were selected last, in order."""
        selected = [it for it in self._by_selection if it.reading.selection]
        return sorted(self.sides.index(it) for it in selected[-2:])

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer these texts in every pane."""
        self._offers = offers
        for side in self.sides:
            side.offer(offers)

    def add(self, shown: Shown) -> None:
        """Show another text at the right end."""
        side = Side(self._make, shown, self)
        side.offer(self._offers)
        side.replaced.connect(self._tell)
        side.selected.connect(lambda: self._put_last(side))
        side.scrolled.connect(lambda: self._follow(side))
        side.removal_wanted.connect(lambda: self.remove(self.sides.index(side)))
        side.swap_wanted.connect(lambda: self.swap(self.sides.index(side)))
        self.sides.append(side)
        self._by_selection.append(side)
        self.addWidget(side)
        self.setSizes([10_000] * self.count())
        self._tell()

    def remove(self, number: int) -> None:
        """Take a text away, unless only two are there."""
        if len(self.sides) > FEWEST:
            had_focus = self._take_out(self.sides[number])
            self._tell()
            if had_focus:
                self.sides[min(number, len(self.sides) - 1)].reading.take_focus()

    def leave_out(self, document_ids: Collection[int]) -> None:
        """Take away all texts of these documents, if enough others are left."""
        gone = [it for it in self.sides if it.shown.document_id in document_ids]
        if gone and len(self.sides) - len(gone) >= FEWEST:
            had_focus = [self._take_out(it) for it in gone]
            self._tell()
            if any(had_focus):
                self.sides[0].reading.take_focus()

    def _take_out(self, side: Side) -> bool:
        """Take a text out at once, deleted later; tells whether keys went to it."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and side.isAncestorOf(focused)
        self.sides.remove(side)
        self._by_selection.remove(side)
        side.setParent(None)
        side.deleteLater()
        return had_focus

    def swap(self, number: int) -> None:
        """Let a text and the next one change places; the last goes with the first."""
        other = (number + 1) % len(self.sides)
        first, last = sorted((number, other))
        sides, sizes = self.sides, self.sizes()
        sides[first], sides[last] = sides[last], sides[first]
        for at, side in enumerate(sides):
            self.insertWidget(at, side)
        sizes[first], sizes[last] = sizes[last], sizes[first]
        self.setSizes(sizes)
        self._tell()

    def show_ties(self, ties: Sequence[Tie]) -> None:
        """Draw ties between neighbors, and their ends in every text."""
        self._ties = ties
        for number, ribbons in enumerate(self.ribbons()):
            between = (number, number + 1)
            ribbons.show_ties([it for it in ties if (it.left, it.right) == between])
        self._show_underlines()

    def choose(self, tie: Tie | None) -> None:
        """Draw one tie stronger."""
        self._chosen = tie
        for ribbons in self.ribbons():
            ribbons.choose(tie)
        self._show_underlines()

    def ribbons(self) -> list[Ribbons]:
        """Return what stands between the texts, from the left."""
        found = (self.handle(number) for number in range(1, self.count()))
        return [it for it in found if isinstance(it, Ribbons)]

    @override
    def createHandle(self) -> QSplitterHandle:
        ribbons = Ribbons(self)
        ribbons.tie_clicked.connect(self.tie_clicked)
        ribbons.menu_wanted.connect(self.menu_wanted)
        return ribbons

    def _tell(self) -> None:
        self._ties, self._chosen = (), None
        for number, side in enumerate(self.sides):
            side.name(number + 1)
            side.remove_button.setVisible(len(self.sides) > FEWEST)
            side.swap_button.setVisible(number + 1 < len(self.sides))
        for number, ribbons in enumerate(self.ribbons()):
            ribbons.attach(self.readings[number], self.readings[number + 1])
            ribbons.show_ties(())
        self.changed.emit()

    def _put_last(self, side: Side) -> None:
        """Remember in which text words were selected last."""
        self._by_selection.remove(side)
        self._by_selection.append(side)

    def _follow(self, side: Side) -> None:
        for ribbons in self.ribbons():
            ribbons.update()
        self.scrolled.emit(side.reading)

    def _show_underlines(self) -> None:
        for number, side in enumerate(self.sides):
            side.show_underlines(underlines_of(self._ties, number, self._chosen))


def underlines_of(
    ties: Sequence[Tie], pane: int, chosen: Tie | None
) -> list[Underline]:
    """Return what is drawn in the text of a pane, each stretch of a kind once."""
    found: dict[tuple[Span, str], Underline] = {}
    for tie in ties:
        span, look = tie.end_in(pane), look_of(tie.kind)
        if span is None:
            continue
        is_chosen = tie.is_same(chosen)
        if is_chosen or (span, tie.kind) not in found:
            found[span, tie.kind] = Underline(span, look.tone, look.stroke, is_chosen)
    return list(found.values())

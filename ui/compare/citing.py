"""Offers the places of a pair for citing: both of them, or only one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal

from ui.compare.panel import ComparePanel
from ui.compare.ties import Tie
from ui.keymap import new_action
from ui.widgets.dragging import Source
from workbench.model.links import Stretch

_VERSIONS = "Earlier versions are not cited; cite in the document's current text"


class PairCiting(QObject):
    """Serves the list of pairs of one panel; `PairMenu` offers the same."""

    cite_wanted = Signal(object, object)  # list[Source], global QPoint
    cite_opposed_wanted = Signal(object, object)  # the same, one against the other

    def __init__(self, panel: ComparePanel) -> None:
        super().__init__(panel)
        self._panel = panel
        for action_id, act in (
            ("pairs.cite", self.cite),
            ("pairs.cite_opposed", self.cite_opposed),
        ):
            action = new_action(action_id, panel.pairs.view)
            action.triggered.connect(lambda _=False, act=act: self._with_current(act))

    def cite(self, tie: Tie, panes: Sequence[int] = ()) -> None:
        """Ask to cite the places of a pair, in these panes if some are named."""
        self.cite_wanted.emit(self._places(tie, panes), self._point())

    def cite_opposed(self, tie: Tie) -> None:
        """Ask to cite the left place as supporting, the right as contradicting."""
        places = self._places(tie, ())
        wanted = self.cite_opposed_wanted if len(places) == 2 else self.cite_wanted
        wanted.emit(places, self._point())

    def _with_current(self, act: object) -> None:
        if self._panel.shows_versions:
            self._panel.explained.emit(_VERSIONS)
        elif (tie := self._panel.pairs.current) is not None and callable(act):
            act(tie)

    def _places(self, tie: Tie, panes: Sequence[int]) -> list[Source]:
        shown = self._panel.shown
        return [
            Stretch(shown[pane].document_id, span)
            for pane in panes or (tie.left, tie.right)
            if (span := tie.end_in(pane))
        ]

    def _point(self) -> QPoint:
        view = self._panel.pairs.view
        place = view.visualRect(view.currentIndex()).bottomLeft()
        return view.viewport().mapToGlobal(place + QPoint(14, 0))

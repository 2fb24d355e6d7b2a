"""What can be done with a pair, by the right mouse button."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from ui.actions import spec_of
from ui.compare.citing import PairCiting
from ui.compare.panel import ComparePanel
from ui.compare.ties import Tie
from ui.keymap import keymap
from workbench.model.links import LinkKind

_SHOW = "Show in both texts\tEnter"


class PairMenu(QObject):
    """Opens on a ribbon and on a row of the list, with what the keys do there."""

    def __init__(self, panel: ComparePanel, citing: PairCiting) -> None:
        super().__init__(panel)
        self._panel = panel
        self._citing = citing
        panel.panes.menu_wanted.connect(self._open)
        panel.pairs.menu_wanted.connect(self._open)

    def menu_for(self, tie: Tie, point: QPoint) -> QMenu:
        """Return a menu with only what makes sense for a pair."""
        panel = self._panel
        menu = QMenu(panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_SHOW, lambda: panel.show_tie(tie))
        can_be_linked = isinstance(tie.kind, LinkKind) and tie.a and tie.b
        if can_be_linked and not tie.links:
            _add(menu, "compare.accept", lambda: panel.accept_wanted.emit(tie))
        if can_be_linked:
            _add(menu, "compare.accept_as", lambda: panel.kind_wanted.emit(tie, point))
        if tie.links:
            _add(menu, "pairs.unlink", lambda: panel.unlink_wanted.emit(tie))
        if not panel.shows_versions:
            menu.addSeparator()
            self._add_citing(menu, tie)
        return menu

    def _add_citing(self, menu: QMenu, tie: Tie) -> None:
        citing, panes = self._citing, (tie.left, tie.right)
        if tie.a and tie.b:
            _add(menu, "pairs.cite", lambda: citing.cite(tie))
            _add(menu, "pairs.cite_opposed", lambda: citing.cite_opposed(tie))
        for pane, side in zip(panes, ("left", "right"), strict=True):
            if tie.end_in(pane):
                words = f"Cite only the {side} one in a table cell…"
                menu.addAction(words, partial(citing.cite, tie, [pane]))

    def _open(self, tie: Tie, point: QPoint) -> None:
        self._panel.choose(tie)
        self.menu_for(tie.listed, point).popup(point)


def _add(menu: QMenu, action_id: str, act: Callable[[], None]) -> None:
    menu.addAction(f"{spec_of(action_id).text}\t{keymap.text_of(action_id)}", act)

"""What can be done with a pair, by the right mouse button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from ui.actions import spec_of
from ui.compare.panel import ComparePanel
from ui.compare.ties import Tie
from ui.keymap import keymap
from workbench.model.links import LinkKind

_SHOW = "Show in both texts\tEnter"


class PairMenu(QObject):
    """Opens on a ribbon and on a row of the list, with what the keys do there."""

    def __init__(self, panel: ComparePanel) -> None:
        super().__init__(panel)
        self._panel = panel
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
        return menu

    def _open(self, tie: Tie, point: QPoint) -> None:
        self._panel.choose(tie)
        self.menu_for(tie.listed, point).popup(point)


def _add(menu: QMenu, action_id: str, act: Callable[[], None]) -> None:
    menu.addAction(f"{spec_of(action_id).text}\t{keymap.text_of(action_id)}", act)

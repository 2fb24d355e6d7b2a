"""Opens the tab of what documents share."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.common import Common
from ui.places.place import Tab, TabKind
from ui.places.travel import Travel
from ui.reuse.controller import ReuseController
from ui.reuse.panel import ReusePanel
from ui.strips import Strips


class ReuseTabs(QObject):
    """Knows the tab of shared statements in the strips of a center; one at most."""

    pair_chosen = Signal(int, int)
    document_chosen = Signal(int)

    def __init__(self, common: Common, strips: Strips, travel: Travel) -> None:
        super().__init__(strips)
        self._common = common
        self._strips = strips
        self._travel = travel

    def open(self) -> ReusePanel:
        """Show which documents share statements."""
        with self._travel.jump():
            for panel in self._strips.of_kind(ReusePanel):
                self._strips.bring_to_front(panel)
                return panel
            panel = ReusePanel()
            ReuseController(self._common, panel)
            panel.pair_chosen.connect(self.pair_chosen)
            panel.document_chosen.connect(self.document_chosen)
            self._strips.add(panel, "Shared statements")
            return panel

    def tab_of(self, widget: QWidget) -> Tab | None:
        """Name a tab, if it is this one."""
        return Tab(TabKind.REUSE) if isinstance(widget, ReusePanel) else None

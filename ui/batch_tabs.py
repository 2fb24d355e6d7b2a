"""Opens the tab of the batch search."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.batch.controller import BatchController
from ui.batch.panel import BatchPanel
from ui.common import Common
from ui.places.place import Tab, TabKind
from ui.places.travel import Travel
from ui.strips import Strips


class BatchTabs(QObject):
    """Knows the tab of the batch search in the strips of a center; one at most."""

    query_chosen = Signal(str, object)  # a query and its SearchOptions
    place_found = Signal(int, int, int)

    def __init__(self, common: Common, strips: Strips, travel: Travel) -> None:
        super().__init__(strips)
        self._common = common
        self._strips = strips
        self._travel = travel

    def open(self) -> BatchPanel:
        """Show where many queries are asked at once."""
        with self._travel.jump():
            for panel in self._strips.of_kind(BatchPanel):
                self._strips.bring_to_front(panel)
                return panel
            panel = BatchPanel()
            controller = BatchController(self._common, panel)
            controller.query_chosen.connect(self.query_chosen)
            controller.place_found.connect(self.place_found)
            self._strips.add(panel, "Batch search")
            return panel

    def tab_of(self, widget: QWidget) -> Tab | None:
        """Name a tab, if it is this one."""
        return Tab(TabKind.BATCH) if isinstance(widget, BatchPanel) else None

"""The ways through a project's places: arrows, side buttons, headings and bookmarks."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from ui.center import Center
from ui.common import Common
from ui.header import Header
from ui.places.controller import PlacesController
from ui.places.mouse import SideButtons
from ui.places.panel import PlacesPanel
from workbench.errors import WorkbenchError

LIST_TOP = 40


class Wayfinding(QObject):
    """Lets a person go to places of the center, and back and forward."""

    def __init__(self, common: Common, center: Center, header: Header) -> None:
        super().__init__(center)
        self._center = center
        self._header = header
        self.panel = PlacesPanel(center)
        self.side_buttons = SideButtons(self)
        self._controller = PlacesController(
            common.project, common.signals, self.panel, common.notices
        )
        self._controller.place_activated.connect(center.go_to)
        center.readers.bookmark_requested.connect(self._controller.toggle_bookmark)
        center.strips.window_opened.connect(self.side_buttons.watch)
        self._connect_ways()

    def open_headings(self) -> None:
        """List the headings and bookmarks of the document that is read."""
        reader = self._center.current_reader()
        if reader is None:
            raise WorkbenchError("Open a document first; then this works in it.")
        self._controller.open_document(
            self._center.document_of(reader), reader.read_at(), _above(reader)
        )

    def open_bookmarks(self) -> None:
        """List the bookmarks of all documents."""
        tabs = self._center.tabs
        self._controller.open_bookmarks(_above(tabs if tabs.count() else self._center))

    def _connect_ways(self) -> None:
        travel, header, mouse = self._center.travel, self._header, self.side_buttons
        travel.changed.connect(self._show_ways)
        for back in (mouse.back, header.back_button.clicked):
            back.connect(lambda: travel.back())
        for forward in (mouse.forward, header.forward_button.clicked):
            forward.connect(lambda: travel.forward())

    def _show_ways(self) -> None:
        travel = self._center.travel
        self._header.show_ways(back=travel.can_go_back, forward=travel.can_go_forward)


def _above(widget: QWidget) -> QPoint:
    """Return where, on the screen, a list over what is read may open."""
    return widget.mapToGlobal(QPoint(widget.width() // 2, LIST_TOP))

"""The pages of one document with the bar above them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.bar import PagesBar
from ui.pages.layout import Fit
from ui.pages.view import ZOOM, PagesView
from workbench.errors import NotFound
from workbench.model.pages import Page
from workbench.text.page_labels import label_of, page_named

NARROWEST = 220


class PagesPanel(QWidget):
    """Shows pages; `asked` carries the id of an action that is not its own.

    `missed` says in a sentence that there is no such page.
    """

    asked = Signal(str)
    missed = Signal(str)

    def __init__(self, view: PagesView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.bar = PagesBar()
        self.setMinimumWidth(NARROWEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(view, 1)
        self.setFocusProxy(view)
        self._said: tuple[Page, int] | None = None
        self._own = {
            "pages.larger": lambda: view.zoom(ZOOM),
            "pages.smaller": lambda: view.zoom(1 / ZOOM),
            "pages.width": lambda: view.fit_to(Fit.WIDTH),
            "pages.whole": lambda: view.fit_to(Fit.PAGE),
        }
        self.bar.asked.connect(self._take)
        self.bar.page_wanted.connect(self._go_to_page)
        self.bar.left.connect(self._leave_bar)
        view.scrolled.connect(self.show_place)
        view.scale_changed.connect(self.show_place)
        self.show_place()

    def name(self, title: str) -> None:
        """Say which document's pages these are."""
        self.setAccessibleName(f"Pages: {title}")
        self.view.setAccessibleName(f"Pages of {title}")

    def position(self) -> int:
        """Return the offset of the line that is read: a place to come back to."""
        return self.view.read_at()[0]

    def restore(self, position: int) -> None:
        """Come back to what `position` returned."""
        if position != self.position():
            self.view.read(position)

    def show_place(self) -> None:
        """Say in the bar which page is read."""
        page, count = self.view.current_page(), len(self.view.pages)
        if page is not None and (page, count) != self._said:
            self._said = page, count
            self.bar.show_page(label_of(page), page.number, count)
            self.view.setAccessibleDescription(
                f"Page {label_of(page)}, {page.number:,} of {count:,}"
            )

    def _take(self, action_id: str) -> None:
        act = self._own.get(action_id)
        if act is None:
            self.asked.emit(action_id)
        else:
            act()

    def _go_to_page(self, wanted: str) -> None:
        try:
            page = page_named(self.view.pages, wanted)
        except NotFound as error:
            self.missed.emit(str(error))
            self.bar.field.selectAll()
            return
        self.view.go_to_page(page)
        self._leave_bar()

    def _leave_bar(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._said = None
        self.show_place()

"""All cases at the left, and what the chosen one is and holds beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.cases.description import CaseDescription
from ui.cases.pages import CasePages
from ui.cases.panel import CasesPanel
from ui.widgets.empty_state import EmptyState

WIDTHS = [436, 248, 596]


class CasesView(QWidget):
    """The list of cases with the description and the pages of one."""

    def __init__(self) -> None:
        super().__init__()
        self.listing = CasesPanel()
        self.description = CaseDescription()
        self.pages = CasePages()
        self._case = QSplitter(Qt.Orientation.Horizontal)
        self._none = EmptyState(
            "No case chosen", "Choose a case in the list to see what belongs to it."
        )
        self._right = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.listing.rows.arranged.connect(self._follow_count)
        self.listing.model.rowsInserted.connect(lambda *_: self._follow_count())
        self.listing.model.modelReset.connect(self._follow_count)
        self._follow_count()

    @property
    def view(self) -> QWidget:
        """The list, or what there is to do without any case."""
        listing = self.listing
        return listing.view if listing.view.isVisible() else listing.empty

    def show_case(self, *, is_chosen: bool) -> None:
        """Show the chosen case, or that there is none."""
        self._right.setCurrentWidget(self._case if is_chosen else self._none)

    def _lay_out(self) -> None:
        self._case.addWidget(self.description)
        self._case.addWidget(self.pages)
        self._right.addWidget(self._none)
        self._right.addWidget(self._case)
        self.splitter.addWidget(self.listing)
        self.splitter.addWidget(self._right)
        for splitter in (self._case, self.splitter):
            splitter.setChildrenCollapsible(False)
        self._case.setStretchFactor(1, 1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([WIDTHS[0], sum(WIDTHS[1:])])
        self._case.setSizes(WIDTHS[1:])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)

    def _follow_count(self) -> None:
        """Leave all the room to what cases are for, until there is one."""
        self._right.setVisible(self.listing.model.rowCount() > 0)

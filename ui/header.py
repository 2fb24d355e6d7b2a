"""The bar on top: the project's name, the search field, and the large moves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui.keymap import explain
from ui.resources import icon
from ui.search.field import SearchField
from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.elided import ElidedLabel
from ui.widgets.plain import PlainLabel
from workbench.model.ids import TableId

HEIGHT = 44
FIELD_WIDTH = 560
TITLE_WIDTH = 182


class Header(QFrame):
    """Holds the one search field; opens comparisons, tables and the export."""

    tables_wanted = Signal()
    table_chosen = Signal(int)
    table_requested = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setFixedHeight(HEIGHT)
        title = ElidedLabel(name)
        title.setFont(interface_font(13, semibold=True))
        # As wide as the left column, so that the field begins where the text does.
        title.setFixedWidth(TITLE_WIDTH)
        title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.search_field = SearchField()
        self.search_field.setMaximumWidth(FIELD_WIDTH)
        self._counts = PlainLabel("")
        self._counts.setProperty("muted", True)
        self.review_button = _button("", "Look at passages that a new version changed")
        self.review_button.setProperty("link", True)
        self.review_button.hide()
        self.compare_button = _button("Compare", "Read two documents side by side")
        self.table_button = _button("Table", "Open or make a comparison table")
        self.export_button = _button(
            "Export", "Write passages, notes or a table to CSV"
        )
        self.back_button = _arrow("chevron-left", "Back", "go.back")
        self.forward_button = _arrow("chevron-right", "Forward", "go.forward")
        self._tables = QMenu(self)
        self._tables.aboutToShow.connect(self.tables_wanted)
        self.table_button.setMenu(self._tables)
        self.table_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lay_out(title)

    def _lay_out(self, title: QWidget) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(12)
        row.addWidget(title)
        ways = QHBoxLayout()
        ways.setSpacing(0)
        ways.addWidget(self.back_button)
        ways.addWidget(self.forward_button)
        row.addLayout(ways)
        row.addWidget(self.search_field, 3)
        row.addWidget(self._counts, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.review_button)
        for button in (self.compare_button, self.table_button, self.export_button):
            row.addWidget(button)

    @property
    def counts(self) -> str:
        """What is said about the search."""
        return self._counts.text()

    def show_counts(self, text: str) -> None:
        """Say what the search found."""
        self._counts.setText(text)

    def show_to_review(self, count: int) -> None:
        """Say how many passages wait for somebody to look at their place."""
        self.review_button.setText(f"{count_of(count, 'passage')} to review")
        self.review_button.setVisible(count > 0)

    def show_ways(self, *, back: bool, forward: bool) -> None:
        """Say whether there are places to go back and forward to."""
        self.back_button.setEnabled(back)
        self.forward_button.setEnabled(forward)

    def offer_tables(self, tables: Sequence[tuple[TableId, str]]) -> None:
        """Fill the menu of tables."""
        self._tables.clear()
        for table_id, name in tables:
            action = self._tables.addAction(name.replace("&", "&&"))
            action.triggered.connect(
                lambda _=False, it=table_id: self.table_chosen.emit(it)
            )
        if tables:
            self._tables.addSeparator()
        new = self._tables.addAction("New comparison table…")
        new.triggered.connect(lambda _=False: self.table_requested.emit())


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAutoRaise(True)
    return button


def _arrow(symbol: str, text: str, action_id: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(symbol))
    button.setIconSize(QSize(18, 18))
    button.setAutoRaise(True)
    explain(button, text, action_id)
    button.setAccessibleName(text)
    button.setEnabled(False)
    return button

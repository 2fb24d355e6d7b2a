"""The bar above the passages: whose, which, how many of them, in which order."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.keymap import explain
from ui.passages.model import Listing
from ui.resources import icon
from ui.widgets.condition_chips import ConditionChips
from ui.widgets.counting import count_of
from ui.widgets.plain import PlainLabel
from workbench.model.passage_filters import (
    EVERYTHING,
    PassageFilter,
    PassageGrouping,
    PassageOrder,
)

QUIET_MS = 150
WIDEST_FIELD = 220
ROOMY = 860
ORDERS = {
    PassageOrder.PLACE: "Document and place",
    PassageOrder.NEWEST: "Newest first",
    PassageOrder.OLDEST: "Oldest first",
    PassageOrder.TAG: "Tag",
}
GROUPINGS = {
    PassageGrouping.NONE: "No groups",
    PassageGrouping.DOCUMENT: "Group by document",
    PassageGrouping.TAG: "Group by tag",
}

LONGEST_CHIP = 280


class FilterBar(QWidget):
    """Holds what is wanted; `changed` follows each change of it."""

    changed = Signal()
    condition_wanted = Signal(QPoint)
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conditions = EVERYTHING
        self.order = PassageOrder.PLACE
        self.grouping = PassageGrouping.NONE
        self.here = _button("This document", "Passages of the document being read")
        self.all = _button("All documents", "Passages of all documents")
        self.field = QLineEdit()
        self.add_button = _button("Filter", "Add a condition", "plus")
        self.chips = ConditionChips(LONGEST_CHIP)
        self.count = PlainLabel()
        self.clear_button = _button("Clear", "Show all passages")
        self.order_button = _button("", "Sort and group", "chevron-down")
        self.export_button = _button("", "Export these passages…", "upload")
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._prepare()
        self._lay_out()
        self._connect()

    @property
    def wanted(self) -> PassageFilter:
        """What the passages have to be, besides of which document."""
        return replace(self._conditions, words=self.field.text().strip())

    @property
    def is_here(self) -> bool:
        """Tell whether only passages of the document being read are wanted."""
        return self.here.isChecked()

    def show_filter(self, wanted: PassageFilter) -> None:
        """Want this instead."""
        self._conditions = replace(wanted, words="")
        self.field.setText(wanted.words)
        self._tell()

    def add(self, part: PassageFilter) -> None:
        """Want this as well."""
        self.show_filter(self.wanted.and_also(part))

    def drop(self, part: PassageFilter) -> None:
        """Want this no longer."""
        is_last = len(self.chips.buttons) == 1
        self.show_filter(self.wanted.without(part))
        if is_last:
            self.add_button.setFocus()

    def clear(self) -> None:
        """Want everything."""
        self.show_filter(EVERYTHING)

    def set_here(self, *, is_possible: bool) -> None:
        """Say whether a document is being read."""
        self.here.setEnabled(is_possible)
        if not is_possible:
            self.all.setChecked(True)

    def show_listing(self, listing: Listing, shown: int) -> None:
        """Say what is shown."""
        self.chips.show_labels(
            {it: words[:1].upper() + words[1:] for it, words in listing.labels.items()}
        )
        is_filtered = self.wanted != EVERYTHING
        total = listing.total
        every = count_of(total, "passage")
        self.count.setText(f"Showing {shown:,} of {total:,}" if is_filtered else every)
        self.count.setAccessibleDescription(listing.sentence)
        self.clear_button.setVisible(is_filtered)
        self.export_button.setEnabled(shown > 0)

    def order_menu(self) -> QMenu:
        """Return the menu of orders and groups; it deletes itself when closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        orders, groupings = QActionGroup(menu), QActionGroup(menu)
        for order, words in ORDERS.items():
            action = orders.addAction(menu.addAction(words))
            action.setCheckable(True)
            action.setChecked(order is self.order)
            action.triggered.connect(lambda _=False, it=order: self._sort(it))
        menu.addSeparator()
        for grouping, words in GROUPINGS.items():
            action = groupings.addAction(menu.addAction(words))
            action.setCheckable(True)
            action.setChecked(grouping is self.grouping)
            action.triggered.connect(lambda _=False, it=grouping: self._group(it))
        return menu

    def open_conditions(self) -> None:
        """Ask for the kinds of conditions to be offered."""
        below = QPoint(0, self.add_button.height() + 2)
        self.condition_wanted.emit(self.add_button.mapToGlobal(below))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= ROOMY
        style = Qt.ToolButtonStyle
        self.order_button.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if is_wide else style.ToolButtonIconOnly
        )

    def _sort(self, order: PassageOrder) -> None:
        self.order = order
        self._tell()

    def _group(self, grouping: PassageGrouping) -> None:
        self.grouping = grouping
        self._tell()

    def _tell(self) -> None:
        self._quiet.stop()
        self.order_button.setText(ORDERS[self.order])
        self.changed.emit()

    def _prepare(self) -> None:
        scope = QButtonGroup(self)
        for button in (self.here, self.all):
            button.setCheckable(True)
            scope.addButton(button)
        self.all.setChecked(True)
        self.here.setEnabled(False)
        self.field.setPlaceholderText("Words in quote or note")
        self.field.setAccessibleName("Words in the quote or the note")
        self.field.setMaximumWidth(WIDEST_FIELD)
        self.field.setMinimumWidth(110)
        self.count.setProperty("muted", True)
        self.clear_button.setProperty("link", True)
        self.clear_button.hide()
        self.chips.hide()
        explain(self.add_button, "Add a condition", "passages.filter")
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.add_button.setToolButtonStyle(beside)
        # Right to left, so that the arrow comes last.
        self.order_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.order_button.setText(ORDERS[self.order])

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.here)
        row.addWidget(self.all)
        row.addSpacing(8)
        row.addWidget(self.field, 2)
        row.addWidget(self.add_button)
        row.addSpacing(8)
        row.addWidget(self.count)
        row.addWidget(self.clear_button)
        row.addStretch(3)
        row.addWidget(self.order_button)
        row.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 10, 6)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.chips)

    def _connect(self) -> None:
        self._quiet.timeout.connect(self._tell)
        self.field.textEdited.connect(lambda _text: self._quiet.start())
        self.field.textChanged.connect(lambda _text: self._quiet.start())
        self.here.clicked.connect(self._tell)
        self.all.clicked.connect(self._tell)
        self.add_button.clicked.connect(self.open_conditions)
        self.clear_button.clicked.connect(self.clear)
        self.chips.removed.connect(self.drop)
        self.order_button.clicked.connect(self._open_order)
        self.export_button.clicked.connect(self.export_requested)

    def _open_order(self) -> None:
        below = QPoint(0, self.order_button.height() + 2)
        self.order_menu().popup(self.order_button.mapToGlobal(below))


def _button(text: str, tip: str, symbol: str = "") -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if symbol:
        button.setIcon(icon(symbol))
    return button

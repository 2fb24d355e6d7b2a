"""The lines above what is shown: how much was compared, and how it is shown."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.keymap import explain
from ui.resources import icon
from ui.reuse.model import Order, Sharing
from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.elided import ElidedLabel
from ui.widgets.plain import plain_tooltip
from ui.widgets.segments import Segments
from workbench.jobs import Progress
from workbench.text.comparing.fingerprints import MOST_COPIES


class Part(Enum):
    """The ways to show what documents share."""

    MATRIX = "Matrix"
    NETWORK = "Network"
    LIST = "List"


class Export(Enum):
    """What can be written to a file."""

    PAGE = "Page with matrix and statements…"
    STATEMENTS = "Shared statements as CSV…"
    PAIRS = "Pairs of documents as CSV…"
    MATRIX = "Matrix as CSV…"
    MATRIX_PICTURE = "Picture of the matrix…"
    NETWORK_PICTURE = "Picture of the network…"


TIPS = {
    Part.MATRIX: "Each document against each other",
    Part.NETWORK: "Documents tied by what they share, from the earlier to the later",
    Part.LIST: "Pairs of documents, those that share most first",
}
ORDERS = {
    Order.CLUSTER: "Grouped by what they share",
    Order.TITLE: "By title",
    Order.DATE: "By date",
}
ZOOMS = (
    ("zoom-out", "Smaller (-)", -1),
    ("zoom-in", "Larger (+)", 1),
)


class Bar(QWidget):
    """Says and asks; `zoomed` carries 1, -1, or 0 for the whole network."""

    update_wanted = Signal()
    part_chosen = Signal()
    arranged = Signal()
    export_wanted = Signal(object)
    zoomed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.is_comparing = False
        self.facts = ElidedLabel("")
        self.update_button = QToolButton()
        self.parts = Segments("Shared statements", {it: it.value for it in Part}, TIPS)
        self.order_box = QComboBox()
        self.only_sharing = QCheckBox("Only documents that share")
        self.export_button = QToolButton()
        self._matrix_controls = QWidget()
        self._network_controls = QWidget()
        self._set_up()
        self._lay_out()
        self._connect()

    @property
    def part(self) -> Part:
        """What is to be shown."""
        return self.parts.choice

    @property
    def order(self) -> Order:
        """In which order the matrix is."""
        return Order(self.order_box.currentData())

    def show_facts(self, sharing: Sharing) -> None:
        """Say how many documents were compared, and how many are to be."""
        self.is_comparing = False
        compared = len(sharing.entries) - sharing.stale
        facts = [f"{count_of(compared, 'document')} compared"]
        if sharing.shared:
            pairs = count_of(len(sharing.shared), "pair shares", "pairs share")
            facts.append(f"{pairs} statements")
        if sharing.common:
            stand = count_of(sharing.common, "statement stands", "statements stand")
            facts.append(f"{stand} in more than {MOST_COPIES} documents")
        if sharing.stale:
            facts.append(f"{sharing.stale:,} new or changed since")
        self.facts.set_text(" · ".join(facts))
        self.update_button.setVisible(bool(sharing.stale))

    def show_progress(self, progress: Progress) -> None:
        """Say how far the comparison has come."""
        self.is_comparing = True
        self.facts.set_text(f"Comparing {progress.done:,} of {progress.total:,}")
        self.update_button.hide()

    def show_part(self, *, has_view: bool) -> None:
        """Offer what can be done with what is shown."""
        self._matrix_controls.setVisible(has_view and self.part is Part.MATRIX)
        self._network_controls.setVisible(has_view and self.part is Part.NETWORK)
        self.export_button.setEnabled(has_view)

    def _set_up(self) -> None:
        self.facts.setFont(interface_font(12, tabular=True))
        self.facts.setProperty("muted", True)
        self.update_button.setText("Update")
        self.update_button.setProperty("link", True)
        self.update_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.update_button.setAccessibleName("Compare what is new or changed")
        explain(self.update_button, "Compare what is new or changed", "reuse.update")
        self.order_box.setAccessibleName("Order of the documents")
        for order, words in ORDERS.items():
            self.order_box.addItem(words, order)
        self._set_up_export()

    def _set_up_export(self) -> None:
        button = self.export_button
        button.setText("Export")
        button.setIcon(icon("upload"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName("Export what documents share")
        button.setToolTip("Write the pairs, the matrix or a picture to a file")
        menu = QMenu(button)
        for export in Export:
            menu.addAction(export.value).triggered.connect(
                lambda _checked=False, it=export: self.export_wanted.emit(it)
            )
        button.setMenu(menu)

    def _lay_out(self) -> None:
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.setSpacing(8)
        upper.addWidget(self.facts, 1)
        upper.addWidget(self.update_button)
        upper.addWidget(self.export_button)
        lower.setSpacing(12)
        lower.addWidget(self.parts)
        lower.addStretch(1)
        lower.addWidget(self._matrix_controls)
        lower.addWidget(self._network_controls)
        self._fill(self._matrix_controls, self.only_sharing, self.order_box)
        self._fill(self._network_controls, *self._zoom_buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 10, 6)
        column.setSpacing(4)
        column.addLayout(upper)
        column.addLayout(lower)

    def _zoom_buttons(self) -> list[QToolButton]:
        buttons = []
        for symbol, tip, by in (*ZOOMS, ("", "Show all of it (0)", 0)):
            button = QToolButton()
            if symbol:
                button.setIcon(icon(symbol))
                button.setIconSize(QSize(16, 16))
            else:
                button.setText("Show all")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolTip(plain_tooltip(tip))
            button.setAccessibleName(tip)
            button.clicked.connect(lambda _=False, it=by: self.zoomed.emit(it))
            buttons.append(button)
        return buttons

    def _connect(self) -> None:
        self.update_button.clicked.connect(lambda: self.update_wanted.emit())
        self.parts.chosen.connect(lambda _: self.part_chosen.emit())
        self.order_box.currentIndexChanged.connect(lambda _: self.arranged.emit())
        self.only_sharing.toggled.connect(lambda _: self.arranged.emit())

    def _fill(self, controls: QWidget, *widgets: QWidget) -> None:
        row = QHBoxLayout(controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget)

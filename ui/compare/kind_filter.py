"""The bar above the pairs: which kinds are shown, how many of all, in which order."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from ui.compare.kinds import Kind
from ui.compare.pair_model import PairModel, PairOrder
from ui.compare.words import name_of
from ui.theme import interface_font
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.plain import PlainLabel
from ui.widgets.segments import Segments
from workbench.model.links import LinkKind

_ONE_LINE = 560
_NAMES = {PairOrder.PLACE: "By place", PairOrder.SCORE: "Surest first"}
_TIPS = {
    PairOrder.PLACE: "In the order of the first text",
    PairOrder.SCORE: "By how sure it is that both say the same",
}


class KindFilter(QWidget):
    """A button for each kind that is there, with its count; several may be down."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Kind, QToolButton] = {}
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing=4)
        self.linked_button = self._made()
        self.said = PlainLabel()
        self.said.setFont(interface_font(12, tabular=True))
        self.said.setProperty("muted", True)
        self.clear_button = QToolButton()
        self.clear_button.setText("Clear")
        self.clear_button.setProperty("link", True)
        self.clear_button.setAccessibleName("Show all pairs")
        self.clear_button.clicked.connect(self.clear)
        self.order: Segments[PairOrder] = Segments("Sort", _NAMES, _TIPS)
        self._lay_out()

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds that are wanted; none means all."""
        return frozenset(
            it for it, button in self.buttons.items() if button.isChecked()
        )

    @property
    def only_linked(self) -> bool:
        """Tell whether only pairs that somebody linked are wanted."""
        return self.linked_button.isChecked()

    def clear(self) -> None:
        """Want all pairs again."""
        for button in (*self.buttons.values(), self.linked_button):
            button.setChecked(False)
        self.changed.emit()

    def show_counts(self, model: PairModel) -> None:
        """Offer the kinds that are there; those that are down stay so."""
        counts, linked = model.counts(), model.linked()
        if list(counts) != list(self.buttons):
            self._make_anew(counts)
        for kind, count in counts.items():
            _say(self.buttons[kind], name_of(kind), count)
        _say(self.linked_button, "linked", linked)
        self.linked_button.setVisible(bool(linked) or self.only_linked)
        self._chips.setVisible(len(counts) > 1 or bool(linked))
        shown, total = len(model.ties), model.total
        said = f"Showing {shown:,} of {total:,}" if model.is_filtered else ""
        self.said.setText(said)
        self.clear_button.setVisible(model.is_filtered)
        are_scored = any(isinstance(kind, LinkKind) for kind in counts)
        self.order.setVisible(total > 1 and are_scored)

    def _make_anew(self, kinds: Iterable[Kind]) -> None:
        were_down = self.kinds
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.deleteLater()
        self._flow.removeWidget(self.linked_button)
        self.buttons = {kind: self._made() for kind in kinds}
        for kind, button in self.buttons.items():
            button.setChecked(kind in were_down)
        self._flow.addWidget(self.linked_button)

    def _made(self) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setFont(interface_font(12, tabular=True))
        button.clicked.connect(self.changed)
        self._flow.addWidget(button)
        return button

    def _lay_out(self) -> None:
        right = QHBoxLayout()
        right.setSpacing(4)
        right.addWidget(self.said)
        right.addWidget(self.clear_button)
        right.addStretch(1)
        right.addWidget(self.order)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(14, 4, 10, 4)
        self._row.setSpacing(4)
        self._row.addWidget(self._chips, 1)
        self._row.addLayout(right)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        is_wide = event.size().width() >= _ONE_LINE
        directions = QBoxLayout.Direction
        self._row.setDirection(
            directions.LeftToRight if is_wide else directions.TopToBottom
        )
        super().resizeEvent(event)


def _say(button: QToolButton, name: str, count: int) -> None:
    button.setText(f"{name} {count:,}")
    button.setAccessibleName(f"Show only {name}, {count:,}")

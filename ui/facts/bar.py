"""The bar above the facts: which of them, how many, between which panes, export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from ui.facts.entries import KINDS, State
from ui.facts.lines import EVERYTHING, Wanted
from ui.facts.wording import KIND_NAMES, STATE_NAMES
from ui.resources import icon
from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.plain import PlainLabel, plain_tooltip
from workbench.model.facts import FactKind

ALL_KINDS, ALL_STATES = "All kinds", "Same or not"
KIND_CHOICES: Sequence[FactKind | None] = (None, *KINDS)
STATE_CHOICES: Sequence[State | None] = (None, *State)


class FactsBar(QWidget):
    """Holds what is wanted; `changed` follows each change of it.

    `panes_chosen` carries two numbers of panes, counted from 0.
    """

    changed = Signal()
    panes_chosen = Signal(int, int)
    export_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kinds, self.states, self.panes = QComboBox(), QComboBox(), QComboBox()
        self.count = PlainLabel()
        self.clear_button = QToolButton()
        self.export_button = QToolButton()
        self._pairs: list[tuple[int, int]] = []
        self._prepare()
        self._lay_out()
        self.kinds.activated.connect(self.changed)
        self.states.activated.connect(self.changed)
        self.panes.activated.connect(self._choose_panes)
        self.clear_button.clicked.connect(self.clear)
        self.export_button.clicked.connect(self.export_requested)

    @property
    def wanted(self) -> Wanted:
        """What is to be shown."""
        return Wanted(
            KIND_CHOICES[self.kinds.currentIndex()],
            STATE_CHOICES[self.states.currentIndex()],
        )

    def want(self, wanted: Wanted) -> None:
        """Show only these."""
        self.kinds.setCurrentIndex(KIND_CHOICES.index(wanted.kind))
        self.states.setCurrentIndex(STATE_CHOICES.index(wanted.state))
        self.changed.emit()

    def clear(self) -> None:
        """Show all again."""
        self.want(EVERYTHING)

    def show_counts(
        self, kinds: Mapping[FactKind, int], states: Mapping[State, int], shown: int
    ) -> None:
        """Say how many there are of each, and how many are shown."""
        total = sum(kinds.values())
        is_filtered = self.wanted != EVERYTHING
        self.kinds.setItemText(0, f"{ALL_KINDS} ({total:,})")
        for row, kind in enumerate(KINDS, 1):
            self.kinds.setItemText(row, f"{KIND_NAMES[kind]} ({kinds.get(kind, 0):,})")
        for row, state in enumerate(State, 1):
            words = f"{STATE_NAMES[state]} ({states.get(state, 0):,})"
            self.states.setItemText(row, words)
        differ = states.get(State.DIFFERS, 0)
        every = f"{count_of(total, 'fact')} · {differ:,} to decide"
        self.count.setText(f"Showing {shown:,} of {total:,}" if is_filtered else every)
        self.clear_button.setVisible(is_filtered)
        self.export_button.setEnabled(total > 0)

    def offer_panes(self, titles: Sequence[str], chosen: tuple[int, int]) -> None:
        """Let any two of three or four panes be chosen, neighbors first."""
        self.panes.clear()
        self.panes.setVisible(len(titles) > 2)
        self._pairs = _pairs(len(titles))
        for row, (left, right) in enumerate(self._pairs):
            self.panes.addItem(f"Texts {left + 1} and {right + 1}")
            said = plain_tooltip(f"{titles[left]}\n{titles[right]}")
            self.panes.setItemData(row, said, Qt.ItemDataRole.ToolTipRole)
        self.panes.setCurrentIndex(self._pairs.index(chosen))

    def _choose_panes(self) -> None:
        self.panes_chosen.emit(*self._pairs[self.panes.currentIndex()])

    def _prepare(self) -> None:
        self.kinds.setAccessibleName("Kind of facts to show")
        self.states.setAccessibleName("Facts to show: the same, or not")
        self.panes.setAccessibleName("Texts whose facts are compared")
        self.panes.hide()
        self.kinds.addItems([ALL_KINDS, *(KIND_NAMES[kind] for kind in KINDS)])
        self.states.addItems([ALL_STATES, *(STATE_NAMES[state] for state in State)])
        self.count.setFont(interface_font(12, tabular=True))
        self.count.setProperty("muted", True)
        self.clear_button.setText("Clear")
        self.clear_button.setProperty("link", True)
        self.clear_button.setFont(interface_font(12))
        self.clear_button.setAccessibleName("Show all facts")
        self.clear_button.hide()
        self.export_button.setIcon(icon("upload"))
        self.export_button.setIconSize(QSize(16, 16))
        self.export_button.setToolTip("Export facts…")
        self.export_button.setAccessibleName("Export facts…")
        self.export_button.setEnabled(False)
        for button in (self.clear_button, self.export_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self) -> None:
        chosen, counted = QWidget(), QWidget()
        flow = FlowLayout(chosen, spacing=8)
        line = QHBoxLayout(counted)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.count)
        line.addWidget(self.clear_button)
        counted.setMinimumHeight(self.kinds.sizeHint().height())
        for widget in (self.kinds, self.states, self.panes, counted):
            flow.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(8)
        row.addWidget(chosen, 1)
        row.addWidget(self.export_button, 0, Qt.AlignmentFlag.AlignTop)


def _pairs(panes: int) -> list[tuple[int, int]]:
    """Return all pairs of panes, those next to each other first."""
    pairs = [(one, other) for one in range(panes) for other in range(one + 1, panes)]
    return sorted(pairs, key=lambda it: (it[1] - it[0], it))

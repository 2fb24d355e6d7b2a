"""The line above the hits: how many, how the query was read, how to search."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.keymap import explain
from ui.resources import icon
from ui.search.asides import Asides, link_button
from ui.search.choice_button import ChoiceButton
from ui.search.how_button import HowButton
from ui.search.tick_bar import TickBar
from ui.theme import interface_font
from ui.widgets.counting import count_of
from ui.widgets.elided import ElidedLabel
from ui.widgets.plain import PlainLabel
from workbench.model.search import SearchOptions, SortBy

SORTS = {
    SortBy.RELEVANCE: "By relevance",
    SortBy.DATE: "By date",
    SortBy.DOCUMENT: "By document",
}


class ResultsHeader(QWidget):
    """Says what was found; `options_chosen` follows each choice of how to search.

    `count_wanted` asks for a count that was cancelled.

    While hits are ticked, what can be done with them stands where that was said, so
    that the list below does not move.
    """

    options_chosen = Signal()
    count_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = PlainLabel("")
        self.counts.setFont(interface_font(12, semibold=True, tabular=True))
        self.count_link = link_button("Count")
        self.count_link.setAccessibleName("Count all hits")
        self.count_link.clicked.connect(self.count_wanted)
        self.understood = ElidedLabel("")
        self.understood.setFont(interface_font(12))
        self.understood.setProperty("muted", True)
        self.asides = Asides()
        self.tick_bar = TickBar()
        self.sort = ChoiceButton("Order of the hits", SORTS)
        self.how = HowButton()
        self.facets_button = _symbol(
            "funnel", "Narrow by source, year, type, tag, case"
        )
        self.facets_button.setCheckable(True)
        self.facets_button.setChecked(True)
        self.save_button = _symbol("save", "Save this search")
        self.saved_button = _symbol("list", "Saved searches")
        self.past_button = _symbol("history", "Past searches")
        explain(self.facets_button, "Narrow by source, year, type…", "results.facets")
        explain(self.save_button, "Save this search", "edit.save_search")
        explain(self.saved_button, "Saved searches", "edit.saved_searches")
        explain(self.past_button, "Past searches", "edit.past_searches")
        self._is_with_discarded = False
        self._lay_out()
        self.sort.chosen.connect(lambda _: self.options_chosen.emit())
        self.how.chosen.connect(self.options_chosen)

    @property
    def options(self) -> SearchOptions:
        """How to search, as chosen here."""
        return SearchOptions(
            self.how.scope.value,
            self.sort.value,
            self.how.aliases.value,
            zones=self.how.zones.isChecked(),
            discarded=self._is_with_discarded,
        )

    def show_options(self, options: SearchOptions) -> None:
        """Show other choices, without telling anybody."""
        self.sort.show_value(options.sort)
        self.how.show_choices(options.scope, options.aliases, zones=options.zones)
        self._is_with_discarded = options.discarded

    def set_with_discarded(self, *, is_with: bool) -> None:
        """Choose whether what was discarded is found too."""
        self._is_with_discarded = is_with
        self.options_chosen.emit()

    def show_counts(self, counts: str) -> None:
        """Say how much was found."""
        self.counts.setText(counts)
        self.count_link.hide()

    def show_stopped(self, first: int) -> None:
        """Say that only so many hits are known, and offer to count all."""
        self.counts.setText(f"First {count_of(first, 'hit')}, not counted")
        self.count_link.show()

    def show_ticks(self, ticked: int, total: int) -> None:
        """Say how many hits are ticked; without any, what was found."""
        self.tick_bar.show_count(ticked, total)
        self._said.setVisible(not ticked)

    def _lay_out(self) -> None:
        self._said = QWidget()
        said = QHBoxLayout(self._said)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        said.addWidget(self.counts)
        said.addWidget(self.count_link)
        said.addWidget(self.understood, 1)
        said.addWidget(self.asides)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 4, 10, 4)
        line.setSpacing(8)
        line.addWidget(self.facets_button)
        line.addWidget(self._said, 1)
        line.addWidget(self.tick_bar, 1)
        line.addWidget(self.sort)
        line.addWidget(self.how)
        kept = QHBoxLayout()
        kept.setSpacing(0)
        for button in (self.save_button, self.saved_button, self.past_button):
            kept.addWidget(button)
        line.addLayout(kept)


def _symbol(symbol: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(symbol))
    button.setIconSize(QSize(16, 16))
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    return button

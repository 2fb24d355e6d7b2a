"""The line above the hits: how many, how the query was read, how to search."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ui.keymap import explain
from ui.resources import icon
from ui.search.choice_button import ChoiceButton
from ui.search.scope import ScopeSwitch
from ui.theme import interface_font
from ui.widgets.elided import ElidedLabel
from ui.widgets.plain import PlainLabel
from workbench.model.search import AliasUse, SearchOptions, SortBy

SORTS = {
    SortBy.RELEVANCE: "By relevance",
    SortBy.DATE: "By date",
    SortBy.DOCUMENT: "By document",
}
ALIASES = {
    AliasUse.AUTOMATIC: "Usual aliases",
    AliasUse.ALL: "All aliases",
    AliasUse.NONE: "No aliases",
}


class ResultsHeader(QWidget):
    """Says what was found; `options_chosen` follows each choice of how to search."""

    options_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = PlainLabel("")
        self.counts.setFont(interface_font(12, semibold=True, tabular=True))
        self.understood = ElidedLabel("")
        self.understood.setFont(interface_font(12))
        self.understood.setProperty("muted", True)
        self.sort = ChoiceButton("Order of the hits", SORTS)
        self.scope_switch = ScopeSwitch()
        self.aliases = ChoiceButton("Other names to search too", ALIASES)
        self.zones = _toggle("Zones", "Search also what is no content")
        self.facets_button = _symbol(
            "funnel", "Narrow by source, year, type, tag, case"
        )
        self.facets_button.setCheckable(True)
        self.facets_button.setChecked(True)
        self.save_button = _symbol("save", "Save this search")
        self.saved_button = _symbol("list", "Saved searches")
        self.past_button = _symbol("history", "What was searched before")
        explain(self.facets_button, "Narrow by source, year, type…", "results.facets")
        explain(self.save_button, "Save this search", "edit.save_search")
        explain(self.saved_button, "Saved searches", "edit.saved_searches")
        explain(self.past_button, "What was searched before", "edit.past_searches")
        self._is_with_discarded = False
        self._lay_out()
        for button in (self.sort, self.aliases):
            button.chosen.connect(self.options_chosen)
        self.scope_switch.chosen.connect(self.options_chosen)
        self.zones.clicked.connect(self.options_chosen)

    @property
    def options(self) -> SearchOptions:
        """How to search, as chosen here."""
        return SearchOptions(
            self.scope_switch.scope,
            self.sort.value,
            self.aliases.value,
            zones=self.zones.isChecked(),
            discarded=self._is_with_discarded,
        )

    def show_options(self, options: SearchOptions) -> None:
        """Show other choices, without telling anybody."""
        self.scope_switch.show_scope(options.scope)
        self.sort.show_value(options.sort)
        self.aliases.show_value(options.aliases)
        self.zones.setChecked(options.zones)
        self._is_with_discarded = options.discarded

    def set_with_discarded(self, *, is_with: bool) -> None:
        """Choose whether what was discarded is found too."""
        self._is_with_discarded = is_with
        self.options_chosen.emit()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 5, 10, 5)
        line.setSpacing(8)
        line.addWidget(self.facets_button)
        line.addWidget(self.counts)
        line.addWidget(self.understood, 1)
        for choice in (self.sort, self.scope_switch, self.aliases, self.zones):
            line.addWidget(choice)
        line.addSpacing(4)
        kept = QHBoxLayout()
        kept.setSpacing(0)
        for button in (self.save_button, self.saved_button, self.past_button):
            kept.addWidget(button)
        line.addLayout(kept)


def _toggle(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setAutoRaise(True)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button


def _symbol(symbol: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(symbol))
    button.setIconSize(QSize(16, 16))
    button.setAutoRaise(True)
    button.setAccessibleName(name)
    return button

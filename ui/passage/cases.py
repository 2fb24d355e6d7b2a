"""The cases that the shown passage mentions, each on a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.passage.card import Card, muted
from ui.passage.card_section import CardSection
from ui.widgets.plain import plain_tooltip, wrapped_label
from workbench.model.cases import Case


class CaseSection(CardSection):
    """Shows nothing where the passage was not confirmed to mention a case."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)

    def show_cases(self, cases: Sequence[Case]) -> None:
        """Offer these cases."""
        self.renew(len(cases), tuple(cases), lambda: [self._card(it) for it in cases])

    def _card(self, case: Case) -> Card:
        card = Card()
        card.column.addWidget(wrapped_label(case.name))
        card.column.addWidget(muted(f"Case · {case.kind}" if case.kind else "Case"))
        card.setAccessibleName(f"Mentions the case {case.name}")
        card.setToolTip(plain_tooltip("Show the case"))
        card.activated.connect(lambda: self.chosen.emit(case.id))
        return card

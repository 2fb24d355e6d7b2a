"""A part of the passage panel that is a heading and cards below it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.passage.card import Card
from ui.widgets.section_header import SectionHeader

_MARGIN = 14


class CardSection(QWidget):
    """Not seen while it has no cards; without a heading it belongs to what is above."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Sequence[Hashable] = ()
        self._header = SectionHeader(heading)
        self._header.setVisible(bool(heading))
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(_MARGIN, 0, _MARGIN, 8)
        self._cards.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addLayout(self._cards)
        self.hide()

    def renew(
        self, count: int, shown: Sequence[Hashable], make: Callable[[], Sequence[Card]]
    ) -> None:
        """Make other cards and put `count` beside the heading.

        Cards that show just the same are left alone: one with the focus keeps it.
        """
        self._header.set_fact(f"{count:,}")
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._cards.takeAt(0)) is not None:
            if (card := item.widget()) is not None:
                card.hide()
                card.deleteLater()
        for card in make():
            self._cards.addWidget(card)
        self.setVisible(self._cards.count() > 0)

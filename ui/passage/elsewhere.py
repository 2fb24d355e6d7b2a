"""What other documents have of the shown passage, each place on a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.passage.card import Card
from ui.passage.model import Said
from ui.widgets.badge import Badge
from ui.widgets.elided import ElidedLabel
from ui.widgets.link_words import meaning_of, tone_of, words_of
from ui.widgets.plain import PlainLabel, plain_tooltip
from ui.widgets.section_header import SectionHeader
from workbench.operations.labels import first_words

MOST_CARDS = 3
LONGEST_QUOTE = 140
_MARGIN = 14


class ElsewhereSection(QWidget):
    """Shows nothing where no other document is known to say the same."""

    both_chosen = Signal(object, object)  # Stretch here, Stretch there

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Said, ...] = ()
        self._header = SectionHeader("Same statement elsewhere")
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(_MARGIN, 0, _MARGIN, 8)
        self._cards.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addLayout(self._cards)
        self.hide()

    def show_places(self, places: Sequence[Said], total: int) -> None:
        """Offer these of `total` places."""
        self._header.set_fact(f"{total:,}")
        if tuple(places) == self._shown:
            return  # A card with the focus keeps it.
        self._shown = tuple(places)
        while (item := self._cards.takeAt(0)) is not None:
            if (card := item.widget()) is not None:
                card.hide()
                card.deleteLater()
        for said in places:
            card = SaidCard(said)
            card.activated.connect(
                lambda it=said.place: self.both_chosen.emit(it.here, it.there)
            )
            self._cards.addWidget(card)
        self.setVisible(bool(places))


class SaidCard(Card):
    """One place in another document; Enter shows both side by side."""

    def __init__(self, said: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kind = said.place.kind
        badge = Badge(words_of(kind), tone_of(kind))
        badge.setToolTip(plain_tooltip(meaning_of(kind)))
        quote = PlainLabel(f"“{first_words(said.quote, LONGEST_QUOTE)}”")
        quote.setWordWrap(True)
        title = ElidedLabel(said.title)
        title.setFont(theme.interface_font(12))
        title.setProperty("muted", True)
        for part in (badge, quote, title):
            self.column.addWidget(part)
        self.setAccessibleName(f"{badge.text}: {quote.text()} in {said.title}")
        self.setToolTip(plain_tooltip("Show both documents side by side"))

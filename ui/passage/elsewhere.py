"""What other documents have of the shown passage, each place on a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.passage.card import Card, muted, quoted_card_text
from ui.passage.card_section import CardSection
from ui.passage.model import Said
from ui.widgets.badge import Badge
from ui.widgets.link_words import meaning_of, tone_of, words_of
from ui.widgets.plain import plain_tooltip, wrapped_label

MOST_CARDS = 3


class ElsewhereSection(CardSection):
    """Shows nothing where no other document is known to say the same."""

    both_chosen = Signal(object, object)  # Stretch here, Stretch there

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Same statement elsewhere", parent)

    def show_places(self, places: Sequence[Said], total: int) -> None:
        """Offer these of `total` places."""
        self.renew(total, tuple(places), lambda: [self._card(it) for it in places])

    def _card(self, said: Said) -> SaidCard:
        card, place = SaidCard(said), said.place
        card.activated.connect(lambda: self.both_chosen.emit(place.here, place.there))
        return card


class SaidCard(Card):
    """One place in another document; Enter shows both side by side."""

    def __init__(self, said: Said, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kind = said.place.kind
        badge = Badge(words_of(kind), tone_of(kind))
        badge.setToolTip(plain_tooltip(meaning_of(kind)))
        quote = quoted_card_text(said.quote)
        for part in (badge, wrapped_label(quote), muted(said.title)):
            self.column.addWidget(part)
        self.setAccessibleName(f"{badge.text}: {quote} in {said.title}")
        self.setToolTip(plain_tooltip("Show both documents side by side"))

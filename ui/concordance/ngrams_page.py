"""Words that follow each other, counted."""

from __future__ import annotations

from ui.concordance.counts_model import Count
from ui.concordance.counts_page import CountsPage
from workbench.model.concordances import NGram

PURPOSE = (
    "Words that come together",
    (
        "Here stand the sequences of words that the texts repeat. Import documents to"
        " count them, or ask for fewer words."
    ),
)
EVERYWHERE, WITH_WORD = "All texts", "With the searched word"
COUNTS = (
    Count("Words", "Words in a row", lambda it: it.text, str, is_number=False),
    Count("Count", "How often they follow each other so", lambda it: it.count),
    Count("Documents", "In how many documents", lambda it: it.documents),
)


class NGramsPage(CountsPage):
    """Shows n-grams; their size and least count can be chosen."""

    def __init__(self) -> None:
        super().__init__(COUNTS, PURPOSE, "N-grams")
        self._size = self.add_number("Words in a row", "How many words", 2, 8, 3)
        self._least = self.add_number(
            "At least", "Leave out what is repeated less often", 2, 10_000, 3
        )
        self._which = self.add_choice(
            "In", "Which sequences to count", [EVERYWHERE, WITH_WORD]
        )

    @property
    def length(self) -> int:
        """How many words are in a row."""
        return self._size.value()

    @property
    def least(self) -> int:
        """How often they have to be repeated."""
        return self._least.value()

    @property
    def is_with_word(self) -> bool:
        """Tell whether only sequences with the searched word are wanted."""
        return self._which.currentText() == WITH_WORD


def phrase_of(row: NGram) -> str:
    """Return the search for an n-gram as a phrase."""
    return f'"{row.text}"'

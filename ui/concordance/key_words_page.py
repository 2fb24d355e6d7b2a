"""Words that some documents have more of than the others."""

from __future__ import annotations

from collections.abc import Sequence

from ui.concordance.counts_model import Count, signed
from ui.concordance.counts_page import CountsPage
from workbench.model.ids import DocumentId

PURPOSE = (
    "What is peculiar to a document",
    (
        "Open a document, or choose some in the library: here stand the words that they"
        " have more of than all others."
    ),
)
READ, CHOSEN = "The document being read", "Documents chosen in the library"


def _per_million(number: float) -> str:
    return f"{number:,.1f}"


COUNTS = (
    Count("Word", "A word of these documents", lambda it: it.word, str,
          is_number=False),
    Count("Here", "How often in these documents", lambda it: it.count),
    Count("Here per million", "How often in a million words of these documents",
          lambda it: it.per_million, _per_million),
    Count("Elsewhere", "How often in all other documents", lambda it: it.rest),
    Count("Else per million", "How often in a million words of all other documents",
          lambda it: it.rest_per_million, _per_million),
    Count("Log-likelihood", "How sure it is that the share differs; above 15.13 chance"
          " is less likely than one in 10,000", lambda it: it.log_likelihood, signed),
    Count("Log ratio", "How many times larger the share is here, as a power of two:"
          " 1 is twice, 3 eight times; below zero the word is rarer here",
          lambda it: it.log_ratio, signed),
)  # fmt: skip


class KeyWordsPage(CountsPage):
    """Shows key words; whose, and their least count, can be chosen.

    `read` is the document being read, `chosen` those chosen in the library.
    """

    def __init__(self) -> None:
        super().__init__(COUNTS, PURPOSE, "Key words")
        self.read: DocumentId | None = None
        self.chosen: Sequence[DocumentId] = ()
        self._whose = self.add_choice(
            "Words of", "Whose words against those of all others", [READ, CHOSEN]
        )
        self._least = self.add_number(
            "At least",
            "Leave out words that these documents have fewer of",
            1,
            10_000,
            3,
        )

    @property
    def document_ids(self) -> Sequence[DocumentId]:
        """Whose key words are wanted; none while nothing is read or chosen."""
        if self._whose.currentText() == CHOSEN:
            return self.chosen
        return () if self.read is None else (self.read,)

    @property
    def is_of_chosen(self) -> bool:
        """Tell whether the library says whose words are wanted."""
        return self._whose.currentText() == CHOSEN

    @property
    def least(self) -> int:
        """How often a word has to stand in these documents."""
        return self._least.value()

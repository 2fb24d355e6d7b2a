"""Words that stand near the match more often than chance lets expect."""

from __future__ import annotations

from ui.concordance.counts_model import Count, signed
from ui.concordance.counts_page import CountsPage
from workbench.model.concordances import Collocate, Measure, Window

PURPOSE = (
    "What stands near the matches",
    (
        "Search for a word above: here stand the words near it, with how often, and how"
        " strongly they are tied to it. Enter on one searches for both."
    ),
)
MEASURES = {
    Measure.LOG_LIKELIHOOD: (
        "Log-likelihood",
        (
            "How sure it is that the word stands near the matches more often than"
            " elsewhere; above 15.13 chance is less likely than one in 10,000"
        ),
    ),
    Measure.MI: (
        "MI",
        (
            "Mutual information: how many times more often than by chance, as a power"
            " of two; 3 is eight times. Rare words come out high"
        ),
    ),
    Measure.LOG_DICE: (
        "logDice",
        (
            "How exclusively the two stand together; 14 is always. It can be compared"
            " between collections of any size"
        ),
    ),
    Measure.T_SCORE: (
        "t-score",
        (
            "How sure it is that the two belong together; above 2 is taken seriously."
            " Frequent words come out high"
        ),
    ),
}
COUNTS = (
    Count("Word", "A word near the matches", lambda it: it.word, str, is_number=False),
    Count("Near", "How often it stands near a match", lambda it: it.near),
    Count("Before", "How often before the match", lambda it: it.left),
    Count("After", "How often after the match", lambda it: it.right),
    Count("In all", "How often in all texts, matches left out", lambda it: it.total),
)
SCORE = len(COUNTS)
WIDEST = 20


class CollocatesPage(CountsPage):
    """Shows collocates; window, measure and least count can be chosen."""

    def __init__(self) -> None:
        super().__init__(
            [*COUNTS, _score(Measure.LOG_LIKELIHOOD)], PURPOSE, "Collocates"
        )
        usual = Window()
        self._left = self.add_number(
            "Words before", "How many words before a match count", 0, WIDEST, usual.left
        )
        self._right = self.add_number(
            "after", "How many words after a match count", 0, WIDEST, usual.right
        )
        self._measure = self.add_choice(
            "Measure",
            "How the tie is measured",
            [name for name, _ in MEASURES.values()],
        )
        self._least = self.add_number(
            "At least", "Leave out words that stand near less often", 1, 10_000, 3
        )
        self.changed.connect(self._name_score)

    @property
    def reach(self) -> Window:
        """How far a word may stand from a hit."""
        return Window(self._left.value(), self._right.value())

    @property
    def measure(self) -> Measure:
        """How the tie is measured."""
        return list(MEASURES)[self._measure.currentIndex()]

    @property
    def least(self) -> int:
        """How often a word has to stand near a match."""
        return self._least.value()

    def query_near(self, word: str, row: Collocate) -> str:
        """Return the search for a collocate near a word."""
        return f'"{word} {row.word}"~{max(self.reach.left, self.reach.right)}'

    def _name_score(self) -> None:
        self.model.set_column(SCORE, _score(self.measure))


def _score(measure: Measure) -> Count:
    heading, tip = MEASURES[measure]
    return Count(heading, tip, lambda it: it.score, signed)

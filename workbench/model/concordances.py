"""What the statistics of words are about: lines, neighbors, sequences, keywords."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from enum import StrEnum

from workbench.model.search import Listed, SearchOptions, Understood
from workbench.model.spans import Span


class SortKey(StrEnum):
    """By what lines are sorted: `L1` is the word left of the match, `R1` that right.

    `DOCUMENT` is what the document is called, `DATE` has undated documents last. A
    line without such a word, at the edge of its paragraph, comes first.
    """

    DOCUMENT = "document"
    DATE = "date"
    L1 = "L1"
    L2 = "L2"
    L3 = "L3"
    R1 = "R1"
    R2 = "R2"
    R3 = "R3"
    MATCH = "match"

    @property
    def place(self) -> int:
        """Return how many words from the match, left negative; 0 for all others."""
        if self.value[0] not in "LR":
            return 0
        return int(self.value[1:]) * (-1 if self.value[0] == "L" else 1)


@dataclass(frozen=True, slots=True)
class Concordance:
    """Every match of a query: line `n` is `documents[n]`, `starts[n]` to `ends[n]`.

    As found, lines are in order of document and place; `keys` is what they have been
    sorted by since.
    """

    query: str
    options: SearchOptions
    understood: Understood
    documents: array[int]
    starts: array[int]
    ends: array[int]
    keys: tuple[SortKey, ...] = ()

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, number: int) -> Span:
        """Return where the match of a line stands in its document."""
        return Span(self.starts[number], self.ends[number])


@dataclass(frozen=True, slots=True)
class Line:
    """One match with what stands around it, as it is shown: white space is one space.

    A border of paragraphs in `left` and `right` is ` ¶ `. `span` is exact.
    """

    document: Listed
    left: str
    match: str
    right: str
    span: Span


@dataclass(frozen=True, slots=True)
class Dispersion:
    """Where in one document the matches stand: shares of its length, from 0 to 1."""

    document: Listed
    characters: int
    places: array[float]


@dataclass(frozen=True, slots=True)
class Spread:
    """How evenly matches are spread over all documents of the project.

    `deviation` is Gries' DP: 0 where each document has as many as its length lets
    expect, near 1 where one short document has them all. `evenness` is Juilland's D:
    1 for even, 0 for all in one document. Both are None where there is nothing to
    compare.
    """

    matches: int
    documents: int
    all_documents: int
    deviation: float | None
    evenness: float | None


@dataclass(frozen=True, slots=True)
class Window:
    """How many words on either side of a match count as near it."""

    left: int = 5
    right: int = 5


class Measure(StrEnum):
    """How strongly a word is tied to the matches; `workbench.text.association`."""

    LOG_LIKELIHOOD = "log-likelihood"
    MI = "MI"
    LOG_DICE = "logDice"
    T_SCORE = "t-score"


@dataclass(frozen=True, slots=True)
class Collocate:
    """A word and how often it stands near the matches.

    `near` is `left` and `right` together; `total` counts it in all texts, outside of
    the matches. `score` is of the measure that was asked for.
    """

    word: str
    near: int
    total: int
    score: float
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class NGram:
    """Words that follow each other in one paragraph, how often and in how many texts.

    They are spelled as the search index spells them.
    """

    words: tuple[str, ...]
    count: int
    documents: int

    @property
    def text(self) -> str:
        """Return the words with spaces between them."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class KeyWord:
    """A word in the chosen documents (`count`) against the others (`rest`).

    `log_ratio` is negative where the word is rarer in the chosen documents than in the
    others; `log_likelihood` is never negative.
    """

    word: str
    count: int
    per_million: float
    rest: int
    rest_per_million: float
    log_likelihood: float
    log_ratio: float

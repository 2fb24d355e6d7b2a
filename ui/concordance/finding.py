"""What is done off the UI thread: finding lines, sorting them, and what is said."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import sub

from ui.concordance.plot_rows import Plot, plot_of
from ui.concordance.ticks import Ticks
from ui.widgets.counting import count_of
from workbench.jobs import Tracker
from workbench.model.concordances import Concordance, SortKey, Spread
from workbench.model.ids import DocumentId
from workbench.model.search import SearchOptions
from workbench.model.spans import Span
from workbench.operations import concordances
from workbench.views import ProjectView

SLICE = 20_000
"""So many lines are gone through at once; other threads wait meanwhile."""
AS_FOUND = (SortKey.DOCUMENT,)

Place = tuple[DocumentId, Span]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with its options; `words` are what discarded hits hang on."""

    query: str = ""
    options: SearchOptions = field(default_factory=SearchOptions)
    words: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was asked for."""
        return not self.query.strip()


@dataclass(frozen=True, slots=True)
class Found:
    """The lines of a query: as found, and as they are shown, sorted by `keys`.

    `longest` is how many characters the longest match has.
    """

    asked: Asked
    lines: Concordance
    shown: Concordance
    keys: tuple[SortKey, ...]
    longest: int
    documents: int


def find(
    view: ProjectView, asked: Asked, known: Concordance | None, tracker: Tracker
) -> Concordance:
    """Return the lines of a query, which may be `known` already."""
    if known is not None:
        return known
    return concordances.find_lines(view, asked.query, asked.options, tracker)


def find_sorted(
    view: ProjectView,
    asked: Asked,
    known: Concordance | None,
    keys: tuple[SortKey, ...],
    tracker: Tracker,
) -> Found:
    """Return the lines of a query sorted by these keys."""
    lines = shown = find(view, asked, known, tracker)
    if len(lines):
        shown = concordances.sorted_lines(view, lines, keys, tracker)
    return Found(asked, lines, shown, keys, *_extent(lines))


def find_plot(view: ProjectView, lines: Concordance) -> Plot:
    """Return where the lines stand in their documents, and what to say of it."""
    rows = concordances.dispersion(view, lines)
    spread = concordances.spread(view, lines)
    return plot_of(lines, rows, spread_words(spread))


def spread_words(spread: Spread) -> str:
    """Say how evenly matches are spread over the documents."""
    matches = count_of(spread.matches, "match", "matches")
    words = f"{matches} in {spread.documents:,} of {spread.all_documents:,} documents"
    if spread.deviation is None:
        return words
    return f"{words} · DP {spread.deviation:.2f} over all of them"


def places_of(lines: Concordance, ticks: Ticks) -> Iterable[Place]:
    """Yield the places of the lines that are ticked."""
    columns = zip(lines.documents, lines.starts, lines.ends, strict=True)
    for document_id, start, end in columns:
        if key_of(document_id, start) in ticks:
            yield DocumentId(document_id), Span(start, end)


def key_of(document_id: int, start: int) -> int:
    """Return one number for the place of a line."""
    return document_id << 40 | start


def keys_of(documents: array[int], starts: array[int]) -> set[int]:
    """Return the numbers of many lines at once."""
    pairs = zip(documents, starts, strict=True)
    return {document_id << 40 | start for document_id, start in pairs}


def _extent(lines: Concordance) -> tuple[int, int]:
    longest, documents = 0, set[int]()
    for first in range(0, len(lines), SLICE):
        some = slice(first, first + SLICE)
        sizes = map(sub, lines.ends[some], lines.starts[some])
        longest = max(longest, *sizes)
        documents.update(lines.documents[some])
    return longest, len(documents)

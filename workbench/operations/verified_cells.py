"""Compares the cells of an export with those of the project."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Final

from workbench.model.cells import Standing
from workbench.model.provenance import RecordedCell, RecordedQuote
from workbench.model.verification import Difference, DifferenceKind
from workbench.operations.labels import first_words

Place = tuple[str, str]
"""The names of a row and a column."""
Pairs = list[tuple[RecordedQuote, RecordedQuote]]

SETTLED: Final = {Standing.STALE.value, Standing.ORPHANED.value}
"""So a quotation stands whose text says something else now."""
_DESCRIBED: Final = (
    "role",
    "standing",
    "document",
    "title",
    "date",
    "version",
    "cited_by",
    "cited_at",
)
"""What may change of a citation that is still the same."""


def cell_differences(
    then: Sequence[RecordedCell], now: Sequence[RecordedCell]
) -> Iterator[Difference]:
    """Yield what became of each exported cell; of a row that is gone, one line."""
    rows, columns = ({it.row for it in now}, {it.column for it in now})
    yield from _gone(then, rows, columns)
    current = dict(_numbered(now))
    for key, cell in _numbered(then):
        found = current.get(key)
        if found is not None:
            yield from _changed(cell, found)


def _gone(
    then: Sequence[RecordedCell], rows: set[str], columns: set[str]
) -> Iterator[Difference]:
    for row in dict.fromkeys(it.row for it in then):
        if row not in rows:
            words = "the row is not in the table any more"
            yield Difference(DifferenceKind.ROW, words, row)
    for column in dict.fromkeys(it.column for it in then):
        if column not in columns:
            words = "the column is not in the table any more"
            yield Difference(DifferenceKind.COLUMN, words, "", column)


def _changed(then: RecordedCell, now: RecordedCell) -> Iterator[Difference]:
    for kind, what, before, after in (
        (DifferenceKind.STATE, "state", then.state, now.state),
        (DifferenceKind.SUMMARY, "text", then.summary, now.summary),
        (DifferenceKind.SOURCES, "badge of its sources", then.sources, now.sources),
        (DifferenceKind.ABSENCE, "query", _query(then), _query(now)),
    ):
        if before != after:
            words = f"the {what} was {_shown(before)}, and is {_shown(after)}"
            yield Difference(kind, words, then.row, then.column)


def matched_quotes(
    then: Iterable[RecordedQuote], now: Iterable[RecordedQuote]
) -> tuple[Pairs, list[RecordedQuote], list[RecordedQuote]]:
    """Return which citations are the same, which are gone, and which have come.

    They are the same where they cite the same words of the same text; failing that,
    the same words, or the same place, in the same cell.
    """
    left, come = list(then), list(now)
    pairs: Pairs = []
    for key_of in (_exactly, _by_words, _by_place):
        left = _matched(left, come, key_of, pairs)
        taken = {id(own) for _, own in pairs}
        come = [it for it in come if id(it) not in taken]
    return pairs, left, come


def citation_differences(pairs: Pairs) -> Iterator[Difference]:
    """Yield what became of citations that are still there."""
    for then, now in pairs:
        for name in _DESCRIBED:
            before, after = getattr(then, name), getattr(now, name)
            # What the text says now tells more than that it says something else.
            if before != after and not (name == "standing" and after in SETTLED):
                what = name.replace("_", " ")
                words = f"{what} was {_shown(before)}, and is {_shown(after)}"
                yield of_quote(DifferenceKind.CITATION, words, then)


def of_quote(kind: DifferenceKind, words: str, quote: RecordedQuote) -> Difference:
    """Return a difference of one quotation."""
    return Difference(kind, words, quote.row, quote.column, quote.number)


def _matched(
    then: Iterable[RecordedQuote],
    now: Iterable[RecordedQuote],
    key_of: Callable[[RecordedQuote], Hashable],
    pairs: Pairs,
) -> list[RecordedQuote]:
    """Add the pairs with the same key, each quotation in one; return what is left."""
    waiting: dict[Hashable, deque[RecordedQuote]] = defaultdict(deque)
    for quote in now:
        waiting[key_of(quote)].append(quote)
    left = []
    for quote in then:
        found = waiting.get(key_of(quote))
        if found:
            pairs.append((quote, found.popleft()))
        else:
            left.append(quote)
    return left


def _exactly(it: RecordedQuote) -> Hashable:
    return it.row, it.column, it.sha256, it.text_sha256, it.start, it.end, it.quote


def _by_words(it: RecordedQuote) -> Hashable:
    return it.row, it.column, it.quote


def _by_place(it: RecordedQuote) -> Hashable:
    return it.row, it.column, it.start, it.end


def _numbered(
    cells: Iterable[RecordedCell],
) -> Iterator[tuple[tuple[str, str, int], RecordedCell]]:
    """Yield each cell with its names, and which one of these names it is."""
    counts: Counter[Place] = Counter()
    for cell in cells:
        place = (cell.row, cell.column)
        counts[place] += 1
        yield (*place, counts[place]), cell


def _query(cell: RecordedCell) -> str:
    return cell.absence.query if cell.absence else ""


def _shown(value: object) -> str:
    return f"“{first_words(str(value))}”" if value != "" else "empty"

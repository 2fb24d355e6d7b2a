"""What documents share, as it is shown: in which order, and in which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from ui.widgets.counting import count_of
from workbench.model.reuse import Shared
from workbench.text.components import clustered


class Order(Enum):
    """How the documents follow each other."""

    CLUSTER = "those that share"
    TITLE = "title"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Entry:
    """A document with what it is called and from when it is; the date may be empty."""

    id: int
    title: str
    date: str = ""


@dataclass(frozen=True)
class Sharing:
    """All documents, and what pairs of them share; `stale` ones are to be compared.

    `common` statements stand in so many documents that not every two were compared.
    """

    entries: Sequence[Entry] = ()
    shared: Sequence[Shared] = ()
    stale: int = 0
    common: int = 0

    @cached_property
    def by_id(self) -> Mapping[int, Entry]:
        """The documents by their ids."""
        return {it.id: it for it in self.entries}

    @cached_property
    def sharers(self) -> frozenset[int]:
        """The documents that share anything."""
        return frozenset(one for it in self.shared for one in (it.a, it.b))


@dataclass(frozen=True)
class Matrix:
    """Documents across and down, in one order."""

    rows: Sequence[Entry] = ()
    pairs: Mapping[tuple[int, int], Shared] = field(default_factory=dict)

    def cell(self, row: int, column: int) -> Shared | None:
        """Return what two documents share, if anything."""
        a, b = self.rows[row].id, self.rows[column].id
        return self.pairs.get((a, b) if a < b else (b, a))

    def filled(self, rows: range, columns: range) -> Iterator[tuple[int, int, Shared]]:
        """Yield what is not empty of these rows and columns, in any order."""
        if len(rows) * len(columns) <= 2 * len(self.pairs):
            cells = ((row, column) for row in rows for column in columns)
            for cell in cells:
                if (shared := self.cell(*cell)) is not None:
                    yield *cell, shared
        else:
            for row, column, shared in self._everything():
                if row in rows and column in columns:
                    yield row, column, shared

    def _everything(self) -> Iterator[tuple[int, int, Shared]]:
        for (a, b), shared in self.pairs.items():
            if a in self.places and b in self.places:
                row, column = self.places[a], self.places[b]
                yield row, column, shared
                yield column, row, shared

    @cached_property
    def places(self) -> Mapping[int, int]:
        """The rows of the documents, by their ids."""
        return {it.id: number for number, it in enumerate(self.rows)}


def matrix_of(sharing: Sharing, order: Order, *, only_sharing: bool) -> Matrix:
    """Put the documents into an order, all of them or those that share something."""
    entries = [
        it for it in sharing.entries if not only_sharing or it.id in sharing.sharers
    ]
    pairs: dict[tuple[int, int], Shared] = {(it.a, it.b): it for it in sharing.shared}
    return Matrix(in_order(entries, sharing.shared, order), pairs)


def in_order(
    entries: Sequence[Entry], shared: Sequence[Shared], order: Order
) -> list[Entry]:
    """Return documents in an order; undated ones come last."""
    by_title = sorted(entries, key=lambda it: (it.title.casefold(), it.id))
    if order is Order.TITLE:
        return by_title
    if order is Order.DATE:
        return sorted(by_title, key=lambda it: (not it.date, it.date))
    place = {it.id: number for number, it in enumerate(by_title)}
    ties = [(place[it.a], place[it.b]) for it in shared if it.a in place]
    return [by_title[number] for number in clustered(len(by_title), ties)]


def in_words(shared: Shared) -> str:
    """Say what a pair shares: `8 statements (5 verbatim, 3 altered)`."""
    kinds = (
        (shared.verbatim, "verbatim"),
        (shared.altered, "altered"),
        (shared.paraphrase, "paraphrased"),
    )
    named = ", ".join(f"{count:,} {kind}" for count, kind in kinds if count)
    return f"{count_of(shared.statements, 'statement')} ({named})"


def pair_in_words(one: Entry, other: Entry, shared: Shared | None) -> str:
    """Say of two documents what they share; what is cut off for room comes last."""
    if one.id == other.id:
        return one.title
    said = f"{in_words(shared)} in" if shared else "Nothing shared by"
    return f"{said} {one.title} and {other.title}"

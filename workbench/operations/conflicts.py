"""Values cited in one cell that cannot all be true."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import combinations
from typing import Final

from workbench.jobs import Tracker
from workbench.model.cells import Cell, CellKey, Citation, Role, Standing
from workbench.model.documents import Block, Document
from workbench.model.facts import Fact, FactKind
from workbench.model.links import VERDICTS, LinkKind
from workbench.model.spans import Span
from workbench.model.suggestions import Conflict
from workbench.model.tables import Column, ColumnType, ComparisonTable
from workbench.operations.facts import facts_of
from workbench.operations.labels import quoted
from workbench.text.content import content_of
from workbench.text.facts.clashing import clash
from workbench.text.facts.finding import Source, dates_in, facts_in, values_in
from workbench.text.facts.names import Namesakes
from workbench.text.question_kinds import asks_for_people
from workbench.views import ProjectView

_KINDS: Final = {
    ColumnType.DATE: (FactKind.DATE,),
    ColumnType.NUMBER: (FactKind.NUMBER, FactKind.PERCENT),
    ColumnType.MONEY: (FactKind.MONEY,),
}


LONG_TEXT: Final = 200_000
"""A longer document is not read as a whole for one quote."""
_Reader = Callable[[Source, Tracker], list[Fact]]
_SETTLING: Final = frozenset(VERDICTS) - {LinkKind.CONTRADICTS}


def conflicts(
    view: ProjectView, table: ComparisonTable, tracker: Tracker | None = None
) -> dict[CellKey, Conflict]:
    """Return the cells that cite as support what does not go together.

    Only for columns that say of what kind their answers are: dates, numbers, money,
    or whose question asks who. What a person said of two passages counts more: where
    a link says that they do not contradict each other, there is no conflict. A job.
    """
    tracker = tracker or Tracker()
    finding = _Finding(view)
    asking = [
        (column, row.cells[at])
        for at, column in enumerate(table.columns)
        if _kinds(column)
        for row in table.rows
        if len(_supporting(row.cells[at])) > 1
    ]
    found = {}
    for number, (column, cell) in enumerate(asking):
        tracker.advance(number, len(asking), "Looking for conflicts")
        conflict = finding.of(cell, _kinds(column))
        if conflict is not None:
            found[cell.row_id, cell.column_id] = conflict
    return found


def conflict_in(view: ProjectView, column: Column, cell: Cell) -> Conflict | None:
    """Return the conflict of one cell, as `conflicts` would."""
    if not _kinds(column) or len(_supporting(cell)) < 2:
        return None
    return _Finding(view).of(cell, _kinds(column))


def _kinds(column: Column) -> tuple[FactKind, ...]:
    kinds = _KINDS.get(column.kind.type, ())
    if column.kind.type is ColumnType.TEXT:
        is_who = asks_for_people(column.name, column.question)
        return (FactKind.PERSON,) if is_who else ()
    return kinds


def _supporting(cell: Cell) -> list[Citation]:
    return [it for it in cell.citations if it.role is Role.SUPPORTS]


class _Finding:
    """Finds conflicts, reading each document once."""

    def __init__(self, view: ProjectView) -> None:
        self._view = view
        self._namesakes = Namesakes(view.aliases.groups())
        self._document = cache(view.documents.get)
        self._facts = cache(partial(facts_of, view))
        # One paragraph is cited in cell after cell.
        self._read = cache(self._read_between)

    def of(self, cell: Cell, kinds: Sequence[FactKind]) -> Conflict | None:
        """Return which citations of a cell do not go together, and why."""
        cited = [
            (it, [fact for fact in self._stated(it, kinds) if fact.kind in kinds])
            for it in _supporting(cell)
        ]
        for (one, mine), (other, theirs) in combinations(cited, 2):
            found = clash(mine, theirs, self._namesakes)
            if found is not None and not self._is_settled(one, other):
                return self._conflict((one, found.one), (other, found.other))
        return None

    def _conflict(self, *sides: tuple[Citation, str]) -> Conflict:
        said = " but ".join(
            f"{words} in {quoted(self._title(it))}" for it, words in sides
        )
        values = tuple((it.id, words) for it, words in sides)
        return Conflict(values, f"{said}: cite one as contradicting?")

    def _title(self, citation: Citation) -> str:
        if citation.document_id is None:
            return "a removed document"
        return self._view.documents.title(citation.document_id)

    def _stated(self, citation: Citation, kinds: Sequence[FactKind]) -> list[Fact]:
        """Return what is stated in a quote; what is around it helps to read it.

        Only people need more than the paragraph: a text names them in full once.
        """
        if citation.document_id is None or citation.standing is Standing.ORPHANED:
            quote = citation.cited.quote
            whole = (Block(Span(0, len(quote))),)
            return facts_in(Source(quote, whole, (), ""), Tracker())
        document = self._document(citation.document_id)
        own = Span(citation.start, citation.end)
        if FactKind.PERSON in kinds and document.characters <= LONG_TEXT:
            found = self._facts(document.id)
        else:
            found = self._near(document, own, _reader(kinds))
        return [it for it in found if it.span.overlaps(own)]

    def _near(self, document: Document, own: Span, read: _Reader) -> list[Fact]:
        """Return the facts of the paragraphs that a stretch stands in."""
        blocks = _touched(self._view.documents.blocks(document.id), own)
        first = min([own.start, *(it.start for it in blocks)])
        last = max([own.end, *(it.end for it in blocks)])
        return self._read(document, Span(first, last), read)

    def _read_between(
        self, document: Document, around: Span, read: _Reader
    ) -> list[Fact]:
        documents, first = self._view.documents, around.start
        text, zones = documents.text(document.id), documents.zones(document.id)
        content = content_of(text, around, zones)
        blocks = _touched(documents.blocks(document.id), around)
        moved = [Block(_moved(it, -first)) for it in blocks]
        found = read(Source(content, moved, (), document.date), Tracker())
        return [replace(it, span=_moved(it.span, first)) for it in found]

    def _is_settled(self, one: Citation, other: Citation) -> bool:
        """Tell whether a person has said that two passages do not contradict."""
        if one.passage_id is None or other.passage_id is None:
            return False
        links = self._view.links.with_ends(one.passage_id, other.passage_id)
        return any(it.kind in _SETTLING for it in links)


def _reader(kinds: Sequence[FactKind]) -> _Reader:
    """Return what finds facts of these kinds in the least time."""
    if FactKind.PERSON in kinds:
        return facts_in
    return dates_in if set(kinds) == {FactKind.DATE} else values_in


def _touched(blocks: Sequence[Block], own: Span) -> list[Span]:
    """Return the blocks that a stretch stands in, without walking through them all."""
    first = max(0, bisect_right(blocks, own.start, key=_start) - 1)
    last = bisect_right(blocks, own.end, key=_start)
    return [it.span for it in blocks[first:last] if it.span.overlaps(own)]


def _start(block: Block) -> int:
    return block.span.start


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)

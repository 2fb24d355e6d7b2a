"""Which rows and columns of a table are shown, and in which order.

Nothing here changes the table: sorting and filtering are ways of looking at it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.model.cells import Cell, CellKey, CellState
from workbench.model.ids import ColumnId, RowId
from workbench.model.tables import ColumnKind, ComparisonTable, Row
from workbench.text.typed_values import read_value

WORST_FIRST = (
    CellState.ORPHANED,
    CellState.STALE,
    CellState.DISPUTED,
    CellState.DRAFT,
    CellState.NOT_STATED,
    CellState.SUPPORTED,
    CellState.EMPTY,
)


@dataclass(frozen=True, slots=True)
class Order:
    """What rows are sorted by: a column's values or states; without one, the names."""

    column_id: ColumnId | None
    is_descending: bool = False
    by_state: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is looked at; the usual look shows all of it in its own order.

    Every word of `words` has to stand in a row, which needs a cell of one of `states`
    if there are any. `folded` are the headings whose rows are folded away.
    """

    order: Order | None = None
    words: str = ""
    states: frozenset[CellState] = frozenset()
    folded: frozenset[str] = frozenset()
    shows_hidden: bool = False

    @property
    def leaves_out(self) -> bool:
        """Tell whether it is a filter."""
        return bool(self.words.split() or self.states)


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above the rows of a group."""

    group: str
    rows: int
    is_folded: bool


Line = Row | Heading
WordsOf = Callable[[CellKey], str]


@dataclass(frozen=True, slots=True)
class LineUp:
    """The lines to show and the places of the columns; how much is left out of it."""

    lines: tuple[Line, ...]
    columns: tuple[int, ...]
    matching: int
    hidden_rows: int
    hidden_columns: int


class RowTexts:
    """All words of a row, folded: put together once, and asked with each letter typed.

    `words_of` says more of a cell's evidence.
    """

    def __init__(self, words_of: WordsOf) -> None:
        self._words_of = words_of
        self._kept: dict[RowId, tuple[Row, Sequence[int], str]] = {}

    def of(self, row: Row, columns: Sequence[int]) -> str:
        """Return what stands in a row and these of its columns."""
        kept = self._kept.get(row.id)
        if kept is None or kept[0] is not row or kept[1] != columns:
            kept = self._kept[row.id] = row, columns, self._folded(row, columns)
        return kept[2]

    def forget(self, ids: Iterable[RowId]) -> None:
        """Ask anew what there is to say of the evidence of these rows."""
        for row_id in ids:
            self._kept.pop(row_id, None)

    def _folded(self, row: Row, columns: Sequence[int]) -> str:
        cells = [row.cells[place] for place in columns]
        texts = [row.name, row.group, *[it.summary for it in cells]]
        texts += [self._words_of((it.row_id, it.column_id)) for it in cells]
        # One by one: a single foreign letter makes all of a text slow to fold.
        return "\n".join(map(str.casefold, texts))


def line_up(table: ComparisonTable, look: Look, texts: RowTexts) -> LineUp:
    """Return what a look shows of a table.

    Rows without a group come first, the groups in the order of their first rows.
    """
    shown = [it for it in table.rows if look.shows_hidden or not it.is_hidden]
    columns = tuple(
        place
        for place, column in enumerate(table.columns)
        if look.shows_hidden or not column.is_hidden
    )
    wanted = look.words.casefold().split()
    rows = _sorted(
        [
            row
            for row in shown
            if _has_state(row, columns, look.states)
            and (not wanted or _has_words(texts.of(row, columns), wanted))
        ],
        table,
        look.order,
    )
    return LineUp(
        tuple(_under_headings(rows, _groups(table), look.folded)),
        columns,
        len(rows),
        sum(it.is_hidden for it in table.rows),
        sum(it.is_hidden for it in table.columns),
    )


def looked_at(
    table: ComparisonTable, look: Look, words_of: WordsOf = lambda _key: ""
) -> ComparisonTable:
    """Return a table with only what a look shows of it, its groups together."""
    shown = line_up(table, look, RowTexts(words_of))
    rows = (line for line in shown.lines if isinstance(line, Row))
    return replace(
        table,
        columns=tuple(table.columns[place] for place in shown.columns),
        rows=tuple(
            replace(row, cells=tuple(row.cells[place] for place in shown.columns))
            for row in rows
        ),
    )


def _has_state(row: Row, columns: Sequence[int], states: frozenset[CellState]) -> bool:
    return not states or any(row.cells[it].state in states for it in columns)


def _has_words(text: str, wanted: Sequence[str]) -> bool:
    return all(word in text for word in wanted)


def _sorted(rows: list[Row], table: ComparisonTable, order: Order | None) -> list[Row]:
    """Sort rows; those without an answer come last, whichever way."""
    if order is None:
        return rows
    if order.column_id is None:
        return sorted(rows, key=lambda it: it.name.casefold(),
                      reverse=order.is_descending)  # fmt: skip
    ids = [it.id for it in table.columns]
    if order.column_id not in ids:
        return rows
    place = ids.index(order.column_id)
    if order.by_state:
        return sorted(rows, key=lambda it: WORST_FIRST.index(it.cells[place].state),
                      reverse=order.is_descending)  # fmt: skip
    return _by_value(rows, place, table.columns[place].kind, order)


def _by_value(rows: list[Row], place: int, kind: ColumnKind, order: Order) -> list[Row]:
    keys = {it.id: _value(it.cells[place], kind) for it in rows}
    read = [it for it in rows if keys[it.id] is not None]
    unread = [it for it in rows if keys[it.id] is None and it.cells[place].summary]
    empty = [it for it in rows if not it.cells[place].summary]

    def key(row: Row) -> tuple[object, ...]:
        return keys[row.id] or ()

    return [*sorted(read, key=key, reverse=order.is_descending), *unread, *empty]


def _value(cell: Cell, kind: ColumnKind) -> tuple[object, ...] | None:
    if not cell.summary:
        return None
    value = read_value(kind.type, cell.summary, kind.choices)
    return None if value is None else value.key


def _groups(table: ComparisonTable) -> list[str]:
    """Return the headings in the table's own order, before them none."""
    return list(dict.fromkeys(["", *(it.group for it in table.rows)]))


def _under_headings(
    rows: Sequence[Row], groups: Sequence[str], folded: frozenset[str]
) -> list[Line]:
    lines: list[Line] = []
    for group in groups:
        of_group = [it for it in rows if it.group == group]
        if group and of_group:
            lines.append(Heading(group, len(of_group), group in folded))
        if not group or group not in folded:
            lines.extend(of_group)
    return lines


def destination(
    lines: Sequence[Line], start: int, end: int
) -> tuple[RowId | None, str]:
    """Return what the line at `start` stands below once it is at `end`.

    That is a row and its heading; no row where it becomes the first of its group.
    """
    others = [*lines[:start], *lines[start + 1 :]]
    above = others[end - 1] if end else None
    if isinstance(above, Row):
        return above.id, above.group
    return None, above.group if above else ""

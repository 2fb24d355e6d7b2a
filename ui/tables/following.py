"""Keeps a table as it is in the project, reading only what changed of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from workbench.model.cells import Cell, CellKey
from workbench.model.changes import Changes
from workbench.model.ids import CitationId, TableId
from workbench.model.tables import Column, ComparisonTable, Row
from workbench.project import Project

SHAPE = ("comparison_tables", "table_rows", "table_columns")


class FollowedTable:
    """One table; `table` is it as the project had it when it was last told."""

    def __init__(self, project: Project, table_id: TableId) -> None:
        self._project = project
        self.table = project.tables.get(table_id)

    def follow(self, changes: Changes) -> Mapping[CellKey, Cell]:
        """Read what a change touched, and return the cells that are others now.

        `NotFound` when the table is gone.
        """
        changed = self._changed(changes)
        if changes.touches(*SHAPE):
            self._take_shape(changed)
        elif changed:
            self._take_cells(changed)
        return changed

    def _changed(self, changes: Changes) -> Mapping[CellKey, Cell]:
        """Return the cells that a change may have touched, as they are now."""
        cells, keys = self._project.cells, self._project.cell_keys
        touched = changes.ids
        ids = {*touched.get("cells", ()), *cells.resting_on(_of(touched, "passages"))}
        ids.update(keys.of_absences(_of(touched, "absences")))
        # What is gone is not found in the project, so it is looked for here.
        gone = set(self._citing(_of(touched, "citations")))
        if changes.touches("absences", "absence_checks"):
            gone.update(self._with_absence())
        named = {*gone, *cells.of_citations(_of(touched, "citations")).values()}
        ids.update(keys.ids(named))
        found = cells.some(ids) if ids else {}
        if len(found) < len(ids):
            gone |= self._held() - keys.of_table(self.table.id)
        return {it: Cell(*it, "") for it in gone} | found

    def _take_shape(self, changed: Mapping[CellKey, Cell]) -> None:
        outline = self._project.tables.outline(self.table.id)
        known = {(it.row_id, it.column_id): it for it in _cells(self.table)}
        known.update(changed)
        rows = (_filled(row, outline.columns, known) for row in outline.rows)
        self.table = replace(outline, rows=tuple(rows))

    def _take_cells(self, changed: Mapping[CellKey, Cell]) -> None:
        touched = {row_id for row_id, _column_id in changed}
        rows = (
            _renewed(row, changed) if row.id in touched else row
            for row in self.table.rows
        )
        self.table = replace(self.table, rows=tuple(rows))

    def _citing(self, ids: Iterable[int]) -> Iterator[CellKey]:
        wanted = {CitationId(it) for it in ids}
        if wanted:
            for cell in _cells(self.table):
                if any(it.id in wanted for it in cell.citations):
                    yield cell.row_id, cell.column_id

    def _with_absence(self) -> Iterator[CellKey]:
        for cell in _cells(self.table):
            if cell.absence is not None:
                yield cell.row_id, cell.column_id

    def _held(self) -> set[CellKey]:
        return {
            (it.row_id, it.column_id)
            for it in _cells(self.table)
            if it.summary or it.citations or it.absence
        }


def _of(touched: Mapping[str, frozenset[int]], kind: str) -> frozenset[int]:
    return touched.get(kind, frozenset())


def _cells(table: ComparisonTable) -> Iterator[Cell]:
    return (cell for row in table.rows for cell in row.cells)


def _filled(row: Row, columns: Iterable[Column], known: Mapping[CellKey, Cell]) -> Row:
    cells = (known.get((row.id, it.id)) or Cell(row.id, it.id, "") for it in columns)
    return replace(row, cells=tuple(cells))


def _renewed(row: Row, changed: Mapping[CellKey, Cell]) -> Row:
    cells = (changed.get((it.row_id, it.column_id), it) for it in row.cells)
    return replace(row, cells=tuple(cells))

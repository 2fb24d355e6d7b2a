"""A matrix as it is shown: with its totals first, and each cell in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from typing_extensions import override

from ui.widgets.counting import count_of
from ui.widgets.heat import scale_to
from ui.widgets.heat_grid import Heading, HeatGrid
from workbench.jobs import Tracker
from workbench.model.attributes import Subject
from workbench.model.ids import AttributeId, TagId
from workbench.model.matrices import (
    Matrix,
    MatrixCell,
    MatrixDefinition,
    MatrixEntry,
    MatrixKind,
    Measure,
)
from workbench.operations.matrices import matrix_of
from workbench.operations.matrix_words import (
    attribute_name,
    cell_in_words,
    matrix_in_words,
    rule_of,
)
from workbench.views import ProjectView

SUM = object()
"""The key of what stands for all rows, or all columns."""
NOUNS = {
    MatrixKind.DOCUMENT: "document",
    MatrixKind.CASE: "case",
    MatrixKind.ATTRIBUTE: "value",
    MatrixKind.OVERLAP: "tag",
    MatrixKind.NEAR: "tag",
}


class Named(NamedTuple):
    """An attribute or a tag that can be chosen."""

    id: int
    name: str


class MatrixGrid(HeatGrid):
    """A matrix with all tags together in its first row, and so its first column."""

    def __init__(self, matrix: Matrix, attribute: str = "") -> None:
        noun = NOUNS[matrix.definition.kind]
        super().__init__(
            [_sum("All tags"), *map(_heading, matrix.rows)],
            [_sum(f"All {noun}s"), *map(_heading, matrix.columns)],
            _with_totals(matrix),
            scale_to(max(matrix.counts.values(), default=0)),
        )
        self.matrix = matrix
        self.legend = f"{_measured(matrix.definition).capitalize()}s in a cell"
        self._attribute = attribute

    @override
    def words(self, row: int, column: int) -> str:
        count = self.counts.get((row, column), 0)
        measured = _measured(self.matrix.definition)
        said = count_of(count, measured) if count else f"No {measured}"
        with_passages = " with passages" if measured == "document" else ""
        one, other = self.rows[row], self.columns[column]
        where = cell_in_words(
            self.cell(row, column),
            "" if one.is_sum else one.title,
            "" if other.is_sum else other.title,
            self._attribute,
        )
        return f"{said}{with_passages} {where}"

    def cell(self, row: int, column: int) -> MatrixCell:
        """Return what a cell stands for."""
        rows, columns = self.matrix.rows, self.matrix.columns
        return MatrixCell(
            self.matrix.definition,
            TagId(int(rows[row - 1].key)) if row else None,
            columns[column - 1].key if column else None,
        )


@dataclass(frozen=True)
class Shown:
    """A matrix with what is said of it, and what others could be made of."""

    grid: MatrixGrid = field(default_factory=lambda: MatrixGrid(Matrix()))
    sentence: str = ""
    rule: str = ""
    attributes: Sequence[Named] = ()
    branches: Sequence[Named] = ()
    has_tags: bool = False

    @property
    def matrix(self) -> Matrix:
        """What was counted."""
        return self.grid.matrix

    @property
    def facts(self) -> str:
        """Say what was counted, and how much of it is shown."""
        if not self.sentence:
            return ""
        matrix = self.matrix
        total = count_of(matrix.total, _measured(matrix.definition))
        rows = _of(len(matrix.rows), matrix.all_rows, "tag")
        noun = NOUNS[matrix.definition.kind]
        columns = _of(len(matrix.columns), matrix.all_columns, noun)
        return f"{self.sentence} · {total} · {rows}, {columns}"

    @property
    def left_out(self) -> int:
        """How many rows and columns are empty, and not shown."""
        matrix = self.matrix
        shown = len(matrix.rows) + len(matrix.columns)
        return matrix.all_rows + matrix.all_columns - shown


def read_matrix(
    view: ProjectView, definition: MatrixDefinition, tracker: Tracker
) -> Shown:
    """Count a matrix and read what is said of it; an attribute is chosen if none is."""
    attributes = [Named(it.id, _attribute_words(it.name, it.subject))
        for it in view.attributes.all()]  # fmt: skip
    tags = view.tags.all()
    branches = [Named(it.id, it.path) for it in tags if it.is_parent]
    if definition.kind is MatrixKind.ATTRIBUTE and not definition.attribute_id:
        if not attributes:
            return Shown(MatrixGrid(Matrix(definition)), has_tags=bool(tags))
        definition = _with_attribute(definition, attributes[0].id)
    matrix = matrix_of(view, definition, tracker)
    grid = MatrixGrid(matrix, attribute_name(view, definition))
    return Shown(
        grid,
        matrix_in_words(view, definition),
        rule_of(definition),
        attributes,
        branches,
        bool(tags),
    )


def _with_attribute(
    definition: MatrixDefinition, attribute_id: int
) -> MatrixDefinition:
    return replace(definition, attribute_id=AttributeId(attribute_id))


def _attribute_words(name: str, subject: Subject) -> str:
    return f"{name} (of cases)" if subject is Subject.CASE else name


def _sum(title: str) -> Heading:
    return Heading(SUM, title, is_sum=True)


def _heading(entry: MatrixEntry) -> Heading:
    return Heading(entry.key, entry.name, color=entry.color)


def _with_totals(matrix: Matrix) -> dict[tuple[int, int], int]:
    counts = {(row + 1, column + 1): it for (row, column), it in matrix.counts.items()}
    counts |= {(n, 0): it.total for n, it in enumerate(matrix.rows, 1) if it.total}
    counts |= {(0, n): it.total for n, it in enumerate(matrix.columns, 1) if it.total}
    if matrix.total:
        counts[0, 0] = matrix.total
    return counts


def _measured(definition: MatrixDefinition) -> str:
    return "document" if definition.measure is Measure.DOCUMENTS else "passage"


def _of(shown: int, every: int, noun: str) -> str:
    said = count_of(every, noun)
    return said if shown == every else f"{shown:,} of {said}"

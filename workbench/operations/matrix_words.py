"""Matrices and their cells in words."""

from __future__ import annotations

from typing import Final

from workbench.errors import NotFound
from workbench.model.matrices import MatrixCell, MatrixDefinition, MatrixKind, Measure
from workbench.operations.labels import quoted
from workbench.views import ProjectView

GONE: Final = "something deleted"


def matrix_in_words(view: ProjectView, definition: MatrixDefinition) -> str:
    """Say what a matrix counts: `Passages by tag and document`."""
    what = "Documents" if definition.measure is Measure.DOCUMENTS else "Passages"
    parts = [f"{what} by tag and {_other_side(view, definition)}"]
    if not definition.with_beneath:
        parts.append("tags beneath left out")
    if definition.tags:
        paths = view.tags.some_paths(definition.tags)
        parts.append(f"only {' and '.join(paths.values()) or GONE}")
    if definition.documents:
        count = len(definition.documents)
        parts.append(f"only {count:,} document{'' if count == 1 else 's'}")
    return ", ".join(parts)


def rule_of(definition: MatrixDefinition) -> str:
    """Say which passages count, where that is not plain."""
    match definition.kind:
        case MatrixKind.CASE:
            return (
                "A passage counts for a case when its document belongs to the case, or"
                " when you confirmed that it mentions the case."
            )
        case MatrixKind.OVERLAP:
            return (
                "A passage with the row's tag counts when it has the column's too, or"
                " overlaps one that has it."
            )
        case MatrixKind.NEAR:
            near = (
                "stands in one paragraph with"
                if definition.words is None
                else f"is at most {definition.words} words from"
            )
            return (
                "A passage with the row's tag counts when it has the column's too, or"
                f" {near} one that has it."
            )
        case _:
            return ""


def cell_in_words(cell: MatrixCell, row: str, column: str, attribute: str) -> str:
    """Say which passages a cell has, given the names of what it stands for.

    An empty name stands for all rows or columns; the column of no value has one.
    """
    definition = cell.definition
    tagged = f"tagged {row}" if row else "with a tag"
    words = f"{tagged} {_at_column(cell, column, attribute)}".rstrip()
    return words if definition.with_beneath else f"{words}, tags beneath left out"


def attribute_name(view: ProjectView, definition: MatrixDefinition) -> str:
    """Return what the attribute of a matrix is called."""
    if definition.attribute_id is None:
        return "attribute"
    try:
        return view.attributes.get(definition.attribute_id).name
    except NotFound:
        return GONE


def _other_side(view: ProjectView, definition: MatrixDefinition) -> str:
    match definition.kind:
        case MatrixKind.ATTRIBUTE:
            return quoted(attribute_name(view, definition))
        case MatrixKind.OVERLAP:
            return "overlapping tag"
        case MatrixKind.NEAR if definition.words is None:
            return "tag in the same paragraph"
        case MatrixKind.NEAR:
            return f"tag within {definition.words} words"
        case _:
            return definition.kind.value


def _at_column(cell: MatrixCell, column: str, attribute: str) -> str:
    definition = cell.definition
    if definition.is_of_tags:
        return f"{_beside(definition)} {column or 'another tag'}"
    if definition.kind is MatrixKind.CASE:
        return f"of the case {quoted(column)}" if column else "of any case"
    if cell.column is None:
        return ""
    if definition.kind is MatrixKind.DOCUMENT:
        return f"in {quoted(column)}"
    described = f"with {attribute} {quoted(column)}"
    return described if cell.column else f"without a value of {attribute}"


def _beside(definition: MatrixDefinition) -> str:
    if definition.kind is MatrixKind.OVERLAP:
        return "overlapping"
    if definition.words is None:
        return "in one paragraph with"
    return f"within {definition.words} words of"

"""Keeping matrices under names; what they count is counted anew each time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from workbench.errors import InvalidValue, WorkbenchError
from workbench.model.ids import SavedMatrixId
from workbench.model.matrices import MatrixDefinition, SavedMatrix
from workbench.operations.labels import quoted
from workbench.project import Project
from workbench.views import Edit

LONGEST_NAME: Final = 200


def save_matrix(
    project: Project, name: str, definition: MatrixDefinition
) -> SavedMatrixId:
    """Keep a matrix under a name that no other one has."""
    with project.operation("Save matrix") as edit:
        name = _free_name(edit, name)
        edit.label = f"Save matrix {quoted(name)}"
        now = datetime.now(UTC)
        return edit.matrices.save(name, definition, edit.analyst, now)


def rename_matrix(project: Project, saved_id: SavedMatrixId, name: str) -> None:
    """Give a saved matrix another name."""
    with project.operation("Rename matrix") as edit:
        edit.matrices.get(saved_id)
        name = _free_name(edit, name, besides=saved_id)
        edit.label = f"Rename matrix to {quoted(name)}"
        edit.matrices.rename(saved_id, name)


def change_matrix(
    project: Project, saved_id: SavedMatrixId, definition: MatrixDefinition
) -> None:
    """Let a saved matrix count something else, or be shown in another way."""
    with project.operation("Change matrix") as edit:
        saved = edit.matrices.get(saved_id)
        edit.label = f"Change matrix {quoted(saved.name)}"
        if saved.definition != definition:
            edit.matrices.change(saved_id, definition)


def remove_matrix(project: Project, saved_id: SavedMatrixId) -> None:
    """Put a saved matrix into the bin."""
    with project.operation("Delete matrix") as edit:
        name = edit.matrices.get(saved_id).name
        edit.label = f"Delete matrix {quoted(name)}"
        edit.put_into_bin("saved_matrices", saved_id, name)
        edit.matrices.remove(saved_id)


def definition_of(saved: SavedMatrix) -> MatrixDefinition:
    """Return what a saved matrix counts; refused when that cannot be read."""
    if saved.definition is None:
        raise WorkbenchError(
            f"What the matrix {quoted(saved.name)} counts cannot be read here; another"
            " version of the program wrote it. Make a new one."
        )
    return saved.definition


def _free_name(edit: Edit, name: str, *, besides: SavedMatrixId | None = None) -> str:
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise InvalidValue("A matrix needs a name; type a short one.")
    other = edit.matrices.named(name)
    if other is not None and other.id != besides:
        raise InvalidValue(
            f"There is a matrix {quoted(other.name)} already; choose another name."
        )
    return name

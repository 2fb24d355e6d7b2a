"""Several rows of a table at once: adding documents, and putting a row elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.model.documents import Document
from workbench.model.ids import DocumentId, RowId, TableId
from workbench.model.tables import Row
from workbench.operations.labels import counted
from workbench.operations.tables import arrange_rows, group_rows
from workbench.project import Project


def add_document_rows(
    project: Project, table_id: TableId, ids: Sequence[DocumentId], group: str = ""
) -> list[RowId]:
    """Add a row for each of these documents that has none yet, in one step.

    Rows are named as their documents; file names tell equal titles apart.
    """
    with project.operation("Add rows") as edit:
        rows = edit.tables.outline(table_id).rows
        there = {it.document_id for it in rows}
        found = {it.id: it for it in edit.documents.some(ids)}
        new = [found[it] for it in dict.fromkeys(ids) if it in found]
        new = [it for it in new if it.id not in there]
        edit.label = counted("Add", len(new), "row")
        return [
            edit.tables.add_row(table_id, name, document.id, None, group)
            for document, name in zip(new, _names(new, rows), strict=True)
        ]


def move_row(
    project: Project,
    table_id: TableId,
    row_id: RowId,
    below: RowId | None,
    group: str = "",
) -> None:
    """Put a row below another, under the heading `group`.

    Below none it becomes the first row under that heading.
    """
    with project.operation("Move row") as edit:
        rows = [it for it in edit.tables.outline(table_id).rows if it.id != row_id]
        group_rows(project, [row_id], group)
        ids = [it.id for it in rows]
        place = ids.index(below) + 1 if below in ids else _first_of(rows, group)
        ids.insert(place, row_id)
        arrange_rows(project, table_id, ids)
        edit.label = "Move row"


def _first_of(rows: Sequence[Row], group: str) -> int:
    """Return the place of the first row of a group; of none, the end."""
    places = (place for place, row in enumerate(rows) if row.group == group)
    return next(places, len(rows) if group else 0)


def _names(documents: Sequence[Document], rows: Sequence[Row]) -> Iterator[str]:
    taken = {row.name.casefold() for row in rows}
    for document in documents:
        title = document.title or document.name
        name, number = title, 1
        while name.casefold() in taken:
            more = f" {number}" if number > 1 else ""
            name, number = f"{title} ({document.name}{more})", number + 1
        taken.add(name.casefold())
        yield name

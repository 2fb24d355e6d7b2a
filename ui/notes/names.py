"""What a target is called over its note, which may not be written yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ui.notes.lines import THE_PROJECT, entry_name, one_line, quotation
from workbench.errors import NotFound
from workbench.model.ids import ColumnId, DocumentId, NoteId, PassageId, RowId, TagId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.project import Project

NEW_ENTRY = "New entry"


def name_of(project: Project, target: NoteTarget) -> str:
    """Return a target's name on one line; `NotFound` when it is gone."""
    if target.id is None:
        return NEW_ENTRY if target.on is NoteOn.JOURNAL else THE_PROJECT
    if target.column_id is not None:
        return _cell(project, target.id, target.column_id)
    return one_line(_NAMES[target.on](project, target.id))


def _document(project: Project, number: int) -> str:
    return project.documents.get(DocumentId(number)).title


def _passage(project: Project, number: int) -> str:
    return quotation(project.passages.get(PassageId(number)).quote)


def _tag(project: Project, number: int) -> str:
    return project.tags.get(TagId(number)).path


def _case(project: Project, number: int) -> str:
    for case in project.cases.all():
        if case.id == number:
            return case.name
    raise NotFound(f"There is no case {number} in this project.")


def _entry(project: Project, number: int) -> str:
    return entry_name(project.notes.get(NoteId(number)).created_at)


def _cell(project: Project, row: int, column: ColumnId) -> str:
    row_id = RowId(row)
    table = project.tables.holding("table_rows", row_id).name
    return one_line(f"{table} › {project.tables.place(row_id, column)}")


_NAMES: Mapping[NoteOn, Callable[[Project, int], str]] = {
    NoteOn.DOCUMENT: _document,
    NoteOn.PASSAGE: _passage,
    NoteOn.TAG: _tag,
    NoteOn.CASE: _case,
    NoteOn.JOURNAL: _entry,
}

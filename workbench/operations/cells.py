"""Writing cells, and citing passages in them.

Every change of a cell adds a line to its history, in the same step.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from workbench.errors import InvalidValue
from workbench.model.cells import CellKey, Role
from workbench.model.ids import (
    CellChangeId,
    CitationId,
    ColumnId,
    PassageId,
    RowId,
)
from workbench.model.links import Stretch
from workbench.model.passages import AnchorState
from workbench.operations.labels import counted, quoted_place
from workbench.operations.passages import mark_passage
from workbench.project import Project
from workbench.views import Edit

Evidence = tuple[Stretch | PassageId, Role]
"""A place of a text, or a passage, and what it does for a cell."""


def set_summary(
    project: Project, row_id: RowId, column_id: ColumnId, summary: str
) -> None:
    """Set a cell's text."""
    with project.operation("Write cell") as edit:
        edit.label = f"Write cell {quoted_place(edit.tables.place(row_id, column_id))}"
        text = summary.strip()
        if edit.cells.get(row_id, column_id).summary != text:
            edit.cells.set_summary(row_id, column_id, text)
            keep_change(edit, [(row_id, column_id)], "Text written")


def cite(
    project: Project,
    row_id: RowId,
    column_id: ColumnId,
    passage_id: PassageId,
    role: Role = Role.SUPPORTS,
) -> CitationId:
    """Cite a passage in a cell; citing it there again changes only its role.

    What a passage supports is stated: the cell's absence, if it has one, ends.
    """
    with project.operation("Cite passage") as edit:
        edit.label = (
            f"Cite passage in {quoted_place(edit.tables.place(row_id, column_id))}"
        )
        place = (row_id, column_id)
        before = edit.cells.get(row_id, column_id).citations
        passage = edit.passages.get(passage_id)
        citation_id = edit.cells.cite(place, passage, role, edit.analyst, _now())
        if edit.cells.get(row_id, column_id).citations != before:
            if role is Role.SUPPORTS:
                edit.cells.drop_absence(*place)
            keep_change(edit, [place], f"Passage cited: {role.value}")
        return citation_id


def cite_place(
    project: Project,
    row_id: RowId,
    column_id: ColumnId,
    stretch: Stretch,
    role: Role = Role.SUPPORTS,
) -> CitationId:
    """Cite a place of a text, which becomes a passage where it is none; one step."""
    with project.operation("Cite passage"):
        passage_id = mark_passage(project, stretch.document_id, stretch.span)
        return cite(project, row_id, column_id, passage_id, role)


def cite_all(
    project: Project, place: CellKey, evidence: Sequence[Evidence]
) -> list[CitationId]:
    """Cite several passages and places in one cell, each in its role; one step."""
    with project.operation("Cite passages") as edit:
        ids = [
            cite_place(project, *place, source, role)
            if isinstance(source, Stretch)
            else cite(project, *place, source, role)
            for source, role in evidence
        ]
        cited = counted("Cite", len(ids), "passage")
        edit.label = f"{cited} in {quoted_place(edit.tables.place(*place))}"
        return ids


def change_roles(project: Project, ids: Sequence[CitationId], role: Role) -> None:
    """Change what cited passages do for their cell."""
    with project.operation("Change role") as edit:
        places = edit.cells.of_citations(ids)
        edit.label = (
            f"{counted('Change role of', len(ids), 'citation')} to {role.value}"
        )
        edit.label += _where(edit, places.values())
        for citation_id in places:
            edit.cells.change_role(citation_id, role)
        for place in places.values() if role is Role.SUPPORTS else ():
            edit.cells.drop_absence(*place)
        keep_change(edit, places.values(), f"Role changed: {role.value}")


def remove_citations(project: Project, ids: Sequence[CitationId]) -> None:
    """Take citations out of their cells; the passages stay."""
    with project.operation(counted("Remove", len(ids), "citation")) as edit:
        places = edit.cells.of_citations(ids)
        edit.label += _where(edit, places.values())
        for citation_id in places:
            edit.cells.drop_citation(citation_id)
        keep_change(edit, places.values(), "Citation removed")


def still_hold(project: Project, ids: Sequence[CitationId]) -> None:
    """Let citations rest on what their passages say now.

    `InvalidValue` for one whose passage was removed or lost its place.
    """
    with project.operation(counted("Keep", len(ids), "citation")) as edit:
        places = edit.cells.of_citations(ids)
        edit.label += f"{_where(edit, places.values())}: still holds"
        for citation_id, place in places.items():
            cited = edit.cells.get(*place).citations
            found = next(it for it in cited if it.id == citation_id)
            _renew(edit, citation_id, found.passage_id)
        keep_change(edit, places.values(), "Evidence checked: still holds")


def rest_on(project: Project, citation_id: CitationId, passage_id: PassageId) -> None:
    """Let a citation rest on another passage, as where its own is gone."""
    with project.operation("Cite another passage") as edit:
        place = edit.cells.of_citations([citation_id])[citation_id]
        edit.label += _where(edit, [place])
        cited = edit.cells.get(*place).citations
        if any(it.passage_id == passage_id for it in cited if it.id != citation_id):
            raise InvalidValue("The cell cites that passage already; choose another.")
        _renew(edit, citation_id, passage_id)
        keep_change(edit, [place], "Evidence replaced")


def restore_cell(project: Project, change_id: CellChangeId) -> None:
    """Let a cell say and rest on what it did after a change of its history."""
    with project.operation("Restore cell") as edit:
        place = edit.cells.place_of_change(change_id)
        edit.label = f"Restore cell {quoted_place(edit.tables.place(*place))}"
        edit.cells.bring_back(change_id)
        keep_change(edit, [place], "Restored")


def keep_change(edit: Edit, places: Iterable[CellKey], label: str) -> None:
    """Add how cells are now to their histories; `label` says what was done."""
    now = _now()
    for place in dict.fromkeys(places):
        edit.cells.keep_change(place, label, edit.analyst, now)


def _renew(edit: Edit, citation_id: CitationId, passage_id: PassageId | None) -> None:
    passage = None if passage_id is None else edit.passages.get(passage_id)
    if passage is None or passage.anchor is AnchorState.ORPHANED:
        raise InvalidValue(
            "The cited words are gone, so they cannot hold; cite another passage or"
            " drop the citation."
        )
    edit.cells.renew(citation_id, passage)


def _now() -> datetime:
    return datetime.now(UTC)


def _where(edit: Edit, places: Iterable[CellKey]) -> str:
    """Return which cell a step is about; of several nothing is said."""
    distinct = set(places)
    if len(distinct) != 1:
        return ""
    return f" in {quoted_place(edit.tables.place(*distinct.pop()))}"

"""Builds the sample project from `corpus/`, as an analyst would have built it.

What is marked, noted and cited stands in `corpus/sample.toml`; nothing here but the
order of doing it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.errors import NotFound, WorkbenchError
from workbench.model.cells import AbsenceScope, Role
from workbench.model.ids import CaseId, ColumnId, DocumentId, PassageId, RowId, TagId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.model.tables import ColumnKind
from workbench.operations import (
    cells,
    documents,
    importing,
    notes,
    passages,
    tables,
    tags,
)
from workbench.operations.absences import record_absence
from workbench.operations.cases import add_documents, create_case, set_aliases
from workbench.project import Project

CATALOG = "catalog.toml"
SAMPLE = "sample.toml"


@dataclass(slots=True)
class _Built:
    """What is in the project by now, under the names that `sample.toml` uses."""

    documents: dict[str, DocumentId] = field(default_factory=dict)
    tags: dict[str, TagId] = field(default_factory=dict)
    passages: dict[str, PassageId] = field(default_factory=dict)


def build_sample(project: Project) -> None:
    """Fill a project with the sample corpus, its tags, passages, notes and table."""
    folder = corpus_folder()
    plan = _read_toml(folder / SAMPLE)
    built = _Built()
    _import_corpus(project, folder, built)
    _create_tags(project, plan["tags"], built)
    _mark_passages(project, plan["passages"], built)
    _write_notes(project, plan, built)
    _create_cases(project, plan["cases"], built)
    _fill_table(project, plan["table"], built)


def corpus_folder() -> Path:
    """Return the folder of the sample corpus, which stands beside the packages."""
    folder = Path(__file__).resolve().parents[2] / "corpus"
    if not (folder / CATALOG).is_file():
        raise NotFound(
            "The sample corpus is not part of this installation; "
            "start from a copy of the source to have it."
        )
    return folder


def find_quote(text: str, quote: str) -> Span:
    """Return where a quote stands in a text, which must be in one place only."""
    start = text.find(quote)
    if start < 0:
        raise NotFound(f"“{quote}” is not in the text; quote it as it stands there.")
    if text.find(quote, start + 1) >= 0:
        raise NotFound(f"“{quote}” is in the text more than once; quote more of it.")
    return Span(start, start + len(quote))


def _read_toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _import_corpus(project: Project, folder: Path, built: _Built) -> None:
    entries = _read_toml(folder / CATALOG)["document"]
    paths = [folder / entry["file"] for entry in entries]
    outcomes = importing.import_paths(project, paths)
    ids = {Path(outcome.path).name: outcome.document_id for outcome in outcomes}
    for entry in entries:
        document_id = ids[entry["file"]]
        if document_id is None:
            raise WorkbenchError(
                f"The sample corpus is damaged: {entry['file']} cannot be imported; "
                "get a fresh copy of the source."
            )
        documents.edit_document(
            project,
            document_id,
            title=entry["title"],
            date=entry["date"],
            source=entry["publisher"],
        )
        built.documents[Path(entry["file"]).stem] = document_id


def _create_tags(project: Project, plan: list[dict[str, Any]], built: _Built) -> None:
    for tag in plan:
        parent, _, name = tag["path"].rpartition("/")
        built.tags[tag["path"]] = tags.create_tag(
            project, name, built.tags[parent] if parent else None, tag["color"]
        )


def _mark_passages(
    project: Project, plan: dict[str, dict[str, Any]], built: _Built
) -> None:
    for key, passage in plan.items():
        document_id = built.documents[passage["document"]]
        text = project.documents.text(document_id)
        built.passages[key] = passages.mark_passage(
            project,
            document_id,
            find_quote(text, passage["quote"]),
            [built.tags[path] for path in passage["tags"]],
            passage.get("note", ""),
        )


def _write_notes(project: Project, plan: dict[str, Any], built: _Built) -> None:
    notes.write_note(project, NoteTarget(NoteOn.PROJECT), plan["project_note"])
    for note in plan["document_notes"]:
        document_id = built.documents[note["document"]]
        target = NoteTarget(NoteOn.DOCUMENT, document_id)
        notes.write_note(project, target, note["text"])
    for tag in plan["tags"]:
        if "note" in tag:
            target = NoteTarget(NoteOn.TAG, built.tags[tag["path"]])
            notes.write_note(project, target, tag["note"])


def _create_cases(project: Project, plan: list[dict[str, Any]], built: _Built) -> None:
    for case in plan:
        case_id = create_case(project, case["name"], case["kind"])
        set_aliases(project, case_id, case["aliases"])
        documents = [built.documents[stem] for stem in case["documents"]]
        add_documents(project, case_id, documents)


def _fill_table(project: Project, plan: dict[str, Any], built: _Built) -> None:
    table_id = tables.create_table(project, plan["name"])
    columns = {
        column["name"]: tables.add_column(
            project,
            table_id,
            column["name"],
            column["question"],
            ColumnKind(tag_id=built.tags.get(column.get("tag", ""))),
        )
        for column in plan["columns"]
    }
    for row in plan["rows"]:
        document_id, case_id = _described(project, row, built)
        row_id = tables.add_row(project, table_id, row["name"], document_id, case_id)
        for name, cell in row["cells"].items():
            cells.set_summary(project, row_id, columns[name], cell.get("summary", ""))
            _cite(project, row_id, columns[name], cell, built)
            if "absent" in cell:
                place = (row_id, columns[name])
                record_absence(project, *place, cell["absent"], AbsenceScope.ROW)


def _described(
    project: Project, row: dict[str, Any], built: _Built
) -> tuple[DocumentId | None, CaseId | None]:
    """Return the document or the case that a row describes."""
    if "case" in row:
        return None, create_case(project, row["case"])
    return built.documents[row["document"]], None


def _cite(
    project: Project,
    row_id: RowId,
    column_id: ColumnId,
    cell: dict[str, Any],
    built: _Built,
) -> None:
    for role in Role:
        for key in cell.get(role.value, ()):
            cells.cite(project, row_id, column_id, built.passages[key], role)

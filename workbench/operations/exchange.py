"""Give passages, notes and comparison tables out of the project as CSV.

Decides what a row says; `exporting` decides how it is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from workbench.exporting.csv_files import write_rows
from workbench.model.documents import Document
from workbench.model.ids import DocumentId, PassageId, TableId, TagId
from workbench.model.notes import Note, NoteOn
from workbench.model.passages import Passage
from workbench.model.tables import Cell, Citation
from workbench.project import ProjectView

CONTEXT = 80
"""Characters given before and after a quote."""

PASSAGE_COLUMNS = (
    "document",
    "title",
    "date",
    "source",
    "start",
    "end",
    "quote",
    "before",
    "after",
    "tag",
    "note",
    "analyst",
    "created",
    "anchor",
    "version",
    "sha256",
)
NOTE_COLUMNS = (
    "on",
    "target",
    "document",
    "start",
    "end",
    "quote",
    "note",
    "analyst",
    "created",
    "changed",
)


def export_passages(view: ProjectView, path: Path, *, raw: bool = False) -> int:
    """Write one row a passage and tag, in the order of the texts.

    A passage without tags has one row with an empty tag. Returns the rows written.
    """
    return write_rows(path, PASSAGE_COLUMNS, _passage_rows(view), raw=raw)


def export_notes(view: ProjectView, path: Path, *, raw: bool = False) -> int:
    """Write one row a note: the project's, then documents, passages and tags.

    Returns the rows written.
    """
    notes = sorted(view.notes.all(), key=_note_order)
    places = _Places(view)
    return write_rows(path, NOTE_COLUMNS, map(places.row, notes), raw=raw)


def export_table(
    view: ProjectView, table_id: TableId, path: Path, *, raw: bool = False
) -> int:
    """Write one row a row of the table, three columns for each question.

    They hold the summary, the cell's state, and its citations, one a line, as
    `[role] document start-end “quote”`. Returns the rows written.
    """
    table = view.tables.get(table_id)
    header = ["row"]
    for column in table.columns:
        header += [column.name, f"{column.name} state", f"{column.name} evidence"]
    names = {document.id: document.name for document in view.documents.all()}
    rows = (
        [row.name, *(part for cell in row.cells for part in _cell_parts(cell, names))]
        for row in table.rows
    )
    return write_rows(path, header, rows, raw=raw)


def _passage_rows(view: ProjectView) -> Iterator[tuple[object, ...]]:
    paths = {tag.id: tag.path for tag in view.tags.all()}
    marked = defaultdict(list)
    for passage in view.passages.all():
        marked[passage.document_id].append(passage)
    for document in sorted(view.documents.all(), key=lambda it: (it.name, it.id)):
        passages = sorted(marked[document.id], key=lambda it: (it.span, it.id))
        text = view.documents.text(document.id) if passages else ""
        for passage in passages:
            for tag in _tag_paths(passage, paths):
                yield _passage_row(document, passage, text, tag)


def _tag_paths(passage: Passage, paths: dict[TagId, str]) -> list[str]:
    return sorted(paths[tag_id] for tag_id in passage.tag_ids) or [""]


def _passage_row(
    document: Document, passage: Passage, text: str, tag: str
) -> tuple[object, ...]:
    start, end = passage.span.start, passage.span.end
    return (
        document.name,
        document.title,
        document.date,
        document.source,
        start,
        end,
        passage.quote,
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
        tag,
        passage.note,
        passage.analyst,
        _time(passage.created_at),
        passage.anchor.value,
        passage.version,
        document.sha256,
    )


def _note_order(note: Note) -> tuple[int, int]:
    return list(NoteOn).index(note.target.on), note.target.id or 0


class _Places:
    """Finds what notes are on, having read the names once."""

    def __init__(self, view: ProjectView) -> None:
        self._documents = {it.id: it.name for it in view.documents.all()}
        self._tags = {it.id: it.path for it in view.tags.all()}
        self._passages = {it.id: it for it in view.passages.all()}

    def row(self, note: Note) -> tuple[object, ...]:
        """Return the row of a note."""
        times = (_time(note.created_at), _time(note.changed_at))
        place = self._place(note)
        return (note.target.on.value, *place, note.text, note.analyst, *times)

    def _place(self, note: Note) -> tuple[object, ...]:
        """Return target, document, start, end and quote."""
        on, target_id = note.target.on, note.target.id
        if target_id is None:
            return ("", "", "", "", "")
        if on is NoteOn.TAG:
            return (self._tags[TagId(target_id)], "", "", "", "")
        if on is NoteOn.DOCUMENT:
            name = self._documents[DocumentId(target_id)]
            return (name, name, "", "", "")
        passage = self._passages[PassageId(target_id)]
        name = self._documents[passage.document_id]
        return (target_id, name, passage.span.start, passage.span.end, passage.quote)


def _cell_parts(cell: Cell, names: dict[DocumentId, str]) -> tuple[str, str, str]:
    evidence = "\n".join(_evidence(citation, names) for citation in cell.citations)
    return cell.summary, cell.state.value, evidence


def _evidence(citation: Citation, names: dict[DocumentId, str]) -> str:
    place = f"{names[citation.document_id]} {citation.start}-{citation.end}"
    return f"[{citation.role.value}] {place} “{citation.quote}”"


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")

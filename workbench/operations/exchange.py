"""Give passages and notes out of the project as CSV; tables are in `table_files`.

Decides what a row says; `exporting` decides how it is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from workbench.exporting.csv_files import write_into, write_rows
from workbench.exporting.provenance_files import provenance_lines
from workbench.exporting.whole_files import new_text_file
from workbench.model.attributes import Attribute, AttributeType, Subject
from workbench.model.ids import AttributeId, DocumentId, TagId
from workbench.model.notes import NoteOn, PlacedNote
from workbench.model.passages import Passage
from workbench.operations.page_labels import PageLabels
from workbench.operations.passage_provenance import provenance_of_passages
from workbench.operations.reported_places import CONTEXT, ReportedPlaces
from workbench.operations.vouching import vouched_path
from workbench.views import ProjectView

PASSAGE_COLUMNS = (
    "document",
    "title",
    "date",
    "source",
    "page",
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


def export_passages(
    view: ProjectView,
    path: Path,
    *,
    only: Collection[int] | None = None,
    raw: bool = False,
) -> int:
    """Write one row a passage and tag, in the order of the texts.

    A passage without tags has one row with an empty tag. Each attribute of documents
    has a column after all others. With `only`, just the passages of these ids. Beside
    the file lies its provenance. Returns the rows written.
    """
    attributes = view.attributes.all(Subject.DOCUMENT)
    header = [*PASSAGE_COLUMNS, *(it.name for it in attributes)]
    passages = list(_in_texts(view, only))

    def lines_of(digest: str) -> Iterator[str]:
        record = provenance_of_passages(view, passages, path.name, digest)
        return provenance_lines(record)

    with (
        vouched_path(path, lines_of) as export,
        new_text_file(export, "utf-8-sig") as file,
    ):
        rows = _passage_rows(view, attributes, passages)
        return write_into(file, header, rows, raw=raw)


def export_notes(
    view: ProjectView,
    path: Path,
    *,
    only: Collection[int] | None = None,
    raw: bool = False,
) -> int:
    """Write one row a note: the project's, then documents', passages', tags' and so on.

    With `only`, just the notes of these ids. Returns the rows written.
    """
    notes = sorted(view.notes.placed(only), key=_note_order)
    names = {it.id: it.name for it in view.documents.all()}
    rows = (_note_row(placed, names) for placed in notes)
    return write_rows(path, NOTE_COLUMNS, rows, raw=raw)


def _passage_rows(
    view: ProjectView,
    attributes: Sequence[Attribute],
    passages: Iterable[Passage],
) -> Iterator[tuple[object, ...]]:
    values = view.attributes.values(Subject.DOCUMENT)
    paths = {tag.id: tag.path for tag in view.tags.all()}
    rows = PassageRows(view)
    for passage in passages:
        described = _described(attributes, values.get(passage.document_id, {}))
        for tag in _tag_paths(passage, paths):
            yield (*rows.of(passage, tag), *described)


def _in_texts(view: ProjectView, only: Collection[int] | None) -> Iterator[Passage]:
    """Yield all passages, or those of these ids, by document and place."""
    marked = defaultdict(list)
    for passage in view.passages.all() if only is None else view.passages.some(only):
        marked[passage.document_id].append(passage)
    for document in sorted(view.documents.all(), key=lambda it: (it.name, it.id)):
        yield from sorted(marked[document.id], key=lambda it: (it.span, it.id))


def _described(
    attributes: Sequence[Attribute], values: Mapping[AttributeId, str]
) -> list[object]:
    """Return a document's values; numbers as such, so that they stay numbers."""
    return [
        Decimal(values[it.id])
        if it.type is AttributeType.NUMBER and it.id in values
        else values.get(it.id, "")
        for it in attributes
    ]


def _tag_paths(passage: Passage, paths: dict[TagId, str]) -> list[str]:
    return sorted(paths[tag_id] for tag_id in passage.tag_ids) or [""]


class PassageRows:
    """Says what `PASSAGE_COLUMNS` hold of passages; reads each version once."""

    def __init__(self, view: ProjectView) -> None:
        self._view = view
        self._documents = {it.id: it for it in view.documents.all()}
        self._places = ReportedPlaces(view)
        self._pages = PageLabels(view)

    def of(self, passage: Passage, tag: str) -> tuple[object, ...]:
        """Return the cells of a passage with a tag, by the version it stands in."""
        document = self._documents[passage.document_id]
        start, end = passage.span.start, passage.span.end
        text = self._view.documents.text(document.id, passage.version)
        return (
            document.name,
            document.title,
            document.date,
            document.source,
            self._pages.of(document.id, passage.span, passage.version),
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
            self._places.version(document.id, passage.version).sha256,
        )


def _note_order(placed: PlacedNote) -> tuple[int, int, int]:
    target = placed.note.target
    return list(NoteOn).index(target.on), target.id or 0, target.column_id or 0


def _note_row(
    placed: PlacedNote, names: Mapping[DocumentId, str]
) -> tuple[object, ...]:
    note, span = placed.note, placed.span
    return (
        note.target.on.value,
        _target_words(placed, names),
        "" if placed.document_id is None else names[placed.document_id],
        "" if span is None else span.start,
        "" if span is None else span.end,
        "" if span is None else placed.name,
        note.text,
        note.analyst,
        _time(note.created_at),
        _time(note.changed_at),
    )


def _target_words(placed: PlacedNote, names: Mapping[DocumentId, str]) -> object:
    """Return what names the target best: an entry of the journal has only its time."""
    target = placed.note.target
    if target.on is NoteOn.JOURNAL:
        return _time(placed.note.created_at)
    if target.on is NoteOn.PASSAGE:
        return target.id
    if target.on is NoteOn.DOCUMENT:
        return names[DocumentId(target.id or 0)]
    return placed.name


def _time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")

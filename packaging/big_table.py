"""Writes a comparison table as large as one may become, over documents of its own."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from big_project import write_files

from workbench.model.cells import Role
from workbench.model.ids import ColumnId, DocumentId, PassageId, RowId, TableId
from workbench.model.passages import Passage
from workbench.model.spans import Span
from workbench.model.tables import ColumnKind, ColumnType
from workbench.operations.importing import import_paths
from workbench.operations.tables import add_column, create_table
from workbench.project import Project
from workbench.text.selectors import describe

ROWS, COLUMNS, CITATIONS = 500, 30, 20_000
PASSAGES_EACH = 20
GROUPS = 8
KINDS = (
    ColumnKind(),
    ColumnKind(ColumnType.NUMBER),
    ColumnKind(),
    ColumnKind(ColumnType.DATE),
    ColumnKind(),
    ColumnKind(ColumnType.YES_NO),
)
SENTENCE = (
    "officials of both sides met and said that controls on exports remain in force "
    "while the working group reviews licensing thresholds for semiconductors, which "
    "industry calls unclear; a Deputy Assistant Secretary will lead the next round "
    "in Seoul (2024), at the level of directors general, under the agreement of May"
)
WORDS = SENTENCE.split()
LENGTHS = (3, 12, 25, 40, 60, 110)
"""Words of a paragraph, a few of them in bold."""


def make_table(project: Project, divisor: int = 1) -> TableId:
    """Write a table of 500 x 30 cells with 20,000 citations, or a part of it.

    Each row is a document with its passages; every cell of it cites one or two.
    """
    chance = random.Random(6)
    rows, columns = ROWS // divisor, max(4, COLUMNS // divisor)
    documents = _add_documents(project, rows, chance)
    with project.operation("Make table"):
        table_id = create_table(project, "A large table")
        columns_made = [
            add_column(project, table_id, f"Question {it + 1}", "What is said of it?",
                       KINDS[it % len(KINDS)])
            for it in range(columns)
        ]  # fmt: skip
        kept = CITATIONS * rows * columns // (ROWS * COLUMNS)
        _fill(project, table_id, documents, columns_made, kept, chance)
    return table_id


def _add_documents(
    project: Project, count: int, chance: random.Random
) -> list[DocumentId]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = write_files(Path(scratch) / "texts", count, chance)
        outcomes = import_paths(project, [folder])
    return [it.document_id for it in outcomes if it.document_id is not None]


def _fill(
    project: Project,
    table_id: TableId,
    documents: Sequence[DocumentId],
    columns: Sequence[ColumnId],
    citations: int,
    chance: random.Random,
) -> None:
    """Write every cell of a row for each document, and cite until none is left."""
    left = citations
    with project.operation("Fill table") as edit:
        for number, document_id in enumerate(documents):
            passages = _add_passages(project, document_id)
            name = f"Document {number + 1} of the large table"
            group = f"Group {number * GROUPS // len(documents) + 1}"
            row_id = edit.tables.add_row(table_id, name, document_id, None, group)
            for place, column_id in enumerate(columns):
                key = (row_id, column_id)
                edit.cells.set_summary(*key, _summary(place, chance))
                rest = (len(documents) - number) * len(columns) - place
                for passage in chance.sample(passages, -(-left // rest)):
                    _cite(project, key, passage, chance)
                    left -= 1


def _summary(column: int, chance: random.Random) -> str:
    match KINDS[column % len(KINDS)].type:
        case ColumnType.NUMBER:
            return str(chance.randrange(10_000))
        case ColumnType.DATE:
            return f"20{chance.randrange(10, 25)}-0{chance.randrange(1, 9)}"
        case ColumnType.YES_NO:
            return chance.choice(["yes", "no"])
        case _:
            kinds = (_paragraph, _list, _long)
            return chance.choices(kinds, weights=[18, 11, 1])[0](chance)


def _paragraph(chance: random.Random) -> str:
    start = chance.randrange(len(WORDS))
    turned = WORDS[start:] + WORDS[:start]
    words = [turned[it % len(WORDS)] for it in range(chance.choice(LENGTHS))]
    bold = chance.randrange(len(words))
    words[bold] = f"**{words[bold]}**"
    return " ".join(words)


def _list(chance: random.Random) -> str:
    items = range(chance.randrange(2, 7))
    mark = chance.choice(("- ", "{}. "))
    return "\n".join(mark.format(it + 1) + _paragraph(chance)[:90] for it in items)


def _long(chance: random.Random) -> str:
    return "\n\n".join(_paragraph(chance) for _ in range(4)) + "\n" + _list(chance)


def _add_passages(project: Project, document_id: DocumentId) -> list[Passage]:
    text, now = project.documents.text(document_id), datetime.now(UTC)
    step = len(text) // (PASSAGES_EACH + 1)
    with project.operation("Mark passages") as edit:
        ids: list[PassageId] = [
            edit.passages.add(
                document_id, 1, describe(text, Span(it * step, it * step + 60)),
                edit.analyst, now,
            )
            for it in range(PASSAGES_EACH)
        ]  # fmt: skip
        return [edit.passages.get(it) for it in ids]


def _cite(
    project: Project,
    key: tuple[RowId, ColumnId],
    passage: Passage,
    chance: random.Random,
) -> None:
    role = chance.choices(list(Role), weights=[90, 5, 5])[0]
    with project.operation("Cite") as edit:
        edit.cells.cite(key, passage, role, edit.analyst, datetime.now(UTC))

"""A project with one of everything, for another hand to meddle with."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from tests.paged_files import pdf_of
from workbench.model.aliases import AliasName
from workbench.model.attributes import AttributeType, Subject
from workbench.model.cells import Absence, AbsenceScope
from workbench.model.folders import FolderChoice
from workbench.model.ids import DocumentId, TagId
from workbench.model.links import LinkKind, Stretch
from workbench.model.matrices import MatrixDefinition, MatrixKind
from workbench.model.search import SearchOptions
from workbench.model.spans import Span
from workbench.model.tables import ColumnKind, ColumnType
from workbench.operations.aliases import add_group
from workbench.operations.attributes import create_attribute, set_values
from workbench.operations.bookmarks import add_bookmark
from workbench.operations.cells import cite_place
from workbench.operations.folders import look_through
from workbench.operations.importing import import_folder, import_paths
from workbench.operations.links import link_places
from workbench.operations.passages import mark_passage
from workbench.operations.saved_matrices import save_matrix
from workbench.operations.searches import discard_hits, remember_search, save_search
from workbench.operations.tables import add_case_row, add_column, create_table
from workbench.operations.versions import correct_text
from workbench.operations.zones import mark_zone
from workbench.project import Project

PAGED = DocumentId(2)
"""The report of two pages, which came in with its folder and was corrected."""


def _bring_in_pages(project: Project, folder: Path) -> None:
    folder.mkdir()
    report = pdf_of(["Ports are to open in May."], ["Herring was not discussed."])
    (folder / "report.pdf").write_bytes(report)
    choice = FolderChoice(str(folder), ("*.pdf",), ("drafts/",))
    import_folder(project, choice, look_through(project, choice).coming)
    correct_text(project, PAGED, Span(0, 5), "Harbors")


def study(closed: Path) -> None:
    """Put one of everything that has a place, a time or a value into a project."""
    memo = closed.parent.parent / "memo.txt"
    memo.write_text("The council met in Oslo.\n\nFerries run twice a day.\n")
    with Project.open(closed) as project:
        (outcome,) = import_paths(project, [memo])
        document_id = outcome.document_id
        assert document_id is not None
        mark_passage(project, document_id, Span(4, 11), note="why")
        _bring_in_pages(project, memo.parent / "papers")
        mark_zone(project, document_id, Span(26, 33))
        add_bookmark(project, document_id, Span(0, 24))
        kind = AttributeType.NUMBER
        size = create_attribute(project, Subject.DOCUMENT, "Size", kind)
        set_values(project, size, [document_id], "12")
        correct_text(project, document_id, Span(0, 3), "A certain")
        add_group(project, [AliasName("council"), AliasName("board")])
        save_search(project, "Board", "board", SearchOptions())
        answer = project.search("board")
        remember_search(project, "board", SearchOptions(), answer)
        place = (document_id, answer.hits[0].matches[0])
        discard_hits(project, answer.words, [place])
        ends = (Stretch(document_id, Span(0, 9)), Stretch(document_id, Span(10, 17)))
        link_places(project, *ends, LinkKind.UPDATES)
        table_id = create_table(project, "Bodies")
        choice = ColumnKind(ColumnType.CHOICE, ("often", "never"))
        column_id = add_column(project, table_id, "Meets", kind=choice)
        row_id = add_case_row(project, table_id, "Council")
        cite_place(project, row_id, column_id, Stretch(document_id, Span(0, 9)))
        case_id = project.cases.all()[0].id
        save_matrix(
            project, "Tags", MatrixDefinition(MatrixKind.CASE, tags=(TagId(1),))
        )
        with project.operation("Say what is absent and mentioned") as edit:
            now = datetime.now(UTC)
            edit.cases.add_mention(case_id, edit.passages.all()[0].id, "ana", now)
            absence = Absence("x", SearchOptions(), AbsenceScope.ALL, 1, "ana", now)
            edit.cells.set_absence((row_id, column_id), absence, "{}", "[]")
    with contextlib.closing(sqlite3.connect(closed)) as connection, connection:
        connection.execute(
            "insert into shared_statements values (1, 1, 0, 9, 1, 10, 17, 'altered', 1)"
        )
        connection.execute(
            "insert into absence_checks values (1, '', '[[1, 0, 9]]', '')"
        )

"""What a tab reads of a change is all of it: equal to reading the whole table."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from ui.tables.following import FollowedTable
from workbench.errors import NotFound, WorkbenchError
from workbench.model.cells import AbsenceScope, Role
from workbench.model.changes import Changes
from workbench.model.spans import Span
from workbench.operations import cells, tables
from workbench.operations.absences import record_absence
from workbench.operations.documents import remove_documents
from workbench.operations.importing import import_paths
from workbench.operations.passages import (
    mark_passage,
    move_passage,
    remove_passages,
)
from workbench.operations.table_rows import add_document_rows, move_row
from workbench.project import Project

TEXT = "The group met in May. Officials will lead the talks. Firms were not asked."
few = st.integers(min_value=0, max_value=3)


class Following(RuleBasedStateMachine):
    """Two tables over two documents; one of them is followed."""

    def __init__(self) -> None:
        super().__init__()
        self._scratch = tempfile.TemporaryDirectory()
        folder = Path(self._scratch.name)
        for name in ("a.txt", "b.txt"):
            (folder / name).write_text(f"{name} {TEXT}")
        self.project = Project.create(folder / "p.workbench", analyst="test")
        found = import_paths(self.project, [folder / "a.txt", folder / "b.txt"])
        self.documents = [it.document_id for it in found if it.document_id]
        self.ids = [tables.create_table(self.project, name) for name in ("A", "B")]
        for table_id in self.ids:
            tables.add_row(self.project, table_id, "first")
            tables.add_column(self.project, table_id, "level")
        self.followed = FollowedTable(self.project, self.ids[0])
        self.project.subscribe(self.follow)

    def follow(self, changes: Changes) -> None:
        with contextlib.suppress(NotFound):
            self.followed.follow(changes)

    def teardown(self) -> None:
        self.project.close()
        self._scratch.cleanup()

    def place(self, table: int, row: int, column: int) -> tuple:
        shown = self.project.tables.outline(self.ids[table % 2])
        rows, columns = shown.rows, shown.columns
        return rows[row % len(rows)].id, columns[column % len(columns)].id

    def passage(self, number: int) -> int | None:
        found = [
            passage.id
            for document_id in self.documents
            for passage in self.project.passages.of_document(document_id)
        ]
        return found[number % len(found)] if found else None

    @rule(table=few, row=few, column=few, text=st.sampled_from(["", "x", "yes"]))
    def write(self, table: int, row: int, column: int, text: str) -> None:
        cells.set_summary(self.project, *self.place(table, row, column), text)

    @rule(table=few, row=few, column=few, start=few, document=few)
    def cite(
        self, table: int, row: int, column: int, start: int, document: int
    ) -> None:
        if self.documents:
            document_id = self.documents[document % len(self.documents)]
            span = Span(start * 5, start * 5 + 9)
            passage = mark_passage(self.project, document_id, span)
            place = self.place(table, row, column)
            cells.cite(self.project, *place, passage, list(Role)[start % 3])

    @rule(number=few, role=st.sampled_from(list(Role)))
    def change_role(self, number: int, role: Role) -> None:
        if cited := self.cited():
            cells.change_roles(self.project, [cited[number % len(cited)]], role)

    @rule(number=few)
    def drop(self, number: int) -> None:
        if cited := self.cited():
            cells.remove_citations(self.project, [cited[number % len(cited)]])

    @rule(number=few, by=few)
    def move_passage(self, number: int, by: int) -> None:
        passage = self.passage(number)
        if passage is not None:
            with contextlib.suppress(WorkbenchError):
                move_passage(self.project, passage, Span(by + 1, by + 12))

    @rule(number=few)
    def remove_passage(self, number: int) -> None:
        passage = self.passage(number)
        if passage is not None:
            remove_passages(self.project, [passage])

    @rule(row=few, column=few, query=st.sampled_from(["zebra", "quagga"]))
    def note_absence(self, row: int, column: int, query: str) -> None:
        place = self.place(0, row, column)
        record_absence(self.project, *place, query, AbsenceScope.ALL)

    @rule(table=few)
    def add_documents(self, table: int) -> None:
        add_document_rows(self.project, self.ids[table % 2], self.documents)

    @rule(name=st.sampled_from(["aim", "start", "end"]))
    def add_column(self, name: str) -> None:
        with contextlib.suppress(WorkbenchError):
            tables.add_column(self.project, self.ids[0], name)

    @rule(row=few)
    def remove_row(self, row: int) -> None:
        rows = self.project.tables.outline(self.ids[0]).rows
        if len(rows) > 1:
            tables.remove_rows(self.project, [rows[row % len(rows)].id])

    @rule(column=few)
    def remove_column(self, column: int) -> None:
        columns = self.project.tables.columns(self.ids[0])
        if len(columns) > 1:
            chosen = columns[column % len(columns)].id
            tables.remove_columns(self.project, [chosen])

    @rule(row=few, below=few, group=st.sampled_from(["", "North"]))
    def move_row(self, row: int, below: int, group: str) -> None:
        rows = self.project.tables.outline(self.ids[0]).rows
        chosen, other = rows[row % len(rows)].id, rows[below % len(rows)].id
        move_row(self.project, self.ids[0], chosen, other, group)

    @rule(document=few)
    def remove_document(self, document: int) -> None:
        if len(self.documents) > 1:
            gone = self.documents.pop(document % len(self.documents))
            remove_documents(self.project, [gone])

    @rule()
    def undo(self) -> None:
        with contextlib.suppress(WorkbenchError):
            self.project.undo()
        while not self.is_complete():
            self.project.redo()
        self.documents = self.project.documents.ids()

    @rule()
    def redo(self) -> None:
        with contextlib.suppress(WorkbenchError):
            self.project.redo()
        self.documents = self.project.documents.ids()

    @invariant()
    def shows_what_is_there(self) -> None:
        assert self.followed.table == self.project.tables.get(self.ids[0])

    def is_complete(self) -> bool:
        there = {it for it, _name in self.project.tables.all()}
        outlines = [self.project.tables.outline(it) for it in self.ids if it in there]
        return len(there) == 2 and all(it.rows and it.columns for it in outlines)

    def cited(self) -> list[int]:
        table = self.project.tables.get(self.ids[0])
        return [it.id for row in table.rows for c in row.cells for it in c.citations]


Following.TestCase.settings = settings(
    max_examples=20,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestFollowing = Following.TestCase

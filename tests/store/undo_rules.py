"""What the undo machine does besides marking and tagging: tables, cases, matrices."""

from __future__ import annotations

import contextlib
from abc import abstractmethod

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from workbench.errors import InvalidValue
from workbench.model.cells import AbsenceScope, CellKey, Role
from workbench.model.links import Stretch
from workbench.model.matrices import MatrixDefinition, MatrixKind, MatrixOrder
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.table_copies import TableCopy
from workbench.model.tables import ColumnKind, ColumnType, ComparisonTable
from workbench.operations import (
    absences,
    cases,
    cells,
    mentions,
    notes,
    saved_matrices,
    tables,
)
from workbench.operations.finding_places import places_in
from workbench.operations.row_documents import row_with_cells, scope_documents
from workbench.operations.table_copies import (
    create_from_template,
    duplicate_table,
    templates,
)
from workbench.project import Project

PICK = st.integers(0, 2**20)


class Rules(RuleBasedStateMachine):
    """What rules need of the machine they are part of."""

    project: Project
    names = 0

    @abstractmethod
    def settle(self) -> None:
        """Remember the state when the history says that something was done."""

    def new_name(self) -> str:
        self.names += 1
        return f"name {self.names}"


class TableRules(Rules):
    """Makes tables, changes their rows and columns, and removes them."""

    def a_table(self, pick: int) -> ComparisonTable | None:
        made = self.project.tables.all()
        return self.project.tables.get(made[pick % len(made)][0]) if made else None

    def a_cell(self, pick: int) -> CellKey | None:
        table = self.a_table(pick)
        if table is None or not table.rows or not table.columns:
            return None
        row = table.rows[pick // 2 % len(table.rows)]
        return row.id, table.columns[pick // 3 % len(table.columns)].id

    @rule(pick=PICK)
    def fill_table(self, pick: int) -> None:
        project = self.project
        table_id = tables.create_table(project, self.new_name())
        self.settle()
        row_id = tables.add_row(project, table_id, "row")
        self.settle()
        column_id = tables.add_column(project, table_id, "column")
        self.settle()
        cells.set_summary(project, row_id, column_id, "summary")
        self.settle()
        for passage in project.passages.all()[:2]:
            cells.cite(project, row_id, column_id, passage.id, Role.CONTRADICTS)
            self.settle()

    @rule(pick=PICK, what=st.integers(0, 3))
    def copy_table(self, pick: int, what: int) -> None:
        table, name = self.a_table(pick), self.new_name()
        if what == 0 or table is None:
            known = templates()
            create_from_template(self.project, name, known[pick % len(known)])
        else:
            duplicate_table(self.project, table.id, name, list(TableCopy)[what - 1])
        self.settle()

    @rule(pick=PICK, what=st.integers(0, 6))
    def change_rows(self, pick: int, what: int) -> None:
        project, table = self.project, self.a_table(pick)
        if table is None:
            return
        chosen = [it.id for it in table.rows][pick % 3 :: 2]
        case = next(iter(project.cases.all()), None)
        document = next(iter(project.documents.all()), None)
        [
            lambda: tables.add_row(project, table.id, self.new_name(), group="new"),
            lambda: tables.add_case_row(project, table.id, self.new_name()),
            lambda: tables.group_rows(project, chosen, f"group {pick % 2}"),
            lambda: tables.hide_rows(project, chosen, is_hidden=pick % 2 == 0),
            lambda: tables.arrange_rows(project, table.id, chosen[::-1]),
            lambda: tables.remove_rows(project, chosen),
            lambda: [
                tables.describe_row(
                    project, it, document and document.id, case and case.id
                )
                for it in chosen[:1]
            ],
        ][what]()
        self.settle()

    @rule(pick=PICK, what=st.integers(0, 5))
    def change_columns(self, pick: int, what: int) -> None:
        project, table = self.project, self.a_table(pick)
        if table is None:
            return
        chosen = [it.id for it in table.columns][pick % 3 :: 2]
        tag = next(iter(project.tags.all()), None)
        kind = ColumnKind(list(ColumnType)[pick % 6], ("a", "b"), tag and tag.id)
        [
            lambda: tables.add_column(project, table.id, self.new_name(), kind=kind),
            lambda: [
                tables.edit_column(project, it, name=self.new_name(), kind=kind)
                for it in chosen[:1]
            ],
            lambda: tables.hide_columns(project, chosen, is_hidden=pick % 2 == 0),
            lambda: tables.arrange_columns(project, table.id, chosen[::-1]),
            lambda: tables.remove_columns(project, chosen),
            lambda: tables.rename_table(project, table.id, self.new_name()),
        ][what]()
        self.settle()

    @rule(pick=PICK, what=st.integers(0, 6))
    def check_evidence(self, pick: int, what: int) -> None:
        project, place = self.project, self.a_cell(pick)
        marked = project.passages.all()
        if place is None or not marked:
            return
        passage = marked[pick % len(marked)]
        ids = [it.id for it in project.cells.get(*place).citations]
        lines = project.cells.changes(*place)
        stretch = Stretch(passage.document_id, passage.span)
        with contextlib.suppress(InvalidValue):
            if what == 0:
                cells.still_hold(project, ids)
            elif what == 1 and ids:
                cells.rest_on(project, ids[0], passage.id)
            elif what == 2:
                cells.change_roles(project, ids, list(Role)[pick % 3])
            elif what == 3:
                cells.remove_citations(project, ids[:1])
            elif what == 4 and lines:
                cells.restore_cell(project, lines[pick % len(lines)].id)
            elif what == 5:
                cells.cite_all(project, place, [(stretch, list(Role)[pick % 3])])
            else:
                cells.set_summary(project, *place, f"**text** {pick % 3}")
        self.settle()

    @rule(
        pick=PICK,
        query=st.sampled_from(["zebra", "words", "name", '"xyz"', "tag:a may"]),
        scope=st.sampled_from(AbsenceScope),
        is_dropped=st.booleans(),
    )
    def note_absence(
        self, pick: int, query: str, scope: AbsenceScope, is_dropped: bool
    ) -> None:
        place = self.a_cell(pick)
        if place is None:
            return
        with contextlib.suppress(InvalidValue):
            if is_dropped:
                absences.drop_absence(self.project, *place)
            else:
                absences.record_absence(self.project, *place, query, scope)
        self.settle()

    @rule(pick=PICK, what=st.integers(0, 3), kind=st.sampled_from(MatrixKind))
    def keep_matrices(self, pick: int, what: int, kind: MatrixKind) -> None:
        project, saved = self.project, self.project.matrices.saved()
        orders = list(MatrixOrder)
        definition = MatrixDefinition(kind, order=orders[pick % 2], words=pick % 9)
        if what == 0 or not saved:
            saved_matrices.save_matrix(project, self.new_name(), definition)
        else:
            own = saved[pick % len(saved)].id
            [
                lambda: saved_matrices.rename_matrix(project, own, self.new_name()),
                lambda: saved_matrices.change_matrix(project, own, definition),
                lambda: saved_matrices.remove_matrix(project, own),
            ][what - 1]()
        self.settle()

    def check_absences(self) -> None:
        """What absences find after a check is what their queries find."""
        absences.recheck_absences(self.project)
        with self.project.reader() as view:
            for kept in view.absences.kept():
                row = row_with_cells(view, kept.cell[0])
                documents = scope_documents(view, kept.scope, row)
                found = [*places_in(view, kept.query, kept.options, documents)]
                assert bool(kept.found) == bool(found), kept


class CaseRules(Rules):
    """Describes cases, and decides on where texts mention them."""

    @rule(pick=PICK, what=st.integers(0, 7), name=st.sampled_from(["May", "sides"]))
    def describe_case(self, pick: int, what: int, name: str) -> None:
        project, known = self.project, self.project.cases.all()
        documents = project.documents.ids()[pick % 2 :]
        if what == 0 or not known:
            cases.create_case(project, f"{name} {pick % 2 or ''}", "body")
            self.settle()
            return
        own = known[pick % len(known)].id
        target = NoteTarget(NoteOn.CASE, own)
        with contextlib.suppress(InvalidValue):
            [
                lambda: cases.rename_case(project, own, f"{name} {pick % 3}"),
                lambda: cases.set_kind(project, [own], f"kind {pick % 3}"),
                lambda: cases.set_aliases(project, own, [name, f"N{pick % 7}"]),
                lambda: cases.set_aliases(project, own, []),
                lambda: cases.add_documents(project, own, documents),
                lambda: cases.remove_documents(project, own, documents),
                lambda: notes.write_note(project, target, f"note {pick % 2}"),
            ][what - 1]()
        self.settle()

    @rule(pick=PICK, what=st.integers(0, 4))
    def decide_on_mentions(self, pick: int, what: int) -> None:
        project, known = self.project, self.project.cases.all()
        if not known:
            return
        own = known[pick % len(known)].id
        with project.reader() as view:
            found = mentions.mentions_of(view, own)
        places = [Stretch(it.document_id, it.span) for it in found.possible]
        passages = [it.id for it in project.passages.all()][pick % 3 :: 2]
        refused = [it.discard_id for it in found.refused if it.discard_id]
        [
            lambda: mentions.confirm_mentions(project, own, places[pick % 3 :]),
            lambda: mentions.refuse_mentions(project, own, places[: pick % 3]),
            lambda: mentions.add_mentions(project, own, passages),
            lambda: mentions.remove_mentions(project, own, passages),
            lambda: mentions.reconsider_mentions(project, own, refused[: pick % 3]),
        ][what]()
        self.settle()

    @rule(pick=PICK)
    def remove_case(self, pick: int) -> None:
        if known := self.project.cases.all():
            cases.remove_cases(self.project, [known[pick % len(known)].id])
        self.settle()

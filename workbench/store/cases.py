"""Cases, and the documents and passages that are about them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from workbench.errors import NotFound
from workbench.model.cases import Case
from workbench.model.ids import (
    AliasGroupId,
    CaseId,
    DocumentId,
    PassageId,
    RowId,
    TableId,
)

_SELECT = "select id, name, kind, alias_group_id from cases"
_REFUSED = "case:"


def refused_under(case_id: CaseId) -> str:
    """Return the words under which discarded hits are refused mentions of a case.

    Hardly a query reads as these words.
    """
    return f"{_REFUSED}{case_id}"


class CaseStore:
    """Reads and writes cases on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def all(self) -> list[Case]:
        """Return all cases by name."""
        rows = self._run(f"{_SELECT} order by name collate nocase")
        return [_case(*row) for row in rows]

    def some(self, ids: Iterable[int]) -> list[Case]:
        """Return those of these cases that are there, by name."""
        wanted = set(ids)
        return [it for it in self.all() if it.id in wanted]

    def get(self, case_id: CaseId) -> Case:
        """Return one case; `NotFound` when it is not there."""
        row = self._run(f"{_SELECT} where id = ?", [case_id]).fetchone()
        if row is None:
            raise NotFound("That case is not in this project any more.")
        return _case(*row)

    def rows(self) -> dict[CaseId, list[str]]:
        """Return the rows that describe each case, as `table › row`."""
        rows: dict[CaseId, list[str]] = defaultdict(list)
        for case_id, table, row in self._run(
            "select case_id, comparison_tables.name, table_rows.name from table_rows"
            " join comparison_tables on comparison_tables.id = table_id"
            " where case_id is not null order by table_id, table_rows.position"
        ):
            rows[CaseId(case_id)].append(f"{table} › {row}")
        return dict(rows)

    def row_places(self, case_id: CaseId) -> list[tuple[TableId, RowId, str]]:
        """Return the rows that describe a case: table, row, and both in words."""
        rows = self._run(
            "select table_id, table_rows.id,"
            " comparison_tables.name || ' › ' || table_rows.name from table_rows"
            " join comparison_tables on comparison_tables.id = table_id"
            " where case_id = ? order by table_id, table_rows.position",
            [case_id],
        )
        return [(TableId(table), RowId(row), words) for table, row, words in rows]

    def find(self, wanted: str) -> Case:
        """Return the case with this id or name; `NotFound` otherwise."""
        found = [it for it in self.all() if str(it.id) == wanted]
        case = found[0] if found else self.named(" ".join(wanted.split()))
        if case is None:
            raise NotFound(f"No case is called “{wanted}”.")
        return case

    def named(self, name: str) -> Case | None:
        """Return the case of this name, in any case, if there is one."""
        wanted = name.casefold()
        return next((it for it in self.all() if it.name.casefold() == wanted), None)

    def documents(self, case_id: CaseId) -> list[DocumentId]:
        """Return the documents that were put into a case, in the order they were."""
        rows = self._run(
            "select document_id from case_documents where case_id = ? order by id",
            [case_id],
        )
        return [DocumentId(own) for (own,) in rows]

    def mentions(self, case_id: CaseId) -> list[PassageId]:
        """Return the passages confirmed to mention a case, by document and place."""
        rows = self._run(
            "select passage_id from mentions"
            " join passages on passages.id = passage_id where case_id = ?"
            ' order by document_id, "start", passage_id',
            [case_id],
        )
        return [PassageId(own) for (own,) in rows]

    def mentioned_by(self, passage_id: PassageId) -> list[Case]:
        """Return the cases that a passage was confirmed to mention, by name."""
        rows = self._run(
            f"{_SELECT} where id in (select case_id from mentions"
            " where passage_id = ?) order by name collate nocase",
            [passage_id],
        )
        return [_case(*row) for row in rows]

    def counts(self) -> dict[CaseId, tuple[int, int]]:
        """Return how many documents and how many mentions each case has.

        A document that only mentions a case counts too. What has neither is left out.
        """
        rows = self._run(
            "select case_id, count(distinct document_id), sum(is_mention) from ("
            " select case_id, document_id, 0 as is_mention from case_documents"
            " union all select case_id, document_id, 1 from mentions"
            " join passages on passages.id = passage_id) group by case_id"
        )
        return {CaseId(own): (documents, mentions) for own, documents, mentions in rows}

    def gathered(self) -> dict[CaseId, set[DocumentId]]:
        """Return the documents of each case: put into it, or mentioning it."""
        gathered: dict[CaseId, set[DocumentId]] = defaultdict(set)
        for case_id, document_id in self._run(
            "select case_id, document_id from case_documents"
            " union select case_id, document_id from mentions"
            " join passages on passages.id = passage_id"
        ):
            gathered[CaseId(case_id)].add(DocumentId(document_id))
        return dict(gathered)

    def containing(self, document_id: DocumentId) -> list[Case]:
        """Return the cases that a document was put into, by name."""
        rows = self._run(
            f"{_SELECT} where id in (select case_id from case_documents"
            " where document_id = ?) order by name collate nocase",
            [document_id],
        )
        return [_case(*row) for row in rows]

    def add(self, name: str, kind: str = "") -> CaseId:
        """Add a case."""
        done = self._run("insert into cases (name, kind) values (?, ?)", [name, kind])
        return CaseId(done.lastrowid or 0)

    def rename(self, case_id: CaseId, name: str) -> None:
        """Give a case another name."""
        self._run("update cases set name = ? where id = ?", [name, case_id])

    def set_kind(self, case_id: CaseId, kind: str) -> None:
        """Say what kind of thing a case is."""
        self._run("update cases set kind = ? where id = ?", [kind, case_id])

    def set_aliases(self, case_id: CaseId, group_id: AliasGroupId | None) -> None:
        """Let the names of a group of the register be a case's aliases."""
        self._run(
            "update cases set alias_group_id = ? where id = ?", [group_id, case_id]
        )

    def add_document(self, case_id: CaseId, document_id: DocumentId) -> None:
        """Put a document into a case, if it is not there yet."""
        self._run(
            "insert or ignore into case_documents (case_id, document_id) values (?, ?)",
            [case_id, document_id],
        )

    def remove_document(self, case_id: CaseId, document_id: DocumentId) -> None:
        """Take a document out of a case; what was confirmed in it stays."""
        self._run(
            "delete from case_documents where case_id = ? and document_id = ?",
            [case_id, document_id],
        )

    def add_mention(
        self, case_id: CaseId, passage_id: PassageId, analyst: str, at: datetime
    ) -> None:
        """Confirm that a passage mentions a case; once is enough."""
        self._run(
            "insert or ignore into mentions (case_id, passage_id, analyst, created_at)"
            " values (?, ?, ?, ?)",
            [case_id, passage_id, analyst, at.isoformat()],
        )

    def remove_mention(self, case_id: CaseId, passage_id: PassageId) -> None:
        """Take back that a passage mentions a case; the passage stays."""
        self._run(
            "delete from mentions where case_id = ? and passage_id = ?",
            [case_id, passage_id],
        )

    def forget_removed(self) -> None:
        """Drop what was refused to mention cases that are not there any more."""
        self._run(
            "delete from discarded_hits where words glob ? || '[0-9]*'"
            " and words not in (select ? || id from cases)",
            [_REFUSED, _REFUSED],
        )

    def remove(self, case_id: CaseId) -> None:
        """Remove a case with its values and note; rows of tables lose sight of it."""
        self._run("delete from cases where id = ?", [case_id])


def _case(
    case_id: int, name: str, kind: str, alias_group_id: AliasGroupId | None
) -> Case:
    return Case(CaseId(case_id), name, kind, alias_group_id)

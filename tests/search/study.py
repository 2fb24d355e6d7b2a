"""A corpus with an analyst's work in it: attributes, notes, cases, file types."""

from __future__ import annotations

import datetime as dt

from tests.search.corpus import Corpus
from workbench.search.searcher import Searcher

TODAY = dt.date(2022, 11, 8)
_AT = "2022-11-08T12:00:00"


class Study(Corpus):
    """A corpus in which today is always the same day."""

    def __init__(self) -> None:
        super().__init__()
        self.searcher = Searcher(self.connection, self, lambda: TODAY)

    def file(self, document_id: int, path: str) -> None:
        """Let a document have been imported from a file."""
        self.connection.execute(
            "update versions set path = ? where document_id = ?", (path, document_id)
        )

    def attribute(self, name: str, kind: str = "text") -> None:
        self.connection.execute(
            "insert into attributes (subject, name, type, position)"
            " values ('document', ?, ?, 1)",
            (name, kind),
        )

    def describe(self, document_id: int, name: str, value: str) -> None:
        self.connection.execute(
            "insert into attribute_values (attribute_id, document_id, value)"
            " select id, ?, ? from attributes where name = ?",
            (document_id, value, name),
        )

    def note(self, on: str, thing_id: int, text: str) -> None:
        self.connection.execute(
            f"insert into notes ({on}_id, text, analyst, created_at, changed_at)"
            " values (?, ?, '', ?, ?)",
            (thing_id, text, _AT, _AT),
        )

    def case(self, name: str, documents: list[int], passages: list[int]) -> None:
        """Add a case with a row for each document, and a cell that cites passages."""
        run = self.connection.execute
        case_id = run("insert into cases (name) values (?)", (name,)).lastrowid
        table_id = run(
            "insert into comparison_tables (name) values (?)", (name,)
        ).lastrowid
        column_id = run(
            "insert into table_columns (table_id, name, position) values (?, 'Aim', 1)",
            (table_id,),
        ).lastrowid
        for number, document_id in enumerate([None, *documents]):
            row_id = run(
                "insert into table_rows"
                " (table_id, name, document_id, case_id, position)"
                " values (?, ?, ?, ?, ?)",
                (table_id, str(number), document_id, case_id, number),
            ).lastrowid
            cell_id = run(
                "insert into cells (row_id, column_id) values (?, ?)",
                (row_id, column_id),
            ).lastrowid
            run(
                "insert into citations (cell_id, passage_id, document_id, role,"
                ' version, "start", "end", quote, prefix, suffix, analyst, created_at)'
                " select ?, id, document_id, 'supports',"
                ' version, "start", "end", quote, prefix, suffix, analyst, created_at'
                " from passages where id in (select value from json_each(?))",
                (cell_id, str(passages)),
            )

    def undated(self, query: str) -> list[int]:
        """Return the ids of the documents that a query names as undated."""
        return [int(it.document_id) for it in self.searcher.search(query).undated]

"""The bin: what was removed, kept in the steps that removed it.

A step's log holds every row that went with a removal, so the bin only needs to know
which step it was. Such a step is kept for as long as it is in the bin.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Any

from workbench.errors import NotFound
from workbench.model.bin import BinContents, BinEntry
from workbench.model.ids import BinEntryId
from workbench.store.migrations import RECORDED_TABLES

Place = tuple[str, int]
Row = dict[str, Any]

_OPTIONAL = {
    ("table_rows", "document_id"),
    ("table_rows", "case_id"),
    ("table_columns", "tag_id"),
    ("cases", "alias_group_id"),
    ("citations", "passage_id"),
    ("citations", "document_id"),
}
"""What a row of a table can be without, as a tag can be without a parent."""

_SELECT = """
select bin_entries.id, table_name, row_id, name, time, analyst, step_id
from bin_entries join steps on steps.id = step_id
"""


class BinStore:
    """Reads the bin on one connection, and puts back what is in it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._keys_of: dict[str, list[tuple[str, str]]] = {}

    def all(self) -> list[BinEntry]:
        """Return what can come back, what was removed last first."""
        newest: dict[Place, BinEntry] = {}
        rows = self._run(f"{_SELECT} where is_undone = 0 order by step_id desc, name")
        for entry_id, table, row_id, name, time, analyst, _ in rows.fetchall():
            if (table, row_id) not in newest and not self._is_there(table, row_id):
                newest[table, row_id] = BinEntry(
                    BinEntryId(entry_id), table, row_id, name,
                    datetime.fromisoformat(time), analyst,
                )  # fmt: skip
        return list(newest.values())

    def size(self, entry_id: BinEntryId) -> int:
        """Return how many rows are kept for an entry, and for what went beside it."""
        row = self._run(
            "select count(*) from step_changes"
            " where step_id = (select step_id from bin_entries where id = ?)",
            [entry_id],
        )
        return int(row.fetchone()[0])

    def contents(self, entry_id: BinEntryId) -> BinContents:
        """Return what would come back with an entry."""
        place, rows, _ = self._kept(entry_id)
        branch = self._branch(place, rows)
        counts = Counter(table for table, _ in branch)
        counts[place[0]] -= 1
        passages = sorted(
            (row["start"], row["quote"])
            for (table, _), row in branch.items()
            if table == "passages"
        )
        return BinContents(
            {table: count for table, count in counts.items() if count},
            tuple(quote for _, quote in passages),
            rows[place].get("text", "") if place[0] == "notes" else "",
        )

    def restore(self, entry_id: BinEntryId) -> tuple[dict[str, list[int]], int]:
        """Put an entry back with all that went with it.

        Returns the ids of the rows by table, and how many rows could not come back
        because what they belong to is gone.
        """
        place, rows, cleared = self._kept(entry_id)
        branch = self._branch(place, rows)
        self._run("pragma defer_foreign_keys = on")
        whole = len(branch)
        self._drop_homeless(place, branch)
        restored: dict[str, list[int]] = defaultdict(list)
        for table in RECORDED_TABLES:
            for (its, row_id), row in sorted(branch.items(), key=lambda it: it[0][1]):
                if its == table and self._put_back(table, row):
                    restored[table].append(row_id)
        self._tie_again(cleared, set(branch))
        return dict(restored), whole - sum(map(len, restored.values()))

    def empty(self) -> None:
        """Lose every entry and every step.

        Steps may hold what is lost, and undoing a restoring one would lose it unseen.
        """
        self._run("pragma secure_delete = on")
        self._run("delete from steps")

    def _is_there(self, table: str, row_id: int) -> bool:
        row = self._run(f"select 1 from {_checked(table)} where id = ?", [row_id])
        return row.fetchone() is not None

    def _kept(
        self, entry_id: BinEntryId
    ) -> tuple[Place, dict[Place, Row], dict[Place, Row]]:
        """Return an entry's place, the rows its step removed, and those it changed."""
        found = self._run(f"{_SELECT} where bin_entries.id = ?", [entry_id]).fetchone()
        if found is None:
            raise NotFound("That is not in the bin any more.")
        removed: dict[Place, Row] = {}
        changed: dict[Place, Row] = {}
        columns = {table: self._columns(table) for table in RECORDED_TABLES}
        logged = self._run(
            "select * from step_changes where step_id = ? order by id", [found[6]]
        )
        for _, _, table, kind, row_id, *values in logged:
            row = dict(zip(columns[table], values, strict=False))
            if kind == "delete":
                removed[table, row_id] = row | changed.pop((table, row_id), {})
            elif kind == "update":
                changed.setdefault((table, row_id), row)
        return (found[1], found[2]), removed, changed

    def _branch(self, place: Place, rows: Mapping[Place, Row]) -> dict[Place, Row]:
        """Return a row and all that hang on it, however far down."""
        children = defaultdict(list)
        for own, row in rows.items():
            for parent in self._parents(own[0], row):
                children[parent].append(own)
        branch: dict[Place, Row] = {}
        waiting = [place]
        while waiting:
            own = waiting.pop()
            if own in rows and own not in branch:
                branch[own] = rows[own]
                waiting += children[own]
        return branch

    def _parents(self, table: str, row: Row) -> Iterator[Place]:
        for column, parent in self._keys(table):
            if row[column] is not None:
                yield parent, row[column]

    def _drop_homeless(self, root: Place, branch: dict[Place, Row]) -> None:
        """Take out rows whose parents are gone.

        The root itself may stand without, where that makes sense of it; otherwise
        `NotFound` says what has to come back first.
        """
        self._let_go(branch)
        for column, parent in self._keys(root[0]):
            row_id = branch[root][column]
            if row_id is None or self._is_there(parent, row_id):
                continue
            if parent != root[0]:
                raise NotFound(
                    f"What it belongs to is gone as well ({parent.replace('_', ' ')});"
                    " restore that first."
                )
            branch[root][column] = None
        is_settled = False
        while not is_settled:
            homeless = [
                own
                for own, row in branch.items()
                if any(
                    parent not in branch and not self._is_there(*parent)
                    for parent in self._parents(own[0], row)
                )
            ]
            for own in homeless:
                del branch[own]
            is_settled = not homeless

    def _let_go(self, branch: dict[Place, Row]) -> None:
        """Let rows do without what is gone, where they can."""
        for (table, _), row in branch.items():
            for column, parent in self._keys(table):
                own = (parent, row[column])
                if (table, column) in _OPTIONAL and row[column] is not None:
                    is_left = own in branch or self._is_there(*own)
                    row[column] = row[column] if is_left else None

    def _put_back(self, table: str, row: Row) -> bool:
        if table == "passage_places":
            row = row | {"id": None}  # another place may have it by now
        if table == "tags" and row["pin"] is not None:
            taken = self._run("select 1 from tags where pin = ?", [row["pin"]])
            row = row | {"pin": None} if taken.fetchone() else row
        names = ", ".join(f'"{column}"' for column in row)
        marks = ", ".join("?" for _ in row)
        sql = f"insert or ignore into {table} ({names}) values ({marks})"
        done = self._run(sql, list(row.values()))
        # A name that another group got meanwhile stays there: it is no name otherwise.
        if not done.rowcount and row.get("name") and table != "aliases":
            row = row | {"name": self._free_name(table, row)}
            done = self._run(sql, list(row.values()))
        return done.rowcount == 1

    def _free_name(self, table: str, row: Row) -> str:
        taken = {name for (name,) in self._run(f"select name from {table}")}
        name = f"{row['name']} (restored)"
        while name in taken:
            name += "+"
        return name

    def _tie_again(
        self, changed: Mapping[Place, Row], restored: AbstractSet[Place]
    ) -> None:
        """Point rows again to what they lost sight of when it was removed."""
        for (table, row_id), row in changed.items():
            for column, parent in self._keys(table):
                if (parent, row[column]) in restored:
                    self._run(
                        f"update or ignore {table} set {column} = ?"
                        f" where id = ? and {column} is null",
                        [row[column], row_id],
                    )

    def _columns(self, table: str) -> list[str]:
        return [row[1] for row in self._run(f"pragma table_info({table})")]

    def _keys(self, table: str) -> list[tuple[str, str]]:
        """Return a table's columns that point to rows, and the tables of those."""
        if table not in self._keys_of:
            rows = self._run(f"pragma foreign_key_list({table})")
            self._keys_of[table] = [(row[3], row[2]) for row in rows]
        return self._keys_of[table]


def _checked(table: str) -> str:
    if table not in RECORDED_TABLES:
        raise ValueError(table)
    return table

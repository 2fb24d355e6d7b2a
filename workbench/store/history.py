"""What changed, in what order: the source of undo, redo and change notices.

Temporary triggers log every row an operation inserts, updates or deletes, with the
row as it was. The log is kept in the project file as a step. Undo walks a step
backwards; the triggers log that walk too, which makes the redo.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from workbench.errors import ChangedElsewhere, NothingToUndo
from workbench.model.bin import Removed
from workbench.model.changes import Step
from workbench.model.ids import StepId
from workbench.store.migrations import HISTORY_SLOTS, RECORDED_TABLES

KEPT_STEPS = 1000
MERGE_WITHIN = timedelta(minutes=10)

_OF_VALUES = ("attributes", "attribute_values")
_SLOTS = [f"c{number}" for number in range(HISTORY_SLOTS)]
_LAST_DONE = (
    "select id, label from steps where is_undone = 0 and is_past = 0"
    " order by id desc limit 1"
)
_FIRST_UNDONE = "select id, label from steps where is_undone = 1 order by id limit 1"
_LOG_COLUMNS = ", ".join(["table_name", "kind", "row_id", *_SLOTS])


class RowChange(NamedTuple):
    """One row that was inserted, updated or deleted, with its old values.

    A tuple, since an import makes many thousands of them.
    """

    table: str
    kind: str
    row_id: int
    old: tuple[Any, ...]


Follow = Callable[[Sequence[RowChange]], None]


def touched(changes: Sequence[RowChange]) -> dict[str, frozenset[int]]:
    """Return the ids of the changed rows by table."""
    ids: dict[str, set[int]] = {}
    for change in changes:
        ids.setdefault(change.table, set()).add(change.row_id)
    return {table: frozenset(rows) for table, rows in ids.items()}


class StepStore:
    """Reads the history on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def steps(self) -> list[Step]:
        """Return the steps, oldest first; those taken back come last."""
        rows = self._run(
            "select id, label, time, analyst, is_undone from steps"
            " where is_past = 0 order by id"
        )
        return [
            Step(StepId(it), label, datetime.fromisoformat(time), analyst, bool(undone))
            for it, label, time, analyst, undone in rows
        ]

    def rows_until(self, step_id: int) -> int:
        """Return how many rows change until a step is the newest in force."""
        row = self._run(
            "select count(*) from step_changes join steps on steps.id = step_id"
            " where is_past = 0 and iif((select is_undone from steps where id = ?1),"
            " is_undone = 1 and step_id <= ?1, is_undone = 0 and step_id > ?1)",
            [step_id],
        ).fetchone()
        return int(row[0])

    def rows_to_turn(self, *, back: bool) -> int:
        """Return how many rows the next undo changes, or the next redo."""
        step = self._run(_LAST_DONE if back else _FIRST_UNDONE).fetchone()
        row = self._run(
            "select count(*) from step_changes where step_id = ?",
            [step[0] if step else None],
        ).fetchone()
        return int(row[0])

    @property
    def undo_label(self) -> str | None:
        """The label of the step that undo would take back."""
        row = self._run(_LAST_DONE).fetchone()
        return row[1] if row else None

    @property
    def redo_label(self) -> str | None:
        """The label of the step that redo would do again."""
        row = self._run(_FIRST_UNDONE).fetchone()
        return row[1] if row else None


class Recorder:
    """Records operations on the writing connection and takes them back."""

    def __init__(self, connection: sqlite3.Connection, follow: Follow) -> None:
        self._run = connection.execute
        self._follow = follow
        self._columns = {
            table: [f'"{row[1]}"' for row in self._run(f"pragma table_info({table})")]
            for table in RECORDED_TABLES
        }
        connection.create_function("row_digest", -1, _digest, deterministic=True)
        self._install_log()

    def record(
        self,
        label: str,
        analyst: str,
        merge_key: str = "",
        *,
        is_series: bool = False,
        removed: Sequence[Removed] = (),
    ) -> dict[str, frozenset[int]]:
        """Keep what was logged as a step; return the ids of the rows by table.

        A part of a series joins its step whatever came in between, unless it rests on
        that: then the series goes on as another step. What was `removed` goes into the
        bin, which keeps the step for as long as it is there.
        """
        changes = self._take()
        if not changes:
            return {}
        self._follow(changes)
        self._run("delete from steps where is_undone = 1")
        found = self._step_of(merge_key) if is_series else None
        if found and self._rests_on_later(found, touched(changes)):
            found = None
        found = found or self._step_to_merge(merge_key)
        step_id = found or self._new_step(label, analyst)
        now = datetime.now(UTC).isoformat()
        self._run(
            "update steps set label = ?, time = ?, merge_key = ? where id = ?",
            [label, now, merge_key, step_id],
        )
        self._keep(step_id, touched(changes))
        for one in removed:
            self._run(
                "insert into bin_entries (step_id, table_name, row_id, name)"
                " values (?, ?, ?, ?)",
                [step_id, one.table, one.row_id, one.name],
            )
        return self._announced(changes)

    def forget(self) -> None:
        """Forget what was changed and is not to be a part of the next step."""
        self._run("delete from row_log")

    def undo(self) -> tuple[str, dict[str, frozenset[int]]]:
        """Take the last step back; return its label and the ids of the rows."""
        return self._turn(_LAST_DONE, "There is nothing to undo.")

    def redo(self) -> tuple[str, dict[str, frozenset[int]]]:
        """Do the last step taken back again."""
        return self._turn(_FIRST_UNDONE, "There is nothing to redo.")

    def _turn(self, query: str, nothing: str) -> tuple[str, dict[str, frozenset[int]]]:
        step = self._run(query).fetchone()
        if step is None:
            raise NothingToUndo(nothing)
        step_id, label = step
        self._run("pragma defer_foreign_keys = on")
        expected = self._check_untouched(step_id, label)
        for change in reversed(self._changes_of("step_changes", step_id)):
            self._restore(change, label)
        changes = self._take()
        if touched(changes) != expected:
            raise _changed_elsewhere(label)
        self._follow(changes)
        self._run("delete from step_changes where step_id = ?", [step_id])
        self._run("delete from step_rows where step_id = ?", [step_id])
        self._keep(step_id, expected)
        self._run("update steps set is_undone = 1 - is_undone where id = ?", [step_id])
        return label, self._announced(changes)

    def walk_to(
        self, step_id: int
    ) -> tuple[str, bool, dict[str, frozenset[int]]] | None:
        """Undo or redo until a step is the newest in force.

        Returns its label, whether steps were undone, and the ids of all rows; None
        where nothing was to do.
        """
        row = self._run(
            "select label, is_undone from steps where id = ?", [step_id]
        ).fetchone()
        if row is None:
            raise NothingToUndo("That step is not in the history any more.")
        label, is_ahead = row
        ids: dict[str, frozenset[int]] = {}
        turns = self._turns_to(step_id, is_ahead=bool(is_ahead))
        for _ in range(turns):
            _, rows = self.redo() if is_ahead else self.undo()
            for table, changed in rows.items():
                ids[table] = ids.get(table, frozenset()) | changed
        return (label, not is_ahead, ids) if turns else None

    def _turns_to(self, step_id: int, *, is_ahead: bool) -> int:
        condition = (
            "is_undone = 1 and id <= ?" if is_ahead else "is_undone = 0 and id > ?"
        )
        row = self._run(
            f"select count(*) from steps where is_past = 0 and {condition}", [step_id]
        ).fetchone()
        return int(row[0])

    def _announced(self, changes: Sequence[RowChange]) -> dict[str, frozenset[int]]:
        """Return the ids by table, and the passages whose taggings are among them."""
        ids = touched(changes)
        if "taggings" in ids:
            rows = self._run(
                "select passage_id from taggings"
                " where id in (select value from json_each(?))",
                [json.dumps(list(ids["taggings"]))],
            )
            old = (
                it.old[1] for it in changes if it.table == "taggings" and any(it.old)
            )
            ids["tagged_passages"] = frozenset([*old, *(row[0] for row in rows)])
        return ids

    def _install_log(self) -> None:
        self._run(f"create temp table row_log (id integer primary key, {_LOG_COLUMNS})")
        for table, columns in self._columns.items():
            into = ", ".join(_SLOTS[: len(columns)])
            old = ", ".join(f"old.{column}" for column in columns)
            self._log_event(table, "insert", "table_name, kind, row_id", "new.id")
            for event in ("update", "delete"):
                self._log_event(
                    table, event, f"table_name, kind, row_id, {into}", f"old.id, {old}"
                )

    def _log_event(self, table: str, event: str, into: str, values: str) -> None:
        self._run(
            f"create temp trigger log_{table}_{event} after {event} on main.{table}"
            f" begin insert into row_log ({into})"
            f" values ('{table}', '{event}', {values}); end"
        )

    def _take(self) -> list[RowChange]:
        return self._changes_of("row_log", None)

    def _changes_of(self, log: str, step_id: int | None) -> list[RowChange]:
        where, values = (
            ("", []) if step_id is None else ("where step_id = ?", [step_id])
        )
        rows = self._run(
            f"select {_LOG_COLUMNS} from {log} {where} order by id", values
        )
        widths = {table: len(columns) for table, columns in self._columns.items()}
        return [
            RowChange(table, kind, row_id, tuple(old[: widths[table]]))
            for table, kind, row_id, *old in rows
        ]

    def _keep(self, step_id: int, ids: dict[str, frozenset[int]]) -> None:
        self._run(
            f"insert into step_changes (step_id, {_LOG_COLUMNS})"
            f" select ?, {_LOG_COLUMNS} from row_log order by id",
            [step_id],
        )
        for table in ids:
            columns = ", ".join(f"it.{column}" for column in self._columns[table])
            self._run(
                "insert or replace into step_rows"
                " select ?, ?, log.row_id,"
                f" iif(it.id is null, null, row_digest({columns}))"
                " from (select distinct row_id from row_log where table_name = ?) log"
                f" left join {table} it on it.id = log.row_id",
                [step_id, table, table],
            )
        self._run("delete from row_log")

    def _check_untouched(self, step_id: int, label: str) -> dict[str, frozenset[int]]:
        """Refuse when a row is not what the step left; return the rows' ids."""
        ids = {}
        tables = self._run(
            "select distinct table_name from step_rows where step_id = ?", [step_id]
        ).fetchall()
        for (table,) in tables:
            columns = ", ".join(f"it.{column}" for column in self._columns[table])
            rows = self._run(
                "select kept.row_id, kept.digest is"
                f" iif(it.id is null, null, row_digest({columns}))"
                f" from step_rows kept left join {table} it on it.id = kept.row_id"
                " where kept.step_id = ? and kept.table_name = ?",
                [step_id, table],
            ).fetchall()
            if not all(same for _, same in rows):
                raise _changed_elsewhere(label)
            ids[table] = frozenset(row_id for row_id, _ in rows)
        return ids

    def _restore(self, change: RowChange, label: str) -> None:
        table, columns = change.table, self._columns[change.table]
        if change.kind == "insert":
            done = self._run(f"delete from {table} where id = ?", [change.row_id])
        elif change.kind == "delete":
            names, marks = ", ".join(columns), ", ".join("?" for _ in columns)
            done = self._run(
                f"insert into {table} ({names}) values ({marks})", change.old
            )
        else:
            assignments = ", ".join(f"{column} = ?" for column in columns)
            done = self._run(
                f"update {table} set {assignments} where id = ?",
                [*change.old, change.row_id],
            )
        if done.rowcount != 1:
            raise _changed_elsewhere(label)

    def is_next_to_undo(self, merge_key: str) -> bool:
        """Tell whether undo would take back the step with this key."""
        last = self._run(_LAST_DONE).fetchone()
        return last is not None and last[0] == self._step_of(merge_key)

    def _step_of(self, merge_key: str) -> int | None:
        row = self._run(
            "select id from steps where merge_key = ? order by id desc limit 1",
            [merge_key],
        ).fetchone()
        return int(row[0]) if row else None

    def _rests_on_later(self, step_id: int, ids: dict[str, frozenset[int]]) -> bool:
        """Tell whether rows need attributes that a step after this one touched.

        Of what a series adds, only values point to what others may make meanwhile.
        """
        row = self._run(
            "select 1 from step_rows where step_id > ? and table_name = 'attributes'"
            " and row_id in (select value from json_each(?) union"
            " select attribute_id from attribute_values"
            " where id in (select value from json_each(?))) limit 1",
            [step_id, *(json.dumps([*ids.get(it, ())]) for it in _OF_VALUES)],
        ).fetchone()
        return row is not None

    def _step_to_merge(self, merge_key: str) -> int | None:
        """Return the last step when it wrote the same thing a short while ago."""
        last = self._run(
            "select id, merge_key, time from steps order by id desc limit 1"
        ).fetchone()
        if not merge_key or last is None or last[1] != merge_key:
            return None
        age = datetime.now(UTC) - datetime.fromisoformat(last[2])
        return int(last[0]) if age < MERGE_WITHIN else None

    def _new_step(self, label: str, analyst: str) -> int:
        done = self._run(
            "insert into steps (label, time, analyst) values (?, '', ?)",
            [label, analyst],
        )
        self._run(
            "update steps set is_past = 1 where id <= ? and is_past = 0",
            [(done.lastrowid or 0) - KEPT_STEPS],
        )
        self._run(
            "delete from steps where is_past = 1"
            " and id not in (select step_id from bin_entries)"
        )
        return int(done.lastrowid or 0)


def _changed_elsewhere(label: str) -> ChangedElsewhere:
    return ChangedElsewhere(
        f"“{label}” cannot be taken back or done again: another program changed the"
        " same rows since. Nothing was changed."
    )


def _digest(*values: Any) -> bytes:
    # Quotes and lengths keep neighbors apart, so that no two rows look the same. Long
    # values are digested as they are: to quote a whole text takes longer than that.
    row, long = list(values), []
    for at, value in enumerate(values):
        if isinstance(value, str) and len(value) > 500:
            row[at] = "str", len(value)
            long.append(value.encode("utf-8", "surrogatepass"))
        elif isinstance(value, bytes):
            row[at] = "bytes", len(value)
            long.append(value)
    digest = hashlib.blake2b(repr(row).encode(), digest_size=16)
    for content in long:
        digest.update(content)
    return digest.digest()

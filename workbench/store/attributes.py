"""Attributes of documents and cases, and their values."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from workbench.errors import NotFound
from workbench.model.attributes import Attribute, AttributeType, Subject, Value
from workbench.model.ids import AttributeId
from workbench.store.choices import pack_choices, unpack_choices

_SELECT = "select id, subject, name, type, choices from attributes"
_ORDER = "order by subject desc, position, id"
_VALUES = """
select attribute_values.id, attribute_id, coalesce(document_id, case_id), value
from attribute_values
"""


class AttributeStore:
    """Reads and writes attributes on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def all(self, subject: Subject | None = None) -> list[Attribute]:
        """Return the attributes in their order; those of documents come first."""
        rows = self._run(
            f"{_SELECT} where coalesce(?, subject) = subject {_ORDER}", [subject]
        )
        return [_attribute(row) for row in rows]

    def get(self, attribute_id: AttributeId) -> Attribute:
        """Return one attribute; `NotFound` when it is not there."""
        row = self._run(f"{_SELECT} where id = ?", [attribute_id]).fetchone()
        if row is None:
            raise NotFound("That attribute is not in this project any more.")
        return _attribute(row)

    def named(self, subject: Subject, name: str) -> Attribute | None:
        """Return the attribute of this name, in any case, if there is one."""
        wanted = " ".join(name.split()).casefold()
        found = (it for it in self.all(subject) if it.name.casefold() == wanted)
        return next(found, None)

    def counts(self) -> dict[AttributeId, int]:
        """Return how many values each attribute has; those with none are left out."""
        rows = self._run(
            "select attribute_id, count(*) from attribute_values group by 1"
        )
        return dict(rows.fetchall())

    def values(self, subject: Subject) -> dict[int, dict[AttributeId, str]]:
        """Return the values of all documents or cases; who has none is left out."""
        values: dict[int, dict[AttributeId, str]] = defaultdict(dict)
        for value in self.values_of(subject):
            values[value.subject_id][value.attribute_id] = value.text
        return dict(values)

    def values_of(self, subject: Subject) -> list[Value]:
        """Return the values of all documents or cases, with the ids of their rows."""
        column = _column(subject)
        rows = self._run(f"{_VALUES} where {column} is not null order by {column}, id")
        return [Value(*row) for row in rows]

    def some_values(self, ids: Iterable[int], subject: Subject) -> list[Value]:
        """Return those of these values that are there and of documents, or of cases."""
        rows = self._run(
            f"{_VALUES} where {_column(subject)} is not null"
            " and attribute_values.id in (select value from json_each(?))",
            [json.dumps(list(ids))],
        )
        return [Value(*row) for row in rows]

    def values_under(self, attribute_id: AttributeId) -> list[Value]:
        """Return all values of one attribute, in the order they were first set."""
        rows = self._run(
            f"{_VALUES} where attribute_id = ? order by id", [attribute_id]
        )
        return [Value(*row) for row in rows]

    def add(
        self, subject: Subject, name: str, kind: AttributeType, choices: Sequence[str]
    ) -> AttributeId:
        """Add an attribute after the others of its subject."""
        done = self._run(
            "insert into attributes (subject, name, type, choices, position) values"
            " (?, ?, ?, ?, (select coalesce(max(position), 0) + 1 from attributes))",
            [subject, name, kind, pack_choices(choices)],
        )
        return AttributeId(done.lastrowid or 0)

    def rename(self, attribute_id: AttributeId, name: str) -> None:
        """Give an attribute another name."""
        self._run("update attributes set name = ? where id = ?", [name, attribute_id])

    def retype(
        self, attribute_id: AttributeId, kind: AttributeType, choices: Sequence[str]
    ) -> None:
        """Set an attribute's type and choices; its values are left as they are."""
        written = pack_choices(choices)
        self._run(
            "update attributes set type = ?, choices = ? where id = ?"
            " and (type, choices) is not (?, ?)",
            [kind, written, attribute_id, kind, written],
        )

    def place(self, ids: Sequence[AttributeId]) -> None:
        """Let attributes come in this order."""
        for position, attribute_id in enumerate(ids, 1):
            self._run(
                "update attributes set position = ? where id = ? and position <> ?",
                [position, attribute_id, position],
            )

    def remove(self, attribute_id: AttributeId) -> None:
        """Remove an attribute with all its values."""
        self._run("delete from attributes where id = ?", [attribute_id])

    def set_value(self, attribute: Attribute, subject_id: int, text: str) -> bool:
        """Set a value, which an empty text removes; tell whether that changed it."""
        column = _column(attribute.subject)
        if not text:
            done = self._run(
                f"delete from attribute_values where attribute_id = ? and {column} = ?",
                [attribute.id, subject_id],
            )
        else:
            done = self._run(
                f"insert into attribute_values (attribute_id, {column}, value)"
                f" values (?, ?, ?) on conflict (attribute_id, {column})"
                " do update set value = excluded.value where value <> excluded.value",
                [attribute.id, subject_id, text],
            )
        return done.rowcount > 0

    def change_values(self, attribute_id: AttributeId, old: str, new: str) -> None:
        """Let every value that was `old` be `new`, or be gone if that is empty."""
        where = "where attribute_id = ? and value = ?"
        if new:
            self._run(
                f"update attribute_values set value = ? {where}",
                [new, attribute_id, old],
            )
        else:
            self._run(f"delete from attribute_values {where}", [attribute_id, old])


def _column(subject: Subject) -> str:
    return "document_id" if subject is Subject.DOCUMENT else "case_id"


def _attribute(row: Sequence[Any]) -> Attribute:
    attribute_id, subject, name, kind, choices = row
    return Attribute(
        AttributeId(attribute_id),
        Subject(subject),
        name,
        AttributeType(kind),
        unpack_choices(choices),
    )

"""Conditions on what is known of a document: title, source, type, attributes."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Final

from workbench.model.search import Unread
from workbench.search.conditions.asked import Asked, chosen, listing, plain, shown
from workbench.search.conditions.dating import DATE_HELP, Period, read_dates, read_range
from workbench.search.tree import Filter

_PHRASES: Final = {"title": "with {} in the title", "source": "with {} as source"}
_SAME_TYPES: Final = {"htm": "html", "markdown": "md", "text": "txt"}
_NUMBER_HELP = "write a number, >10, <10 or [10 to 20]"


class Fields:
    """Resolves conditions on documents and their attributes, over one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def titled(self, asked: Asked) -> Filter:
        """Return the documents with the words as title or source."""
        label = _PHRASES[asked.field].format(shown(asked))
        return listing(label, chosen(asked, self.column(asked.field)))

    def named(self, asked: Asked) -> Filter:
        """Return the documents with this id or name, or else with this in the name."""
        wanted = plain(asked.typed)
        names = [
            (document_id, plain(name))
            for document_id, name in self._run("select id, name from documents")
        ]
        ids = [it for it, name in names if wanted in (str(it), name)]
        ids = ids or [it for it, name in names if wanted in name]
        return listing(f"the document {shown(asked)}", ids)

    def dated(self, asked: Asked, today: dt.date) -> Filter | Unread:
        """Return the documents of a period; those without a date are not of any."""
        period = _period(asked, today)
        if period is None:
            return Unread(f"date:{shown(asked)} ({DATE_HELP})")
        rows = self.column("date")
        ids = frozenset(it for it, date in rows if period.holds(date))
        return Filter(f"dated {period.label}", ids)

    def undated(self) -> frozenset[int]:
        """Return the documents without a date."""
        rows = self._run("select id from documents where date = ''")
        return frozenset(row[0] for row in rows)

    def typed(self, asked: Asked) -> Filter:
        """Return the documents of a type: the attribute of that name, or the file's."""
        wanted = _SAME_TYPES.get(plain(asked.typed))
        ids = chosen(asked, self.types())
        ids |= {it for it, ending in self._file_types() if ending == wanted}
        return listing(f"of type {shown(asked)}", ids)

    def column(self, name: str) -> list[tuple[int, str]]:
        """Return each document with its title, source or date."""
        return self._run(f"select id, {name} from documents").fetchall()

    def values(self, field: str) -> list[tuple[int, str]]:
        """Return each document with its value of an attribute, if there is any."""
        attribute = self._attribute(field)
        return self._values(attribute[0]) if attribute else []

    def types(self) -> list[tuple[int, str]]:
        """Return each document with the ending of its file, and with its type."""
        return [*self.values("type"), *self._file_types()]

    def _file_types(self) -> Iterator[tuple[int, str]]:
        rows = self._run(
            "select documents.id, path from documents join versions on"
            " versions.document_id = documents.id and number = documents.version"
        )
        for document_id, path in rows:
            _, dot, ending = path.casefold().rpartition(".")
            yield document_id, _SAME_TYPES.get(ending, ending) if dot else ""

    def attributes(self) -> list[str]:
        """Return the names of the attributes of documents."""
        rows = self._run(
            "select name from attributes where subject = 'document' order by id"
        )
        return [row[0] for row in rows]

    def described(self, asked: Asked, today: dt.date) -> Filter | Unread:
        """Return the documents whose attribute of this name has this value."""
        attribute = self._attribute(asked.field)
        if attribute is None:
            name = asked.field.capitalize()
            label = f"{name} {shown(asked)} (documents have no attribute “{name}”)"
            return Filter(label, frozenset())
        attribute_id, name, kind = attribute
        rows = self._values(attribute_id)
        if kind == "date":
            return _in_period(name, asked, rows, today)
        if kind == "number":
            return _in_size(name, asked, rows)
        return listing(f"with {shown(asked)} as {name}", chosen(asked, rows))

    def _attribute(self, field: str) -> tuple[int, str, str] | None:
        rows = self._run(
            "select id, name, type from attributes where subject = 'document'"
        )
        return next((row for row in rows if field_of(row[1]) == field), None)

    def _values(self, attribute_id: int) -> list[tuple[int, str]]:
        return self._run(
            "select document_id, value from attribute_values where attribute_id = ?",
            (attribute_id,),
        ).fetchall()


def field_of(name: str) -> str:
    """Return what an attribute is called before a colon: without spaces."""
    return "_".join(name.casefold().split())


def _period(asked: Asked, today: dt.date) -> Period | None:
    if asked.bounds is not None:
        return read_range(asked.bounds, today)
    return read_dates(asked.typed, today)


def _in_period(
    name: str, asked: Asked, rows: Iterable[tuple[int, str]], today: dt.date
) -> Filter | Unread:
    period = _period(asked, today)
    if period is None:
        help_there = DATE_HELP.replace("date:", f"{asked.field}:")
        return Unread(f"{asked.field}:{shown(asked)} ({help_there})")
    ids = (it for it, date in rows if period.holds(date))
    return listing(f"with {name} {period.label}", ids)


def _in_size(
    name: str, asked: Asked, rows: Iterable[tuple[int, str]]
) -> Filter | Unread:
    tests = _number_tests(asked)
    if tests is None:
        return Unread(f"{asked.field}:{shown(asked)} ({_NUMBER_HELP})")
    ids = (it for it, value in rows if all(_fits(Decimal(value), *t) for t in tests))
    return listing(f"with {shown(asked)} as {name}", ids)


def _number_tests(asked: Asked) -> list[tuple[str, Decimal]] | None:
    if asked.bounds is None:
        relations = (">=", "<=", ">", "<")
        relation = next((it for it in relations if asked.typed.startswith(it)), "")
        sides = [(relation, asked.typed[len(relation) :])]
    else:
        least = ">" if asked.bounds.is_open_start else ">="
        most = "<" if asked.bounds.is_open_end else "<="
        both = ((least, asked.bounds.start), (most, asked.bounds.end))
        sides = [side for side in both if side[1]]
    try:
        tests = [(relation, Decimal(typed.strip())) for relation, typed in sides]
    except InvalidOperation:
        return None
    return tests if tests and all(it.is_finite() for _, it in tests) else None


def _fits(value: Decimal, relation: str, limit: Decimal) -> bool:
    return {
        "": value == limit,
        ">": value > limit,
        ">=": value >= limit,
        "<": value < limit,
        "<=": value <= limit,
    }[relation]

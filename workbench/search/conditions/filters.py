"""Conditions on documents, `field:value`, resolved to document ids at once.

Words in texts are not looked at here.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from workbench.model.search import Unread
from workbench.search.conditions.asked import Asked
from workbench.search.conditions.fields import Fields, field_of
from workbench.search.conditions.places import Places
from workbench.search.tree import Filter

Today = Callable[[], dt.date]

FIELDS: Final = (
    "title", "source", "author", "type", "date", "doc", "tag", "note", "case", "has",
    "is",
)  # fmt: skip

VALUED: Final = {"title", "source", "author", "type", "date", "tag", "case"}


class Filters:
    """Resolves conditions over one connection; days are counted from `today`."""

    def __init__(
        self, connection: sqlite3.Connection, today: Today = dt.date.today
    ) -> None:
        self.fields = Fields(connection)
        self.places = Places(connection)
        self._today = today

    def names(self) -> tuple[str, ...]:
        """Return what can stand before a colon in this project, in small letters."""
        described = map(field_of, self.fields.attributes())
        return tuple(dict.fromkeys((*FIELDS, *described)))

    def resolve(self, asked: Asked) -> Filter | Unread:
        """Return the documents that a condition holds for, or why it says nothing."""
        if asked.bounds is None and not asked.typed.strip("\"' "):
            return Unread(f"{asked.field}: without a value")
        found = self._resolve(asked)
        return replace(found, about=asked.field) if isinstance(found, Filter) else found

    def values(self, field: str, document_id: int) -> str:
        """Say what a document has where a condition looks; empty if that is unknown."""
        own = [it for other, it in self._valued(field) if other == document_id and it]
        if own:
            return f"its {field} is {', '.join(f'“{value}”' for value in own)}"
        return f"it has no {field}" if self._knows(field) else ""

    def _knows(self, field: str) -> bool:
        return field in VALUED or field not in FIELDS

    def _valued(self, field: str) -> Iterable[tuple[int, str]]:
        if field in {"title", "source", "date"}:
            return self.fields.column(field)
        known = {
            "type": self.fields.types,
            "tag": self.places.tags,
            "case": self.places.cases,
        }
        if field in known:
            return known[field]()
        return self.fields.values(field) if self._knows(field) else []

    def _resolve(self, asked: Asked) -> Filter | Unread:
        if asked.field == "date":
            return self.fields.dated(asked, self._today())
        if asked.field not in FIELDS or asked.field == "author":
            return self.fields.described(asked, self._today())
        if asked.bounds is not None:
            return Unread(f"{asked.typed} (ranges are for dates and numbers)")
        return self._plain[asked.field](asked)

    @property
    def _plain(self) -> dict[str, Callable[[Asked], Filter | Unread]]:
        return {
            "title": self.fields.titled,
            "source": self.fields.titled,
            "type": self.fields.typed,
            "doc": self.fields.named,
            "tag": self.places.tagged,
            "note": self.places.noted,
            "case": self.places.of_case,
            "has": self.places.having,
            "is": self.places.being,
        }

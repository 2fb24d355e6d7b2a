"""Conditions on documents: `title:`, `tag:`, `date:`, `source:` and `doc:`.

Each is resolved to document ids at once; words in texts are not looked at here.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

from workbench.model.spans import Span
from workbench.search.matching import stands_in
from workbench.search.tree import Filter, Term

DATE_HELP = "write date:2022, date:2022-05, date:>2010 or date:[2007 to 2023]"

_DATE = re.compile(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?")
_RELATIONS = {"": "in", ">": "after", "<": "before", ">=": "from", "<=": "until"}
# A document that only says 2007 stands at the beginning of 2007.
_DAY = "substr(date || substr('0000-01-01', length(date) + 1), 1, 10)"
_LAST = "-99"  # sorts behind every month and day


class Filters:
    """Resolves conditions over one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def titled(self, term: Term) -> Filter:
        """Return the documents whose title has the word or phrase."""
        return self._having("title", term, f"with {_quoted(term)} in the title")

    def sourced(self, term: Term) -> Filter:
        """Return the documents whose source has the word or phrase."""
        return self._having("source", term, f"with {_quoted(term)} as source")

    def named(self, name: str) -> Filter:
        """Return the documents with this id, or this in their name."""
        wanted = _plain(name)
        rows = self._connection.execute("select id, name from documents")
        ids = [row[0] for row in rows if wanted in (str(row[0]), _plain(row[1]))] or [
            row[0]
            for row in self._connection.execute("select id, name from documents")
            if wanted in _plain(row[1])
        ]
        return Filter(f"the document “{name}”", frozenset(ids))

    def dated(self, text: str) -> Filter | None:
        """Return the documents of a date, or after or before it; None for no date."""
        relation = text[:2] if text[:2] in _RELATIONS else text[:1]
        relation = relation if relation in _RELATIONS else ""
        date = _iso(text[len(relation) :])
        if date is None:
            return None
        condition, value = {
            "": ("substr(date, 1, length(?1)) = ?1", date),
            ">": (f"{_DAY} > ?1", date + _LAST),
            ">=": (f"{_DAY} >= ?1", date),
            "<": (f"{_DAY} < ?1", date),
            "<=": (f"{_DAY} <= ?1", date + _LAST),
        }[relation]
        label = f"dated {_RELATIONS[relation]} {date}"
        return Filter(label, self._where(f"date <> '' and {condition}", (value,)))

    def dated_between(
        self, start: str, end: str, *, open_start: bool, open_end: bool
    ) -> Filter | None:
        """Return the documents of a range of dates; an empty end has no bound."""
        bounds = []
        if start:
            bounds.append(self.dated((">" if open_start else ">=") + start))
        if end:
            bounds.append(self.dated(("<" if open_end else "<=") + end))
        found = [bound for bound in bounds if bound is not None]
        if not found or len(found) < len(bounds):
            return None
        labels = " and ".join(bound.label.removeprefix("dated ") for bound in found)
        ids = frozenset.intersection(*(bound.documents for bound in found))
        return Filter(f"dated {labels}", ids)

    def tagged(self, name: str) -> Filter:
        """Return the documents with a passage of this tag, or of one beneath it."""
        wanted = _plain(name).strip("/")
        ids = [tag for tag, path in self._paths() if _names(path, wanted)]
        if not ids:
            return Filter(f"tagged “{name}” (there is no such tag)", frozenset(), {})
        places = self._places(ids)
        return Filter(f"tagged “{name}”", frozenset(places), places)

    def nearest_tags(self, name: str) -> list[str]:
        """Return names of tags that are spelled most alike."""
        names = {_plain(path).rpartition("/")[2]: path for _, path in self._paths()}
        return get_close_matches(_plain(name), names, n=2)

    def _having(self, column: str, term: Term, label: str) -> Filter:
        rows = self._connection.execute(f"select id, {column} from documents")
        return Filter(
            label, frozenset(row[0] for row in rows if stands_in(term, row[1] or ""))
        )

    def _where(self, condition: str, parameters: tuple[str, ...]) -> frozenset[int]:
        rows = self._connection.execute(
            f"select id from documents where {condition}", parameters
        )
        return frozenset(row[0] for row in rows)

    def _paths(self) -> Iterable[tuple[int, str]]:
        return self._connection.execute(
            "with recursive paths (id, path) as ("
            " select id, name from tags where parent_id is null"
            " union all select tags.id, path || '/' || name"
            " from tags join paths on tags.parent_id = paths.id"
            ") select id, path from paths"
        ).fetchall()

    def _places(self, tag_ids: list[int]) -> dict[int, tuple[Span, ...]]:
        rows = self._connection.execute(
            "with recursive beneath (id) as ("
            f" select id from tags where id in ({', '.join('?' * len(tag_ids))})"
            " union select tags.id from tags join beneath on parent_id = beneath.id"
            ') select distinct document_id, start, "end" from passages'
            " join taggings on passage_id = passages.id"
            " join beneath on beneath.id = tag_id order by 1, 2, 3",
            tag_ids,
        )
        places: defaultdict[int, list[Span]] = defaultdict(list)
        for document_id, start, end in rows:
            places[document_id].append(Span(start, end))
        return {document: tuple(spans) for document, spans in places.items()}


def _names(path: str, wanted: str) -> bool:
    """Tell whether a tag goes by its name, its path, or the end of its path."""
    return f"/{_plain(path)}".endswith(f"/{wanted}") and bool(wanted)


def _plain(text: str) -> str:
    """Return the text without case, accents, and spaces that say nothing."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


def _quoted(term: Term) -> str:
    return term.label if term.is_phrase else f"“{term.label}”"


def _iso(text: str) -> str | None:
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    return "-".join(part.zfill(2) for part in match.groups() if part)

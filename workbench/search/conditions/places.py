"""Conditions on what an analyst put into documents: tags, notes, cases, passages.

Each gives documents and the places in them; a document without a place is meant as
a whole. A passage that lost its place has none.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from workbench.model.search import Unread
from workbench.model.spans import Span
from workbench.search.conditions.asked import Asked, chosen, having, plain, shown
from workbench.search.tree import Filter

_PLACE: Final = (
    "passages.document_id, iif(anchor = 'orphaned', null, passages.start) as start,"
    ' iif(anchor = \'orphaned\', null, passages."end") as "end"'
)
_NOWHERE: Final = 'null as start, null as "end"'
_CITED: Final = (
    "join citations on citations.cell_id = cells.id"
    " join passages on passages.id = citations.passage_id"
)
_BY_CASE: Final = f"""
select case_id, document_id, {_NOWHERE} from table_rows
where case_id is not null and document_id is not null
union
select case_id, {_PLACE} from table_rows join cells on row_id = table_rows.id {_CITED}
where case_id is not null
union
select case_id, document_id, {_NOWHERE} from case_documents
union
select case_id, {_PLACE} from mentions join passages on passages.id = passage_id
"""
_BY_NOTE: Final = f"""
with by_case (case_id, document_id, start, "end") as ({_BY_CASE})
select id, document_id, {_NOWHERE} from notes where document_id is not null
union
select notes.id, {_PLACE} from notes join passages on passages.id = passage_id
union
select notes.id, {_PLACE} from notes
    join taggings on taggings.tag_id = notes.tag_id
    join passages on passages.id = taggings.passage_id
union
select notes.id, table_rows.document_id, {_NOWHERE} from notes
    join cells on cells.id = notes.cell_id join table_rows on table_rows.id = row_id
    where table_rows.document_id is not null
union
select notes.id, {_PLACE} from notes join cells on cells.id = notes.cell_id {_CITED}
union
select notes.id, by_case.document_id, by_case.start, by_case."end" from notes
    join by_case using (case_id)
"""
_TAGGED: Final = (
    f"select distinct {_PLACE} from passages join taggings on passage_id = passages.id"
)
_HAVING: Final = {
    "note": f'select document_id, start, "end" from ({_BY_NOTE})',
    "tag": _TAGGED,
    "date": f"select id, {_NOWHERE} from documents where date <> ''",
    "passage": f"select {_PLACE} from passages",
    "zone": f"select document_id, {_NOWHERE} from zones where state = 'accepted'",
    "case": f'select document_id, start, "end" from ({_BY_CASE})',
}
_BEING: Final = {
    "orphaned": (
        "with orphaned passages",
        f"select document_id, {_NOWHERE} from passages where anchor = 'orphaned'",
    ),
    "undated": (
        "without a date",
        f"select id, {_NOWHERE} from documents where date = ''",
    ),
    "review": (
        "with passages to review",
        f"select {_PLACE} from passages where needs_review",
    ),
}

Place = tuple[int, int | None, int | None]


class Places:
    """Resolves conditions on an analyst's work, over one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def tagged(self, asked: Asked) -> Filter:
        """Return where this tag, or one beneath it, is; quoted, the path comes first.

        A tag goes by its name, by its path, or by the end of its path.
        """
        wanted = plain(asked.typed).strip("/")
        paths = [(tag, plain(path)) for tag, path in self.tag_paths()]
        ids = [tag for tag, path in paths if asked.is_quoted and path == wanted]
        ids = ids or [tag for tag, path in paths if f"/{path}".endswith(f"/{wanted}")]
        if not ids or not wanted:
            label = f"tagged {shown(asked)} (there is no such tag)"
            return Filter(label, frozenset(), {})
        return _placed(f"tagged {shown(asked)}", self._tagged(ids))

    def noted(self, asked: Asked) -> Filter:
        """Return what notes with these words are about."""
        ids = having(asked, self._run("select id, text from notes"))
        rows = self._run(
            f'select document_id, start, "end" from ({_BY_NOTE})'
            " where id in (select value from json_each(?))",
            (json.dumps(sorted(ids)),),
        )
        label = f"with {shown(asked)} in a note"
        return _placed(label if ids else f"{label} (no note has that)", rows)

    def of_case(self, asked: Asked) -> Filter:
        """Return what is in a case, what mentions it, and what its rows rest on."""
        ids = chosen(asked, self._run("select id, name from cases"))
        rows = self._run(
            f'select document_id, start, "end" from ({_BY_CASE})'
            " where case_id in (select value from json_each(?))",
            (json.dumps(sorted(ids)),),
        )
        label = f"of the case {shown(asked)}"
        return _placed(label if ids else f"{label} (there is no such case)", rows)

    def having(self, asked: Asked) -> Filter | Unread:
        """Return the documents that have a note, a tag, a date and so on."""
        select = _HAVING.get(plain(asked.typed))
        if select is None:
            return Unread(f"has:{shown(asked)} (write has:{', has:'.join(_HAVING)})")
        return _placed(f"with a {plain(asked.typed)}", self._run(select))

    def being(self, asked: Asked) -> Filter | Unread:
        """Return the documents that are orphaned, undated, or to be reviewed."""
        found = _BEING.get(plain(asked.typed))
        if found is None:
            return Unread(f"is:{shown(asked)} (write is:{', is:'.join(_BEING)})")
        label, select = found
        return _placed(label, self._run(select))

    def tag_paths(self) -> list[tuple[int, str]]:
        """Return every tag with its path."""
        return self._run("select id, path from tag_paths").fetchall()

    def tags(self) -> list[tuple[int, str]]:
        """Return each document with the path of each tag in it, and of those above."""
        return self._run(
            "with recursive used (document_id, tag_id) as ("
            " select document_id, tag_id from taggings"
            " join passages on passages.id = passage_id"
            " union select document_id, parent_id from used"
            " join tags on tags.id = tag_id where parent_id is not null"
            ") select document_id, path from used"
            " join tag_paths on tag_paths.id = tag_id"
        ).fetchall()

    def cases(self) -> list[tuple[int, str]]:
        """Return each document with the name of each case that it is of."""
        return self._run(
            f"select distinct document_id, name from ({_BY_CASE})"
            " join cases on cases.id = case_id"
        ).fetchall()

    def _tagged(self, tag_ids: list[int]) -> Iterable[Place]:
        return self._run(
            "with recursive beneath (id) as ("
            " select value from json_each(?)"
            " union select tags.id from tags join beneath on parent_id = beneath.id"
            f") {_TAGGED} where tag_id in beneath",
            (json.dumps(tag_ids),),
        )


def _placed(label: str, rows: Iterable[Place]) -> Filter:
    documents: set[int] = set()
    places: defaultdict[int, set[Span]] = defaultdict(set)
    for document_id, start, end in rows:
        documents.add(document_id)
        if start is not None and end is not None:
            places[document_id].add(Span(start, end))
    ordered = {it: tuple(sorted(places[it])) for it in sorted(places)}
    return Filter(label, frozenset(documents), ordered)

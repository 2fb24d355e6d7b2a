"""Documents, their versions, texts and originals."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from workbench.errors import NotFound
from workbench.model.documents import (
    Block,
    Document,
    KnownFile,
    ParsedDocument,
    VersionChange,
)
from workbench.model.ids import DocumentId, VersionId
from workbench.model.search import Listed
from workbench.model.spans import Span
from workbench.store.texts import TextCache
from workbench.store.versions import VersionStore
from workbench.store.zones import ZoneStore

_SELECT = """
select documents.id, documents.name, title, date, source, version, versions.id, path,
    media_type, encoding, size, sha256, characters,
    words - (select coalesce(sum(zones.words), 0) from zones
        where document_id = documents.id and state = 'accepted'),
    imported_at,
    (select count(*) from passages where document_id = documents.id)
from documents
join versions on versions.document_id = documents.id and versions.number = version
"""


class DocumentStore:
    """Reads and writes documents on one connection."""

    def __init__(
        self, connection: sqlite3.Connection, texts: TextCache | None = None
    ) -> None:
        self._run = connection.execute
        self._texts = texts or TextCache(connection)
        self._zones = ZoneStore(connection)
        self._versions = VersionStore(connection)

    def all(self) -> list[Document]:
        """Return all documents, in the order they came in."""
        return [_document(row) for row in self._run(f"{_SELECT} order by documents.id")]

    def some(self, ids: Iterable[int]) -> list[Document]:
        """Return those of these documents that are there, in the order they came in."""
        wanted = json.dumps(list(ids))
        rows = self._run(
            f"{_SELECT} where documents.id in (select value from json_each(?))"
            " order by documents.id",
            [wanted],
        )
        return [_document(row) for row in rows]

    def ids(self) -> list[DocumentId]:
        """Return the ids of all documents, in the order they came in."""
        return [row[0] for row in self._run("select id from documents order by id")]

    def listed(self, ids: Iterable[int]) -> dict[DocumentId, Listed]:
        """Return what those of these documents that are there are called."""
        rows = self._run(
            "select id, name, title from documents"
            " where id in (select value from json_each(?))",
            [json.dumps(list(ids))],
        )
        return {row[0]: Listed(*row) for row in rows}

    def passage_counts(self) -> dict[DocumentId, int]:
        """Return how many passages each document has; those with none are left out."""
        rows = self._run("select document_id, count(*) from passages group by 1")
        return dict(rows.fetchall())

    def count(self) -> int:
        """Return how many documents there are."""
        return int(self._run("select count(*) from documents").fetchone()[0])

    def get(self, document_id: DocumentId) -> Document:
        """Return one document; `NotFound` when it is not there."""
        row = self._run(f"{_SELECT} where documents.id = ?", [document_id]).fetchone()
        if row is None:
            raise NotFound(f"There is no document {document_id} in this project.")
        return _document(row)

    def are_there(self, ids: Iterable[int]) -> bool:
        """Tell whether the project has all of these documents."""
        wanted = set(ids)
        row = self._run(
            "select count(*) from documents"
            " where id in (select value from json_each(?))",
            [json.dumps(list(wanted))],
        )
        return int(row.fetchone()[0]) == len(wanted)

    def title(self, document_id: DocumentId) -> str:
        """Return what a document is called, which needs no counting."""
        row = self._run(
            "select coalesce(nullif(title, ''), name) from documents where id = ?",
            [document_id],
        ).fetchone()
        if row is None:
            raise NotFound(f"There is no document {document_id} in this project.")
        return str(row[0])

    def find(self, wanted: str) -> Document:
        """Return the document with this id, name, or unambiguous part of its name."""
        documents = self.all()
        found = [it for it in documents if str(it.id) == wanted]
        if found:
            return found[0]
        folded = wanted.casefold()
        found = [it for it in documents if it.name.casefold() == folded]
        found = found or [it for it in documents if folded in it.name.casefold()]
        if len(found) == 1:
            return found[0]
        if not found:
            raise NotFound(f"No document is called “{wanted}”.")
        names = ", ".join(it.name for it in found[:5])
        raise NotFound(f"“{wanted}” could be {names}; give more of the name or the id.")

    def with_sha256(self, sha256: str) -> Document | None:
        """Return a document whose current text rests on the file with this digest."""
        row = self._run(
            f"{_SELECT} where documents.id in"
            " (select document_id from versions where sha256 = ?1) and sha256 = ?1"
            " order by documents.id limit 1",
            [sha256],
        ).fetchone()
        return _document(row) if row else None

    def files(self) -> list[KnownFile]:
        """Return the file that each current version rests on, in order of documents."""
        rows = self._run(
            "select documents.id, name, path, size, sha256 from documents"
            " join versions on document_id = documents.id and number = version"
            " order by documents.id"
        )
        return [KnownFile(*row) for row in rows]

    def version(self, document_id: DocumentId) -> int:
        """Return the number of the current version."""
        row = self._run("select version from documents where id = ?", [document_id])
        return int(row.fetchone()[0])

    def text(self, document_id: DocumentId, version: int | None = None) -> str:
        """Return a text exactly as it was decoded; without `version` the current."""
        return self._texts.text(self._version_id(document_id, version))

    def blocks(
        self, document_id: DocumentId, version: int | None = None
    ) -> tuple[Block, ...]:
        """Return the blocks of a text in order; without `version` the current."""
        return self._texts.blocks(self._version_id(document_id, version))

    def block(self, document_id: DocumentId, number: int) -> Block | None:
        """Return one block of the current text; None where there are not so many."""
        return self._texts.block(self._version_id(document_id, None), number)

    def zones(self, document_id: DocumentId) -> tuple[Span, ...]:
        """Return what of the current text is not content, in order."""
        return tuple(self._zones.accepted(document_id).values())

    def original(self, document_id: DocumentId) -> bytes:
        """Return the bytes of the file that the current version rests on."""
        row = self._run(
            "select content from originals join versions using (id)"
            " where document_id = ? and number <= ? order by number desc limit 1",
            [document_id, self.version(document_id)],
        ).fetchone()
        return bytes(row[0])

    def contents(self) -> Iterator[tuple[Document, str, str]]:
        """Yield each document, its text, and the text's digest at import."""
        for document in self.all():
            row = self._run(
                "select content, text_sha256 from versions"
                " join texts on texts.id = versions.id where versions.id = ?",
                [document.version_id],
            )
            yield document, *row.fetchone()

    def add(self, parsed: ParsedDocument) -> DocumentId:
        """Add what was read from a file as a new document."""
        done = self._run(
            "insert into documents (name, title, date, source) values (?, ?, ?, ?)",
            [parsed.name, parsed.title, parsed.date, parsed.source],
        )
        document_id = DocumentId(done.lastrowid or 0)
        self._versions.add(document_id, 1, VersionChange.IMPORTED, parsed)
        return document_id

    def replace(self, document_id: DocumentId, parsed: ParsedDocument) -> int:
        """Let another file's text be the current version; return its number."""
        number = self._next_version(document_id)
        change = VersionChange.REPLACED
        self._versions.add(document_id, number, change, parsed)
        return number

    def reread(self, document_id: DocumentId, parsed: ParsedDocument) -> int:
        """Let the same file, read in another way, be the current version."""
        number = self._next_version(document_id)
        self._versions.add_reread(document_id, number, parsed)
        return number

    def correct(
        self, document_id: DocumentId, text: str, blocks: Sequence[Block], words: int
    ) -> int:
        """Let a corrected text be the current version; return its number."""
        number = self._next_version(document_id)
        self._versions.add_correction(document_id, number, text, blocks, words)
        return number

    def edit(self, document_id: DocumentId, column: str, value: str) -> None:
        """Set `title`, `date` or `source`."""
        if column not in {"title", "date", "source"}:
            raise ValueError(column)
        self._run(
            f"update documents set {column} = ? where id = ? and {column} is not ?",
            [value, document_id, value],
        )

    def remove(self, document_id: DocumentId) -> None:
        """Remove a document with its text, passages and notes."""
        self._run("delete from documents where id = ?", [document_id])

    def _next_version(self, document_id: DocumentId) -> int:
        number = self.version(document_id) + 1
        self._run(
            "update documents set version = ? where id = ?", [number, document_id]
        )
        return number

    def _version_id(self, document_id: DocumentId, number: int | None) -> VersionId:
        row = self._run(
            "select versions.id from documents join versions"
            " on document_id = documents.id and number = coalesce(?, version)"
            " where documents.id = ?",
            [number, document_id],
        ).fetchone()
        if row is None:
            what = f"document {document_id}"
            what = what if number is None else f"version {number} of {what}"
            raise NotFound(f"There is no {what} in this project.")
        return VersionId(row[0])


def _document(row: Sequence[Any]) -> Document:
    *values, imported_at, passages = row
    values += [datetime.fromisoformat(imported_at), passages]
    return Document(*values)

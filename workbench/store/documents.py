"""Documents, their versions, texts and originals."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from workbench.errors import NotFound
from workbench.model.documents import Block, BlockKind, Document, ParsedDocument
from workbench.model.ids import DocumentId, VersionId
from workbench.model.spans import Span

CACHED_CHARACTERS = 20_000_000
_KINDS = {kind.value: kind for kind in BlockKind}

_SELECT = """
select documents.id, documents.name, title, date, source, version, versions.id, path,
    media_type, encoding, size, sha256, characters, words, imported_at,
    (select count(*) from passages where document_id = documents.id)
from documents
join versions on versions.document_id = documents.id and versions.number = version
"""


class DocumentStore:
    """Reads and writes documents on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._texts: OrderedDict[VersionId, str] = OrderedDict()
        self._blocks: OrderedDict[VersionId, tuple[Block, ...]] = OrderedDict()

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
        """Return the document whose original file has this digest, if any."""
        row = self._run(
            f"{_SELECT} where documents.id ="
            " (select document_id from versions where sha256 = ? limit 1)",
            [sha256],
        ).fetchone()
        return _document(row) if row else None

    def version(self, document_id: DocumentId) -> int:
        """Return the number of the current version."""
        row = self._run("select version from documents where id = ?", [document_id])
        return int(row.fetchone()[0])

    def text(self, document_id: DocumentId) -> str:
        """Return the text of the current version, exactly as it was decoded."""
        version_id = self._version_id(document_id)
        if version_id not in self._texts:
            row = self._run("select content from texts where id = ?", [version_id])
            self._texts[version_id] = row.fetchone()[0]
            self._forget_old_texts()
        self._texts.move_to_end(version_id)
        return self._texts[version_id]

    def blocks(self, document_id: DocumentId) -> tuple[Block, ...]:
        """Return the blocks of the current version, in order."""
        version_id = self._version_id(document_id)
        if version_id not in self._blocks:
            row = self._run("select blocks from texts where id = ?", [version_id])
            self._blocks[version_id] = unpack_blocks(row.fetchone()[0])
            if len(self._blocks) > 200:
                self._blocks.popitem(last=False)
        self._blocks.move_to_end(version_id)
        return self._blocks[version_id]

    def original(self, document_id: DocumentId) -> bytes:
        """Return the bytes of the imported file."""
        version_id = self._version_id(document_id)
        row = self._run("select content from originals where id = ?", [version_id])
        return bytes(row.fetchone()[0])

    def texts(self) -> Iterator[tuple[DocumentId, str, str, tuple[Block, ...]]]:
        """Yield id, text, the text's digest at import, and blocks of each document."""
        for document, text, digest in self.contents():
            row = self._run(
                "select blocks from texts where id = ?", [document.version_id]
            )
            yield document.id, text, digest, unpack_blocks(row.fetchone()[0])

    def contents(self) -> Iterator[tuple[Document, str, str]]:
        """Yield each document, its text, and the text's digest at import."""
        for document in self.all():
            row = self._run(
                "select content, text_sha256 from versions"
                " join texts on texts.id = versions.id where versions.id = ?",
                [document.version_id],
            )
            yield document, *row.fetchone()

    def add(self, parsed: ParsedDocument, words: int) -> DocumentId:
        """Add what was read from a file as a new document."""
        document_id = self._run(
            "insert into documents (name, title, date, source) values (?, ?, ?, ?)",
            [parsed.name, parsed.title, parsed.date, parsed.source],
        ).lastrowid
        version_id = self._run(
            "insert into versions (document_id, number, path, media_type, encoding,"
            " size, sha256, text_sha256, characters, words, imported_at)"
            " values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                document_id,
                parsed.path,
                parsed.media_type,
                parsed.encoding,
                len(parsed.original),
                parsed.sha256,
                text_digest(parsed.text),
                len(parsed.text),
                words,
                datetime.now(UTC).isoformat(timespec="seconds"),
            ],
        ).lastrowid
        self._run(
            "insert into texts (id, document_id, content, blocks) values (?, ?, ?, ?)",
            [version_id, document_id, parsed.text, pack_blocks(parsed.blocks)],
        )
        self._run("insert into originals values (?, ?)", [version_id, parsed.original])
        return DocumentId(document_id or 0)

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

    def _version_id(self, document_id: DocumentId) -> VersionId:
        row = self._run(
            "select versions.id from documents join versions"
            " on versions.document_id = documents.id and versions.number = version"
            " where documents.id = ?",
            [document_id],
        ).fetchone()
        if row is None:
            raise NotFound(f"There is no document {document_id} in this project.")
        return VersionId(row[0])

    def _forget_old_texts(self) -> None:
        kept = sum(map(len, self._texts.values()))
        while kept > CACHED_CHARACTERS and len(self._texts) > 1:
            kept -= len(self._texts.popitem(last=False)[1])


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def pack_blocks(blocks: Sequence[Block]) -> str:
    """Return the blocks as the file keeps them."""
    rows = [(it.span.start, it.span.end, it.kind, it.level) for it in blocks]
    return json.dumps(rows, separators=(",", ":"))


def unpack_blocks(packed: str) -> tuple[Block, ...]:
    """Return the blocks that `pack_blocks` packed."""
    return tuple(
        Block(Span(start, end), _KINDS[kind], level)
        for start, end, kind, level in json.loads(packed)
    )


def _document(row: Sequence[Any]) -> Document:
    *values, imported_at, passages = row
    values += [datetime.fromisoformat(imported_at), passages]
    return Document(*values)

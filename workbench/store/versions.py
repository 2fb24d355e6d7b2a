"""Versions of a document: a text is never changed, another one follows it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from workbench.model.documents import Block, ParsedDocument, Version, VersionChange
from workbench.model.ids import DocumentId, VersionId
from workbench.store.choices import pack_choices, unpack_choices
from workbench.store.pages import PageStore
from workbench.store.sketches import SketchStore
from workbench.store.texts import pack_blocks, text_digest

_COLUMNS = (
    "document_id, number, change, path, media_type, encoding, size, sha256,"
    " text_sha256, characters, words, imported_at, warnings"
)


class VersionStore:
    """Reads and writes versions on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._pages = PageStore(connection)
        self._sketches = SketchStore(connection)

    def of_document(self, document_id: DocumentId) -> list[Version]:
        """Return all versions of a document, the first one first."""
        rows = self._run(
            "select id, document_id, number, change, path, encoding, size, sha256,"
            " characters, imported_at, warnings from versions where document_id = ?"
            " order by number",
            [document_id],
        )
        return [_version(row) for row in rows]

    def digests(self) -> list[tuple[str, str, DocumentId, int]]:
        """Return the digests of each version's file and text, and which one it is."""
        rows = self._run(
            "select sha256, text_sha256, document_id, number from versions"
        )
        return [tuple(row) for row in rows]

    def add(
        self,
        document_id: DocumentId,
        number: int,
        change: VersionChange,
        parsed: ParsedDocument,
    ) -> None:
        """Add what was read from a file, with the file itself."""
        version_id = self._add(document_id, number, change, parsed)
        self._run("insert into originals values (?, ?)", [version_id, parsed.original])

    def _add(
        self,
        document_id: DocumentId,
        number: int,
        change: VersionChange,
        parsed: ParsedDocument,
    ) -> VersionId:
        done = self._run(
            f"insert into versions ({_COLUMNS})"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                document_id,
                number,
                change.value,
                parsed.path,
                parsed.media_type,
                parsed.encoding,
                len(parsed.original),
                parsed.sha256,
                text_digest(parsed.text),
                len(parsed.text),
                parsed.words,
                _now(),
                pack_choices(parsed.warnings),
            ],
        )
        version_id = VersionId(done.lastrowid or 0)
        self._add_text(version_id, document_id, parsed.text, parsed.blocks)
        self._pages.add(version_id, parsed.pages)
        self._sketches.keep(version_id, parsed.sketch)
        return version_id

    def add_correction(
        self,
        document_id: DocumentId,
        number: int,
        text: str,
        blocks: Sequence[Block],
        words: int,
    ) -> None:
        """Add a text typed over the version before, which rests on the same file."""
        version_id = self._run(
            f"insert into versions ({_COLUMNS}) select document_id, ?, ?, path,"
            " media_type, encoding, size, sha256, ?, ?, ?, ?, warnings from versions"
            " where document_id = ? and number = ?",
            [
                number,
                VersionChange.CORRECTED.value,
                text_digest(text),
                len(text),
                words,
                _now(),
                document_id,
                number - 1,
            ],
        ).lastrowid
        self._add_text(version_id, document_id, text, blocks)

    def add_reread(
        self, document_id: DocumentId, number: int, parsed: ParsedDocument
    ) -> None:
        """Add the same file read in another way; it is not kept a second time."""
        self._add(document_id, number, VersionChange.REREAD, parsed)

    def _add_text(
        self,
        version_id: int | None,
        document_id: DocumentId,
        text: str,
        blocks: Sequence[Block],
    ) -> None:
        self._run(
            "insert into texts (id, document_id, content, blocks) values (?, ?, ?, ?)",
            [version_id, document_id, text, pack_blocks(blocks)],
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _version(row: Sequence[Any]) -> Version:
    (version_id, document_id, number, change, path, encoding, size, sha256,
     characters, made_at, warnings) = row  # fmt: skip
    return Version(
        id=VersionId(version_id),
        document_id=DocumentId(document_id),
        number=number,
        change=VersionChange(change),
        path=path,
        encoding=encoding,
        size=size,
        sha256=sha256,
        characters=characters,
        made_at=datetime.fromisoformat(made_at),
        warnings=unpack_choices(warnings),
    )

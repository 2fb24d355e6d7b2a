"""Sketches of texts, by which near-duplicates are told.

They are made from texts and can be made again, so no step of the history records them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from workbench.model.ids import DocumentId, VersionId
from workbench.model.sheets import ROW_MEDIA_TYPE

_CURRENT = (
    "from documents join versions"
    " on versions.document_id = documents.id and number = version"
)


class SketchStore:
    """Reads and writes sketches on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._run_many = connection.executemany

    def keep(self, version_id: VersionId, sketch: bytes) -> None:
        """Keep the sketch of a version that was read just now; an empty one is none."""
        if sketch:
            self._run("insert into sketches values (?, ?)", [version_id, sketch])

    def keep_all(self, sketches: Iterable[tuple[VersionId, bytes]]) -> None:
        """Keep sketches of versions; those that are gone meanwhile are passed over."""
        self._run_many(
            "insert or ignore into sketches select id, ?2 from versions where id = ?1",
            sketches,
        )

    def of_documents(self) -> Iterator[tuple[DocumentId, bytes]]:
        """Yield the sketches of all current texts that have one."""
        yield from self._run(
            f"select documents.id, content {_CURRENT}"
            " join sketches on sketches.id = versions.id order by documents.id"
        )

    def missing(self) -> list[tuple[DocumentId, VersionId]]:
        """Return the documents whose current text has no sketch yet.

        Rows of sheets need none: they are like each other by their nature.
        """
        return self._run(
            f"select documents.id, versions.id {_CURRENT}"
            " where versions.id not in (select id from sketches) and media_type <> ?"
            " order by documents.id",
            [ROW_MEDIA_TYPE],
        ).fetchall()

"""The pages of paged texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from workbench.model.ids import VersionId
from workbench.model.pages import Page
from workbench.model.spans import Span

_COLUMNS = 'number, label, "start", "end", width, height'


class PageStore:
    """Reads and writes pages on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._run_many = connection.executemany

    def of_version(self, version_id: VersionId) -> list[Page]:
        """Return the pages of a version in order, without the boxes of characters."""
        rows = self._run(
            f"select {_COLUMNS} from pages where version_id = ? order by number",
            [version_id],
        )
        return [
            Page(number, label, Span(start, end), width, height)
            for number, label, start, end, width, height in rows
        ]

    def boxes(self, version_id: VersionId, number: int) -> bytes:
        """Return where the characters of a page stand, packed; empty for no page."""
        row = self._run(
            "select boxes from pages where version_id = ? and number = ?",
            [version_id, number],
        ).fetchone()
        return bytes(row[0]) if row else b""

    def add(self, version_id: VersionId, pages: Iterable[Page]) -> None:
        """Add the pages of a new version."""
        self._run_many(
            f"insert into pages (version_id, {_COLUMNS}, boxes)"
            " values (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    version_id,
                    it.number,
                    it.label,
                    it.span.start,
                    it.span.end,
                    it.width,
                    it.height,
                    it.boxes,
                )
                for it in pages
            ],
        )

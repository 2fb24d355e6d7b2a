"""Putting bookmarks on lines, naming and removing them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from workbench.errors import InvalidValue
from workbench.model.ids import BookmarkId, DocumentId
from workbench.model.spans import Span
from workbench.operations.labels import counted, first_words, quoted
from workbench.project import Project
from workbench.text.selectors import describe

LONGEST_SPAN = 60
LONGEST_NAME = 40


def add_bookmark(
    project: Project, document_id: DocumentId, line: Span, name: str = ""
) -> BookmarkId:
    """Put a bookmark on a line; without a name it takes the line's first words.

    No more than the first 60 characters of the line are kept.
    """
    with project.operation("Add bookmark") as edit:
        text = edit.documents.text(document_id)
        if line.start >= len(text):
            raise InvalidValue(
                f"{line.start} is not inside the text, which has {len(text)}"
                " characters; choose a line of the text."
            )
        end = min(max(line.end, line.start + 1), line.start + LONGEST_SPAN, len(text))
        selector = describe(text, Span(line.start, end))
        words = first_words(selector.quote, LONGEST_NAME, more="")
        name = name.strip() or words or "Blank line"
        edit.label = f"Add bookmark {quoted(name)}"
        return edit.bookmarks.add(
            document_id, selector, name, edit.analyst, datetime.now(UTC)
        )


def rename_bookmark(project: Project, bookmark_id: BookmarkId, name: str) -> None:
    """Give a bookmark another name."""
    name = " ".join(name.split())
    if not name:
        raise InvalidValue("A bookmark needs a name; type one.")
    with project.operation(f"Rename bookmark to {quoted(name)}") as edit:
        edit.bookmarks.get(bookmark_id)
        edit.bookmarks.rename(bookmark_id, name)


def remove_bookmarks(project: Project, ids: Sequence[BookmarkId]) -> None:
    """Take bookmarks away; the text stays."""
    with project.operation(counted("Remove", len(ids), "bookmark")) as edit:
        for bookmark_id in ids:
            name = edit.bookmarks.get(bookmark_id).name
            edit.put_into_bin("bookmarks", bookmark_id, name)
            edit.bookmarks.remove(bookmark_id)

"""The bin: bringing back what was removed, and losing it for good."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model.bin import BinEntry
from workbench.model.ids import PassageId
from workbench.model.passages import AnchorState, Passage
from workbench.operations.labels import quoted
from workbench.project import Project
from workbench.text.anchoring import anchor_all
from workbench.text.selectors import describe
from workbench.views import Edit

KINDS = {
    "documents": "document",
    "passages": "passage",
    "tags": "tag",
    "notes": "note",
    "cases": "case",
    "attributes": "attribute",
    "bookmarks": "bookmark",
    "comparison_tables": "table",
    "table_rows": "row",
    "table_columns": "column",
    "alias_groups": "group of aliases",
    "saved_searches": "search",
    "links": "link",
    "saved_matrices": "matrix",
}
"""What the things in the bin are called, by their tables."""


def restore(project: Project, entries: Sequence[BinEntry]) -> int:
    """Put entries back with all that went with them.

    Returns how many rows stayed away because what they belong to is gone.
    """
    left_out = 0
    with project.operation("Restore from the bin") as edit:
        names = ", ".join(quoted(entry.name) for entry in entries[:3])
        edit.label = f"Restore {names}{'…' if len(entries) > 3 else ''}"
        for entry in entries:
            restored, missing = edit.bin.restore(entry.id)
            left_out += missing
            for passage_id in restored.get("passages", ()):
                _find_again(edit, PassageId(passage_id))
    return left_out


def _find_again(edit: Edit, passage_id: PassageId) -> None:
    """Look for a passage whose document got another text while it was away."""
    passage = edit.passages.get(passage_id)
    if passage.anchor is AnchorState.ORPHANED:
        return
    last = _last_version(edit, passage)
    if last == passage.version:
        return
    # An orphan knows in which version it stood last, and so does what is moved then.
    edit.passages.orphan(passage_id, last)
    text = edit.documents.text(passage.document_id)
    [anchor] = anchor_all("", text, [passage.selector])
    if anchor.span is None or not len(anchor.span):
        return
    place = describe(text, anchor.span)
    state = AnchorState.MOVED if place.quote == passage.quote else AnchorState.EDITED
    edit.passages.move(passage_id, passage.version, place, state, needs_review=True)


def _last_version(edit: Edit, passage: Passage) -> int:
    """Return until which version a passage stood where its row says."""
    number = edit.passages.placed_in(passage.id)
    while number < passage.version:
        text = edit.documents.text(passage.document_id, number + 1)
        if passage.span.of(text) != passage.quote:
            break
        number += 1
    return number

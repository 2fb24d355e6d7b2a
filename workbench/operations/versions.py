"""Texts that change: a new version, and the way of every passage into it.

A text itself never changes. Zones, bookmarks and discarded hits go the way of
passages, without being asked about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from workbench.errors import InvalidValue
from workbench.importing.workers import Asked, shared_workers
from workbench.jobs import Tracker
from workbench.model.documents import ParsedDocument
from workbench.model.ids import DocumentId, PassageId
from workbench.model.passages import AnchorState, Passage
from workbench.model.replacing import Replacement
from workbench.model.spans import Span
from workbench.operations.annotating import mark_annotations
from workbench.operations.carrying import carry_all
from workbench.operations.labels import counted, quoted
from workbench.operations.page_carrying import carry_pages
from workbench.operations.renewing import prepare_renewal, refuse_the_same, renew
from workbench.project import Project
from workbench.text.blocks import count_words
from workbench.text.correcting import (
    Correction,
    block_around,
    carry_blocks,
    carry_typed,
    corrected,
    smallest,
)
from workbench.text.selectors import describe
from workbench.views import Edit

_IN_NO_TEXT = re.compile(r"[\0\ud800-\udfff]")


def replace_document(
    project: Project,
    document_id: DocumentId,
    path: Path,
    tracker: Tracker | None = None,
) -> Replacement:
    """Let a file's text be the document's new version; every passage goes along.

    May run on any thread. What is not certain is left for review, and nothing is
    lost: the old version stays readable, with its passages where they stood.
    """
    parsed = _only(shared_workers().read_one(Asked(path)), path)
    with project.reader() as view:
        refuse_the_same(view, document_id, parsed)
        renewal = prepare_renewal(view, document_id, parsed, tracker or Tracker())
    with project.operation("Replace document") as edit:
        replacement = renew(edit, renewal)
        mark_annotations(project, document_id, parsed.annotations)
        name = quoted(edit.documents.listed([document_id])[document_id].name)
        edit.label = f"Replace {name} by version {replacement.version}"
        return replacement


def _only(parsed: Sequence[ParsedDocument], path: Path) -> ParsedDocument:
    if len(parsed) != 1:
        raise InvalidValue(
            f"{path.name} holds {len(parsed):,} documents; a new version is one."
        )
    return parsed[0]


def correct_text(
    project: Project, document_id: DocumentId, span: Span, replacement: str
) -> Replacement:
    """Correct a typo in place: the text becomes a new version; passages follow.

    The span must lie inside one paragraph. May run on any thread.
    """
    if _IN_NO_TEXT.search(replacement):
        raise InvalidValue("That has characters which no text can hold; type others.")
    with project.operation("Correct text") as edit:
        text = edit.documents.text(document_id)
        blocks = edit.documents.blocks(document_id)
        block = block_around(blocks, span)
        if block is None or span.end > len(text):
            raise InvalidValue(
                "A correction must stay inside one paragraph; select less of the text."
            )
        correction = smallest(text, span, replacement)
        new = corrected(text, correction)
        new_blocks = carry_blocks(blocks, block, correction)
        if not new_blocks[block].span.of(new).strip():
            raise InvalidValue("A paragraph cannot be left empty; mark it as a zone.")
        if new == text:
            version = edit.documents.version(document_id)
            return Replacement(document_id, version, ())
        edit.documents.correct(document_id, new, new_blocks, count_words(new))
        carry_pages(edit, document_id, correction)
        name = edit.documents.get(document_id).name
        edit.label = f"Correct {quoted(span.of(text) or replacement)} in {quoted(name)}"
        typed = Correction(span, replacement)
        return carry_all(
            edit,
            document_id,
            _standing(edit, document_id),
            lambda it: carry_typed(it.span, typed, correction),
        )


def accept_places(project: Project, ids: Sequence[PassageId]) -> None:
    """Take the places that were found for right; an orphan is kept as one."""
    with project.operation(counted("Accept place of", len(ids), "passage")) as edit:
        for passage_id in ids:
            edit.passages.accept(passage_id)


def place_passage(project: Project, passage_id: PassageId, span: Span) -> None:
    """Let a passage stand somewhere else in the current text, its tags and all."""
    with project.operation("Move passage") as edit:
        passage = edit.passages.get(passage_id)
        edit.label = f"Move passage {quoted(passage.quote)}"
        document = edit.documents.get(passage.document_id)
        text = edit.documents.text(document.id)
        if not len(span) or span.end > len(text):
            raise InvalidValue(
                f"{span.start}..{span.end} is not a passage of “{document.name}”;"
                " select some of its text."
            )
        place = describe(text, span)
        edit.passages.move(passage_id, document.version, place, AnchorState.EXACT)


def keep_as_orphans(project: Project, ids: Sequence[PassageId]) -> None:
    """Keep passages with the text that has gone, whatever place was found."""
    with project.operation(counted("Keep as orphan", len(ids), "passage")) as edit:
        for passage_id in ids:
            _keep_as_orphan(edit, edit.passages.get(passage_id))


def _keep_as_orphan(edit: Edit, passage: Passage) -> None:
    earlier = edit.passages.earlier_places(passage.id)
    if passage.anchor is not AnchorState.ORPHANED and earlier:
        last = earlier[-1]
        text = edit.documents.text(passage.document_id, last.version)
        place = describe(text, last.span)
        edit.passages.move(passage.id, last.version, place, AnchorState.ORPHANED)
    edit.passages.accept(passage.id)


def _standing(edit: Edit, document_id: DocumentId) -> list[Passage]:
    """Return the passages of the current text; an orphan's text stays as it was."""
    return [
        it
        for it in edit.passages.of_document(document_id)
        if it.anchor is not AnchorState.ORPHANED
    ]

"""Puts a version of a document on a page, with the passages it had."""

from __future__ import annotations

from ui.reader.version_page import VersionPage
from ui.versions.page import Page
from workbench.model.ids import DocumentId
from workbench.model.outlines import PassageOutline
from workbench.project import Project


def show_version(
    project: Project, page: VersionPage | Page, document_id: DocumentId, number: int
) -> None:
    """Show the text of a version, and its passages where they stood in it."""
    page.show_text(
        project.documents.text(document_id, number),
        project.documents.blocks(document_id, number),
        project.documents.get(document_id).title,
        f"version {number}",
    )
    page.show_passages(
        _outlines(project, document_id, number),
        project.passages.outlines.tag_looks(),
    )


def _outlines(
    project: Project, document_id: DocumentId, number: int
) -> list[PassageOutline]:
    passages = {it.id: it for it in project.passages.of_document(document_id)}
    return [
        PassageOutline(
            it.passage_id,
            it.span,
            passages[it.passage_id].tag_ids,
            bool(passages[it.passage_id].note),
            is_uncertain=False,
        )
        for it in project.passages.places_in(document_id, number)
    ]

"""Tagging many places at once: what a search or a concordance found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from workbench.model.ids import DocumentId, PassageId, TagId
from workbench.model.spans import Span
from workbench.operations.labels import counted, quoted
from workbench.operations.tags import create_tag
from workbench.project import Project
from workbench.text.selectors import describe
from workbench.views import Edit

Place = tuple[DocumentId, Span]


def tag_places(
    project: Project, places: Iterable[Place], tags: Sequence[TagId | str]
) -> int:
    """Put tags on places of texts, in one step; returns how many passages have them.

    `tags` are ids, or paths of tags, which are created where they do not exist. Where
    a passage stands on exactly a place it gets the tags; elsewhere one is marked.
    Places that are gone by now, since a text changed meanwhile, are passed over.
    """
    with project.operation("Tag hits") as edit:
        tag_ids = [
            create_tag(project, it) if isinstance(it, str) else it for it in tags
        ]
        passages = list(_passages(edit, _by_document(places)))
        now = datetime.now(UTC)
        for passage_id in passages:
            for tag_id in tag_ids:
                edit.tags.tag(passage_id, tag_id, edit.analyst, now)
        names = ", ".join(quoted(edit.tags.name(it)) for it in tag_ids)
        edit.label = f"{counted('Tag', len(passages), 'hit')} {names}"
    return len(passages)


def _by_document(places: Iterable[Place]) -> dict[DocumentId, list[Span]]:
    found: dict[DocumentId, dict[Span, None]] = {}
    for document_id, span in places:
        found.setdefault(document_id, {})[span] = None
    return {document_id: list(spans) for document_id, spans in found.items()}


def _passages(edit: Edit, places: dict[DocumentId, list[Span]]) -> Iterable[PassageId]:
    """Yield the passage of each place, marked now where there is none."""
    now = datetime.now(UTC)
    there = {it.id for it in edit.documents.some(places)}
    for document_id in [it for it in places if it in there]:
        text = edit.documents.text(document_id)
        version = edit.documents.version(document_id)
        for span in places[document_id]:
            if span.end > len(text) or not len(span):
                continue
            known = edit.passages.at(document_id, span)
            yield known or edit.passages.add(
                document_id, version, describe(text, span), edit.analyst, now
            )

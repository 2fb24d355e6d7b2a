"""Saying what of a text is not content.

A zone stays readable, but is left out of search, counts and alignment.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from workbench.errors import InvalidValue
from workbench.model.ids import DocumentId, ZoneId
from workbench.model.spans import Span
from workbench.model.zones import SuggestedZone, Zone, ZoneKind, ZoneState
from workbench.operations.labels import counted, quoted
from workbench.project import Project
from workbench.text.blocks import count_words
from workbench.text.selectors import describe
from workbench.text.zoning import suggest_zones
from workbench.views import Edit, ProjectView, Stores


def zone_suggestions(view: ProjectView, document_id: DocumentId) -> list[SuggestedZone]:
    """Return what looks like no content and was neither accepted nor refused."""
    return undecided(view, document_id, find_zones(view, document_id))


def find_zones(view: Stores, document_id: DocumentId) -> list[SuggestedZone]:
    """Return what looks like no content, whatever was said to it before."""
    return suggest_zones(
        view.documents.text(document_id), view.documents.blocks(document_id)
    )


def undecided(
    view: Stores, document_id: DocumentId, found: Sequence[SuggestedZone]
) -> list[SuggestedZone]:
    """Return those suggestions that were neither accepted nor refused."""
    decided = [
        zone.span
        for state in ZoneState
        for zone in view.zones.of_document(document_id, state)
    ]
    return [it for it in found if not any(map(it.span.overlaps, decided))]


def mark_zone(
    project: Project,
    document_id: DocumentId,
    span: Span,
    kind: ZoneKind = ZoneKind.OTHER,
) -> ZoneId:
    """Mark a span as not content; it becomes one with the zones it overlaps."""
    with project.operation(f"Mark zone ({kind})") as edit:
        name = edit.documents.get(document_id).name
        edit.label = f"Mark zone ({kind}) in {quoted(name)}"
        return _mark(edit, document_id, span, kind)


def accept_zones(
    project: Project, document_id: DocumentId, suggestions: Sequence[SuggestedZone]
) -> None:
    """Make suggestions zones."""
    with project.operation(counted("Accept", len(suggestions), "zone")) as edit:
        for suggestion in suggestions:
            _mark(edit, document_id, suggestion.span, suggestion.kind)


def refuse_zones(
    project: Project, document_id: DocumentId, suggestions: Sequence[SuggestedZone]
) -> None:
    """Remember that suggestions are content, so that they do not come again."""
    with project.operation(counted("Refuse", len(suggestions), "zone")) as edit:
        text = edit.documents.text(document_id)
        for suggestion in suggestions:
            _add(edit, document_id, text, suggestion, ZoneState.REFUSED)


def remove_zones(project: Project, zones: Sequence[Zone]) -> None:
    """Make zones content again; they are not suggested anew."""
    with project.operation(counted("Make", len(zones), "zone")) as edit:
        edit.label += " content again"
        for zone in zones:
            edit.zones.remove(zone.id)
            text = edit.documents.text(zone.document_id)
            refused = SuggestedZone(zone.span, zone.kind, "")
            _add(edit, zone.document_id, text, refused, ZoneState.REFUSED)


def _mark(edit: Edit, document_id: DocumentId, span: Span, kind: ZoneKind) -> ZoneId:
    text = edit.documents.text(document_id)
    span = _trimmed(text, span)
    for state in ZoneState:
        for zone in edit.zones.of_document(document_id, state):
            if not zone.span.overlaps(span):
                continue
            if state is ZoneState.ACCEPTED:
                start = min(span.start, zone.span.start)
                span = Span(start, max(span.end, zone.span.end))
            edit.zones.remove(zone.id)
    suggestion = SuggestedZone(span, kind, "")
    return _add(edit, document_id, text, suggestion, ZoneState.ACCEPTED)


def _trimmed(text: str, span: Span) -> Span:
    """Return the span without the blanks at its ends."""
    marked = span.of(text)
    start = span.start + len(marked) - len(marked.lstrip())
    end = span.start + len(marked.rstrip())
    if start >= end:
        raise InvalidValue("There is no text in that; select some words.")
    return Span(start, end)


def _add(
    edit: Edit,
    document_id: DocumentId,
    text: str,
    suggestion: SuggestedZone,
    state: ZoneState,
) -> ZoneId:
    place = describe(text, suggestion.span)
    words = count_words(place.quote)
    now = datetime.now(UTC)
    return edit.zones.add(
        document_id, place, suggestion.kind, state, words, edit.analyst, now
    )

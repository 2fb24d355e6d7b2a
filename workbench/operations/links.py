"""Linking passages, and saying how what they state goes together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from workbench.errors import InvalidValue
from workbench.model.ids import LinkId, PassageId
from workbench.model.links import Link, LinkKind, Stretch
from workbench.operations.labels import counted, first_words, quoted
from workbench.operations.passages import mark_passage
from workbench.project import Project
from workbench.views import Edit

LONGEST_REASON: Final = 2_000
"""Characters of a reason."""


def link_places(
    project: Project,
    source: Stretch,
    target: Stretch,
    kind: LinkKind,
    reason: str = "",
) -> LinkId:
    """Link two stretches of text, in one step.

    Where no passage has exactly such a span, one is marked. See `link_passages`.
    """
    with project.operation(f"Link as {kind}"):
        source_id = mark_passage(project, source.document_id, source.span)
        target_id = mark_passage(project, target.document_id, target.span)
        return link_passages(project, source_id, target_id, kind, reason)


def link_passages(
    project: Project,
    source_id: PassageId,
    target_id: PassageId,
    kind: LinkKind,
    reason: str = "",
) -> LinkId:
    """Link two passages; the same link again only gets the new reason.

    Only `updates` has a direction: all other kinds are found either way round.
    """
    with project.operation(f"Link as {kind}") as edit:
        reason = _checked_reason(reason)
        if source_id == target_id:
            raise InvalidValue(
                "A passage cannot be linked with itself; choose another one."
            )
        known = _known(edit, source_id, target_id, kind)
        if known is not None:
            if reason and reason != known.reason:
                edit.links.change(known.id, kind, reason)
            return known.id
        for passage_id in (source_id, target_id):
            edit.passages.get(passage_id)
        now = datetime.now(UTC)
        return edit.links.add(source_id, target_id, kind, reason, edit.analyst, now)


def change_link(
    project: Project, link_id: LinkId, kind: LinkKind, reason: str
) -> LinkId:
    """Give a link another kind and reason.

    Where the same two passages have a link of that kind already, the two become one,
    whose id is returned.
    """
    with project.operation(f"Change link to {kind}") as edit:
        reason = _checked_reason(reason)
        link = edit.links.get(link_id)
        other = _known(edit, link.source.passage_id, link.target.passage_id, kind)
        if other is not None and other.id != link_id:
            edit.links.remove(link_id)
            edit.links.change(other.id, kind, reason)
            return other.id
        if (link.kind, link.reason) != (kind, reason):
            edit.links.change(link_id, kind, reason)
        return link_id


def remove_links(project: Project, ids: Sequence[LinkId]) -> None:
    """Put links into the bin; their passages stay."""
    with project.operation(counted("Remove", len(ids), "link")) as edit:
        for link_id in ids:
            edit.put_into_bin("links", link_id, link_name(edit.links.get(link_id)))
            edit.links.remove(link_id)


def link_name(link: Link) -> str:
    """Return what a link is called where it stands alone."""
    quote = first_words(link.source.quote, 40) or "Blanks"
    return f"{link.kind.capitalize()}: {quoted(quote, 45)}"


def _known(
    edit: Edit, source_id: PassageId, target_id: PassageId, kind: LinkKind
) -> Link | None:
    """Return the link of this kind between two passages."""
    for link in edit.links.with_ends(source_id, target_id):
        is_turned = link.source.passage_id != source_id
        if link.kind is kind and not (is_turned and kind is LinkKind.UPDATES):
            return link
    return None


def _checked_reason(reason: str) -> str:
    reason = " ".join(reason.split())
    if len(reason) > LONGEST_REASON:
        raise InvalidValue(
            f"A reason has at most {LONGEST_REASON} characters; write the rest in a"
            " note on the passage."
        )
    return reason

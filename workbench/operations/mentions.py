"""Where texts speak of a case: found by its names, confirmed by the analyst."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from workbench.jobs import Tracker
from workbench.model.ids import CaseId, DiscardId, DocumentId, PassageId
from workbench.model.links import Stretch
from workbench.model.mentions import Mention, Mentions, MentionState
from workbench.model.passages import AnchorState, Passage
from workbench.model.searches import Discard
from workbench.model.spans import Span
from workbench.operations.cases import names_of
from workbench.operations.labels import counted, quoted
from workbench.operations.passages import mark_passage
from workbench.operations.searches import discard_hits, restore_hits
from workbench.project import Project
from workbench.text.contexts import left_of, right_of, single_spaced
from workbench.views import Edit, ProjectView, Stores

CONTEXT: Final = 100
"""Characters on either side of the words that are shown with them."""
STEP: Final = "Looking for mentions"


def possible_mentions(
    view: ProjectView, case_id: CaseId, tracker: Tracker | None = None
) -> list[Mention]:
    """Return every place that has a name of a case and was not decided on.

    Names are found as searches find them, zones left out. A place inside a passage
    that was confirmed to mention the case is decided on. Call it in a job.
    """
    tracker = tracker or Tracker()
    case = view.cases.get(case_id)
    confirmed = _confirmed_places(view, case_id)
    total = view.documents.count()
    found: list[Mention] = []
    places = view.places_of_names(_key(case_id), names_of(view, case))
    for done, document in enumerate(places):
        tracker.advance(min(done, total), total, STEP)
        own = document.document_id
        spans = list(_outside(document.spans(), sorted(confirmed.get(own, ()))))
        found += _shown(view, own, spans, MentionState.POSSIBLE)
    return found


def mentions_of(
    view: ProjectView, case_id: CaseId, tracker: Tracker | None = None
) -> Mentions:
    """Return all mentions of a case: possible, confirmed, refused. Call it in a job."""
    return Mentions(
        tuple(possible_mentions(view, case_id, tracker)),
        tuple(confirmed_mentions(view, case_id)),
        tuple(refused_mentions(view, case_id)),
    )


def confirmed_mentions(view: Stores, case_id: CaseId) -> list[Mention]:
    """Return the passages that were confirmed to mention a case."""
    ids = view.cases.mentions(case_id)
    by_id = {it.id: it for it in view.passages.some(ids)}
    return [_of_passage(view, by_id[it]) for it in ids]


def refused_mentions(view: Stores, case_id: CaseId) -> list[Mention]:
    """Return the places that the analyst said do not mean a case."""
    return [_of_discard(view, it) for it in view.searches.discards(_key(case_id))]


def confirm_mentions(
    project: Project, case_id: CaseId, stretches: Sequence[Stretch]
) -> list[PassageId]:
    """Make the words of these places passages that mention a case, in one step.

    A passage that stands there already is taken. What was refused before is not
    refused any more.
    """
    with project.operation("Confirm mentions") as edit:
        wanted = dict.fromkeys(stretches)
        ids = [mark_passage(project, it.document_id, it.span) for it in wanted]
        _add(edit, case_id, ids)
        refused = [
            it.id
            for it in edit.searches.discards(_key(case_id))
            if Stretch(it.document_id, it.span) in wanted
        ]
        edit.searches.restore(refused)
        edit.label = _label(edit, case_id, "Confirm", len(wanted))
        return ids


def add_mentions(
    project: Project, case_id: CaseId, passage_ids: Sequence[PassageId]
) -> None:
    """Say that passages mention a case, in one step."""
    with project.operation("Add mentions") as edit:
        _add(edit, case_id, passage_ids)
        edit.label = _label(edit, case_id, "Add", len(passage_ids))


def remove_mentions(
    project: Project, case_id: CaseId, passage_ids: Sequence[PassageId]
) -> None:
    """Say no longer that passages mention a case; the passages stay."""
    with project.operation("Remove mentions") as edit:
        for passage_id in passage_ids:
            edit.cases.remove_mention(case_id, passage_id)
        edit.label = _label(edit, case_id, "Remove", len(passage_ids))


def refuse_mentions(
    project: Project, case_id: CaseId, stretches: Sequence[Stretch]
) -> int:
    """Say that places do not mean a case; returns how many were not refused before.

    They are kept as discarded hits, so that they go with their text's new versions.
    """
    with project.operation("Refuse mentions") as edit:
        label = _label(edit, case_id, "Refuse", len(stretches))
        places = [(it.document_id, it.span) for it in stretches]
        count = discard_hits(project, _key(case_id), places)
        edit.label = label
        return count


def reconsider_mentions(
    project: Project, case_id: CaseId, ids: Sequence[DiscardId]
) -> None:
    """Make refused places possible mentions of a case again."""
    with project.operation("Reconsider mentions") as edit:
        label = _label(edit, case_id, "Reconsider", len(ids))
        restore_hits(project, ids)
        edit.label = label


def _key(case_id: CaseId) -> str:
    """Return what refusals are kept under: hardly a query reads as these words."""
    return f"case:{case_id}"


def _label(edit: Edit, case_id: CaseId, verb: str, count: int) -> str:
    name = quoted(edit.cases.get(case_id).name)
    return f"{counted(verb, count, 'mention')} of {name}"


def _add(edit: Edit, case_id: CaseId, passage_ids: Iterable[PassageId]) -> None:
    now = datetime.now(UTC)
    for passage_id in passage_ids:
        edit.cases.add_mention(case_id, passage_id, edit.analyst, now)


def _confirmed_places(view: Stores, case_id: CaseId) -> dict[DocumentId, list[Span]]:
    places: dict[DocumentId, list[Span]] = defaultdict(list)
    for passage in view.passages.some(view.cases.mentions(case_id)):
        if passage.anchor is not AnchorState.ORPHANED:
            places[passage.document_id].append(passage.span)
    return places


def _outside(places: Iterable[Span], covers: Sequence[Span]) -> Iterator[Span]:
    """Yield the places that none of the covers holds, both in order of start."""
    number = reach = 0
    for place in places:
        while number < len(covers) and covers[number].start <= place.start:
            reach = max(reach, covers[number].end)
            number += 1
        if place.end > reach:
            yield place


def _of_passage(view: Stores, passage: Passage) -> Mention:
    state, own = MentionState.CONFIRMED, passage.document_id
    if passage.anchor is AnchorState.ORPHANED:
        return Mention(
            state,
            own,
            view.documents.title(own),
            passage.span,
            passage.quote,
            single_spaced(passage.prefix),
            single_spaced(passage.suffix),
            passage.id,
            is_lost=True,
        )
    [shown] = _shown(view, own, [passage.span], state)
    return replace(shown, passage_id=passage.id)


def _of_discard(view: Stores, discard: Discard) -> Mention:
    state = MentionState.REFUSED
    [shown] = _shown(view, discard.document_id, [discard.span], state)
    return replace(shown, discard_id=discard.id)


def _shown(
    view: Stores, document_id: DocumentId, spans: Sequence[Span], state: MentionState
) -> Iterator[Mention]:
    """Yield places of one document with what stands around them."""
    if not spans:
        return
    title = view.documents.title(document_id)
    text, blocks = view.documents.text(document_id), view.documents.blocks(document_id)
    for span in spans:
        before = left_of(text, blocks, span.start, CONTEXT)
        after = right_of(text, blocks, span.end, CONTEXT)
        words = span.of(text)
        yield Mention(state, document_id, title, span, words, before, after)

"""Where texts speak of a case: found by its names, confirmed by the analyst."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from typing import Final

from workbench.jobs import Tracker
from workbench.model.ids import CaseId, DiscardId, DocumentId, PassageId
from workbench.model.links import Stretch
from workbench.model.mentions import Mention, Mentions, MentionState
from workbench.model.passages import AnchorState, Passage
from workbench.model.spans import Span
from workbench.operations.cases import names_of
from workbench.operations.labels import counted, quoted
from workbench.operations.passages import mark_passage
from workbench.operations.searches import discard_hits, restore_hits
from workbench.project import Project
from workbench.store.cases import refused_under
from workbench.text.contexts import single_spaced
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
    places = view.places_of_names(refused_under(case_id), names_of(view, case))
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
    found: list[Mention] = []
    for own, passages in groupby((by_id[it] for it in ids), lambda it: it.document_id):
        found += _of_passages(view, own, list(passages))
    return found


def refused_mentions(view: Stores, case_id: CaseId) -> list[Mention]:
    """Return the places that the analyst said do not mean a case."""
    found: list[Mention] = []
    discards = view.searches.discards(refused_under(case_id))
    for own, there in groupby(discards, lambda it: it.document_id):
        refused = list(there)
        shown = _shown(view, own, [it.span for it in refused], MentionState.REFUSED)
        found += [
            replace(line, discard_id=it.id)
            for it, line in zip(refused, shown, strict=True)
        ]
    return found


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
            for it in edit.searches.discards(refused_under(case_id))
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
        count = discard_hits(project, refused_under(case_id), places)
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


def _of_passages(
    view: Stores, document_id: DocumentId, passages: Sequence[Passage]
) -> Iterator[Mention]:
    """Yield passages of one document; one that lost its place as it was there."""
    state = MentionState.CONFIRMED
    standing = [it for it in passages if it.anchor is not AnchorState.ORPHANED]
    shown = _shown(view, document_id, [it.span for it in standing], state)
    title = view.documents.title(document_id)
    for it in passages:
        if it.anchor is not AnchorState.ORPHANED:
            yield replace(next(shown), passage_id=it.id)
            continue
        around = single_spaced(it.prefix), single_spaced(it.suffix)
        lost = Mention(state, document_id, title, it.span, it.quote, *around)
        yield replace(lost, passage_id=it.id, is_lost=True)


def _shown(
    view: Stores, document_id: DocumentId, spans: Sequence[Span], state: MentionState
) -> Iterator[Mention]:
    """Yield places of one document with what stands around them in the paragraph."""
    if not spans:
        return
    title = view.documents.title(document_id)
    text = view.documents.text(document_id)
    borders = [it.span.start for it in view.documents.blocks(document_id)]
    for span in spans:
        number = bisect_right(borders, span.start)
        first = max(span.start - CONTEXT, borders[number - 1] if number else 0)
        behind = borders[number] if number < len(borders) else len(text)
        last = max(span.end, min(span.end + CONTEXT, behind))
        before = single_spaced(text[first : span.start])
        after = single_spaced(text[span.end : last])
        words = span.of(text)
        yield Mention(state, document_id, title, span, words, before, after)

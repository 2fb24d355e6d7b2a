"""Texts that change: a new version, and the way of every passage into it.

A text itself never changes. Zones, bookmarks and discarded hits go the way of
passages, without being asked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from workbench.errors import InvalidValue, WorkbenchError
from workbench.importing.readers import read_file
from workbench.jobs import Tracker
from workbench.model.anchors import Anchor, AnchorKind
from workbench.model.documents import ParsedDocument
from workbench.model.ids import DiscardId, DocumentId, PassageId, ZoneId
from workbench.model.passages import AnchorState, Passage, Selector
from workbench.model.replacing import PassageMove, Replacement
from workbench.model.spans import Span
from workbench.operations.labels import counted, quoted
from workbench.project import Project
from workbench.text.anchoring import anchor_all
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
from workbench.views import Edit, ProjectView, Stores

FIND = "Finding the passages again"

_IN_NO_TEXT = re.compile(r"[\0\ud800-\udfff]")

_SAME = {AnchorKind.UNCHANGED, AnchorKind.MOVED}
_IN_DOUBT = {AnchorState.EDITED, AnchorState.AMBIGUOUS}
_STATES = {
    AnchorKind.UNCHANGED: AnchorState.EXACT,
    AnchorKind.MOVED: AnchorState.MOVED,
    AnchorKind.EDITED: AnchorState.EDITED,
    AnchorKind.AMBIGUOUS: AnchorState.AMBIGUOUS,
}


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
    parsed = _only(read_file(path), path)
    with project.reader() as view:
        _check_differs(view, document_id, parsed)
        version = view.documents.version(document_id)
        anchors = _anchors(view, document_id, parsed.text, tracker or Tracker())
    with project.operation("Replace document") as edit:
        document = edit.documents.get(document_id)
        places = _places(edit, document_id)
        is_same_text = document.version == version
        if not is_same_text or any(place not in anchors for place in places):
            raise WorkbenchError(
                f"“{document.name}” was changed meanwhile. Nothing was replaced; try"
                " again."
            )
        number = edit.documents.replace(document_id, parsed)
        edit.label = f"Replace {quoted(document.name)} by version {number}"
        passages = edit.passages.of_document(document_id)
        return _carry(edit, document_id, passages, anchors.__getitem__)


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
        name = edit.documents.get(document_id).name
        edit.label = f"Correct {quoted(span.of(text) or replacement)} in {quoted(name)}"
        typed = Correction(span, replacement)
        return _carry(
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


def _check_differs(
    view: ProjectView, document_id: DocumentId, parsed: ParsedDocument
) -> None:
    document = view.documents.get(document_id)
    if view.documents.text(document_id) == parsed.text:
        raise InvalidValue(
            f"{Path(parsed.path).name} says the same as “{document.name}”, to the"
            " letter. Nothing was changed."
        )


def _anchors(
    view: Stores, document_id: DocumentId, new: str, tracker: Tracker
) -> dict[Selector, Anchor]:
    places = _places(view, document_id)
    old = view.documents.text(document_id)

    def advance(done: int, total: int) -> None:
        tracker.advance(done, total, FIND)

    return dict(zip(places, anchor_all(old, new, places, advance), strict=True))


def _places(view: Stores, document_id: DocumentId) -> list[Selector]:
    """Return every place of a document that goes along into a new version."""
    passages = view.passages.selectors(document_id)
    zones = [place for _, place in view.zones.selectors(document_id)]
    bookmarks = [place for _, place in view.bookmarks.selectors(document_id)]
    discards = [place for _, place in view.searches.selectors(document_id)]
    return list(dict.fromkeys([*passages, *zones, *bookmarks, *discards]))


def _standing(edit: Edit, document_id: DocumentId) -> list[Passage]:
    """Return the passages of the current text; an orphan's text stays as it was."""
    return [
        it
        for it in edit.passages.of_document(document_id)
        if it.anchor is not AnchorState.ORPHANED
    ]


def _carry(
    edit: Edit,
    document_id: DocumentId,
    passages: Sequence[Passage],
    anchor_of: Callable[[Selector], Anchor],
) -> Replacement:
    """Let everything stand where it belongs in the version that is current now."""
    carrier = _Carrier(edit, document_id)
    moves = tuple(carrier.carry(it, anchor_of(it.selector)) for it in passages)
    places = dict(edit.zones.selectors(document_id))
    carrier.carry_zones(places, {it: anchor_of(places[it]).span for it in places})
    for bookmark_id, place in edit.bookmarks.selectors(document_id):
        found = anchor_of(place).span or carrier.nearest(place.span)
        if (selector := carrier.selector(found)) != place:
            edit.bookmarks.move(bookmark_id, selector)
    for discard_id, place in edit.searches.selectors(document_id):
        carrier.carry_discard(discard_id, place, anchor_of(place))
    return Replacement(document_id, carrier.version, moves)


class _Carrier:
    """Carries one passage after another into the current version."""

    def __init__(self, edit: Edit, document_id: DocumentId) -> None:
        self._edit = edit
        self._text = edit.documents.text(document_id)
        self.version = edit.documents.version(document_id)

    def selector(self, span: Span) -> Selector:
        """Describe a place of the current text."""
        return describe(self._text, span)

    def nearest(self, span: Span) -> Span:
        """Return as much of a span as the current text has."""
        end = len(self._text)
        return Span(min(span.start, end), min(span.end, end))

    def carry(self, passage: Passage, anchor: Anchor) -> PassageMove:
        """Write a passage's new place, where it is another one."""
        if anchor.span is None:
            self._orphan(passage)
            quote = ""
        else:
            quote = anchor.span.of(self._text)
            self._move(passage, anchor, anchor.span)
        return PassageMove(
            passage.id, anchor.kind, passage.span, passage.quote, anchor.span, quote,
            anchor.score,
        )  # fmt: skip

    def carry_zones(
        self,
        places: Mapping[ZoneId, Selector],
        found: Mapping[ZoneId, Span | None],
    ) -> None:
        """Write the zones' new places; what two would have belongs to the first."""
        zones = self._edit.zones
        end = 0
        for zone_id in sorted(places, key=lambda it: found[it] or Span(0, 0)):
            span = found[zone_id] or Span(0, 0)
            span = Span(max(span.start, end), max(span.end, end))
            end = span.end
            if not len(span):
                zones.remove(zone_id)
            elif (selector := self.selector(span)) != places[zone_id]:
                zones.move(zone_id, selector, count_words(selector.quote))

    def carry_discard(
        self, discard_id: DiscardId, place: Selector, anchor: Anchor
    ) -> None:
        """Write a discarded hit's new place; what is not surely the same is a hit."""
        searches = self._edit.searches
        if anchor.span is None or anchor.kind not in _SAME:
            searches.restore([discard_id])
        elif (selector := self.selector(anchor.span)) != place:
            searches.move_discard(discard_id, selector)

    def _orphan(self, passage: Passage) -> None:
        if passage.anchor is not AnchorState.ORPHANED:
            self._edit.passages.orphan(passage.id, self.version - 1)

    def _move(self, passage: Passage, anchor: Anchor, span: Span) -> None:
        place = self.selector(span)
        if anchor.kind is AnchorKind.UNCHANGED and place == passage.selector:
            return
        state = _STATES[anchor.kind]
        asks = anchor.kind is AnchorKind.AMBIGUOUS or (
            anchor.kind is AnchorKind.EDITED and anchor.score < 1
        )
        is_waiting = passage.needs_review and passage.anchor in _IN_DOUBT
        if is_waiting and not asks:  # no surer than the place it comes from
            state, asks = passage.anchor, True
        self._edit.passages.move(
            passage.id, self.version, place, state, needs_review=asks
        )

"""The way of every passage, zone, bookmark and discarded hit into a new version."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from workbench.jobs import Tracker
from workbench.model.anchors import Anchor, AnchorKind
from workbench.model.ids import DiscardId, DocumentId, ZoneId
from workbench.model.passages import AnchorState, Passage, Selector
from workbench.model.replacing import PassageMove, Replacement
from workbench.model.spans import Span
from workbench.text.anchoring import anchor_all
from workbench.text.blocks import count_words
from workbench.text.selectors import describe
from workbench.views import Edit, Stores

FIND = "Finding the passages again"

_SAME = {AnchorKind.UNCHANGED, AnchorKind.MOVED}
_IN_DOUBT = {AnchorState.EDITED, AnchorState.AMBIGUOUS}
_STATES = {
    AnchorKind.UNCHANGED: AnchorState.EXACT,
    AnchorKind.MOVED: AnchorState.MOVED,
    AnchorKind.EDITED: AnchorState.EDITED,
    AnchorKind.AMBIGUOUS: AnchorState.AMBIGUOUS,
}


def anchors_in(
    view: Stores, document_id: DocumentId, new: str, tracker: Tracker
) -> dict[Selector, Anchor]:
    """Find the places of a document in the text that shall be its next version."""
    places = places_of(view, document_id)
    old = view.documents.text(document_id)

    def advance(done: int, total: int) -> None:
        tracker.advance(done, total, FIND)

    return dict(zip(places, anchor_all(old, new, places, advance), strict=True))


def places_of(view: Stores, document_id: DocumentId) -> list[Selector]:
    """Return every place of a document that goes along into a new version."""
    passages = view.passages.selectors(document_id)
    zones = [place for _, place in view.zones.selectors(document_id)]
    bookmarks = [place for _, place in view.bookmarks.selectors(document_id)]
    discards = [place for _, place in view.searches.selectors(document_id)]
    return list(dict.fromkeys([*passages, *zones, *bookmarks, *discards]))


def carry_all(
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

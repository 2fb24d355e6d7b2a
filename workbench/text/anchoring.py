"""Finds passages again in a changed text.

Both texts are known, so what they share says where nearly every passage went. Only
what was lost that way is looked for, and only where the new text is not the place of
other old text: a lookalike that stood there before is not mistaken for the passage.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from workbench.model.anchors import Anchor, AnchorKind
from workbench.model.passages import Selector
from workbench.model.spans import Span
from workbench.text.likeness import likeness
from workbench.text.placing import TextMap
from workbench.text.seeking import MOST_ERRORS, Found, Seeker
from workbench.text.twins import Twins
from workbench.text.tying import compare

_STEP = 250
"""Passages between two reports of progress."""
_LONG = 4000
"""Characters from which texts are no longer compared letter by letter."""
_CERTAIN_LENGTH = 24
"""Characters from which a quote found once is the passage, whatever is around it."""
_ALIKE = 0.6
"""How alike what is around a place has to be to confirm it."""
_MARGIN = 0.05
"""How much better than the next place the best one has to be."""
_ORPHAN = Anchor(AnchorKind.ORPHANED, None, 0.0)


def anchor_all(
    old: str,
    new: str,
    selectors: Sequence[Selector],
    advance: Callable[[int, int], None] = lambda _done, _total: None,
) -> list[Anchor]:
    """Return where each selector's passage of the old text stands in the new one.

    A selector that does not fit the old text is looked for by its quote and context.
    `advance(done, total)` is called now and then and may raise to cancel.
    """
    total = len(selectors)
    if not selectors:
        return []
    anchorer = _Anchorer(old, new, lambda: advance(0, total))
    anchors = []
    for done, selector in enumerate(selectors):
        if done % _STEP == 0:
            advance(done, total)
        anchors.append(anchorer.anchor(selector))
    advance(total, total)
    return anchors


class _Anchorer:
    """Anchors one passage after the other, for the same pair of texts.

    A place is `whole` where all characters went along, `twin` where a copy may be the
    passage, `changed` where its surroundings stand, and `lost` else.
    """

    def __init__(self, old: str, new: str, pause: Callable[[], None]) -> None:
        self._old, self._new = old, new
        self._compared = compare(old, new, pause)
        self._map = TextMap(self._compared)
        self._twins = Twins(self._compared, self._map)

    def anchor(self, selector: Selector) -> Anchor:
        """Return where a passage stands in the new text, and how certain that is."""
        span = selector.span
        if span.end > len(self._old) or span.of(self._old) != selector.quote:
            return self._stray(selector)
        whole = self._map.whole(span)
        if whole is not None:
            return self._anchor_whole(selector, whole)
        return (
            self._anchor_twin(selector)
            or self._anchor_changed(selector)
            or self._anchor_lost(selector)
        )

    # By what the texts share ----------------------------------------------------------

    def _anchor_whole(self, selector: Selector, place: Span) -> Anchor:
        span = selector.span
        grown = self._map.grown(span, place)
        if grown != place:
            return self._edited(selector, grown)
        if place and self._is_doubtful(selector, place):
            return Anchor(AnchorKind.AMBIGUOUS, place, 1.0)
        return _unaltered(selector, place)

    def _is_doubtful(self, selector: Selector, place: Span) -> bool:
        """Tell whether a copy of the quote may as well be the passage."""
        span = selector.span
        return (
            self._twins.find(span) is not None
            or self._twins.are_likely(span)
            or (not self._map.is_held(span, place) and self._is_repeated(selector))
            or self._stands_better_elsewhere(selector, place)
        )

    def _stands_better_elsewhere(self, selector: Selector, place: Span) -> bool:
        """Tell whether what surrounded the passage is now around a new copy."""
        copies = self._free.copies(selector)
        if not copies:
            return False
        here = self._free.judge(selector, place).context
        return any(it.context > here + _MARGIN for it in copies)

    def _is_repeated(self, selector: Selector) -> bool:
        quote = selector.quote
        return any(text.find(quote, text.find(quote) + 1) >= 0
                   for text in (self._old, self._new))  # fmt: skip

    def _anchor_twin(self, selector: Selector) -> Anchor | None:
        twin = self._twins.find(selector.span)
        if twin is None or twin.of(self._new) != selector.quote:
            return None
        return Anchor(AnchorKind.AMBIGUOUS, twin, 1.0)

    def _anchor_changed(self, selector: Selector) -> Anchor | None:
        span = selector.span
        place = self._map.place(span)
        if place is None:
            return self._anchor_island(selector)
        exact = self._exact_at_ends(selector, place.span) if place.tied else None
        if exact is not None:
            return _unaltered(selector, exact)
        grown = self._map.grown(span, place.span)
        if max(len(span), len(grown)) > _LONG:
            score = 2 * place.tied / (len(span) + len(grown))
            return Anchor(AnchorKind.EDITED, grown, score) if score >= 0.5 else None
        anchor = self._edited(selector, grown)
        if anchor.score >= 0.5:
            return anchor
        return self._anchor_island(selector) if not place.tied else None

    def _exact_at_ends(self, selector: Selector, place: Span) -> Span | None:
        """Find the quote whole where only the ends of the change are undecided."""
        length = len(selector.quote)
        starts = {place.start, place.end - length}
        spans = [Span(it, it + length) for it in starts
                 if it >= 0 and self._new.startswith(selector.quote, it)]  # fmt: skip
        return spans[0] if len(spans) == 1 else None

    def _anchor_island(self, selector: Selector) -> Anchor | None:
        """Find a few words that survived in the middle of what was written anew."""
        gap = self._map.gap_around(selector.span)
        if gap is None or not selector.quote or max(len(gap.old), len(gap.new)) > _LONG:
            return None
        quote, around = selector.quote, gap.new.of(self._new)
        if around.count(quote) != 1 or gap.old.of(self._old).count(quote) != 1:
            return None
        start = gap.new.start + around.find(quote)
        return Anchor(AnchorKind.AMBIGUOUS, Span(start, start + len(quote)), 1.0)

    def _edited(self, selector: Selector, place: Span) -> Anchor:
        score = likeness(selector.quote, place.of(self._new))
        # The same words, yet not known to be the same copy.
        kind = AnchorKind.AMBIGUOUS if score == 1 else AnchorKind.EDITED
        return Anchor(kind, place, score)

    # By looking for it ----------------------------------------------------------------

    @cached_property
    def _free(self) -> Seeker:
        """Look only where the new text is no other old text's place."""
        it = self._compared
        return Seeker(it.new, it.new_tokens, it.tied_new, it.vocabulary)

    @cached_property
    def _left_over(self) -> Seeker:
        """Look in the old text that went nowhere: who else may be looking for it."""
        it = self._compared
        return Seeker(it.old, it.old_tokens, it.tied_old, it.vocabulary)

    @cached_property
    def _everywhere(self) -> Seeker:
        """Look in all of the new text."""
        it = self._compared
        free = bytearray(len(it.new_tokens))
        return Seeker(it.new, it.new_tokens, free, it.vocabulary)

    def _anchor_lost(self, selector: Selector) -> Anchor:
        """Look for a passage whose surroundings went as well."""
        anchor = _choose(selector, self._free.find(selector))
        if anchor.span is None:
            return self._anchor_copy(selector)
        if anchor.kind is not AnchorKind.MOVED:
            return anchor
        rivals = [it for it in self._left_over.find(selector) if it.exact]
        return _doubted(anchor) if len(rivals) > 1 else anchor

    def _anchor_copy(self, selector: Selector) -> Anchor:
        """Find repeated words of which none went: their copies changed places."""
        found = [it for it in self._everywhere.find(selector)
                 if it.exact and _is_confirmed(it)]  # fmt: skip
        quote = selector.quote
        if not found or self._new.count(quote) < self._old.count(quote):
            return _ORPHAN
        return _doubted(_unaltered(selector, found[0].span))

    def _stray(self, selector: Selector) -> Anchor:
        """Anchor a passage that the old text did not have either."""
        found = [it for it in self._everywhere.find(selector)
                 if _is_confirmed(it) or not self._free.is_taken(it.span)]  # fmt: skip
        return _choose(selector, found)


def _choose(selector: Selector, found: list[Found]) -> Anchor:
    """Decide between places, best first."""
    fitting = [it for it in found if _is_good(it, len(selector.quote))]
    if not fitting:
        return _ORPHAN
    best = fitting[0]
    rival = any(it.score > best.score - _MARGIN for it in fitting[1:])
    if best.exact:
        anchor = _unaltered(selector, best.span)
        long = len(selector.quote) >= _CERTAIN_LENGTH and len(fitting) == 1
        return (
            _doubted(anchor) if rival or not (long or _is_confirmed(best)) else anchor
        )
    anchor = Anchor(AnchorKind.EDITED, best.span, best.quote)
    return _doubted(anchor) if rival else anchor


def _is_good(found: Found, length: int) -> bool:
    """Tell whether a place is close enough: the shorter the quote, the closer."""
    errors = (1 - found.quote) * max(length, len(found.span))
    if errors > min(MOST_ERRORS, length / 2):
        return False
    if found.exact:
        return True
    if length < 32:
        return found.quote >= 0.85 and _is_confirmed(found)
    return found.quote >= (0.85 if length < 64 else 0.75)


def _is_confirmed(found: Found) -> bool:
    """Tell whether the passage's contexts, as far as it has any, are there too."""
    return all(it >= _ALIKE for it in found.known)


def _unaltered(selector: Selector, place: Span) -> Anchor:
    same = place == selector.span
    return Anchor(AnchorKind.UNCHANGED if same else AnchorKind.MOVED, place, 1.0)


def _doubted(anchor: Anchor) -> Anchor:
    return Anchor(AnchorKind.AMBIGUOUS, anchor.span, anchor.score)

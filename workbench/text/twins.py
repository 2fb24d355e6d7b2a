"""Tells whether a copy next to a passage may as well be the passage.

When one of two equal stretches was inserted or deleted next to the other, nothing
says which one it was.
"""

from __future__ import annotations

from workbench.model.spans import Span
from workbench.text.likeness import likeness
from workbench.text.placing import Gap, TextMap
from workbench.text.tying import Comparison, Tie

_NEAR = 3
"""Gaps on either side of a passage in which an edited copy is looked for."""
_NEARBY = 2_000
"""Characters up to such a copy, at most."""
_FAR = 20_000
"""Characters up to a copy that is equal to the letter, at most."""
_SLIGHT = 12
"""Characters that may differ in the shortest edited copy."""


class Twins:
    """Looks for copies around the places of the old text."""

    def __init__(self, compared: Comparison, places: TextMap) -> None:
        self._old, self._new = compared.old, compared.new
        self._places = places

    def find(self, span: Span) -> Span | None:
        """Return a place for the span that explains the change as well as any."""
        at = self._places.tie_at(span.start)
        tie = self._places.tie(at)
        if span.end <= tie.old_end:
            return self._of_tied(span, at, tie)
        gap = self._places.gap_around(span)
        if gap and not gap.new and span.end <= gap.old.end:
            return self._of_deleted(span, gap)
        return None

    def _of_tied(self, span: Span, at: int, tie: Tie) -> Span | None:
        """Return the twin of a span that stands whole, next to what came or went."""
        shift = tie.new - tie.old
        for gap, stretch, sign in (
            (self._places.gap(at), Span(span.start, tie.old_end), 1),
            (self._places.gap(at - 1), Span(tie.old, span.end), -1),
        ):
            if gap is None or bool(gap.old) == bool(gap.new):
                continue
            by = sign * (len(gap.old) + len(gap.new))
            if gap.new and self._repeats(self._new, stretch, span, shift + by):
                return Span(span.start + shift + by, span.end + shift + by)
            # Had this one been deleted, the other would stand where this one stood.
            if gap.old and self._repeats(self._old, stretch, span, by):
                return Span(span.start + shift, span.end + shift)
        return None

    def _of_deleted(self, span: Span, gap: Gap) -> Span | None:
        """Return where the copy stands that was next to a span that went."""
        by = len(gap.old)
        back, on = Span(span.start, gap.old.end), Span(gap.old.start, span.end)
        for stretch, over in ((back, -by), (on, by)):
            if self._repeats(self._old, stretch, span, over):
                return self._places.whole(Span(span.start + over, span.end + over))
        return None

    def _repeats(self, text: str, stretch: Span, span: Span, by: int) -> bool:
        """Tell whether the old text's stretch stands in `text` again, `by` further."""
        return (
            len(stretch) <= _FAR
            and stretch.start + by >= 0
            and text.startswith(span.of(self._old), span.start + by)
            and text.startswith(stretch.of(self._old), stretch.start + by)
        )

    def are_likely(self, span: Span) -> bool:
        """Tell whether there is a copy, with the text up to it edited a little."""
        at = self._places.tie_at(span.start)
        return any(
            self._copies(span, gap, text, inside, follows=it >= at)
            for it in range(at - _NEAR, at + _NEAR)
            if (gap := self._places.gap(it)) is not None
            for text, inside in ((self._new, gap.new), (self._old, gap.old))
            if len(inside) >= len(span)
        )

    def _copies(
        self, span: Span, gap: Gap, text: str, inside: Span, *, follows: bool
    ) -> bool:
        """Tell whether the gap repeats the text from the span up to the gap."""
        first, last = sorted(
            (span.start, gap.old.start) if follows else (gap.old.end, span.end)
        )
        if last - first > _NEARBY:
            return False
        quote, reach = span.of(self._old), 2 * (last - first)
        if follows:
            start = text.find(quote, max(inside.start, inside.end - reach), inside.end)
            copy = text[start : inside.end]
        else:
            end = min(inside.end, inside.start + reach)
            start = text.rfind(quote, inside.start, end)
            copy = text[inside.start : start + len(quote)]
        longer = max(last - first, len(copy))
        if start < 0 or longer > _NEARBY:
            return False
        unlike = 1 - likeness(self._old[first:last], copy)
        return unlike * longer <= max(_SLIGHT, longer * 0.2)

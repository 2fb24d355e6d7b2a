"""Looks for a quote in those parts of a text that are nobody else's place.

Runs of three words vote for where the quote might begin; the best places are then
aligned word by word. So a search costs what the quote is long, not what the text is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model.passages import Selector
from workbench.model.spans import Span
from workbench.text.likeness import likeness
from workbench.text.sequences import align, free_stretches, hash_grams
from workbench.text.tokens import Tokens, Vocabulary

MOST_ERRORS = 256
"""Characters that may differ, however long the quote is."""
_GRAM = 3
"""Words that vote together."""
_COMMON = 64
"""A run of words that stands more often than this says nothing."""
_MOST_GRAMS = 512
_MOST_PLACES = 6
_LONGEST = 4000
"""Words of a quote that are still aligned."""
_WEIGHTS = (50, 20, 20, 2)
"""What counts for a place: the quote, what is before and after it, and nearness."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place that may be the passage's.

    `quote` and `contexts` say from 0 to 1 how alike the characters are; a context
    that the passage does not have is None. `score`, from 0 to 1, weighs them all.
    """

    span: Span
    quote: float
    contexts: tuple[float | None, float | None]
    score: float

    @property
    def exact(self) -> bool:
        """Tell whether the quote stands there to the character."""
        return self.quote == 1

    @property
    def context(self) -> float:
        """Return how alike both contexts are together, 0 to 2."""
        return sum(1 if it is None else it for it in self.contexts)

    @property
    def known(self) -> list[float]:
        """Return how alike the contexts are that the passage has."""
        return [it for it in self.contexts if it is not None]


class Seeker:
    """Finds quotes in the tokens of a text that are not taken.

    A `taken` token, one byte each, is the place of other text already.
    """

    def __init__(
        self, text: str, tokens: Tokens, taken: bytearray, vocabulary: Vocabulary
    ) -> None:
        self._text, self._tokens, self._vocabulary = text, tokens, vocabulary
        self._stretches = list(free_stretches(taken))
        self._taken = taken
        self._places: dict[int, dict[int, list[int]]] = {}

    def find(self, selector: Selector) -> list[Found]:
        """Return the places that fit, best first."""
        quote = Tokens(selector.quote, self._vocabulary)
        found: dict[Span, Found] = {}
        for start in self._votes(quote.ids):
            span = self._fit(selector.quote, quote, start)
            if span is not None and span not in found:
                fitting = self.judge(selector, span)
                if fitting.quote >= 0.5:
                    found[span] = fitting
        return _apart(sorted(found.values(), key=lambda it: -it.score))

    def copies(self, selector: Selector) -> list[Found]:
        """Return where the quote stands to the character."""
        quote = Tokens(selector.quote, self._vocabulary)
        if len(quote) < _GRAM:
            return []
        # The first token may be the rest of a word: it is looked at only if need be.
        first = int(len(quote) > _GRAM + 1)
        gram = hash_grams(quote.ids[first : first + _GRAM], _GRAM)[0]
        lead = quote.spans[first][0]
        starts = [self._tokens.spans[at][0] - lead
                  for at in self._grams(_GRAM).get(gram, ())[:_COMMON]]  # fmt: skip
        return [
            self.judge(selector, Span(start, start + len(selector.quote)))
            for start in starts
            if start >= 0 and self._text.startswith(selector.quote, start)
        ]

    def judge(self, selector: Selector, span: Span) -> Found:
        """Say how well a place fits."""
        text, quote, length = self._text, selector.quote, len(selector.prefix)
        alike = likeness(quote, span.of(text))
        contexts = (
            _context(selector.prefix, text[max(0, span.start - length) : span.start]),
            _context(selector.suffix, text[span.end : span.end + len(selector.suffix)]),
        )
        away = abs(span.start - selector.span.start) / max(1, len(text))
        parts = (alike, *contexts, 1 - min(1.0, away))
        known = [(weight, it) for weight, it in zip(_WEIGHTS, parts, strict=True)
                 if it is not None]  # fmt: skip
        score = sum(weight * it for weight, it in known) / sum(it for it, _ in known)
        return Found(span, alike, contexts, score)

    def is_taken(self, span: Span) -> bool:
        """Tell whether any token in the span is somebody's place."""
        return any(
            taken and start < span.end and span.start < end
            for taken, (start, end) in self._tokens_near(span)
        )

    def _tokens_near(self, span: Span) -> Sequence[tuple[int, tuple[int, int]]]:
        """Return the tokens around a span: whether each is taken, and where it is."""
        spans = self._tokens.spans
        first = max(0, bisect_left(spans, (span.start, 0)) - 1)
        last = bisect_left(spans, (span.end, 0))
        return list(zip(self._taken[first:last], spans[first:last], strict=True))

    def _votes(self, quote: list[int]) -> list[int]:
        """Return the tokens where the quote most likely begins."""
        length = min(_GRAM, len(quote))
        if not length:
            return []
        places = self._grams(length)
        grams = hash_grams(quote, length)
        votes: Counter[int] = Counter()
        for at in range(0, len(grams), 1 + len(grams) // _MOST_GRAMS):
            standing = places.get(grams[at], ())
            if len(standing) <= _COMMON:
                votes.update([place - at for place in standing])
        return [start for start, _ in votes.most_common(_MOST_PLACES)]

    def _grams(self, length: int) -> dict[int, list[int]]:
        """Return where each run of `length` free tokens begins, by its hash."""
        if length not in self._places:
            places = self._places[length] = defaultdict(list)
            for first, last in self._stretches:
                grams = hash_grams(self._tokens.ids[first:last], length)
                for at, gram in enumerate(grams, first):
                    places[gram].append(at)
        return self._places[length]

    def _fit(self, text: str, quote: Tokens, start: int) -> Span | None:
        """Return the characters around a token that fit the quote best."""
        slack = 4 + len(quote) // 4
        first = max(0, start - slack)
        last = min(len(self._tokens), start + len(quote) + slack)
        if first >= last or len(quote) > _LONGEST:
            return None
        spans = self._tokens.spans
        exact = self._text.find(text, spans[first][0], spans[last - 1][1])
        if exact >= 0:
            return Span(exact, exact + len(text))
        blocks = align(quote.ids, self._tokens.ids[first:last])
        if not blocks:
            return None
        head, tail = blocks[0], blocks[-1]
        start = first + head[1]
        end = first + tail[1] + tail[2]
        before = max(first, start - head[0])
        after = min(last, end + len(quote) - tail[0] - tail[2])
        options = [Span(spans[one][0], spans[other - 1][1])
                   for one in {start, before} for other in {end, after}]  # fmt: skip
        return max(options, key=lambda it: likeness(text, it.of(self._text)))


def _context(wanted: str, there: str) -> float | None:
    return likeness(wanted, there) if wanted else None


def _apart(found: list[Found]) -> list[Found]:
    """Keep the best of those that overlap."""
    kept: list[Found] = []
    for it in found:
        if not any(it.span.overlaps(other.span) for other in kept):
            kept.append(it)
    return kept

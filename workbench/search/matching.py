"""Finds where a term of the query stands in a text, to the character.

The index says which paragraphs to look at; what it cannot know (capitals, signs,
dots) is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from workbench.model.spans import Span
from workbench.search.indexing.folding import (
    MARK,
    SEPARATOR,
    UNSPACED,
    fold,
    is_unspaced,
    tokens,
)
from workbench.search.nearness import Run, smallest_runs
from workbench.search.tree import Near, Sequence, Term, Wanted, Way
from workbench.text.folding import letters_of

MANY_WORDS: Final = 8
"""From here on, words are looked up; a pattern would try each at every place."""
MOST_KEPT: Final = 256

_Finder = tuple[re.Pattern[str], Sequence | None]


def find(term: Term, text: str) -> Iterator[Span]:
    """Yield where the term stands in the text.

    A phrase is one span, and so is all from the first to the last of words that are
    near each other.
    """
    folded = fold(text)
    finders = _finders(term, _ways_of(folded))
    for finder in finders.patterns:
        for _, span in _standing(finder, text, folded):
            yield span
    if finders.words:
        for token in tokens(text):
            if token.folded in finders.words:
                yield Span(token.start, token.end)
    for near, parts in finders.nears:
        yield from _near(near, parts, text, folded)


def stands_in(term: Term, text: str) -> bool:
    """Tell whether the term stands in the text."""
    if text.isascii() and not _may_stand(term, text):
        return False
    return any(True for _ in find(term, text))


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, overlapping ones joined."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and merged[-1].overlaps(span):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _may_stand(term: Term, text: str) -> bool:
    """Look for the words as they are: quicker than folding, and enough to say no."""
    lowered = text.lower()
    return any(
        all(_may_be_there(word, text, lowered, way) for word in way.words)
        for way in term.sequences
    )


def _may_be_there(word: Wanted, text: str, lowered: str, way: Way) -> bool:
    if word.capitals and word.folded.upper() not in text:
        return False
    # Of words that are near each other, the same may be wanted more than once.
    return lowered.count(word.folded) >= way.words.count(word)


def _standing(finder: _Finder, text: str, folded: str) -> Iterator[tuple[Span, Span]]:
    """Yield where words stand, first without and then with what belongs to them."""
    pattern, sequence = finder
    place = 0
    while match := pattern.search(folded, place):
        bare = Span(match.start(), match.end())
        span = bare if sequence is None else _check(text, match, sequence)
        if span is not None:
            yield bare, span
        # One on, not behind the match: in "a b a b a", "a b a" stands twice.
        place = match.start() + 1


def _near(
    near: Near, parts: tuple[_Finder, ...], text: str, folded: str
) -> Iterator[Span]:
    words = tokens(text)
    starts = {word.start: number for number, word in enumerate(words)}
    ends = {word.end: number for number, word in enumerate(words, 1)}
    places: dict[_Finder, list[Run]] = {part: [] for part in parts}
    whole: dict[int, Span] = {}
    for part, runs in places.items():
        for bare, span in _standing(part, text, folded):
            start, end = starts[bare.start], ends[bare.end]
            runs.append((start, end))
            whole[start] = whole[end - 1] = span
    for start, end in smallest_runs([places[it] for it in parts], near.between):
        yield Span(whole[start].start, whole[end - 1].end)


def _check(text: str, match: re.Match[str], sequence: Sequence) -> Span | None:
    """Return the match with its signs, or None when the text is written otherwise."""
    for place, word in enumerate(sequence.words, 1):
        start, end = match.span(place)
        if not _is_written(text, start, end, word):
            return None
        if word.gap and text[end : match.start(place + 1)] != word.gap:
            return None
    if sequence.written and letters_of(text[slice(*match.span())]) != sequence.written:
        return None
    start = match.start() - len(sequence.words[0].before)
    end = match.end()
    if sequence.words[-1].after:
        end = text.index(sequence.words[-1].after, end) + 1
    elif sequence.is_dotted and text[end : end + 1] == ".":
        end += 1
    return Span(start, end)


def _is_written(text: str, start: int, end: int, word: Wanted) -> bool:
    if word.capitals and not text[start:end].isupper():
        return False
    if word.before and text[:start][-1:] != word.before:
        return False
    # "32 %" is written with a space as often as without.
    return not word.after or text[end : end + 2].lstrip()[:1] == word.after


@dataclass(frozen=True, slots=True)
class _Ways:
    """What words of a text may look like: only what it needs is looked for."""

    has_marks: bool
    outside: str


def _ways_of(folded: str) -> _Ways:
    apart = UNSPACED if is_unspaced(folded) else ""
    return _Ways(MARK in folded, f"[^{SEPARATOR}{apart}]")


@dataclass(frozen=True, slots=True)
class _Finders:
    """How to look for a term: by patterns, by looking words up, and nearness."""

    patterns: tuple[_Finder, ...]
    words: frozenset[str]
    nears: tuple[tuple[Near, tuple[_Finder, ...]], ...]


_kept: dict[tuple[int, _Ways], tuple[Term, _Finders]] = {}


def _finders(term: Term, ways: _Ways) -> _Finders:
    if len(term.sequences) <= MANY_WORDS:
        return _made(term, ways)
    # By identity: to compare terms of 2,000 words takes longer than to find them.
    known = _kept.get((id(term), ways))
    if known is None or known[0] is not term:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[id(term), ways] = known = (term, _make(term, ways))
    return known[1]


@lru_cache(maxsize=MOST_KEPT)
def _made(term: Term, ways: _Ways) -> _Finders:
    return _make(term, ways)


def _make(term: Term, ways: _Ways) -> _Finders:
    nears = [way for way in term.sequences if isinstance(way, Near)]
    sequences = [way for way in term.sequences if isinstance(way, Sequence)]
    plain = [sequence for sequence in sequences if sequence.is_plain]
    words = [it.words[0].folded for it in plain if _is_word(it)]
    if len(words) < MANY_WORDS:
        words = []
    else:
        plain = [it for it in plain if not _is_word(it)]
    finders: list[_Finder] = [
        (_pattern([sequence], ways), sequence)
        for sequence in sequences
        if not sequence.is_plain
    ]
    if plain:
        finders.append((_pattern(plain, ways), None))
    parts = [tuple((_pattern([it], ways), it) for it in near.parts) for near in nears]
    return _Finders(
        tuple(finders), frozenset(words), tuple(zip(nears, parts, strict=True))
    )


def _is_word(sequence: Sequence) -> bool:
    return len(sequence.words) == 1 and not sequence.is_prefix


def _pattern(sequences: list[Sequence], ways: _Ways) -> re.Pattern[str]:
    """Return a pattern of nothing but these words: it takes linear time."""
    before, after = f"(?<!{ways.outside})", f"(?!{ways.outside})"
    unspaced = [it for it in sequences if any(map(_is_apart, it.words))]
    spaced = [it for it in sequences if it not in unspaced]
    patterns = [_way(it, ways, before, after) for it in unspaced]
    if spaced:  # one look at the borders for all of them
        joined = "|".join(_way(it, ways) for it in spaced)
        patterns.append(f"{before}(?:{joined}){after}")
    return re.compile("|".join(patterns))


def _way(sequence: Sequence, ways: _Ways, before: str = "", after: str = "") -> str:
    marks = f"{MARK}*" if ways.has_marks else ""
    words = [
        "".join(re.escape(letter) + marks for letter in word.folded)
        for word in sequence.words
    ]
    if sequence.is_prefix and not _is_apart(sequence.words[-1]):
        words[-1] += f"{ways.outside}*"
    pattern = f"({words[0]})"
    for word, last, text in zip(
        sequence.words[1:], sequence.words, words[1:], strict=False
    ):
        # A character that is a word of its own needs no space beside it.
        is_apart = _is_apart(word) or _is_apart(last)
        pattern += f"{SEPARATOR}{'*' if is_apart else '+'}({text})"
    starts = "" if _is_apart(sequence.words[0]) else before
    return starts + pattern + ("" if _is_apart(sequence.words[-1]) else after)


def _is_apart(word: Wanted) -> bool:
    return is_unspaced(word.folded)

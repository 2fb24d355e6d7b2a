"""Finds where a term of the query stands in a text, to the character.

The index says which paragraphs to look at; what it cannot know (capitals, signs,
dots) is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from workbench.model.spans import Span
from workbench.search.folding import MARK, SEPARATOR, fold
from workbench.search.tree import Sequence, Term, Wanted

_Finder = tuple[re.Pattern[str], Sequence | None]


def find(term: Term, text: str) -> Iterator[Span]:
    """Yield where the term stands in the text, a phrase as one span."""
    folded = fold(text)
    for pattern, sequence in _finders(term, has_marks=MARK in folded):
        place = 0
        while match := pattern.search(folded, place):
            if sequence is None:
                yield Span(match.start(), match.end())
            elif (span := _check(text, match, sequence)) is not None:
                yield span
            # One on, not behind the match: in "a b a b a", "a b a" stands twice.
            place = match.start() + 1


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
    """Look for capitals as they are: quicker than folding, and enough to say no."""
    return any(
        all(not word.capitals or word.folded.upper() in text for word in sequence.words)
        for sequence in term.sequences
    )


def _check(text: str, match: re.Match[str], sequence: Sequence) -> Span | None:
    """Return the match with its signs, or None when the text is written otherwise."""
    for place, word in enumerate(sequence.words, 1):
        start, end = match.span(place)
        if not _is_written(text, start, end, word):
            return None
        if word.gap and text[end : match.start(place + 1)] != word.gap:
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


@lru_cache(maxsize=256)
def _finders(term: Term, *, has_marks: bool) -> tuple[_Finder, ...]:
    plain = [sequence for sequence in term.sequences if sequence.is_plain]
    finders: list[_Finder] = [
        (_pattern([sequence], has_marks=has_marks), sequence)
        for sequence in term.sequences
        if not sequence.is_plain
    ]
    if plain:
        finders.append((_pattern(plain, has_marks=has_marks), None))
    return tuple(finders)


def _pattern(sequences: list[Sequence], *, has_marks: bool) -> re.Pattern[str]:
    """Return a pattern of nothing but these words: it takes linear time."""
    ways = "|".join(_way(sequence, has_marks=has_marks) for sequence in sequences)
    outside = f"[^{SEPARATOR}]"
    return re.compile(f"(?<!{outside})(?:{ways})(?!{outside})")


def _way(sequence: Sequence, *, has_marks: bool) -> str:
    marks = f"{MARK}*" if has_marks else ""
    words = [
        "".join(re.escape(letter) + marks for letter in word.folded)
        for word in sequence.words
    ]
    if sequence.is_prefix:
        words[-1] += f"[^{SEPARATOR}]*"
    return f"{SEPARATOR}+".join(f"({word})" for word in words)

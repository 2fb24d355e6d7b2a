"""Why a word or phrase of a query is not found in one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Sequence as Row
from dataclasses import replace
from difflib import get_close_matches
from typing import Final

from workbench.search.indexing.folding import tokens
from workbench.search.matching import find, stands_in
from workbench.search.tree import Near, Sequence, Term, Wanted, Way

NOT_THERE: Final = "it is not there"
_MOST_WORDS: Final = 12


def why_missing(term: Term, content: Row[str], zones: Iterable[str]) -> str:
    """Say why a term is in none of these paragraphs; `zones` were not searched."""
    if any(stands_in(term, text) for text in zones):
        return "it is only in a zone, and zones are not searched"
    written = _otherwise_written(term, content)
    if written:
        return f"it has “{written}”, but not {term.label}"
    words = term.sequences[0].words if term.sequences else ()
    if len(words) > 1:
        return _apart(words, content)
    return _nearest(term, content)


def _otherwise_written(term: Term, content: Iterable[str]) -> str:
    """Return how the text has it without the capitals or signs that were asked for."""
    if term.is_plain:
        return ""
    loose = replace(term, sequences=tuple(map(_loose, term.sequences)))
    for text in content:
        for found in find(loose, text):
            return found.of(text)
    return ""


def _loose(way: Way) -> Way:
    if isinstance(way, Near):
        return replace(way, parts=tuple(map(_loose_words, way.parts)))
    return _loose_words(way)


def _loose_words(way: Sequence) -> Sequence:
    words = tuple(Wanted(it.folded) for it in way.words)
    return replace(way, words=words, written="")


def _apart(words: Row[Wanted], content: Row[str]) -> str:
    distinct = list(dict.fromkeys(words))[:_MOST_WORDS]
    there = {
        it for it in distinct if any(stands_in(_alone(it), text) for text in content)
    }
    if len(there) < len(distinct):
        present = [it.folded for it in distinct if it in there]
        absent = [it.folded for it in distinct if it not in there]
        said = f"it has {_listed(present)}, but not {_listed(absent)}"
        return said if present else f"it has neither of its words: {_listed(absent)}"
    between = min(_between(words, content), default=None)
    if between is None:
        return "its words are only in different paragraphs"
    if not between:
        return "its words are there, but in another order"
    return f"its words are there, but with {_words(between)} between them"


def _alone(word: Wanted) -> Term:
    return Term(word.folded, (Sequence((replace(word, gap=None),)),))


def _between(words: Row[Wanted], content: Iterable[str]) -> Iterator[int]:
    """Yield how many other words lie between the first and the last of them."""
    wanted = {it.folded for it in words}
    for text in content:
        places = [
            (place, it.folded)
            for place, it in enumerate(tokens(text))
            if it.folded in wanted
        ]
        yield from _windows(places, wanted)


def _windows(places: Row[tuple[int, str]], wanted: set[str]) -> Iterator[int]:
    """Yield the gaps in each shortest stretch that has all of the wanted words."""
    last: dict[str, int] = {}
    for place, word in places:
        last[word] = place
        if len(last) == len(wanted):
            yield place - min(last.values()) + 1 - len(wanted)


def _nearest(term: Term, content: Iterable[str]) -> str:
    wanted = "".join(it.folded for way in term.sequences[:1] for it in way.words)
    wanted = wanted or term.label.casefold()
    words = {it.folded for text in content for it in tokens(text)}
    alike = get_close_matches(wanted, words, cutoff=0.7)
    return f"{NOT_THERE}; most like it: {_listed(alike)}" if alike else NOT_THERE


def _listed(words: Iterable[str]) -> str:
    quoted = [f"“{word}”" for word in words]
    return " and ".join(filter(None, (", ".join(quoted[:-1]), *quoted[-1:])))


def _words(count: int) -> str:
    return "1 other word" if count == 1 else f"{count} other words"

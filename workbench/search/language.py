"""Reads what a person typed into a tree, and never refuses it.

What cannot be read is left out and said; Whoosh's parser does the grammar, `words`
the spelling of each word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Final

from workbench.model.search import Unread
from workbench.search.filters import DATE_HELP, Filters
from workbench.search.tree import And, Filter, Node, Not, Or, Term
from workbench.search.vocabulary import Vocabulary
from workbench.search.words import MOST_FORMS, read_phrase, read_word

LONGEST_QUERY: Final = 2000
MOST_TERMS: Final = 64
DEEPEST_PARENTHESES: Final = 20

_QUOTES = str.maketrans("“”„‟«»‘’‚‛", '""""""' + "''''")


@dataclass(slots=True)
class Reading:
    """A query as it was read; `tidied` has the characters at the places typed."""

    tree: Node | None
    tidied: str
    unread: list[Unread] = field(default_factory=list)


def read(query: str, vocabulary: Vocabulary, filters: Filters) -> Reading:
    """Read a query; whatever it is, something comes back."""
    # Imported here because Whoosh costs start-up time and not every run searches.
    from workbench.search import grammar

    reading = Reading(None, _tidy(query[:LONGEST_QUERY]))
    if len(query) > LONGEST_QUERY:
        reading.unread.append(Unread(f"everything after {LONGEST_QUERY:,} characters"))
    reading.tidied = _balance_quotes(reading.tidied, reading.unread)
    reading.tidied = _balance_parentheses(reading.tidied, reading.unread)
    parsed, dropped = grammar.parse(reading.tidied)
    reading.unread += [Unread(f"{it} (nothing to join)") for it in dropped]
    reading.tree = _Reader(reading, vocabulary, filters).node(parsed)
    reading.unread = list(dict.fromkeys(reading.unread))
    return reading


def _tidy(query: str) -> str:
    """Straighten quotation marks and blank control characters, same length."""
    return "".join(
        " " if unicodedata.category(character) in {"Cc", "Cs"} else character
        for character in query.translate(_QUOTES)
    )


def _balance_quotes(query: str, unread: list[Unread]) -> str:
    if query.count('"') % 2 == 0:
        return query
    unread.append(Unread("a quotation mark without its partner"))
    before, _, after = query.rpartition('"')
    return f"{before} {after}"


def _balance_parentheses(query: str, unread: list[Unread]) -> str:
    """Blank parentheses that have no partner or go too deep."""
    characters = list(query)
    opened: list[int] = []
    unwanted: list[int] = []
    in_quotes = False
    for place, character in enumerate(characters):
        if character == '"':
            in_quotes = not in_quotes
        elif character == "(" and not in_quotes:
            opened.append(place)
        elif character == ")" and not in_quotes:
            depth = len(opened)
            partner = opened.pop() if opened else place
            if not depth or depth > DEEPEST_PARENTHESES:
                unwanted += [partner, place]
    if opened or unwanted:
        unread.append(Unread("parentheses without a partner, or too deep"))
    for place in opened + unwanted:
        characters[place] = " "
    return "".join(characters)


class _Reader:
    """Turns Whoosh's query tree into ours."""

    def __init__(
        self, reading: Reading, vocabulary: Vocabulary, filters: Filters
    ) -> None:
        self._unread = reading.unread
        self._tidied = reading.tidied
        self._vocabulary = vocabulary
        self._filters = filters
        self._terms = 0

    def node(self, parsed: Any) -> Node | None:
        """Return the node for a query of Whoosh's, None if nothing is left of it."""
        from whoosh import query

        if isinstance(parsed, query.Not):
            part = self.node(parsed.query)
            return None if part is None else Not(part)
        if isinstance(parsed, query.And | query.Or):
            return self._group(parsed, Or if isinstance(parsed, query.Or) else And)
        if isinstance(parsed, query.TermRange):
            return self._range(parsed)
        if isinstance(parsed, query.Phrase):
            return self._leaf(parsed, " ".join(parsed.words), is_phrase=True)
        is_word = isinstance(parsed, query.Term)
        return self._leaf(parsed, parsed.text) if is_word else None

    def _group(self, parsed: Any, group: type[And | Or]) -> Node | None:
        nodes = [self.node(part) for part in parsed]
        parts = tuple(node for node in nodes if node is not None)
        if len(parts) <= 1:
            return parts[0] if parts else None
        return group(parts)

    def _leaf(self, parsed: Any, typed: str, *, is_phrase: bool = False) -> Node | None:
        self._terms += 1
        if self._terms > MOST_TERMS:
            if self._terms == MOST_TERMS + 1:
                self._unread.append(Unread(f"everything after {MOST_TERMS} words"))
            return None
        name = parsed.fieldname.lower()
        if name in {"tag", "date", "doc"}:
            return self._filter(name, typed)
        term = read_phrase(typed) if is_phrase else read_word(typed, self._vocabulary)
        if term is None:
            self._unread.append(Unread(f"{_shown(typed)} (nothing in it to look for)"))
            return None
        start, end = parsed.startchar or 0, parsed.endchar or 0
        self._remark(term, typed, is_phrase=is_phrase, rest=self._tidied[start:end])
        if name == "title":
            return self._filters.titled(term)
        if name == "source":
            return self._filters.sourced(term)
        return replace(term, start=start, end=end)

    def _remark(self, term: Term, typed: str, *, is_phrase: bool, rest: str) -> None:
        if is_phrase and "~" in rest.rpartition('"')[2]:
            self._unread.append(Unread("the distance after ~ (phrases are exact)"))
        if not is_phrase and len(term.sequences) >= MOST_FORMS:
            self._unread.append(
                Unread(f"all but {MOST_FORMS:,} of the words for {typed}")
            )

    def _filter(self, name: str, typed: str) -> Filter | None:
        if not typed.strip():
            self._unread.append(Unread(f"{name}: without a value"))
            return None
        if name == "tag":
            return self._filters.tagged(typed)
        if name == "doc":
            return self._filters.named(typed)
        return self._date(typed, lambda: self._filters.dated(typed))

    def _range(self, parsed: Any) -> Filter | None:
        start, end = parsed.start or "", parsed.end or ""
        typed = f"[{start} to {end}]"
        if parsed.fieldname.lower() != "date":
            self._unread.append(Unread(f"{typed} (ranges are for dates: date:{typed})"))
            return None
        return self._date(
            typed,
            lambda: self._filters.dated_between(
                start, end, open_start=parsed.startexcl, open_end=parsed.endexcl
            ),
        )

    def _date(self, typed: str, find: Callable[[], Filter | None]) -> Filter | None:
        found = find()
        if found is None:
            self._unread.append(Unread(f"date:{_shown(typed)} ({DATE_HELP})"))
        return found


def _shown(typed: str) -> str:
    return f"“{typed if len(typed) <= 40 else typed[:40] + '…'}”"

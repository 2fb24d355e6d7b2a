"""Reads what a person typed into a tree, and never refuses it.

What cannot be read is left out and said, with its place. `repairing` sees to the
partners of quotation marks and parentheses, Whoosh's parser does the grammar, and
`terms` reads each word or phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from workbench.model.search import Unread
from workbench.model.spans import Span
from workbench.search.conditions.asked import Asked
from workbench.search.conditions.filters import Filters
from workbench.search.indexing.vocabulary import Vocabulary
from workbench.search.reading import terms
from workbench.search.reading.repairing import repaired
from workbench.search.reading.typed import Kind, Operator, Part, Piece
from workbench.search.tree import And, Filter, Node, Not, Or, Term

# A word, then a colon: an attribute misspelled, or of another project; no address.
_UNKNOWN = re.compile(r"[^\W\d_]{3,}:(?!/)")

MOST_TERMS: Final = 64
MOST_UNREAD: Final = 20


@dataclass(slots=True)
class Reading:
    """A query as it was read; `tidied` has the characters at the places typed.

    `possible` is the tree that documents without a date might match, if dates matter.
    """

    tree: Node | None
    tidied: str
    unread: list[Unread] = field(default_factory=list)
    possible: Node | None = None


def read(query: str, vocabulary: Vocabulary, filters: Filters) -> Reading:
    """Read a query; whatever it is, something comes back."""
    # Imported here because Whoosh costs start-up time and not every run searches.
    from workbench.search.reading import grammar

    reading = tidied(query)
    parsed = grammar.parse(reading.tidied, filters.names())
    reading.unread += parsed.unread
    reading.tree = _Reader(reading.unread, vocabulary, filters).node(parsed.part)
    reading.unread = _placed(reading.unread, len(query))
    return reading


def tidied(query: str) -> Reading:
    """Return a query without what has no partner; its tree is not read yet."""
    return Reading(None, *repaired(query))


def _placed(unread: Iterable[Unread], length: int) -> list[Unread]:
    """Return each once, and not what was added behind the query as typed."""
    placed = []
    for part in dict.fromkeys(unread):
        span = part.span
        if span is not None and span.end > length:
            span = Span(min(span.start, length), length)
        placed.append(replace(part, span=span))
    return placed[:MOST_UNREAD]


class _Reader:
    """Turns a query as its grammar reads it into what to look for."""

    def __init__(
        self, unread: list[Unread], vocabulary: Vocabulary, filters: Filters
    ) -> None:
        self._unread = unread
        self._vocabulary = vocabulary
        self._filters = filters
        self._terms = 0

    def node(self, part: Part) -> Node | None:
        """Return the node for a part of the query, None if nothing is left of it."""
        if isinstance(part, Piece):
            return self._piece(part)
        nodes = [self.node(it) for it in part.parts]
        parts = tuple(node for node in nodes if node is not None)
        if not parts:
            return None
        return _joined(part.operator, parts)

    def _piece(self, piece: Piece) -> Node | None:
        self._terms += 1
        if self._terms > MOST_TERMS:
            if self._terms == MOST_TERMS + 1:
                reason = f"everything after {MOST_TERMS} words"
                self._unread.append(Unread(reason, piece.span))
            return None
        if piece.field not in {"text", terms.ALIAS}:
            return self._condition(piece)
        if piece.kind is Kind.RANGE:
            reason = f"{piece.text} (ranges are for dates: date:{piece.text})"
            self._unread.append(Unread(reason, piece.span))
            return None
        unknown = _UNKNOWN.match(piece.text) if piece.kind is Kind.WORD else None
        if unknown and piece.field == "text":
            reason = f"{unknown[0]} as a condition (documents have no such attribute)"
            self._unread.append(Unread(reason, piece.span))
        term = self._term(piece, self._vocabulary)
        if term is None:
            return None
        return replace(term, start=piece.span.start, end=piece.span.end)

    def _term(self, piece: Piece, vocabulary: Vocabulary) -> Term | None:
        reader = terms.TermReader(vocabulary)
        term = reader.term(piece)
        if term is None and not reader.remarks:
            reader.remarks = [f"{_shown(piece.text)} (nothing in it to look for)"]
        self._unread += [Unread(remark, piece.span) for remark in reader.remarks]
        return term

    def _condition(self, piece: Piece) -> Filter | None:
        is_quoted = piece.kind in {Kind.PHRASE, Kind.VALUE}
        text = f"/{piece.text}/" if piece.kind is Kind.EXPRESSION else piece.text
        found = self._filters.resolve(
            Asked(
                piece.field,
                text,
                lambda vocabulary: self._term(piece, vocabulary),
                is_quoted,
                piece.bounds,
            )
        )
        if isinstance(found, Unread):
            self._unread.append(replace(found, span=piece.span))
            return None
        return replace(found, start=piece.span.start, end=piece.span.end)


def _joined(operator: Operator, parts: tuple[Node, ...]) -> Node:
    if operator is Operator.NOT:
        return Not(parts[0])
    if len(parts) == 1:
        return parts[0]
    return And(parts) if operator is Operator.AND else Or(parts)


def _shown(typed: str) -> str:
    return f"“{typed if len(typed) <= 40 else typed[:40] + '…'}”"

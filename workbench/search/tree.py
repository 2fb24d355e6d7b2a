"""What a query asks for, as a tree that no longer knows how it was typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workbench.model.spans import Span


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word that must stand in the text, in the index's spelling.

    `before` and `after` are signs that must stand next to it (`$`, `%`); `gap` is
    what must stand between it and the next word, where that matters (`U.S`).
    """

    folded: str
    capitals: bool = False
    before: str = ""
    after: str = ""
    gap: str | None = None

    @property
    def is_plain(self) -> bool:
        """Tell whether the index alone can say that this word is there."""
        return not (self.capitals or self.before or self.after or self.gap)


@dataclass(frozen=True, slots=True)
class Sequence:
    """Words that must follow each other; of a prefix, the last need only begin so."""

    words: tuple[Wanted, ...]
    is_prefix: bool = False

    @property
    def is_plain(self) -> bool:
        """Tell whether the index alone can say that the words stand there so."""
        return all(word.is_plain for word in self.words)

    @property
    def is_dotted(self) -> bool:
        """Tell whether it ends in an abbreviation, whose last dot belongs to it."""
        return len(self.words) > 1 and self.words[-2].gap == "."

    @property
    def expression(self) -> str:
        """Return the FTS5 query; words hold no character that means anything there."""
        quoted = '"' + " ".join(word.folded for word in self.words) + '"'
        return quoted + "*" if self.is_prefix else quoted


@dataclass(frozen=True, slots=True)
class Term:
    """A word, prefix, pattern or phrase of the query: any of its sequences will do.

    `start` and `end` are its place in the query; `forms` the words of the corpus
    that it stands for, `label` what to call it.
    """

    label: str
    sequences: tuple[Sequence, ...]
    forms: tuple[str, ...] = ()
    is_phrase: bool = False
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    @property
    def is_plain(self) -> bool:
        """Tell whether the index alone can say where the term stands."""
        return all(sequence.is_plain for sequence in self.sequences)

    @property
    def expression(self) -> str:
        """Return the FTS5 query for any of the sequences; without one, for nothing."""
        return " OR ".join(way.expression for way in self.sequences) or '""'


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on documents, already resolved to their ids.

    `places` are the tagged passages of each document, where the condition is a tag.
    """

    label: str
    documents: frozenset[int]
    places: Mapping[int, tuple[Span, ...]] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """Everything that the part does not hold for."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """What all parts hold for."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """What any part holds for."""

    parts: tuple[Node, ...]


Node = Term | Filter | Not | And | Or
Leaf = Term | Filter


def leaves(node: Node, *, negated: bool = False) -> Iterator[tuple[Leaf, bool]]:
    """Yield terms and filters from left to right, each with whether it is negated."""
    if isinstance(node, Not):
        yield from leaves(node.part, negated=not negated)
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from leaves(part, negated=negated)
    else:
        yield node, negated

"""What a query asks for, as a tree that no longer knows how it was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
    """Words that must follow each other; of a prefix, the last need only begin so.

    `written` are the letters as they must be written, where case matters.
    """

    words: tuple[Wanted, ...]
    is_prefix: bool = False
    written: str = ""

    @property
    def is_plain(self) -> bool:
        """Tell whether the index alone can say that the words stand there so."""
        return not self.written and all(word.is_plain for word in self.words)

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
class Near:
    """Sequences that must stand near each other, in any order.

    From the first to the last of them, at most `between` other words may stand, as
    the index counts words; no word of the text is taken for two parts.
    """

    parts: tuple[Sequence, ...]
    between: int

    @property
    def words(self) -> tuple[Wanted, ...]:
        """Return the words of all parts."""
        return tuple(word for part in self.parts for word in part.words)

    @property
    def is_plain(self) -> bool:
        """Tell whether the index alone can say that the parts stand there so.

        It would take one word of the text for two parts, and it measures between the
        outer ones, which is the same for single words only.
        """
        is_simple = all(
            part.is_plain and not part.is_prefix and len(part.words) == 1
            for part in self.parts
        )
        return is_simple and len(set(self.parts)) == len(self.parts)

    @property
    def expression(self) -> str:
        """Return the FTS5 query; it may find more than is near enough, never less."""
        parts = " ".join(part.expression for part in self.parts)
        return f"NEAR({parts}, {self.between + len(self.words) - 2})"


Way = Sequence | Near


@dataclass(frozen=True, slots=True)
class Term:
    """A word, prefix, pattern or phrase of the query: any of its sequences will do.

    `start` and `end` are its place in the query; `forms` the words of the corpus
    that it stands for, `label` what to call it. `aliases` are other names that its
    last sequences find; `is_alias` says that they were asked for by `alias:`. `how`
    says for people how the words are looked for, where the label does not. So many
    sequences behind the first are `weightless`: they find, but do not rank.
    """

    label: str
    sequences: tuple[Way, ...]
    forms: tuple[str, ...] = ()
    is_phrase: bool = False
    aliases: tuple[str, ...] = ()
    is_alias: bool = False
    how: str = ""
    weightless: int = 0
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    @property
    def is_plain(self) -> bool:
        """Tell whether the index alone can say where the term stands."""
        return all(sequence.is_plain for sequence in self.sequences)

    @property
    def expression(self) -> str:
        """Return the FTS5 query for any of the sequences; without one, for nothing."""
        return _any_of(self.sequences)

    @property
    def ranked_and_not(self) -> tuple[str, str]:
        """Return two FTS5 queries that share no row: what ranks, and all the rest."""
        behind = 1 + self.weightless
        ranked = _any_of(self.sequences[:1] + self.sequences[behind:])
        rest = _any_of(self.sequences[1:behind])
        return ranked, f"({rest}) NOT ({ranked})"


def _any_of(ways: Iterable[Way]) -> str:
    return " OR ".join(way.expression for way in ways) or '""'


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on documents, already resolved to their ids.

    `places` are passages that the condition speaks of; a document that has none there
    is meant as a whole. `about` is the field it looks at; `start` and `end` are its
    place in the query.
    """

    label: str
    documents: frozenset[int]
    places: Mapping[int, tuple[Span, ...]] | None = field(default=None, compare=False)
    about: str = ""
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    @property
    def is_date(self) -> bool:
        """Tell whether it says nothing of a document that has no date."""
        return self.about == "date"


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

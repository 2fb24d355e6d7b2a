"""Lets a name in a query find the other names that mean the same.

A word, a quoted phrase or words in a row that spell a name of the register become one
term, whose last sequences are the other names; they only ever add to what is found.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from workbench.model.aliases import AliasName
from workbench.model.search import AliasUse, Unread
from workbench.model.spans import Span
from workbench.search.reading.words import read_phrase
from workbench.search.tree import And, Node, Not, Or, Sequence, Term, Wanted
from workbench.text.folding import letters_of

NAMES_KEPT: Final = 20_000
"""How many names stay read between searches."""

_PATTERN_SIGNS = frozenset("*?~")
_NAMES = """
select group_id, is_automatic, name, is_case_sensitive
from aliases join alias_groups on alias_groups.id = group_id
order by group_id, position
"""

_Row = tuple[int, int, str, int]


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a group and the ways to write it; `written` if its case matters."""

    text: str
    ways: tuple[Sequence, ...]
    written: str
    group: int
    is_automatic: bool

    def is_meant_by(self, typed: str) -> bool:
        """Tell whether what is written one of its ways names it also by its case."""
        return not self.written or letters_of(typed) == self.written


class Register:
    """All groups of a project, found by what a person may type for a name."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._groups: defaultdict[int, list[Name]] = defaultdict(list)
        self._by_way: defaultdict[tuple[Wanted, ...], list[Name]] = defaultdict(list)
        for name in names:
            self._groups[name.group].append(name)
            for way in name.ways:
                self._by_way[way.words].append(name)
        self.longest = max(map(len, self._by_way), default=0)

    def aliases(self, typed: str, use: AliasUse) -> list[Name]:
        """Return the other names of the groups that a name is in, if it is in any."""
        ways = _ways(typed)
        named = [
            name
            for way in ways
            for name in self._by_way.get(way.words, ())
            if name.is_meant_by(typed) and _is_used(name, use)
        ]
        # “US” is written two ways and so is “U.S.”: what was typed is not its alias.
        own = {name.text for name in named if name.text == typed}
        own = own or {name.text for name in named[:1]}
        groups = dict.fromkeys(name.group for name in named)
        found = [name for group in groups for name in self._groups[group]]
        return [name for name in found if name.text not in own]


def register_of(connection: sqlite3.Connection) -> Register:
    """Return a project's register as it is now."""
    return _register(tuple(connection.execute(_NAMES)))


@lru_cache(maxsize=4)
def _register(rows: tuple[_Row, ...]) -> Register:
    """Read the rows once, for all that search the same project."""
    return Register(map(_name, rows))


class Renaming:
    """Gives the terms of one query their aliases."""

    def __init__(
        self, register: Register, use: AliasUse, query: str, unread: list[Unread]
    ) -> None:
        self._register = register
        self._use = use
        self._query = query
        self._unread = unread

    def of(self, node: Node) -> Node:
        """Return a part of the query with the aliases of its words."""
        if isinstance(node, Term):
            return self._term(node)
        if isinstance(node, Not):
            return Not(self.of(node.part))
        if isinstance(node, And):
            parts = tuple(self._joined(node.parts))
            return And(parts) if len(parts) > 1 else parts[0]
        if isinstance(node, Or):
            return Or(tuple(map(self.of, node.parts)))
        return node

    def _joined(self, parts: tuple[Node, ...]) -> Iterator[Node]:
        """Yield the parts, words in a row that spell a name as one, longest first."""
        place = 0
        while place < len(parts):
            most = min(len(parts), place + self._register.longest)
            for end in range(most, place + 1, -1):
                run = self._run(parts[place:end])
                if run is not None:
                    yield run
                    place = end
                    break
            else:
                yield self.of(parts[place])
                place += 1

    def _run(self, parts: tuple[Node, ...]) -> Term | None:
        words = [it for it in parts if isinstance(it, Term) and _is_bare(it)]
        if len(words) < len(parts):
            return None
        start, end = words[0].start, words[-1].end
        label = " ".join(word.label for word in words)
        if self._query[start:end].split() != label.split():
            return None  # something stands between them
        aliases = self._register.aliases(label, self._use)
        if not aliases:
            return None
        run = Term(label, _ways(label), start=start, end=end)
        return _with_aliases(run, aliases)

    def _term(self, term: Term) -> Term:
        if not _is_literal(term):
            return term
        typed = term.label.strip('"')
        use = AliasUse.ALL if term.is_alias else self._use
        aliases = self._register.aliases(typed, use)
        if term.is_alias and not aliases:
            reason = f"alias:{term.label} (no group of aliases has this name)"
            self._unread.append(Unread(reason, Span(term.start, term.end)))
        return _with_aliases(term, aliases)


def read_name(typed: str, *, is_phrase: bool) -> Term | None:
    """Read a name that is asked for with its aliases: as it is, without inflections."""
    term = read_phrase(typed)
    if term is None:
        return None
    label = term.label if is_phrase else typed
    return replace(term, label=label, is_phrase=is_phrase, is_alias=True)


def name_term(name: AliasName) -> Term | None:
    """Return what finds a name of the register and no other."""
    ways = _ways_of(name)
    return Term(name.text, ways) if ways else None


def names_term(label: str, names: Iterable[AliasName]) -> Term | None:
    """Return what finds any of these names; hits are discarded under the label."""
    ways = tuple(dict.fromkeys(way for name in names for way in _ways_of(name)))
    return Term(label, ways) if ways else None


def _with_aliases(term: Term, aliases: list[Name]) -> Term:
    if not aliases:
        return term
    ways = [*term.sequences, *(way for name in aliases for way in name.ways)]
    return replace(
        term,
        sequences=tuple(dict.fromkeys(ways)),
        aliases=tuple(dict.fromkeys(name.text for name in aliases)),
    )


def _is_used(name: Name, use: AliasUse) -> bool:
    return use is AliasUse.ALL or (use is AliasUse.AUTOMATIC and name.is_automatic)


def _is_bare(term: Term) -> bool:
    return _is_literal(term) and not term.is_phrase and not term.is_alias


def _is_literal(term: Term) -> bool:
    """Tell whether a term means what was typed, and not a pattern of it."""
    is_regex = len(term.label) > 1 and term.label[0] == term.label[-1] == "/"
    return not is_regex and not term.how and _PATTERN_SIGNS.isdisjoint(term.label)


def _name(row: _Row) -> Name:
    group, is_automatic, text, is_case_sensitive = row
    ways = _ways_of(AliasName(text, bool(is_case_sensitive)))
    written = letters_of(text) if is_case_sensitive else ""
    return Name(text, ways, written, group, bool(is_automatic))


def _ways_of(name: AliasName) -> tuple[Sequence, ...]:
    written = letters_of(name.text) if name.is_case_sensitive else ""
    return tuple(replace(way, written=written) for way in _ways(name.text))


@lru_cache(maxsize=NAMES_KEPT)
def _ways(text: str) -> tuple[Sequence, ...]:
    """Return the ways to write a name, in which a star is but a sign."""
    term = read_phrase(text.replace("*", " "))
    ways = term.sequences if term else ()
    return tuple(way for way in ways if isinstance(way, Sequence))

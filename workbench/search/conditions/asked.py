"""What a condition asks, `field:value`, and how its value is compared."""

from __future__ import annotations

import contextlib
import sqlite3
import unicodedata
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from workbench.search.indexing.folding import indexable
from workbench.search.indexing.index import create_index
from workbench.search.indexing.vocabulary import Vocabulary
from workbench.search.matching import stands_in
from workbench.search.tree import Filter, Term

ReadTerm = Callable[[Vocabulary], Term | None]
_QUOTES = str.maketrans('"“”„‟«»＂‘’‚‛', " " * 8 + "'" * 4)
_JOINERS = "\xad\u200c\u200d"  # unseen, but inside words

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The ends of a range; an empty one has no bound, an open one is not in it."""

    start: str
    end: str
    is_open_start: bool = False
    is_open_end: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition as it was typed.

    `read` reads the value as a word or phrase of a given vocabulary: a note has other
    words than the texts have. `field` is in small letters.
    """

    field: str
    typed: str
    read: ReadTerm
    is_quoted: bool = False
    bounds: Bounds | None = None


@lru_cache(maxsize=1 << 14)
def plain(text: str) -> str:
    """Return the text without case, accents, quotes, and spaces that say nothing."""
    letters = unicodedata.normalize("NFKD", _cleaned(text).casefold())
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())


def written(field: str, value: str) -> str:
    """Return the condition that a value, as a whole, is this one."""
    if value.isascii() and value.isalnum() and field == "type":
        return f"{field}:{value}"
    return f'{field}:"{_cleaned(value)}"'


def _cleaned(text: str) -> str:
    """Return the text as it can stand in quotation marks in a query."""
    seen = "".join(it if it.isprintable() or it in _JOINERS else " " for it in text)
    return " ".join(seen.translate(_QUOTES).split())


def shown(asked: Asked) -> str:
    """Return the value as a person typed it, in quotation marks."""
    return f"“{' '.join(asked.typed.split())}”"


def chosen(asked: Asked, rows: Iterable[tuple[K, str]]) -> set[K]:
    """Return whose text has the words; quoted, those alone whose text they are.

    Whole values come first so that what a list of values offers finds just that one.
    """
    texts = [(key, text) for key, text in rows if text]
    if asked.is_quoted:
        wanted = plain(asked.typed)
        whole = {key for key, text in texts if plain(text) == wanted}
        if whole:
            return whole
    return having(asked, texts)


def having(asked: Asked, rows: Iterable[tuple[K, str]]) -> set[K]:
    """Return whose text has the word or phrase that was typed."""
    texts = list(rows)
    distinct = list(dict.fromkeys(text for _, text in texts))
    with contextlib.closing(sqlite3.connect(":memory:")) as scratch:
        create_index(scratch)
        scratch.executemany(
            "insert into block_index (rowid, body) values (?, ?)",
            enumerate(map(indexable, distinct)),
        )
        term = asked.read(Vocabulary(scratch))
        found = _matching(scratch, term) if term else []
    fitting = {distinct[row] for row in found}
    if term and not term.is_plain:
        fitting = {text for text in fitting if stands_in(term, text)}
    return {key for key, text in texts if text in fitting}


def _matching(scratch: sqlite3.Connection, term: Term) -> list[int]:
    rows = scratch.execute(
        "select rowid from block_index where block_index match ?", (term.expression,)
    )
    return [row[0] for row in rows]


def listing(label: str, document_ids: Iterable[int]) -> Filter:
    """Return the condition of these documents; the label says if there are none."""
    ids = frozenset(document_ids)
    return Filter(label if ids else f"{label} (no document has that)", ids)

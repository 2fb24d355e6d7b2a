"""Lists of all words, kept between searches while the index stays as it is.

To read the words of 200,000 paragraphs takes more than a second, since SQLite counts
each of their places; a job searches over a connection of its own, so connections to
the same file share the list.
"""

from __future__ import annotations

import sqlite3
import threading
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

MOST_KEPT: Final = 2

# The record of the index's segments and that of its sizes, which a write changes; and
# what a copy put in the file's place would not share with it by chance.
_STATE: Final = (
    "select (select block from block_index_data where id = 1),"
    " (select block from block_index_data where id = 10),"
    " (select created_at from project),"
    " (select text_sha256 from versions order by id desc limit 1)"
)


@dataclass(frozen=True, slots=True)
class WordList:
    """Words in order of their letters, and in how many paragraphs each stands.

    `chosen` is for whoever chooses words from a list that is kept: what was chosen
    for what, since a query without hits is tried again in several other ways.
    """

    words: list[str]
    paragraphs: list[int]
    chosen: dict[object, tuple[str, ...]] = field(default_factory=dict)

    def paragraphs_with(self, word: str) -> int:
        """Return in how many paragraphs a word of the list stands."""
        return self.paragraphs[bisect_left(self.words, word)]


_State = tuple[object, ...]
_kept: dict[str, tuple[_State, WordList]] = {}
_lock = threading.Lock()


def kept_list(connection: sqlite3.Connection, read: Callable[[], WordList]) -> WordList:
    """Return the list of a connection's file, read if the index is not as it was."""
    rows = connection.execute("pragma database_list").fetchall()
    path = next(row[2] for row in rows if row[1] == "main")
    if not path:  # only this connection has the index, which is in memory
        return read()
    file = Path(path).stat()
    state = (file.st_dev, file.st_ino, *connection.execute(_STATE).fetchall())
    with _lock:
        kept = _kept.get(path)
    if kept is not None and kept[0] == state:
        return kept[1]
    found = read()
    with _lock:
        _kept.pop(path, None)
        _kept[path] = (state, found)
        while len(_kept) > MOST_KEPT:
            _kept.pop(next(iter(_kept)))
    return found

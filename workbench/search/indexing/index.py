"""The search index of a project: which words stand in which block.

It holds no text of its own; callers hand the same text to take a document out.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from workbench.search.indexing.folding import TOKENIZER
from workbench.search.indexing.rows import BLOCK_BITS, Indexed, rows_of
from workbench.search.indexing.vocabulary import Vocabulary

PENDING_BYTES: Final = 8_000_000


def create_index(connection: sqlite3.Connection) -> None:
    """Create the empty index."""
    connection.execute(
        "create virtual table block_index using"
        f" fts5(body, content='', tokenize=\"{TOKENIZER}\")"
    )
    # Fewer and larger pieces are written and merged: an import takes a tenth less.
    for setting, value in (("hashsize", PENDING_BYTES), ("automerge", 8)):
        connection.execute(
            "insert into block_index (block_index, rank) values (?, ?)",
            (setting, value),
        )


class Index:
    """Puts documents into the index and takes them out, in the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, document_id: int, indexed: Indexed) -> None:
        """Index a document that is not in the index yet."""
        self.add_all([(document_id, indexed)])

    def add_all(self, documents: Iterable[tuple[int, Indexed]]) -> None:
        """Index documents that are not in the index yet, quickest in order of ids."""
        self._insert(row for document in documents for row in rows_of(*document))

    def remove(self, document_id: int, indexed: Indexed) -> None:
        """Take out a document; `indexed` must be what it was added with."""
        self._delete(rows_of(document_id, indexed))

    def update(self, document_id: int, before: Indexed, after: Indexed) -> None:
        """Index a document anew, touching only the rows that differ."""
        gone = set(rows_of(document_id, before))
        rows = set(rows_of(document_id, after))
        self._delete(sorted(gone - rows))
        self._insert(sorted(rows - gone))

    def forget_removed(self) -> None:
        """Drop the words of what was taken out, which until now are only crossed out.

        All of the index is written anew.
        """
        self._connection.execute(
            "insert into block_index (block_index) values ('optimize')"
        )

    def _insert(self, rows: Iterable[tuple[int, str]]) -> None:
        self._connection.executemany(
            "insert into block_index (rowid, body) values (?, ?)", rows
        )

    def _delete(self, rows: Iterable[tuple[int, str]]) -> None:
        self._connection.executemany(
            "insert into block_index (block_index, rowid, body)"
            " values ('delete', ?, ?)",
            rows,
        )

    def problems(self, documents: Iterable[tuple[int, Indexed]]) -> list[str]:
        """Compare the index with one made anew from every text; return what differs.

        No problem proves that the index holds the blocks of these texts and no others,
        as many words in each, and each word of the corpus as often and in as many
        blocks as the texts do. It does not prove in which order the words stand.
        """
        problems = self._damage()
        if problems:
            return problems
        with contextlib.closing(sqlite3.connect("")) as scratch:
            create_index(scratch)
            fresh = Index(scratch)
            known = set()
            for document_id, indexed in documents:
                known.add(document_id)
                fresh.add(document_id, indexed)
                problems += self._differences(document_id, fresh)
            problems += self._strangers(known)
            if not problems and self._words() != fresh._words():
                problems.append("The search index has other words than the texts have.")
        return problems

    def _damage(self) -> list[str]:
        try:
            self._connection.execute(
                "insert into block_index (block_index) values ('integrity-check')"
            )
        except sqlite3.OperationalError:
            return []  # open for reading only: FTS5 takes the question for a change
        except sqlite3.DatabaseError as error:
            return [f"The search index is damaged ({error})."]
        return []

    def _strangers(self, known: AbstractSet[int]) -> Iterator[str]:
        indexed = self._connection.execute(
            f"select distinct id >> {BLOCK_BITS} from block_index_docsize order by 1"
        )
        for (document_id,) in indexed:
            if document_id not in known:
                yield (
                    f"The search index holds document {document_id}, which the"
                    " project does not."
                )

    def _differences(self, document_id: int, fresh: Index) -> Iterator[str]:
        """Compare which blocks a document has, and how many words each of them."""
        indexed, expected = self._sizes(document_id), fresh._sizes(document_id)
        for missing, what in (
            (len(expected.keys() - indexed.keys()), "are missing from"),
            (len(indexed.keys() - expected.keys()), "are too many in"),
        ):
            if missing:
                yield (
                    f"{missing} paragraphs of document {document_id} {what}"
                    " the search index."
                )
        changed = sum(indexed.get(row, size) != size for row, size in expected.items())
        if changed:
            yield (
                f"{changed} paragraphs of document {document_id} are indexed with"
                " other words than the text has."
            )

    def _sizes(self, document_id: int) -> dict[int, bytes]:
        """Return how many words each block has, as FTS5 writes it."""
        return dict(
            self._connection.execute(
                "select id, sz from block_index_docsize where id >= ? and id < ?",
                (document_id << BLOCK_BITS, document_id + 1 << BLOCK_BITS),
            )
        )

    def _words(self) -> list[tuple[str, int, int]]:
        """Return every word, with how many blocks have it and how often in all."""
        return Vocabulary(self._connection).counts()

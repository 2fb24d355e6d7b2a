"""The search index of a project: which words stand in which block.

It holds no text of its own; callers hand the same text to take a document out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from workbench.errors import InvalidValue
from workbench.model.documents import Block
from workbench.search.folding import TOKENIZER, indexable, tokens

# rowid = document << BLOCK_BITS | block: a row's document needs no join.
BLOCK_BITS: Final = 20
BLOCKS_PER_DOCUMENT: Final = 1 << BLOCK_BITS


def create_index(connection: sqlite3.Connection) -> None:
    """Create the empty index."""
    connection.execute(
        "create virtual table block_index using"
        f" fts5(body, content='', tokenize=\"{TOKENIZER}\")"
    )


class Index:
    """Puts documents into the index and takes them out, in the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, document_id: int, text: str, blocks: Sequence[Block]) -> None:
        """Index a document that is not in the index yet."""
        self._connection.executemany(
            "insert into block_index (rowid, body) values (?, ?)",
            _rows(document_id, text, blocks),
        )

    def remove(self, document_id: int, text: str, blocks: Sequence[Block]) -> None:
        """Take out a document; text and blocks must be those it was added with."""
        self._connection.executemany(
            "insert into block_index (block_index, rowid, body)"
            " values ('delete', ?, ?)",
            _rows(document_id, text, blocks),
        )

    def problems(self, texts: Iterable[tuple[int, str, Sequence[Block]]]) -> list[str]:
        """Compare the index with every document's text; return what is wrong."""
        problems = self._damage()
        if problems:
            return problems
        known = set()
        for document_id, text, blocks in texts:
            known.add(document_id)
            problems += self._differences(document_id, text, blocks)
        indexed = self._connection.execute(
            f"select distinct id >> {BLOCK_BITS} from block_index_docsize order by 1"
        )
        return problems + [
            f"The search index holds document {row[0]}, which the project does not."
            for row in indexed
            if row[0] not in known
        ]

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

    def _differences(
        self, document_id: int, text: str, blocks: Sequence[Block]
    ) -> Iterator[str]:
        """Compare how many words each block has, here and in the index."""
        indexed: dict[int, bytes] = dict(
            self._connection.execute(
                "select id, sz from block_index_docsize where id >= ? and id < ?",
                (document_id << BLOCK_BITS, document_id + 1 << BLOCK_BITS),
            )
        )
        expected = {
            row: len(tokens(body)) for row, body in _rows(document_id, text, blocks)
        }
        for missing, what in (
            (len(expected.keys() - indexed.keys()), "are missing from"),
            (len(indexed.keys() - expected.keys()), "are too many in"),
        ):
            if missing:
                yield (
                    f"{missing} paragraphs of document {document_id} {what}"
                    " the search index."
                )
        changed = sum(
            _varint(indexed[row]) != words
            for row, words in expected.items()
            if row in indexed
        )
        if changed:
            yield (
                f"{changed} paragraphs of document {document_id} are indexed with"
                " other words than the text has."
            )


def _rows(
    document_id: int, text: str, blocks: Sequence[Block]
) -> Iterator[tuple[int, str]]:
    if len(blocks) > BLOCKS_PER_DOCUMENT:
        raise InvalidValue(
            f"The document has more than {BLOCKS_PER_DOCUMENT:,} paragraphs;"
            " split the file and import the parts."
        )
    first = document_id << BLOCK_BITS
    body = indexable(text)
    return (
        (first | number, body[block.span.start : block.span.end])
        for number, block in enumerate(blocks)
    )


def _varint(stored: bytes) -> int:
    """Read SQLite's variable-length number, which is how FTS5 keeps word counts."""
    number = 0
    for byte in stored:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return number

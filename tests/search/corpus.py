"""A small project of real tables and a real index, for the tests of search."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from workbench.model.documents import Block
from workbench.model.search import Answer, Hit
from workbench.model.spans import Span
from workbench.search.indexing.index import Index, create_index
from workbench.search.indexing.rows import Indexed
from workbench.search.searcher import Searcher
from workbench.store.migrations import NEWEST, script_of
from workbench.store.texts import text_digest

NO_INDEX = "drop table block_index;"


@cache
def _empty() -> sqlite3.Connection:
    """Return the tables of a project without any row."""
    connection = sqlite3.connect(":memory:")
    for version in range(1, NEWEST + 1):
        connection.executescript(script_of(version).replace(NO_INDEX, ""))
    create_index(connection)
    connection.commit()
    return connection


def split(text: str) -> tuple[Block, ...]:
    """Return a block for each line that is not empty."""
    blocks = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(blocks)


class Corpus:
    """Documents in a database, and the texts that a searcher asks for."""

    def __init__(self, path: Path | str = ":memory:") -> None:
        self.connection = sqlite3.connect(path)
        _empty().backup(self.connection)
        self.index = Index(self.connection)
        self.texts: dict[int, str] = {}
        self.zones_of: dict[int, list[Span]] = {}
        self.searcher = Searcher(self.connection, self)

    def read_only(self, path: Path, texts: dict[int, str]) -> None:
        """Open a file as a reader does: nothing can be written through it."""
        self.connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.connection.execute("pragma query_only = on")
        self.index = Index(self.connection)
        self.texts = texts
        self.zones_of = {}
        self.searcher = Searcher(self.connection, self)

    def text(self, document_id: int, /) -> str:
        return self.texts[document_id]

    def blocks(self, document_id: int, /) -> tuple[Block, ...]:
        return split(self.texts[document_id])

    def block(self, document_id: int, number: int, /) -> Block | None:
        blocks = self.blocks(document_id)
        return blocks[number] if number < len(blocks) else None

    def zones(self, document_id: int, /) -> list[Span]:
        return self.zones_of.get(document_id, [])

    def indexed(self, document_id: int) -> Indexed:
        """Return what the index should hold of a document."""
        text = self.texts[document_id]
        return Indexed(text, [it.span for it in split(text)], self.zones(document_id))

    def add(
        self,
        text: str,
        *,
        zones: Sequence[str] = (),
        name: str = "",
        title: str = "",
        date: str = "",
        source: str = "",
    ) -> int:
        document_id = len(self.texts) + 1
        self.texts[document_id] = text
        self.connection.execute(
            "insert into documents values (?, ?, ?, ?, ?, 1)",
            (document_id, name, title, date, source),
        )
        self.connection.execute(
            "insert into versions (document_id, number, path, media_type, encoding,"
            " size, sha256, text_sha256, characters, words, imported_at)"
            " values (?, 1, '', 'text/plain', 'utf-8', 0, '', ?, ?, 0,"
            " '2022-11-08T12:00:00')",
            (document_id, text_digest(text), len(text)),
        )
        self.zones_of[document_id] = [
            Span(text.index(it), text.index(it) + len(it)) for it in zones
        ]
        self.index.add(document_id, self.indexed(document_id))
        self.connection.commit()
        return document_id

    def tag(self, tag_id: int, name: str, parent_id: int | None = None) -> None:
        self.connection.execute(
            "insert into tags (id, parent_id, name) values (?, ?, ?)",
            (tag_id, parent_id, name),
        )

    def mark(self, document_id: int, quote: str, *tag_ids: int) -> None:
        start = self.texts[document_id].index(quote)
        row = self.connection.execute(
            "insert into passages (document_id, marked_in, version, start, end, quote,"
            " prefix, suffix, analyst, created_at)"
            " values (?, 1, 1, ?, ?, ?, '', '', '', '2022-11-08T12:00:00')",
            (document_id, start, start + len(quote), quote),
        )
        self.connection.executemany(
            "insert into taggings (passage_id, tag_id, analyst, created_at)"
            " values (?, ?, '', '2022-11-08T12:00:00')",
            [(row.lastrowid, tag_id) for tag_id in tag_ids],
        )

    def found(self, query: str) -> list[int]:
        """Return the ids of the documents that a query finds."""
        answer = self.searcher.search(query, limit=1000)
        ids = sorted({int(hit.document_id) for hit in answer.hits})
        assert answer.documents == len(ids)
        assert answer.total == len(answer.hits)
        return ids

    def marks(self, query: str) -> list[str]:
        """Return the characters marked in all hits."""
        answer = self.searcher.search(query, limit=1000)
        return [mark for hit in answer.hits for mark in marked(self, hit)]


def marked(corpus: Corpus, hit: Hit) -> list[str]:
    """Return the characters that a hit marks, cut from the document's text."""
    text = corpus.texts[int(hit.document_id)]
    assert hit.span.of(text) == hit.text
    return [match.of(text) for match in hit.matches]


def of_texts(texts: Sequence[str]) -> Corpus:
    """Return a corpus of these texts, with ids from 1."""
    corpus = Corpus()
    for text in texts:
        corpus.add(text)
    return corpus


def first(answer: Answer) -> Hit:
    """Return the best hit."""
    return answer.hits[0]

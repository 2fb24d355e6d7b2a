"""For all changes of a text, a citation stands as a naive reader would judge it."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model.cells import Citation, Standing
from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.spans import Span
from workbench.operations.cells import cite_place
from workbench.operations.checking import check
from workbench.operations.importing import import_paths
from workbench.operations.tables import add_column, add_row, create_table
from workbench.operations.versions import correct_text, replace_document
from workbench.project import Project

SENTENCES = (
    "Deputies from either ministry confer twice yearly about licences",
    "Exporters must register every shipment before the harbour closes",
    "Nobody said which of these rules would lapse in autumn",
    "Delegations visited seven factories near Incheon during March",
    "A joint panel hears complaints whenever inspectors disagree",
)


class Word:
    """A word of its own: only the very same one is the same, however it reads."""

    def __init__(self, text: str) -> None:
        self.text = text


Paragraph = tuple[Word, ...]
Cited = tuple[Word, ...]
"""The words that a citation stands on; none where it stands nowhere."""


class Moment(NamedTuple):
    """A text as the naive reader knows it, and where each citation stands in it."""

    paragraphs: tuple[Paragraph, ...]
    cited: tuple[Cited, ...]


def read(paragraphs: tuple[Paragraph, ...]) -> str:
    return "".join(" ".join(it.text for it in words) + ".\n\n" for words in paragraphs)


def places(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[Word, int]]:
    at = 0
    for words in paragraphs:
        for word in words:
            yield word, at
            at += len(word.text) + 1
        at += 2


def place_of(paragraphs: tuple[Paragraph, ...], words: Cited) -> Span:
    starts = dict(places(paragraphs))
    return Span(starts[words[0]], starts[words[-1]] + len(words[-1].text))


def words_at(paragraphs: tuple[Paragraph, ...], span: Span) -> Cited:
    return tuple(
        word
        for word, at in places(paragraphs)
        if at < span.end and at + len(word.text) > span.start
    )


class Reader:
    """Changes a text, and tells for each citation what became of it."""

    def __init__(self, project: Project, folder: Path, sentences: list[int]) -> None:
        self.project, self.path = project, folder / "text.txt"
        self.fresh = map("novel{}".format, itertools.count())
        paragraphs = tuple(tuple(map(Word, SENTENCES[it].split())) for it in sentences)
        self.path.write_text(read(paragraphs))
        (outcome,) = import_paths(project, [self.path])
        assert outcome.document_id is not None
        self.document_id: DocumentId = outcome.document_id
        table_id = create_table(project, "Bodies")
        self.cell = (
            add_row(project, table_id, "row"),
            add_column(project, table_id, "column"),
        )
        self.moments = [Moment(paragraphs, ())]
        self.at = 0

    @property
    def now(self) -> Moment:
        return self.moments[self.at]

    def cite(self, number: int, first: int, count: int) -> None:
        paragraphs = self.now.paragraphs
        words = paragraphs[number % len(paragraphs)]
        start = first % len(words)
        cited = words[start : start + count]
        if cited not in self.now.cited:
            span = place_of(paragraphs, cited)
            cite_place(self.project, *self.cell, Stretch(self.document_id, span))
            self.remember(Moment(paragraphs, (*self.now.cited, cited)))

    def remember(self, moment: Moment) -> None:
        del self.moments[self.at + 1 :]
        self.moments.append(moment)
        self.at += 1

    def change(self, kind: str, number: int, other: int) -> None:
        before = self.now.paragraphs
        index = number % len(before)
        after = self._changed(before, kind, index, other)
        if after == before or not after:
            return
        self.path.write_text(read(after))
        if read(after) == read(before):  # twins that changed places
            return
        replace_document(self.project, self.document_id, self.path)
        found = self._stand_on(after)
        for old, new in zip(self.now.cited, found, strict=True):
            self._judge(before, after, old, new)
        assert len({*filter(None, found)}) == len([*filter(None, found)])
        self.remember(Moment(after, found))

    def _changed(
        self, before: tuple[Paragraph, ...], kind: str, index: int, other: int
    ) -> tuple[Paragraph, ...]:
        paragraphs = list(before)
        if kind == "insert":
            paragraphs.insert(index, tuple(self._new_word() for _ in range(6)))
        elif kind == "edit":
            words = list(paragraphs[index])
            words[other % len(words)] = self._new_word()
            paragraphs[index] = tuple(words)
        elif kind == "remove":
            del paragraphs[index]
        else:
            moved = paragraphs.pop(index)
            paragraphs.insert(other % (len(paragraphs) + 1), moved)
        return tuple(paragraphs)

    def _new_word(self) -> Word:
        return Word(next(self.fresh))

    def _stand_on(self, paragraphs: tuple[Paragraph, ...]) -> tuple[Cited, ...]:
        return tuple(
            ()
            if it.standing is Standing.ORPHANED
            else words_at(paragraphs, Span(it.start, it.end))
            for it in self.citations()
        )

    def _judge(
        self,
        before: tuple[Paragraph, ...],
        after: tuple[Paragraph, ...],
        old: Cited,
        new: Cited,
    ) -> None:
        """What nobody touched is where it was, unless no one could tell it apart."""
        kept = {word for words in after for word in words}
        if not old or not {*old} <= kept:
            return
        assert new, "untouched words were lost"
        reads = [it.text for it in old]
        assert [it.text for it in new] == reads
        if sum(_has(words, reads) for words in (*before, *after)) == 2:
            assert new == old

    def correct(self, number: int, other: int) -> None:
        before = self.now.paragraphs
        index = number % len(before)
        word = before[index][other % len(before[index])]
        new = self._new_word()
        span = place_of(before, (word,))
        correct_text(self.project, self.document_id, span, new.text)
        swapped = {word: new}
        after = tuple(tuple(swapped.get(it, it) for it in p) for p in before)
        found = self._stand_on(after)
        for old, cited in zip(self.now.cited, found, strict=True):
            assert cited == tuple(swapped.get(it, it) for it in old)
        self.remember(Moment(after, found))

    def turn(self, *, back: bool) -> None:
        if back and self.at:
            self.project.undo()
            self.at -= 1
        elif not back and self.at < len(self.moments) - 1:
            self.project.redo()
            self.at += 1

    def citations(self) -> tuple[Citation, ...]:
        return self.project.cells.get(*self.cell).citations

    def check(self) -> None:
        """The words at its place now, against the words that were cited."""
        text = self.project.documents.text(self.document_id)
        assert text == read(self.now.paragraphs)
        for citation, words in zip(self.citations(), self.now.cited, strict=True):
            assert citation.cited.quote
            if not words:
                assert citation.standing is Standing.ORPHANED
                continue
            span = place_of(self.now.paragraphs, words)
            assert (citation.start, citation.end) == (span.start, span.end)
            is_same = span.of(text) == citation.cited.quote
            assert (citation.standing is not Standing.STALE) == is_same
            assert citation.standing is not Standing.ORPHANED
        assert check(self.project) == []


def _has(words: Paragraph, reads: list[str]) -> bool:
    texts = [it.text for it in words]
    return any(texts[at : at + len(reads)] == reads for at in range(len(texts)))


NUMBER = st.integers(0, 7)
CHANGES = st.sampled_from(
    ["insert", "edit", "remove", "move", "correct", "undo", "redo", "cite"]
)


@settings(max_examples=20)
@given(
    sentences=st.lists(st.integers(0, len(SENTENCES) - 1), min_size=2, max_size=8),
    cited=st.lists(
        st.tuples(NUMBER, NUMBER, st.integers(2, 9)), min_size=1, max_size=4
    ),
    changes=st.lists(st.tuples(CHANGES, NUMBER, NUMBER), max_size=8),
)
def test_a_citation_stands_as_a_naive_reader_judges_it(
    sentences: list[int],
    cited: list[tuple[int, int, int]],
    changes: list[tuple[str, int, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "read.workbench"
        with Project.create(path, analyst="ana") as project:
            reader = Reader(project, Path(folder), sentences)
            for place in cited:
                reader.cite(*place)
            reader.check()
            for kind, number, other in changes:
                if kind == "correct":
                    reader.correct(number, other)
                elif kind == "cite":
                    reader.cite(number, other, 4)
                elif kind in {"undo", "redo"}:
                    reader.turn(back=kind == "undo")
                else:
                    reader.change(kind, number, other)
                reader.check()

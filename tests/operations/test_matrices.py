"""Matrices: every kind against a plain count, and what their cells list."""

from __future__ import annotations

import csv
import re
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import InvalidValue, NotFound, WorkbenchError
from workbench.jobs import Tracker
from workbench.model.attributes import AttributeType, Subject
from workbench.model.ids import DocumentId, TagId
from workbench.model.matrices import (
    Matrix,
    MatrixCell,
    MatrixDefinition,
    MatrixEntry,
    MatrixKind,
    MatrixOrder,
    Measure,
)
from workbench.model.passage_filters import PassageFilter
from workbench.model.passages import AnchorState, Passage
from workbench.model.spans import Span
from workbench.operations.attributes import (
    create_attribute,
    remove_attribute,
    set_values,
)
from workbench.operations.bin import restore
from workbench.operations.cases import add_documents, create_case
from workbench.operations.filter_words import FilterNames
from workbench.operations.importing import import_paths
from workbench.operations.matrices import matrix_of, passages_of
from workbench.operations.matrix_files import export_counted, export_matrix, told_apart
from workbench.operations.passage_matching import matching_places
from workbench.operations.passages import mark_passage
from workbench.operations.saved_matrices import (
    change_matrix,
    definition_of,
    remove_matrix,
    rename_matrix,
    save_matrix,
)
from workbench.operations.tags import create_tag
from workbench.project import Project
from workbench.store.matrix_definitions import pack_definition, unpack_definition

PATHS = ("Actors", "Actors/BIS", "Actors/BIS/Head", "Actors/CFIUS", "Aim", "Never")
TEXTS = (
    "One two three four five.\n\nSix seven eight.\n\nNine ten eleven twelve words.",
    "Alpha beta gamma.\n\nDelta epsilon zeta eta theta iota.",
    "中国 reform and opening. A second sentence stands here.\n\nThe end.",
)
CASES = ("HTWG", "Digital", "Empty")
VALUES = ("memo", "10", "9", "")

marks = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.integers(0, 60),
        st.integers(1, 25),
        st.sets(st.sampled_from(PATHS[:-1]), min_size=1, max_size=3),
        st.booleans(),
        st.sets(st.sampled_from(CASES[:2]), max_size=2),
    ),
    max_size=12,
)
definitions = st.builds(
    MatrixDefinition,
    kind=st.sampled_from(MatrixKind),
    attribute_id=st.none(),
    measure=st.sampled_from(Measure),
    words=st.sampled_from([None, 0, 1, 4]),
    with_beneath=st.booleans(),
    order=st.sampled_from(MatrixOrder),
    with_empty=st.booleans(),
)


class Made:
    """A generated project, and what a plain count needs to know of it."""

    def __init__(self, project: Project, folder: Path) -> None:
        self.project = project
        paths = [folder / f"{number}.txt" for number in range(len(TEXTS))]
        for path, text in zip(paths, TEXTS, strict=True):
            path.write_text(text)
        outcomes = import_paths(project, paths)
        self.documents = [DocumentId(it.document_id or 0) for it in outcomes]
        self.tags = {it: create_tag(project, it) for it in PATHS}
        self.cases = {it: create_case(project, it) for it in CASES}
        self.kind = create_attribute(project, Subject.DOCUMENT, "Kind")
        self.level = create_attribute(project, Subject.CASE, "Level")


def describe(made: Made, values: list[str], members: list[set[str]]) -> None:
    project = made.project
    for document, value, cases in zip(made.documents, values, members, strict=True):
        set_values(project, made.kind, [document], value)
        for case in cases:
            add_documents(project, made.cases[case], [document])
    for case, value in zip(made.cases.values(), values, strict=True):
        set_values(project, made.level, [case], value)


Drawn = tuple[int, int, int, set[str], bool, set[str]]


def mark(made: Made, drawn: list[Drawn]) -> None:
    for number, at, length, paths, is_orphan, mentioned in drawn:
        text = TEXTS[number]
        start = min(at, len(text) - 1)
        span = Span(start, min(start + length, len(text)))
        tags = [made.tags[it] for it in paths]
        passage = mark_passage(made.project, made.documents[number], span, tags)
        with made.project.operation("Set up") as edit:
            if is_orphan:
                edit.passages.orphan(passage)
            for case in mentioned:
                edit.cases.add_mention(
                    made.cases[case], passage, "ana", datetime.now(UTC)
                )


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(
    marks,
    st.lists(st.sampled_from(VALUES), min_size=3, max_size=3),
    st.lists(st.sets(st.sampled_from(CASES[:2])), min_size=3, max_size=3),
    st.lists(definitions, min_size=4, max_size=8),
    st.booleans(),
)
def test_every_kind_is_a_plain_count(drawn, values, members, wanted, of_case) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Project.create(folder / "p.workbench", analyst="ana") as project:
            made = Made(project, folder)
            describe(made, values, members)
            mark(made, drawn)
            attribute = made.level if of_case else made.kind
            for it in wanted:
                check_against_plain_count(made, replace(it, attribute_id=attribute))


def check_against_plain_count(made: Made, definition: MatrixDefinition) -> None:
    project = made.project
    matrix, plain = matrix_of(project, definition), PlainCount(made, definition)
    rows, columns = list(made.tags.values()), plain.columns()
    cells = {it: plain.found(*it) for it in product(rows, columns)}
    counted = {it: plain.number(found) for it, found in cells.items() if found}
    assert by_keys(matrix) == counted
    for (row, column), found in cells.items():
        listed = passages_of(project, MatrixCell(definition, row, column))
        assert sorted(listed) == sorted(found)
    totals = {row: set().union(*(cells[row, it] for it in columns)) for row in rows}
    shown = {it: plain.number(found) for it, found in totals.items()}
    kept = {it: n for it, n in shown.items() if n or definition.with_empty}
    assert {it.key: it.total for it in matrix.rows} == kept
    assert matrix.all_rows == len(rows)
    for column in matrix.columns:
        own = set().union(*(cells[it, column.key] for it in rows))
        assert column.total == plain.number(own)
        listed = passages_of(project, MatrixCell(definition, None, column.key))
        assert set(listed) == own
    everything = set().union(*cells.values())
    assert matrix.total == plain.number(everything)
    assert set(passages_of(project, MatrixCell(definition))) == everything
    check_order(matrix)


def by_keys(matrix: Matrix) -> dict[tuple[int | str, int | str], int]:
    return {
        (matrix.rows[row].key, matrix.columns[column].key): count
        for (row, column), count in matrix.counts.items()
    }


def check_order(matrix: Matrix) -> None:
    if matrix.definition.order is MatrixOrder.TOTAL:
        for entries in (matrix.rows, matrix.columns):
            totals = [it.total for it in entries]
            assert totals == sorted(totals, reverse=True)


class PlainCount:
    """Tells of each passage by itself whether it counts, by looking at all others."""

    def __init__(self, made: Made, definition: MatrixDefinition) -> None:
        self.made, self.definition, self.project = made, definition, made.project
        self.passages = made.project.passages.all()
        self.paths = {tag_id: path for path, tag_id in made.tags.items()}
        cases = made.cases.values()
        self.documents = {it: self.project.cases.documents(it) for it in cases}
        self.mentions = {it: self.project.cases.mentions(it) for it in cases}

    def columns(self) -> list[int | str]:
        match self.definition.kind:
            case MatrixKind.DOCUMENT:
                return list(self.made.documents)
            case MatrixKind.CASE:
                return list(self.made.cases.values())
            case MatrixKind.ATTRIBUTE:
                return list(VALUES)
            case _:
                return list(self.made.tags.values())

    def found(self, row: int, column: int | str) -> set[int]:
        return {it.id for it in self.passages if self.is_in(it, row, column)}

    def number(self, ids: set[int]) -> int:
        if self.definition.measure is Measure.PASSAGES:
            return len(ids)
        return len({it.document_id for it in self.passages if it.id in ids})

    def is_in(self, passage: Passage, row: int, column: int | str) -> bool:
        if not self.has(passage, row):
            return False
        match self.definition.kind:
            case MatrixKind.DOCUMENT:
                return passage.document_id == column
            case MatrixKind.CASE:
                return column in self.cases_of(passage)
            case MatrixKind.ATTRIBUTE:
                return column in self.values_of(passage)
            case _:
                return self.stands_with(passage, row, int(column))

    def has(self, passage: Passage, tag_id: int) -> bool:
        wanted = self.paths[TagId(tag_id)]
        own = [self.paths[it] for it in passage.tag_ids]
        is_beneath = any(it.startswith(f"{wanted}/") for it in own)
        return wanted in own or (self.definition.with_beneath and is_beneath)

    def cases_of(self, passage: Passage) -> set[int]:
        return {
            it
            for it, documents in self.documents.items()
            if passage.document_id in documents or passage.id in self.mentions[it]
        }

    def values_of(self, passage: Passage) -> set[str]:
        made, attributes = self.made, self.project.attributes
        if self.definition.attribute_id == made.kind:
            kinds = attributes.values(Subject.DOCUMENT)
            return {kinds.get(passage.document_id, {}).get(made.kind, "")}
        levels = attributes.values(Subject.CASE)
        own = {levels[it][made.level] for it in self.cases_of(passage) if it in levels}
        return own or {""}

    def stands_with(self, passage: Passage, row: int, column: int) -> bool:
        if passage.anchor is AnchorState.ORPHANED:
            return False
        if row != column and self.has(passage, column):
            return True
        return any(
            self.is_beside(passage, it) for it in self.passages if self.has(it, column)
        )

    def is_beside(self, one: Passage, other: Passage) -> bool:
        is_orphan = other.anchor is AnchorState.ORPHANED
        if one.document_id != other.document_id or one.id == other.id or is_orphan:
            return False
        if one.span.overlaps(other.span):
            return True
        return self.definition.kind is MatrixKind.NEAR and self.is_near(one, other)

    def is_near(self, one: Passage, other: Passage) -> bool:
        if self.definition.words is None:
            return bool(self.paragraphs(one) & self.paragraphs(other))
        first, second = sorted((one.span, other.span))
        text = self.project.documents.text(one.document_id)
        starts = [it.start() for it in re.finditer(r"[一-龥]|[^\W一-龥]+", text)]
        between = sum(first.end <= it < second.start for it in starts)
        return between <= self.definition.words

    def paragraphs(self, passage: Passage) -> set[int]:
        places = range(passage.span.start, passage.span.end)
        return {
            number
            for number, it in enumerate(
                self.project.documents.blocks(passage.document_id)
            )
            if any(it.span.contains(at) for at in places)
        }


@pytest.fixture
def made(project: Project, tmp_path: Path) -> Made:
    return Made(project, tmp_path)


def tagged(made: Made, number: int, words: str, *paths: str) -> int:
    start = TEXTS[number].index(words)
    span = Span(start, start + len(words))
    tags = [made.tags[it] for it in paths]
    return mark_passage(made.project, made.documents[number], span, tags)


def shown(matrix: Matrix) -> dict[tuple[str, str], int]:
    return {
        (matrix.rows[row].name, matrix.columns[column].name): count
        for (row, column), count in matrix.counts.items()
    }


def test_values_come_in_their_own_order_and_none_last(made: Made) -> None:
    project = made.project
    size = create_attribute(project, Subject.DOCUMENT, "Size", AttributeType.NUMBER)
    set_values(project, size, [made.documents[0]], "10000")
    set_values(project, size, [made.documents[1]], "9")
    for number, words in enumerate(("One", "Alpha", "reform")):
        tagged(made, number, words, "Aim")
    matrix = matrix_of(project, MatrixDefinition(MatrixKind.ATTRIBUTE, size))
    assert [it.name for it in matrix.columns] == ["9", "10,000", "No value"]
    assert [it.total for it in matrix.columns] == [1, 1, 1]


def test_only_some_tags_and_documents(made: Made) -> None:
    tagged(made, 0, "One", "Actors/BIS/Head")
    tagged(made, 0, "two", "Aim")
    tagged(made, 1, "Alpha", "Actors/BIS")
    definition = MatrixDefinition(
        tags=(made.tags["Actors/BIS"],), documents=(made.documents[0],)
    )
    matrix = matrix_of(made.project, definition)
    assert [it.name for it in matrix.rows] == ["Actors/BIS", "Actors/BIS/Head"]
    assert [it.key for it in matrix.columns] == [made.documents[0]]
    assert matrix.total == 1


def test_words_between_are_counted_across_marks(made: Made) -> None:
    tagged(made, 0, "One", "Aim")
    tagged(made, 0, "four", "Actors")
    for words, expected in ((1, {}), (2, {("Actors", "Aim"): 1, ("Aim", "Actors"): 1})):
        near = MatrixDefinition(MatrixKind.NEAR, words=words)
        assert shown(matrix_of(made.project, near)) == expected


def test_a_definition_whose_attribute_is_gone(made: Made) -> None:
    tagged(made, 0, "One", "Aim")
    definition = MatrixDefinition(MatrixKind.ATTRIBUTE, made.kind)
    remove_attribute(made.project, made.kind)
    with pytest.raises(NotFound):
        matrix_of(made.project, definition)
    assert passages_of(made.project, MatrixCell(definition)) == []
    with pytest.raises(InvalidValue, match="Choose the attribute"):
        matrix_of(made.project, MatrixDefinition(MatrixKind.ATTRIBUTE))


def test_a_list_shows_what_a_cell_counts(made: Made) -> None:
    project = made.project
    one = tagged(made, 0, "two three", "Aim")
    tagged(made, 0, "three four", "Actors")
    tagged(made, 0, "twelve", "Aim")
    overlap = MatrixDefinition(MatrixKind.OVERLAP)
    cell = MatrixCell(overlap, made.tags["Aim"], made.tags["Actors"])
    wanted = PassageFilter(cell=cell)
    assert [it.id for it in matching_places(project, wanted)] == [one]
    names = FilterNames.of(project)
    assert names.sentence(wanted) == "Passages tagged Aim overlapping Actors"
    gone = PassageFilter(cell=MatrixCell(overlap, TagId(999), made.tags["Aim"]))
    assert matching_places(project, gone) == []
    assert names.phrase(gone) == "tagged something deleted overlapping Aim"


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (MatrixCell(MatrixDefinition()), "with a tag"),
        (MatrixCell(MatrixDefinition(), TagId(1), 1), "tagged Actors in “0”"),
        (
            MatrixCell(MatrixDefinition(MatrixKind.CASE), TagId(1), 1),
            "tagged Actors of the case “HTWG”",
        ),
        (
            MatrixCell(MatrixDefinition(MatrixKind.CASE, with_beneath=False), TagId(1)),
            "tagged Actors of any case, tags beneath left out",
        ),
        (
            MatrixCell(MatrixDefinition(MatrixKind.ATTRIBUTE, 1), None, "memo"),
            "with a tag with Kind “memo”",
        ),
        (
            MatrixCell(MatrixDefinition(MatrixKind.ATTRIBUTE, 1), None, ""),
            "with a tag without a value of Kind",
        ),
        (
            MatrixCell(MatrixDefinition(MatrixKind.NEAR), TagId(1)),
            "tagged Actors within 10 words of another tag",
        ),
        (
            MatrixCell(MatrixDefinition(MatrixKind.NEAR, words=None), TagId(1), 1),
            "tagged Actors in one paragraph with Actors",
        ),
    ],
)
def test_a_filter_says_which_cell_it_shows(
    made: Made, cell: MatrixCell, words: str
) -> None:
    assert FilterNames.of(made.project).phrase(PassageFilter(cell=cell)) == words


# Saved matrices

EVERY = MatrixDefinition(
    MatrixKind.NEAR,
    measure=Measure.DOCUMENTS,
    words=None,
    with_beneath=False,
    tags=(TagId(3),),
    documents=(DocumentId(1),),
    order=MatrixOrder.TOTAL,
    with_empty=True,
)


def test_a_matrix_is_saved_changed_renamed_and_comes_back_from_the_bin(
    project: Project,
) -> None:
    made = save_matrix(project, "  Who  where ", EVERY)
    saved = project.matrices.get(made)
    assert (saved.name, saved.definition, saved.analyst) == ("Who where", EVERY, "ana")
    with pytest.raises(InvalidValue, match="already"):
        save_matrix(project, "WHO WHERE", MatrixDefinition())
    change_matrix(project, made, MatrixDefinition(MatrixKind.CASE))
    rename_matrix(project, made, "Cases")
    remove_matrix(project, made)
    assert project.matrices.saved() == []
    (entry,) = project.bin.all()
    assert (entry.table, entry.name) == ("saved_matrices", "Cases")
    restore(project, [entry])
    assert definition_of(project.matrices.get(made)).kind is MatrixKind.CASE
    with pytest.raises(InvalidValue, match="needs a name"):
        rename_matrix(project, made, " ")


@given(definitions)
def test_a_definition_comes_back_as_it_was_packed(definition: MatrixDefinition) -> None:
    assert unpack_definition(pack_definition(definition)) == definition
    assert unpack_definition(pack_definition(EVERY)) == EVERY


@pytest.mark.parametrize(
    "packed",
    [
        "", "[]", "nothing", '{"kind": "moon"}', '{"kind": 7}', '{"words": true}',
        '{"words": -1}', '{"words": 1e9}', '{"tags": 5}', '{"tags": ["x"]}',
        '{"documents": [9223372036854775808]}', '{"attribute_id": "1"}',
        '{"with_beneath": "yes"}', "[" * 100_000, '{"order": null}',
    ],
)  # fmt: skip
def test_what_another_hand_wrote_is_only_refused_when_it_is_opened(
    project: Project, packed: str
) -> None:
    assert unpack_definition(packed) is None
    made = save_matrix(project, "Odd", MatrixDefinition())
    project.close()
    with closing(sqlite3.connect(project.path)) as file, file:
        file.execute("update saved_matrices set definition = ?", [packed])
    with Project.open(project.path, analyst="ana") as again:
        (saved,) = again.matrices.saved()
        assert saved.definition is None
        with pytest.raises(WorkbenchError, match="“Odd”"):
            definition_of(saved)
        remove_matrix(again, made)
        assert again.matrices.saved() == []


def test_names_of_a_later_version_are_passed_over() -> None:
    assert unpack_definition('{"kind": "case", "later": [1]}') == MatrixDefinition(
        MatrixKind.CASE
    )


# Files


def test_the_csv_has_the_numbers_their_totals_and_what_was_counted(
    made: Made, tmp_path: Path
) -> None:
    create_tag(made.project, "=HYPERLINK(1)")
    tagged(made, 0, "One", "Aim", "Actors")
    made.tags["=HYPERLINK(1)"] = made.project.tags.at_path("=HYPERLINK(1)").id
    tagged(made, 1, "Alpha", "=HYPERLINK(1)")
    target = tmp_path / "matrix.csv"
    matrix = matrix_of(made.project, MatrixDefinition(order=MatrixOrder.TOTAL))
    assert export_matrix(made.project, matrix, target) == 4
    header, *rows = list(csv.reader(target.read_text("utf-8-sig").splitlines()))
    assert header[:5] == ["tag", "0", "1", "total", "counted"]
    assert {row[0]: row[1:4] for row in rows} == {
        "Aim": ["1", "0", "1"],
        "Actors": ["1", "0", "1"],
        "'=HYPERLINK(1)": ["0", "1", "1"],
        "total": ["1", "1", "2"],
    }
    assert rows[0][4] == "Passages by tag and document"


def test_the_csv_of_passages_has_each_of_each_cell(made: Made, tmp_path: Path) -> None:
    tagged(made, 0, "One", "Aim")
    tagged(made, 1, "Alpha beta", "Actors/BIS")
    target = tmp_path / "passages.csv"
    count = export_counted(made.project, MatrixDefinition(), target, Tracker())
    rows = list(csv.DictReader(target.read_text("utf-8-sig").splitlines()))
    assert count == 3
    found = [
        (it["tag"], it["column"], it["start"], it["end"], it["quote"]) for it in rows
    ]
    assert found == [
        ("Actors", "1", "0", "10", "Alpha beta"),
        ("Actors/BIS", "1", "0", "10", "Alpha beta"),
        ("Aim", "0", "0", "3", "One"),
    ]
    assert {len(it["sha256"]) for it in rows} == {64}


def test_names_that_are_alike_are_told_apart() -> None:
    entries = [MatrixEntry(1, "memo"), MatrixEntry(2, "memo"), MatrixEntry(3, "note")]
    assert told_apart(entries) == ["memo (1)", "memo (2)", "note"]

"""Matrices: every kind against a plain count, and what their cells list."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import InvalidValue, NotFound, WorkbenchError
from workbench.model.attributes import AttributeType, Subject
from workbench.model.ids import DocumentId, TagId
from workbench.model.matrices import (
    Matrix,
    MatrixCell,
    MatrixDefinition,
    MatrixKind,
    MatrixOrder,
    Measure,
)
from workbench.model.passages import Passage
from workbench.model.spans import Span
from workbench.operations.attributes import (
    create_attribute,
    remove_attribute,
    set_values,
)
from workbench.operations.bin import restore
from workbench.operations.cases import add_documents, create_case
from workbench.operations.importing import import_paths
from workbench.operations.matrices import matrix_of, passages_of
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

PATHS = ("Actors", "Actors/BIS", "Actors/BIS/Head", "Actors/CFIUS", "Aim", "Never")
TEXTS = (
    "One two three four five.\n\nSix seven eight.\n\nNine ten eleven twelve words here.",
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


def mark(made: Made, drawn: list[tuple[int, int, int, set[str], bool, set[str]]]) -> None:
    for number, start, length, paths, is_orphan, mentioned in drawn:
        text = TEXTS[number]
        start = min(start, len(text) - 1)
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


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
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
    passages = project.passages.all()
    matrix = matrix_of(project, definition)
    is_in = naive(made, definition, passages)
    every_row = list(made.tags.values())
    every_column = naive_columns(made, definition)

    def counted(found: list[Passage]) -> int:
        by_document = definition.measure is Measure.DOCUMENTS
        return len({it.document_id if by_document else it.id for it in found})

    cells = {
        (row, column): [it for it in passages if is_in(it, row, column)]
        for row, column in product(every_row, every_column)
    }
    shown = {
        (matrix.rows[row].key, matrix.columns[column].key): count
        for (row, column), count in matrix.counts.items()
    }
    assert shown == {it: counted(found) for it, found in cells.items() if found}
    for row, column in cells:
        listed = passages_of(project, MatrixCell(definition, row, column))
        assert sorted(listed) == sorted(it.id for it in cells[row, column])
    totals = {
        row: [it for it in passages if any(is_in(it, row, c) for c in every_column)]
        for row in every_row
    }
    kept = {row: counted(it) for row, it in totals.items() if it or definition.with_empty}
    assert {it.key: it.total for it in matrix.rows} == kept
    assert matrix.all_rows == len(every_row)
    for column in matrix.columns:
        own = {it.id for r in every_row for it in cells[r, column.key]}
        assert column.total == counted([it for it in passages if it.id in own])
        listed = passages_of(project, MatrixCell(definition, None, column.key))
        assert set(listed) == own
    everything = {it.id for found in cells.values() for it in found}
    assert matrix.total == counted([it for it in passages if it.id in everything])
    assert set(passages_of(project, MatrixCell(definition))) == everything
    if definition.order is MatrixOrder.TOTAL:
        for entries in (matrix.rows, matrix.columns):
            assert [it.total for it in entries] == sorted(
                (it.total for it in entries), reverse=True
            )


def naive_columns(made: Made, definition: MatrixDefinition) -> list[int | str]:
    match definition.kind:
        case MatrixKind.DOCUMENT:
            return list(made.documents)
        case MatrixKind.CASE:
            return list(made.cases.values())
        case MatrixKind.ATTRIBUTE:
            return ["", *(it for it in VALUES if it)]
        case _:
            return list(made.tags.values())


def naive(
    made: Made, definition: MatrixDefinition, passages: list[Passage]
) -> Callable[[Passage, int, int | str], bool]:
    """Return what tells whether a passage counts, by looking at it and all others."""
    project = made.project
    paths = {tag_id: path for path, tag_id in made.tags.items()}
    of_document = {it: project.cases.documents(it) for it in made.cases.values()}
    mentions = {it: project.cases.mentions(it) for it in made.cases.values()}
    kinds = project.attributes.values(Subject.DOCUMENT)
    levels = project.attributes.values(Subject.CASE)

    def has(passage: Passage, tag_id: int) -> bool:
        wanted = paths[TagId(tag_id)]
        return any(
            paths[it] == wanted
            or (definition.with_beneath and paths[it].startswith(f"{wanted}/"))
            for it in passage.tag_ids
        )

    def cases_of(passage: Passage) -> set[int]:
        return {
            it
            for it in of_document
            if passage.document_id in of_document[it] or passage.id in mentions[it]
        }

    def values_of(passage: Passage) -> set[str]:
        if definition.attribute_id == made.kind:
            return {kinds.get(passage.document_id, {}).get(made.kind, "")}
        own = {levels[it][made.level] for it in cases_of(passage) if it in levels}
        return own or {""}

    def beside(one: Passage, other: Passage) -> bool:
        if one.document_id != other.document_id or one.id == other.id:
            return False
        if one.span.overlaps(other.span):
            return True
        if definition.kind is MatrixKind.OVERLAP:
            return False
        document = one.document_id
        if definition.words is None:
            return bool(paragraphs(project, one) & paragraphs(project, other))
        first, second = sorted((one.span, other.span))
        text = project.documents.text(document)
        starts = [it.start() for it in re.finditer(r"[一-龥]|[^\W一-龥]+", text)]
        return sum(first.end <= it < second.start for it in starts) <= definition.words

    def stands_with(passage: Passage, row: int, column: int) -> bool:
        if passage.anchor == "orphaned":
            return False
        others = [it for it in passages if it.anchor != "orphaned" and has(it, column)]
        if row != column and has(passage, column):
            return True
        return any(beside(passage, it) for it in others)

    def is_in(passage: Passage, row: int, column: int | str) -> bool:
        if not has(passage, row):
            return False
        match definition.kind:
            case MatrixKind.DOCUMENT:
                return passage.document_id == column
            case MatrixKind.CASE:
                return column in cases_of(passage)
            case MatrixKind.ATTRIBUTE:
                return column in values_of(passage)
            case _:
                return stands_with(passage, row, int(column))

    return is_in


def paragraphs(project: Project, passage: Passage) -> set[int]:
    blocks = project.documents.blocks(passage.document_id)
    return {
        number
        for number, it in enumerate(blocks)
        if any(it.span.contains(at) for at in range(passage.span.start, passage.span.end))
    }

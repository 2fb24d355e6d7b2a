"""“Not stated” is a finding: it rests on a search, and knows when it fails."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.conftest import ImportText
from workbench.errors import InvalidValue, ReadOnlyProject
from workbench.jobs import Cancelled, Tracker
from workbench.model.aliases import AliasName
from workbench.model.cells import AbsenceScope, Cell, CellKey, CellState, Role
from workbench.model.ids import DocumentId, TableId
from workbench.model.links import Stretch
from workbench.model.search import SearchOptions
from workbench.model.spans import Span
from workbench.operations.absences import (
    drop_absence,
    recheck_absences,
    rechecked,
    record_absence,
    scope_documents,
)
from workbench.operations.aliases import add_group
from workbench.operations.cells import change_roles, cite_place, restore_cell
from workbench.operations.documents import remove_documents
from workbench.operations.importing import import_paths
from workbench.operations.row_documents import row_with_cells
from workbench.operations.searches import discard_hits, restore_hits
from workbench.operations.tables import add_column, add_row, create_table
from workbench.operations.versions import correct_text
from workbench.operations.zones import mark_zone
from workbench.project import Project

ALL, ROW = AbsenceScope.ALL, AbsenceScope.ROW
NOTHING = "The group met in Seoul. It spoke of copper.\n"
ZINC = "Nobody expected it, but zinc was named.\n"


def table_of(
    project: Project, *documents: DocumentId | None
) -> tuple[TableId, list[CellKey]]:
    """Make a table with a row a document, and return its cells."""
    table_id = create_table(project, "Metals")
    column = add_column(project, table_id, "Zinc")
    rows = [
        add_row(project, table_id, f"Row {number}", document)
        for number, document in enumerate(documents)
    ]
    return table_id, [(row, column) for row in rows]


def cell(project: Project, place: CellKey) -> Cell:
    return project.cells.get(*place)


def found(project: Project, place: CellKey) -> list[tuple[int, str]]:
    absence = cell(project, place).absence
    assert absence is not None
    return [
        (it.document_id, it.span.of(project.documents.text(it.document_id)))
        for it in absence.found
    ]


def test_it_keeps_what_was_searched_and_by_whom(
    project: Project, import_text: ImportText
) -> None:
    one, _ = import_text(NOTHING, "one"), import_text("Nothing.\n", "two")
    _, [place] = table_of(project, one)
    before = datetime.now(UTC)
    record_absence(project, *place, " zinc ", ROW)
    absence = cell(project, place).absence
    assert absence is not None
    assert (absence.query, absence.scope, absence.searched) == ("zinc", ROW, 1)
    assert (absence.analyst, absence.found) == ("ana", ())
    assert before <= absence.asked_at <= datetime.now(UTC)
    assert cell(project, place).state is CellState.NOT_STATED
    record_absence(project, *place, "zinc OR tin", ALL)
    again = cell(project, place).absence
    assert again is not None
    assert (again.query, again.searched) == ("zinc OR tin", 2)
    assert project.cells.changes(*place)[0].absent == "zinc OR tin"


@pytest.mark.parametrize("later", [False, True])
def test_what_a_passage_supports_is_stated(
    project: Project, import_text: ImportText, *, later: bool
) -> None:
    one = import_text(NOTHING, "one")
    _, [place] = table_of(project, one)
    record_absence(project, *place, "zinc", ROW)
    stretch = Stretch(one, Span(0, 9))
    citation = cite_place(project, *place, stretch, Role.CONTEXT)
    assert cell(project, place).state is CellState.NOT_STATED
    if later:
        change_roles(project, [citation], Role.SUPPORTS)
    else:
        cite_place(project, *place, Stretch(one, Span(10, 13)))
    assert cell(project, place).absence is None
    project.undo()
    assert cell(project, place).state is CellState.NOT_STATED


def test_what_is_found_is_no_absence(project: Project, import_text: ImportText) -> None:
    one, two = import_text(NOTHING, "one"), import_text(ZINC * 2, "two")
    _, [first, second, empty] = table_of(project, one, two, None)
    said = "“zinc” is found 2 times in one document"
    with pytest.raises(InvalidValue, match=said):
        record_absence(project, *first, "zinc", ALL)
    with pytest.raises(InvalidValue, match=said):
        record_absence(project, *second, "zinc", ROW)
    with pytest.raises(InvalidValue, match="no documents to search"):
        record_absence(project, *empty, "zinc", ROW)
    assert [cell(project, it).absence for it in (first, second, empty)] == [None] * 3
    record_absence(project, *first, "zinc", ROW)
    record_absence(project, *empty, "brass", ALL)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "Type the words"),
        ("NOT copper", "Type the words"),
        ("date:2022", "Type the words"),
        ('"tin box', "read as a whole"),
        ("metal:tin", "read as a whole"),
    ],
)
def test_what_proves_nothing_is_refused(
    project: Project, import_text: ImportText, query: str, said: str
) -> None:
    _, [place] = table_of(project, import_text(NOTHING))
    with pytest.raises(InvalidValue, match=said):
        record_absence(project, *place, query, ALL)


def test_a_condition_that_an_undated_document_may_meet_is_refused(
    project: Project, import_text: ImportText
) -> None:
    _, [place] = table_of(project, import_text(NOTHING))
    with pytest.raises(InvalidValue, match="has no date"):
        record_absence(project, *place, "copper date:1999", ALL)
    with pytest.raises(InvalidValue, match="has no date"):
        record_absence(project, *place, "tin OR date:1999", ALL)
    record_absence(project, *place, "tin date:1999", ALL)


def test_zones_are_left_out_whatever_the_options_say(
    project: Project, import_text: ImportText
) -> None:
    one = import_text(NOTHING + ZINC)
    _, [place] = table_of(project, one)
    at = project.documents.text(one).index("zinc")
    mark_zone(project, one, Span(at, at + 4))
    record_absence(project, *place, "zinc", ROW, SearchOptions(zones=True))
    assert recheck_absences(project) == 0
    project.undo()
    project.undo()
    assert cell(project, place).absence is None


def test_a_document_that_joins_makes_it_stale_and_one_that_leaves_does_not(
    project: Project, import_text: ImportText
) -> None:
    one = import_text(NOTHING, "one")
    _, [of_all, of_row] = table_of(project, one, one)
    record_absence(project, *of_all, "zinc", ALL)
    record_absence(project, *of_row, "zinc", ROW)
    two = import_text(ZINC, "two")
    assert recheck_absences(project) == 1
    assert found(project, of_all) == [(two, "zinc")]
    assert cell(project, of_all).state is CellState.STALE
    assert cell(project, of_row).state is CellState.NOT_STATED
    assert recheck_absences(project) == 0
    remove_documents(project, [two])
    assert recheck_absences(project) == 1
    assert cell(project, of_all).state is CellState.NOT_STATED
    project.undo()
    assert recheck_absences(project) == 1
    remove_documents(project, [one])
    assert found(project, of_all) == [(two, "zinc")]
    with pytest.raises(InvalidValue, match="found"):
        record_absence(project, *of_all, "zinc", ALL)


def test_a_changed_text_is_searched_again(
    project: Project, import_text: ImportText
) -> None:
    one = import_text(NOTHING)
    table_id, [place] = table_of(project, one)
    record_absence(project, *place, "zinc", ROW)
    at = NOTHING.index("copper")
    correct_text(project, one, Span(at, at + 6), "bronze")
    assert recheck_absences(project) == 0
    assert cell(project, place).state is CellState.NOT_STATED
    correct_text(project, one, Span(at, at + 6), "zinc")
    seen = rechecked(project, project.tables.get(table_id)).rows[0].cells[0]
    assert seen.state is CellState.STALE
    assert cell(project, place).state is CellState.NOT_STATED
    assert recheck_absences(project) == 1
    assert cell(project, place) == seen
    project.undo()
    assert recheck_absences(project) == 1
    assert cell(project, place).state is CellState.NOT_STATED


def test_aliases_discards_and_conditions_count(
    project: Project, import_text: ImportText
) -> None:
    one = import_text(NOTHING + ZINC)
    _, [by_alias, discarded, tagged] = table_of(project, one, one, one)
    record_absence(project, *by_alias, "tin", ROW)
    spans = [it for hit in project.search("zinc").hits for it in hit.matches]
    discard_hits(project, "zinc", [(one, it) for it in spans])
    record_absence(project, *discarded, "zinc", ROW)
    record_absence(project, *tagged, "zinc tag:Metal", ROW)
    assert recheck_absences(project) == 0
    restore_hits(project, [it.id for it in project.searches.discards("zinc")])
    assert recheck_absences(project) == 1
    assert found(project, discarded) == [(one, "zinc")]
    add_group(project, [AliasName("tin"), AliasName("copper")])
    assert recheck_absences(project) == 1
    assert found(project, by_alias) == [(one, "copper")]


def test_it_is_taken_back_undone_and_restored_from_the_history(
    project: Project, import_text: ImportText
) -> None:
    _, [place] = table_of(project, import_text(NOTHING))
    record_absence(project, *place, "zinc", ALL)
    kept = cell(project, place)
    drop_absence(project, *place)
    assert cell(project, place).state is CellState.EMPTY
    steps = len(project.history.steps())
    drop_absence(project, *place)
    assert len(project.history.steps()) == steps
    project.undo()
    assert cell(project, place) == kept
    project.redo()
    taken_back, noted = project.cells.changes(*place)
    assert (taken_back.absent, noted.absent) == ("", "zinc")
    restore_cell(project, noted.id)
    assert cell(project, place) == kept
    import_text(ZINC, "two")
    assert recheck_absences(project) == 1


def test_only_so_many_places_are_kept_and_the_rest_of_the_table_stays(
    project: Project, import_text: ImportText
) -> None:
    table_id, [first, other] = table_of(project, import_text(NOTHING, "one"), None)
    record_absence(project, *first, "zinc", ALL)
    for number in range(12):
        import_text(f"Number {number}.\n{ZINC * 3}", f"more {number}")
    assert recheck_absences(project) == 1
    absence = cell(project, first).absence
    assert absence is not None
    assert len(absence.found) == 20
    table = project.tables.get(table_id)
    assert rechecked(project, table) == table
    assert cell(project, other).state is CellState.EMPTY


def test_a_check_can_be_stopped_and_needs_a_project_to_write_to(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    _, [place] = table_of(project, import_text(NOTHING, "one"))
    record_absence(project, *place, "zinc", ALL)
    import_text(ZINC, "two")
    tracker = Tracker()
    tracker.cancel()
    with pytest.raises(Cancelled):
        recheck_absences(project, tracker)
    assert found(project, place) == []
    with Project.open(project.path, read_only=True) as reading:
        with pytest.raises(ReadOnlyProject):
            recheck_absences(reading)
        [[seen], *_] = [
            it.cells for it in rechecked(reading, reading.tables.named("Metals")).rows
        ]
        assert seen.state is CellState.STALE


def test_a_row_scope_is_what_the_row_gathers(
    project: Project, import_text: ImportText
) -> None:
    one, two = import_text("One.\n", "one"), import_text("Two.\n", "two")
    table_id, _ = table_of(project, two)
    [row] = project.tables.get(table_id).rows
    assert scope_documents(project, ROW, row) == [two]
    assert scope_documents(project, ALL, row) == [one, two]


def test_what_another_cell_of_the_row_cites_belongs_to_the_row(
    project: Project, import_text: ImportText
) -> None:
    one, two = import_text("One.\n", "one"), import_text("Zinc.\n", "two")
    table_id, [place] = table_of(project, one)
    other = add_column(project, table_id, "Other")
    [row] = project.tables.get(table_id).rows
    cite_place(project, row.id, other, Stretch(two, Span(0, 4)))
    cited = row_with_cells(project, row.id)
    assert scope_documents(project, ROW, cited) == [one, two]
    with pytest.raises(InvalidValue, match="found 1 time in one document"):
        record_absence(project, *place, "zinc", ROW)


def test_a_document_that_the_row_cites_is_one_of_its_own(
    project: Project, import_text: ImportText
) -> None:
    one, two = import_text(NOTHING, "one"), import_text(ZINC, "two")
    table_id, [place] = table_of(project, one)
    other = place[0], add_column(project, table_id, "Other")
    record_absence(project, *place, "zinc", ROW)
    cite_place(project, *other, Stretch(two, Span(0, 6)))
    assert recheck_absences(project) == 1
    assert found(project, place) == [(two, "zinc")]
    with pytest.raises(InvalidValue, match="is found 1 time in one document"):
        record_absence(project, *place, "zinc", ROW)


WORDS = ("zinc", "tin", "copper", "iron", "gold")
texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
deeds = st.one_of(
    st.tuples(st.just("join"), texts),
    st.tuples(st.just("correct"), texts),
    st.tuples(st.just("zone"), st.just("")),
    st.tuples(st.just("leave"), st.just("")),
    st.tuples(st.just("undo"), st.just("")),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(texts, st.lists(deeds, max_size=6), st.sampled_from([ALL, ROW]))
def test_it_never_holds_where_a_naive_search_finds_the_word(
    first: str, plan: list[tuple[str, str]], scope: AbsenceScope
) -> None:
    """Checked in pieces, it knows what asking everything again would know."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with Project.create(folder / "p.workbench", analyst="ana") as project:
            one = _joined(project, folder, "First. " + first)
            table_id, [place] = table_of(project, one)
            is_there = bool(_naive(project, scope, one))
            try:
                record_absence(project, *place, "zinc", scope)
            except InvalidValue:
                assert is_there
                return
            assert not is_there
            for deed, text in plan:
                _DEEDS[deed](project, folder, text)
                if not project.cells.get(*place).absence:
                    return
                recheck_absences(project)
                absence = cell(project, place).absence
                assert absence is not None
                assert list(absence.found) == _naive(project, scope, one)
                assert rechecked(project, project.tables.get(table_id)) == (
                    project.tables.get(table_id)
                )


def _naive(project: Project, scope: AbsenceScope, own: DocumentId) -> list[Stretch]:
    """Look through every text for the word, as a person would."""
    return [
        Stretch(document_id, Span(*it.span()))
        for document_id in project.documents.ids()
        if scope is ALL or document_id == own
        for it in re.finditer(r"\bzinc\b", project.documents.text(document_id))
        if not any(
            zone.overlaps(Span(*it.span()))
            for zone in project.documents.zones(document_id)
        )
    ]


def _joined(project: Project, folder: Path, text: str) -> DocumentId:
    path = folder / f"{len(list(folder.glob('*.txt')))}.txt"
    path.write_text(f"{path.stem}. {text}\n")
    (outcome,) = import_paths(project, [path])
    assert outcome.document_id is not None
    return outcome.document_id


def _correct(project: Project, _: Path, text: str) -> None:
    for own in project.documents.ids()[:1]:
        correct_text(project, own, Span(0, 1), f"And {text} again".replace("  ", " "))


def _zone(project: Project, _: Path, __: str) -> None:
    for own in project.documents.ids()[-1:]:
        at = project.documents.text(own).find("zinc")
        if at >= 0 and not project.documents.zones(own):
            mark_zone(project, own, Span(at, at + 4))


def _leave(project: Project, _: Path, __: str) -> None:
    ids = project.documents.ids()
    if len(ids) > 1:
        remove_documents(project, ids[-1:])


def _undo(project: Project, _: Path, __: str) -> None:
    project.undo()


_DEEDS: dict[str, Callable[[Project, Path, str], object]] = {
    "join": _joined,
    "correct": _correct,
    "zone": _zone,
    "leave": _leave,
    "undo": _undo,
}


elsewhere = st.lists(
    st.tuples(st.sampled_from(["join", "correct", "zone", "undo"]), texts), max_size=6
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(elsewhere)
@example([("join", ""), ("undo", ""), ("undo", "")])
def test_what_changes_outside_its_scope_asks_nothing(
    plan: list[tuple[str, str]],
) -> None:
    """Neither is anything found there, nor is any text searched for it."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with Project.create(folder / "p.workbench", analyst="ana") as project:
            other = _joined(project, folder, "Of another row: zinc.")
            own = _joined(project, folder, "Copper.")
            _, [place] = table_of(project, own)
            record_absence(project, *place, "zinc", ROW)
            assert recheck_absences(project) == 0
            kept = cell(project, place)
            recorded = project.history.undo_label
            for deed, text in plan:
                if deed != "undo" or project.history.undo_label != recorded:
                    _elsewhere(project, folder, other, deed, text)
                # Would it search once, this would stop it.
                stopped = Tracker()
                stopped.cancel()
                assert recheck_absences(project, stopped) == 0
                assert cell(project, place) == kept


def _elsewhere(
    project: Project, folder: Path, other: DocumentId, deed: str, text: str
) -> None:
    if deed == "correct":
        correct_text(project, other, Span(0, 1), f"And zinc {text} again".rstrip())
    elif deed == "zone" and not project.documents.zones(other):
        mark_zone(project, other, Span(0, 2))
    elif deed == "join":
        _joined(project, folder, f"Zinc {text}")
    elif deed == "undo":
        project.undo()

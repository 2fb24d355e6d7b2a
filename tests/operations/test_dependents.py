"""What rests on passages and documents, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ImportText
from workbench.model.cells import CellState, Role
from workbench.model.ids import CaseId, ColumnId, DocumentId, PassageId, RowId
from workbench.model.links import LinkKind, Stretch
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations import cells, tables
from workbench.operations.cases import create_case
from workbench.operations.dependents import (
    count_dependents,
    count_dependents_of_documents,
    dependents,
    dependents_of_document,
)
from workbench.operations.evidence_changes import standings, what_changed
from workbench.operations.links import link_passages
from workbench.operations.mentions import confirm_mentions
from workbench.operations.notes import write_note
from workbench.operations.passages import mark_passage, remove_passages
from workbench.operations.statements import sentences_around
from workbench.operations.versions import replace_document
from workbench.project import Project

TEXT = "Officials lead it. They met twice. Nobody else came."
FIRST, SECOND = Span(0, 18), Span(19, 34)


@dataclass(frozen=True)
class Study:
    """Two passages of one document, and a table with two cells."""

    project: Project
    document_id: DocumentId
    other_id: DocumentId
    one: PassageId
    two: PassageId
    row_id: RowId
    level: ColumnId
    meetings: ColumnId


@pytest.fixture
def study(project: Project, import_text: ImportText) -> Study:
    document_id = import_text(TEXT, name="release")
    other_id = import_text("A paper wrote of it.", name="story")
    table_id = tables.create_table(project, "Bodies")
    return Study(
        project,
        document_id,
        other_id,
        mark_passage(project, document_id, FIRST),
        mark_passage(project, document_id, SECOND),
        tables.add_row(project, table_id, "HTWG"),
        tables.add_column(project, table_id, "Level"),
        tables.add_column(project, table_id, "Meetings"),
    )


def rest_everything_on(study: Study) -> CaseId:
    project, two = study.project, study.two
    cells.cite(project, study.row_id, study.level, study.one)
    cells.cite(project, study.row_id, study.meetings, study.one, Role.CONTEXT)
    cells.cite(project, study.row_id, study.meetings, two, Role.CONTRADICTS)
    write_note(project, NoteTarget(NoteOn.PROJECT), f"See [[passage {study.one}]].")
    write_note(project, NoteTarget(NoteOn.PASSAGE, study.one), f"[[passage {two}]]")
    story = mark_passage(project, study.other_id, Span(0, 7))
    link_passages(project, story, study.one, LinkKind.ALTERED)
    case_id = create_case(project, "HTWG")
    confirm_mentions(project, case_id, [Stretch(study.document_id, FIRST)])
    return case_id


def test_nothing_rests_on_a_new_passage(study: Study) -> None:
    found = dependents(study.project, [study.one])
    assert found.words == ""
    assert not any(found.counts)


def test_everything_that_rests_on_a_passage_is_told(study: Study) -> None:
    case_id = rest_everything_on(study)
    found = dependents(study.project, [study.one])
    assert [(it.table, it.row, it.column, it.role) for it in found.cells] == [
        ("Bodies", "HTWG", "Level", Role.SUPPORTS),
        ("Bodies", "HTWG", "Meetings", Role.CONTEXT),
    ]
    assert [it.state for it in found.cells] == [CellState.DRAFT, CellState.DISPUTED]
    assert [it.note.target.on for it in found.notes] == [NoteOn.PROJECT]
    assert [it.target.passage_id for it in found.links] == [study.one]
    assert [it.id for it in found.mentions] == [case_id]
    assert found.words == "2 cells, 1 note, 1 link and 1 case"
    assert found.counts.rest_on("it").endswith("1 case rest on it")
    other = dependents(study.project, [study.two])
    assert other.words == "1 cell and 1 note"  # written on the first passage


def test_a_cell_that_cites_two_of_the_passages_counts_once(study: Study) -> None:
    rest_everything_on(study)
    both = [study.one, study.two]
    assert dependents(study.project, both).counts.cells == 2
    # The note is on one of them: it goes along with it.
    assert dependents(study.project, both).counts.notes == 1
    for ids in ([study.one], [study.two], both, []):
        counts = count_dependents(study.project, ids)
        assert counts == dependents(study.project, ids).counts


def test_a_document_has_what_its_passages_have_and_what_links_to_it(
    study: Study,
) -> None:
    rest_everything_on(study)
    target = NoteTarget(NoteOn.DOCUMENT, study.other_id)
    write_note(study.project, target, f"Retells [[document {study.document_id}]].")
    found = dependents_of_document(study.project, study.document_id)
    assert found.words == "2 cells, 2 notes, 1 link and 1 case"
    ids = [study.document_id]
    assert count_dependents_of_documents(study.project, ids) == found.counts
    both = count_dependents_of_documents(study.project, [*ids, study.other_id])
    assert both.notes == 1  # the other one is on a document that goes as well


def test_several_sources_are_cited_in_one_step(study: Study) -> None:
    project, place = study.project, (study.row_id, study.level)
    third = Stretch(study.document_id, Span(35, 52))
    evidence = [(study.one, Role.SUPPORTS), (third, Role.CONTRADICTS)]
    cells.cite_all(project, place, evidence)
    cited = project.cells.get(*place).citations
    assert [(it.quote, it.role) for it in cited] == [
        ("Officials lead it.", Role.SUPPORTS),
        ("Nobody else came.", Role.CONTRADICTS),
    ]
    assert project.history.undo_label == "Cite 2 passages in “HTWG › Level”"
    project.undo()
    assert project.cells.get(*place).citations == ()
    assert len(project.passages.of_document(study.document_id)) == 2


def test_a_removed_passage_leaves_no_dependents_but_orphans(study: Study) -> None:
    rest_everything_on(study)
    remove_passages(study.project, [study.one])
    assert dependents_of_document(study.project, study.document_id).counts.cells == 1
    cell = study.project.cells.get(study.row_id, study.level)
    assert cell.state is CellState.ORPHANED


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TEXT.replace("twice", "often"), "1 cell turned stale"),
        (TEXT.replace("Officials", "Ministers and others"), "1 cell lost its evidence"),
        (f"{TEXT}\n\nA long new paragraph.", "1 cell has another context"),
        (TEXT.replace(". ", ".  "), ""),
    ],
)  # fmt: skip
def test_a_replacement_says_which_cells_changed(
    study: Study, tmp_path: Path, text: str, said: str
) -> None:
    project, document_id = study.project, study.document_id
    cells.cite(project, study.row_id, study.level, study.one)
    cells.cite(project, study.row_id, study.meetings, study.two)
    before = standings(project, document_id)
    (tmp_path / "new.txt").write_text(text)
    replace_document(project, document_id, tmp_path / "new.txt")
    assert what_changed(before, standings(project, document_id)).startswith(said)
    assert bool(what_changed(before, standings(project, document_id))) == bool(said)


def test_what_was_found_grows_to_whole_sentences(study: Study) -> None:
    def around(*spans: Span) -> list[Span]:
        places = [Stretch(study.document_id, it) for it in spans]
        return [it.span for it in sentences_around(study.project, places)]

    assert around(Span(24, 27)) == [SECOND]
    assert around(Span(10, 27)) == [Span(0, 34)]
    assert around(Span(0, 1), Span(3, 6)) == [FIRST]

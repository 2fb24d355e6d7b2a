"""What became of a cited passage: before and now, and what is decided about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.model.cells import AbsenceScope, Cell, CellKey, CellState
from workbench.model.ids import DocumentId, TableId
from workbench.model.links import Stretch
from workbench.model.rechecks import CellToCheck, MarkedWords, Recheck
from workbench.model.spans import Span
from workbench.operations import cells, rechecks, tables
from workbench.operations.absence_trials import (
    absence_query,
    found_places,
    try_absence,
)
from workbench.operations.absences import recheck_absences, record_absence
from workbench.operations.documents import remove_documents
from workbench.operations.passages import remove_passages
from workbench.operations.versions import replace_document
from workbench.project import Project

ImportText = Callable[..., DocumentId]
TEXT = (
    "The group met in May.\n\nA Deputy Assistant Secretary leads it from Washington.\n"
)
RANK = "Deputy Assistant Secretary"


class Board:
    """A table of one row and two columns over one document."""

    def __init__(self, project: Project, document_id: DocumentId, path: Path) -> None:
        self.project, self.document_id, self.path = project, document_id, path
        self.id: TableId = tables.create_table(project, "Bodies")
        row = tables.add_row(project, self.id, "HTWG", document_id=document_id)
        level, private = (
            tables.add_column(project, self.id, name)
            for name in ("Level", "Private sector")
        )
        self.level: CellKey = (row, level)
        self.private: CellKey = (row, private)

    def cell(self, key: CellKey) -> Cell:
        return self.project.cells.get(*key)

    def cite(self, words: str = RANK) -> None:
        cells.cite_place(self.project, *self.level, self.place(words))
        cells.set_summary(self.project, *self.level, words)

    def place(self, words: str) -> Stretch:
        at = self.project.documents.text(self.document_id).index(words)
        return Stretch(self.document_id, Span(at, at + len(words)))

    def replace(self, old: str, new: str) -> None:
        text = self.project.documents.text(self.document_id).replace(old, new)
        self.path.write_bytes(text.encode())
        replace_document(self.project, self.document_id, self.path)

    def recheck(self) -> Recheck | None:
        (citation,) = self.cell(self.level).citations
        return rechecks.recheck(self.project, citation)


@pytest.fixture
def board(project: Project, import_text: ImportText, tmp_path: Path) -> Board:
    return Board(project, import_text(TEXT), tmp_path / "later.txt")


def marked(words: MarkedWords) -> list[str]:
    return [it.of(words.text) for it in words.marked]


def test_other_line_ends_leave_nothing_to_check(board: Board) -> None:
    board.cite()
    board.replace("\n", "\r\n")
    assert not board.cell(board.level).wants_check
    assert board.project.checks.all() == []


def test_what_holds_has_nothing_to_recheck(board: Board) -> None:
    board.cite("from Washington")
    board.replace("in May", "in June")
    assert board.recheck() is None
    assert board.project.checks.all() == []


def test_words_that_differ_are_marked_before_and_now(board: Board) -> None:
    board.cite("leads it from Washington")
    board.replace("leads it from Washington", "leads it from Geneva")
    found = board.recheck()
    assert found is not None
    assert found.now is not None
    assert marked(found.before) == ["Washington"]
    assert marked(found.now) == ["Geneva"]
    assert board.project.checks.all() == [CellToCheck(board.id, *board.level)]


def test_a_change_around_the_words_is_shown_with_them(board: Board) -> None:
    board.cite()
    board.replace("leads it from", "guides it from")
    found = board.recheck()
    assert board.cell(board.level).has_other_context
    assert found is not None
    assert found.now is not None
    assert RANK in found.before.text
    assert marked(found.before) == ["leads"]
    assert marked(found.now) == ["guides"]


def test_lost_words_are_shown_with_what_stands_near(board: Board) -> None:
    board.cite("The group met in May.")
    board.replace("The group met in May.\n\n", "")
    found = board.recheck()
    assert found is not None
    assert found.now is not None
    assert found.place is not None
    assert not found.has_same_words
    assert found.now.text.startswith("A Deputy")


def test_the_words_of_a_removed_passage_are_found_where_they_stand(
    board: Board,
) -> None:
    board.cite()
    (citation,) = board.cell(board.level).citations
    assert citation.passage_id is not None
    remove_passages(board.project, [citation.passage_id])
    found = board.recheck()
    assert found is not None
    assert found.has_same_words
    assert found.place == board.place(RANK)
    rechecks.rest_on_place(board.project, citation.id, found.place)
    assert board.cell(board.level).state is CellState.SUPPORTED
    board.project.undo()
    assert board.cell(board.level).state is CellState.ORPHANED


def test_a_removed_document_leaves_nowhere_to_look(board: Board) -> None:
    board.cite()
    remove_documents(board.project, [board.document_id])
    found = board.recheck()
    assert found is not None
    assert (found.before.text, found.now, found.place) == (RANK, None, None)


def test_rewriting_rests_on_what_is_said_now_in_one_step(board: Board) -> None:
    board.cite("leads it from Washington")
    board.replace("leads it from Washington", "leads it from Geneva")
    (citation,) = board.cell(board.level).citations
    rechecks.rewrite(board.project, *board.level, "From Geneva", [citation.id])
    assert board.cell(board.level).summary == "From Geneva"
    assert board.cell(board.level).state is CellState.SUPPORTED
    board.project.undo()
    assert board.cell(board.level).state is CellState.STALE
    assert board.cell(board.level).summary == "leads it from Washington"


def test_what_is_found_after_all_is_cited_in_place_of_the_absence(
    board: Board,
) -> None:
    record_absence(board.project, *board.private, "industry", AbsenceScope.ROW)
    board.replace(
        "from Washington.", "from Washington. Industry is heard twice a year."
    )
    assert recheck_absences(board.project) == 1
    cell = board.cell(board.private)
    assert cell.state is CellState.STALE
    assert cell.absence is not None
    (place,) = found_places(board.project, cell.absence.found)
    assert place.words.text == "Industry is heard twice a year."
    assert marked(place.words) == ["Industry"]
    assert CellToCheck(board.id, *board.private) in board.project.checks.all()
    rechecks.cite_found(board.project, *board.private, place.sentence)
    now = board.cell(board.private)
    assert now.absence is None
    assert [it.quote for it in now.citations] == ["Industry is heard twice a year."]
    board.project.undo()
    assert board.cell(board.private).absence is not None


def test_a_trial_tells_what_would_be_searched_and_found(board: Board) -> None:
    (row,) = board.project.tables.get(board.id).rows
    with board.project.reader() as view:
        nothing = try_absence(view, row, '"private sector"', AbsenceScope.ROW)
        found = try_absence(view, row, "secretary", AbsenceScope.ALL)
        unread = try_absence(view, row, " ", AbsenceScope.ALL)
    assert (nothing.documents, nothing.found, nothing.places) == (1, 0, ())
    assert (found.documents, found.found) == (1, 1)
    assert marked(found.places[0].words) == ["Secretary"]
    assert unread.problem


def test_a_query_begins_with_the_question_and_in_all_texts_the_row(
    board: Board,
) -> None:
    table = board.project.tables.get(board.id)
    row, column = table.rows[0], table.columns[1]
    of_row = absence_query(board.project, row, column, AbsenceScope.ROW)
    of_all = absence_query(board.project, row, column, AbsenceScope.ALL)
    assert of_row == '"Private sector"'
    assert of_all == '("Private sector") AND HTWG'


def test_hidden_cells_are_not_checked(board: Board) -> None:
    board.cite("leads it from Washington")
    board.replace("Washington", "Geneva")
    tables.hide_rows(board.project, [board.level[0]], is_hidden=True)
    assert board.project.checks.all() == []

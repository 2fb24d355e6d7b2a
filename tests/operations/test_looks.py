"""What is shown of a table, and in which order; its own order never changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.cells import Cell, CellState
from workbench.model.ids import ColumnId, RowId, TableId
from workbench.model.tables import Column, ColumnKind, ColumnType, ComparisonTable, Row
from workbench.operations.looks import (
    Heading,
    Look,
    Order,
    RowTexts,
    destination,
    line_up,
)

SUMMARIES = st.sampled_from(["", "9", "10", "2,000", "no figure", "-3", "10"])


def made(summaries: list[str], groups: list[str] | None = None) -> ComparisonTable:
    column = Column(ColumnId(1), "Number", "", ColumnKind(ColumnType.NUMBER))
    groups = groups or [""] * len(summaries)
    rows = [
        Row(RowId(it), f"row {it}", None, None, (Cell(RowId(it), column.id, text),),
            group)
        for it, (text, group) in enumerate(zip(summaries, groups, strict=True), 1)
    ]  # fmt: skip
    return ComparisonTable(TableId(1), "Bodies", (column,), tuple(rows))


def rows_of(table: ComparisonTable, look: Look) -> list[Row]:
    lines = line_up(table, look, RowTexts(lambda _key: "")).lines
    return [it for it in lines if isinstance(it, Row)]


def texts(table: ComparisonTable, look: Look) -> list[str]:
    return [it.cells[0].summary for it in rows_of(table, look)]


def test_numbers_sort_as_numbers_and_what_is_none_comes_last() -> None:
    table = made(["10", "", "no figure", "9", "2,000"])
    up = ["9", "10", "2,000", "no figure", ""]
    assert texts(table, Look(Order(ColumnId(1)))) == up
    down = ["2,000", "10", "9", "no figure", ""]
    assert texts(table, Look(Order(ColumnId(1), is_descending=True))) == down


@given(st.lists(SUMMARIES, max_size=12), st.booleans(), st.booleans())
def test_sorting_loses_no_row(
    summaries: list[str], is_descending: bool, by_state: bool
) -> None:
    table = made(summaries)
    order = Order(ColumnId(1), is_descending, by_state)
    assert {it.id for it in rows_of(table, Look(order))} == {it.id for it in table.rows}


@given(st.lists(st.sampled_from(["", "North", "South"]), min_size=1, max_size=12))
def test_every_row_stands_under_its_heading(groups: list[str]) -> None:
    table = made([""] * len(groups), groups)
    above = ""
    for line in line_up(table, Look(), RowTexts(lambda _key: "")).lines:
        if isinstance(line, Heading):
            above = line.group
            assert line.rows == groups.count(above)
        else:
            assert line.group == above


def test_words_are_found_in_names_texts_and_badges() -> None:
    table = made(["ten", "twenty"])

    def words_of(key: tuple[RowId, ColumnId]) -> str:
        return "undated" if key[0] == 1 else ""

    for words, found in (("row 2", [2]), ("TWEN", [2]), ("undated", [1]), ("x", [])):
        lines = line_up(table, Look(words=words), RowTexts(words_of))
        assert [it.id for it in lines.lines if isinstance(it, Row)] == found
        assert lines.matching == len(found)


def test_states_leave_out_the_other_rows() -> None:
    table = made(["text", ""])
    shown = rows_of(table, Look(states=frozenset({CellState.DRAFT})))
    assert [it.id for it in shown] == [1]


def test_folded_rows_are_counted_but_not_shown() -> None:
    table = made(["", "", ""], ["North", "", "North"])
    lines = line_up(table, Look(folded=frozenset({"North"})), RowTexts(lambda _key: ""))
    assert [it.id for it in lines.lines if isinstance(it, Row)] == [2]
    assert lines.lines[-1] == Heading("North", 2, is_folded=True)
    assert lines.matching == 3


def test_a_row_goes_below_the_line_above_its_new_place() -> None:
    table = made(["", "", ""], ["", "North", "North"])
    lines = line_up(table, Look(), RowTexts(lambda _key: "")).lines  # 1, North, 2, 3
    assert destination(lines, 0, 1) == (None, "North")
    assert destination(lines, 0, 2) == (RowId(2), "North")
    assert destination(lines, 3, 2) == (None, "North")
    assert destination(lines, 2, 1) == (RowId(1), "")
    assert destination(lines, 2, 0) == (None, "")

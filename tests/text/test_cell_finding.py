"""Finding a cell by typing, among many."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.cell_names import Named, NamedTable
from workbench.model.ids import ColumnId, RowId, TableId
from workbench.text.cell_finding import CellFinder

BODIES = NamedTable(
    TableId(1),
    "Bilateral bodies",
    (Named(1, "US-Korea working group"), Named(2, "US-China HTWG")),
    (Named(1, "Level"), Named(2, "Industry")),
)
OTHERS = NamedTable(TableId(2), "Others", (Named(3, "HTWG"),), (Named(3, "Level"),))
names = st.text("abé ", min_size=1, max_size=4)


def places(typed: str, last: tuple[int, int] | None = None) -> list[str]:
    known = None if last is None else (RowId(last[0]), ColumnId(last[1]))
    finder = CellFinder([BODIES, OTHERS], known)
    return [it.place for it in finder.find(typed, 100)]


def test_the_cell_used_last_comes_first_then_its_row() -> None:
    assert places("", (2, 2))[:2] == [
        "US-China HTWG › Industry",
        "US-China HTWG › Level",
    ]
    assert places("level", (3, 3))[0] == "HTWG › Level"
    assert len(places("")) == 5


def test_words_may_stand_in_row_column_and_table() -> None:
    assert places("lev htwg") == ["US-China HTWG › Level", "HTWG › Level"]
    assert places("other lev") == ["HTWG › Level"]
    assert places("nothing") == []


def test_beginnings_of_words_come_before_what_is_within() -> None:
    # “us” also stands in “industry”.
    assert places("us")[0] == "US-Korea working group › Level"
    assert places("ind")[:2] == ["US-Korea working group › Industry",
                                 "US-China HTWG › Industry"]  # fmt: skip
    assert places("dustry") == places("ind")


def test_no_more_than_asked_for_are_found() -> None:
    assert len(CellFinder([BODIES], None).find("", 3)) == 3
    assert CellFinder([BODIES], None).total == 4


@given(st.lists(names, max_size=5), st.lists(names, max_size=4), names)
def test_found_are_exactly_the_cells_with_every_word(
    rows: list[str], columns: list[str], typed: str
) -> None:
    table = NamedTable(
        TableId(1),
        "T",
        tuple(Named(n, it) for n, it in enumerate(rows, 1)),
        tuple(Named(n, it) for n, it in enumerate(columns, 1)),
    )
    found = {it.key for it in CellFinder([table], None).find(typed, 1000)}
    words = typed.casefold().split()
    assert found == {
        (r, c)
        for r, row in enumerate(rows, 1)
        for c, column in enumerate(columns, 1)
        if all(
            any(word in f" {name.casefold()}" for name in ("T", row, column))
            for word in words
        )
    }

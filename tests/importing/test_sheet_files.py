"""A row becomes a document; what is in the cells is in it, nothing else."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importing import made_csv, made_workbook
from workbench.errors import UnreadableFile
from workbench.exporting.csv_files import write_into
from workbench.importing.contents import Contents, Hints
from workbench.importing.sheet_files import read_sheet
from workbench.importing.sheet_rows import rows_of
from workbench.model.documents import BlockKind
from workbench.model.row_mappings import RowMapping

FILES = made_csv.made() | made_workbook.made()
SURVEY_GUESS = (
    "A row became a document: “Answer” its text; “Name” its title; “Date” its date;"
    " “Age” and “Region” attributes."
)
LONG_TEXT = "long " * 6_000

# What a text cannot have, and a lone end of line that CSV files end rows with.
cells = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufffe\uffff")
)
texts = cells.filter(str.strip)


def rows(name: str, mapping: RowMapping | None = None) -> list[tuple[str, ...]]:
    sheet = rows_of(FILES[name], Hints(name, rows=mapping))
    return [sheet.header, *(row.cells for row in sheet.rows)]


def refusal_of(content: bytes, name: str) -> str | None:
    try:
        read_sheet(content, Hints(name))
    except UnreadableFile as error:
        return str(error)
    return None


def read(name: str, mapping: RowMapping | None = None) -> list[Contents]:
    return read_sheet(FILES[name], Hints(name, rows=mapping))


def test_a_survey_is_read_with_all_that_its_rows_say() -> None:
    ada, bob = read("survey.csv")
    assert (ada.name, ada.title, ada.date) == ("Ada", "Ada", "2022-11-08")
    assert ada.text == "I like it, really.\r\nThe second line; here"
    assert [it.span.of(ada.text) for it in ada.blocks] == [
        "I like it, really.",
        "The second line; here",
    ]
    assert ada.values == (("Age", "33.5"), ("Region", "North"))
    assert (bob.text, bob.values) == (
        "No – not at all",
        (("Age", "40.25"), ("Region", "South")),
    )
    assert ada.warnings == (
        "Encoding guessed as windows-1252.",
        SURVEY_GUESS,
        "1 row without a text was passed over: row 4.",
    )
    assert bob.warnings == ()


def test_a_catalogue_is_read_with_its_sources_and_years() -> None:
    tides, ports = read("catalogue.csv")
    assert (tides.title, tides.date, tides.source) == ("Tides, a study", "2019", "Lee")
    assert tides.text == 'It ebbs "twice" a day'
    assert (ports.title, ports.date, ports.source) == ("Ports", "2020", "Mora")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("utf16.csv", ("Name", "Date", "Answer", "Age", "Region")),
        ("tabs.tsv", ("id", "text")),
        ("pipes.csv", ("id", "text")),
        ("said.csv", ("id", "text")),
        ("one column.csv", ("Answer",)),
        ("titled.csv", ("Name", "Region", "Answer")),
    ],
)
def test_what_parts_the_cells_is_found(name: str, expected: tuple[str, ...]) -> None:
    assert rows(name)[0] == expected


def test_commas_in_a_single_column_part_nothing() -> None:
    assert rows("one column.csv")[1:] == [
        ("I like it, really",),
        ("No, never, no",),
        ("Fine",),
    ]


def test_each_kind_of_cell_is_read_as_what_it_shows() -> None:
    header, row = rows("cells.xlsx")
    assert dict(zip(header, row, strict=True)) == {
        "text": "two\r\nlines _x0041_ \x0b",
        "day": "2022-11-08",
        "moment": "2022-11-08 14:30:00",
        "time": "14:30:00",
        "whole": "1200",
        "part": "0.1",
        "large": "100000000000000000000",
        "yes": "TRUE",
        "formula": "2",
        "words": "ab",
        "error": "",
        "sign": "=1+1",
        "long": LONG_TEXT,
    }


def test_errors_and_hidden_rows_are_told() -> None:
    first, *_ = read("cells.xlsx")
    assert first.warnings[0] == (
        "1 cell holds an error such as #N/A and came in empty."
    )
    first, *_ = read("sheets.xlsx")
    assert first.warnings[:2] == (
        "Only the sheet “Answers” was read; “Codes & keys” and “Notes” were not.",
        "1 row that is hidden in the sheet came in too.",
    )


def test_the_sheet_that_was_asked_for_is_read() -> None:
    mapping = RowMapping(text=("Text",), title="Name", sheet="Codes & keys")
    found = read("sheets.xlsx", mapping)
    assert [(it.title, it.text) for it in found] == [
        ("Ada", "First of Codes & keys"),
        ("Bob", "Second of Codes & keys"),
    ]
    with pytest.raises(UnreadableFile, match="has no sheet “Code”; it has “Answers”"):
        read("sheets.xlsx", RowMapping(text=("Text",), sheet="Code"))


def test_a_cell_that_spans_rows_stands_in_each() -> None:
    assert rows("merged.xlsx")[1:] == [
        ("North", "Ada", "Ada says a thing or two"),
        ("North", "Bob", "Bob says a thing or two"),
        ("South", "Cy", "Cy says a thing or two"),
    ]


def test_texts_of_both_libraries_are_the_same() -> None:
    (only,) = read("by openpyxl.xlsx")
    assert (only.title, only.date, only.text) == ("Ada", "2022-11-08", "Über Häfen 🙂")


def test_what_stands_above_the_header_is_told() -> None:
    first, second = read("plain.xlsx")
    assert first.text == "It is good,\nmostly"
    assert second.text == "  No.  "
    assert first.warnings[0] == (
        "Row 3 was taken for the header; 1 row stands above it and did not come in."
    )


def test_several_texts_stand_under_their_headings() -> None:
    mapping = RowMapping(text=("Best", "Worst"))
    content = b'Best,Worst\nthe sea,\n" the sea ","the\r\nwind"\n'
    first, second = read_sheet(content, Hints("a.csv", rows=mapping))
    assert first.text == "Best\nthe sea"
    assert second.text == "Best\n the sea \n\nWorst\nthe\r\nwind"
    assert [(it.kind, it.level, it.span.of(second.text)) for it in second.blocks] == [
        (BlockKind.HEADING, 2, "Best"),
        (BlockKind.PARAGRAPH, 0, "the sea"),
        (BlockKind.HEADING, 2, "Worst"),
        (BlockKind.PARAGRAPH, 0, "the"),
        (BlockKind.PARAGRAPH, 0, "wind"),
    ]


def test_a_row_without_a_title_is_called_by_its_number() -> None:
    mapping = RowMapping(text=("text",))
    assert [it.name for it in read("tabs.tsv", mapping)] == ["tabs row 2", "tabs row 3"]


def test_columns_without_a_heading_and_with_the_same_one_are_told_apart() -> None:
    content = b"Text,text,\nabc,d,e,f\n"
    assert rows_of(content, Hints("a.csv")).header == (
        "Text",
        "text (2)",
        "Column C",
        "Column D",
    )


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["1/2/2022", "13/2/2022"], ["2022-02-01", "2022-02-13"]),
        (["1/2/2022", "2/13/2022"], ["2022-01-02", "2022-02-13"]),
        (["1/2/2022", "2/3/2022"], ["", ""]),
        (["2022/3/4", "4.3.2022"], ["2022-03-04", "2022-03-04"]),
        (["3/14/2022 9:05:12 PM", "2022-11"], ["2022-03-14", "2022-11"]),
        (["8 November 2022", "soon"], ["2022-11-08", ""]),
    ],
)
def test_dates_are_read_as_their_column_writes_them(
    dates: list[str], expected: list[str]
) -> None:
    content = "\n".join(["d;t", *(f"{it};text" for it in dates)]).encode()
    mapping = RowMapping(text=("t",), date="d")
    found = read_sheet(content, Hints("a.csv", rows=mapping))
    assert [it.date for it in found] == expected
    unread = expected.count("")
    assert len(found[0].warnings) == (1 if unread else 0)


def test_a_column_that_is_not_there_is_named() -> None:
    with pytest.raises(UnreadableFile, match="has no column “Foo”; its columns are"):
        read("tabs.tsv", RowMapping(text=("Foo",)))


def test_a_sheet_without_any_text_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="No row of a.csv has a text"):
        read_sheet(b"a,b\n", Hints("a.csv"))


def test_a_quotation_mark_that_is_not_closed_is_told() -> None:
    first, *_ = read_sheet(b'a,b\n1,text\n2,"more\n3,x\n', Hints("a.csv"))
    assert first.warnings[0].startswith("A quotation mark in row 3 is not closed")


def test_cells_that_are_far_apart_are_refused_before_they_fill_the_memory() -> None:
    with pytest.raises(UnreadableFile, match="has cells below row 99,999"):
        read_sheet(made_workbook.far_apart(), Hints("a.xlsx"))


def test_a_bomb_is_refused_before_the_library_opens_it() -> None:
    content = io.BytesIO(made_workbook.plain())
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/comments9.xml", b" " * 30_000_000)
    with pytest.raises(UnreadableFile, match="unpacks to far more"):
        read_sheet(content.getvalue(), Hints("a.xlsx"))


@pytest.mark.parametrize("name", FILES)
def test_files_are_read_however_they_break_off(name: str) -> None:
    content = FILES[name]
    for end in range(0, len(content), max(1, len(content) // 40)):
        if (refusal := refusal_of(content[:end], name)) is not None:
            assert refusal.endswith(".")


@pytest.mark.parametrize("name", FILES)
def test_the_original_of_a_row_is_read_as_the_same_row(name: str) -> None:
    mapping = RowMapping(text=(rows(name)[0][-1],))
    for found in read(name, mapping):
        (again,) = read_sheet(found.original, Hints("row.csv", rows=mapping))
        assert (again.text, again.original) == (found.text, found.original)


@given(st.lists(st.tuples(texts, cells), min_size=1, max_size=8))
def test_what_an_export_writes_comes_back(written: list[tuple[str, str]]) -> None:
    target = io.StringIO(newline="")
    write_into(
        target, ["Text", "Value", "End"], [(*it, ".") for it in written], raw=False
    )
    mapping = RowMapping(text=("Text",), values=("Value",))
    content = target.getvalue().encode()
    sheet = rows_of(content, Hints("a.csv"))
    assert [row.cells[:2] for row in sheet.rows] == written
    found = read_sheet(content, Hints("a.csv", rows=mapping))
    assert [it.text for it in found] == [text for text, _ in written]


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=5))
def test_the_row_as_it_stood_can_be_given_back(written: list[tuple[str, str]]) -> None:
    target = io.StringIO(newline="")
    csv.writer(target).writerows([("One", "Two"), *written])
    mapping = RowMapping(text=("One", "Two"))
    hints = Hints("a.csv", rows=mapping)
    found = read_sheet(target.getvalue().encode(), hints)
    originals = [
        list(csv.reader(io.StringIO(it.original.decode(), newline=""))) for it in found
    ]
    assert originals == [[["One", "Two"], list(it)] for it in written]

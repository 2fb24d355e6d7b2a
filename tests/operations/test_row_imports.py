"""Rows come in as documents, with attributes whose types fit, as one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing import made_csv, made_workbook
from workbench.errors import InvalidValue, UnreadableFile
from workbench.jobs import Progress, Tracker
from workbench.model.attributes import AttributeType, Subject
from workbench.model.imports import ImportStatus
from workbench.model.row_mappings import RowMapping
from workbench.operations import arrivals
from workbench.operations.importing import import_paths
from workbench.operations.row_imports import (
    chosen_mapping,
    first_document,
    import_rows,
    look_at,
)
from workbench.project import Project

SURVEY = RowMapping(text=("Answer",), date="Date", values=("Name", "Age", "Region"))


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    path = tmp_path / "survey.csv"
    path.write_bytes(made_csv.made()["survey.csv"])
    return path


def write_rows(path: Path, header: str, rows: list[str]) -> Path:
    path.write_text("\n".join([header, *rows]) + "\n")
    return path


def values(project: Project) -> list[dict[str, str]]:
    names = {it.id: it.name for it in project.attributes.all(Subject.DOCUMENT)}
    found = project.attributes.values(Subject.DOCUMENT)
    return [
        {names[key]: text for key, text in found.get(document.id, {}).items()}
        for document in project.documents.all()
    ]


def types(project: Project) -> dict[str, tuple[AttributeType, tuple[str, ...]]]:
    return {it.name: (it.type, it.choices) for it in project.attributes.all()}


def test_a_preview_tells_what_there_is_to_choose_from(survey: Path) -> None:
    preview = look_at(survey)
    assert preview.header == ("Name", "Date", "Answer", "Age", "Region")
    assert [it.number for it in preview.rows] == [2, 3, 4]
    assert preview.rows[1].cells == (
        "Bob",
        "9.11.2022",
        "No – not at all",
        "40,25",
        "South",
    )
    assert (preview.count, preview.sheets, preview.encoding) == (3, (), "windows-1252")
    assert preview.mapping == RowMapping(
        text=("Answer",), title="Name", date="Date", values=("Age", "Region")
    )


def test_each_sheet_of_a_workbook_has_a_preview(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(made_workbook.sheets())
    preview = look_at(path, "Notes")
    assert preview.sheets == ("Answers", "Codes & keys", "Notes")
    assert preview.mapping.sheet == "Notes"
    assert preview.rows[0].cells == ("Ada", "First of Notes")


def test_what_is_no_sheet_has_no_preview(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "memo.txt", "a,b", ["c,d"])
    with pytest.raises(UnreadableFile, match=r"memo\.txt is no sheet; choose"):
        look_at(path)


def test_the_first_document_is_shown_before_anything_comes_in(survey: Path) -> None:
    sample = first_document(look_at(survey), SURVEY, survey.name)
    assert sample is not None
    assert (sample.name, sample.date) == ("survey row 2", "2022-11-08")
    assert sample.text == "I like it, really.\r\nThe second line; here"
    assert sample.values == (("Name", "Ada"), ("Age", "33.5"), ("Region", "North"))


def test_rows_come_in_with_all_that_is_chosen(project: Project, survey: Path) -> None:
    outcomes = import_rows(project, survey, SURVEY)
    assert [it.status for it in outcomes] == [ImportStatus.IMPORTED] * 2
    documents = project.documents.all()
    assert [(it.name, it.date) for it in documents] == [
        ("survey row 2", "2022-11-08"),
        ("survey row 3", "2022-11-09"),
    ]
    assert [project.documents.text(it.id) for it in documents] == [
        "I like it, really.\r\nThe second line; here",
        "No – not at all",
    ]
    assert values(project) == [
        {"Name (column)": "Ada", "Age": "33.5", "Region": "North"},
        {"Name (column)": "Bob", "Age": "40.25", "Region": "South"},
    ]
    assert outcomes[0].warnings[-1] == "1 row without a text was passed over: row 4."


def test_the_original_is_the_header_and_the_row(project: Project, survey: Path) -> None:
    outcome, _ = import_rows(project, survey, SURVEY)
    assert outcome.document_id is not None
    assert project.documents.original(outcome.document_id) == (
        b"Name,Date,Answer,Age,Region\r\n"
        b'Ada,8.11.2022,"I like it, really.\r\nThe second line; here","33,5",North\r\n'
    )


def test_all_of_a_sheet_is_one_step(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "BATCH_DOCUMENTS", 2)
    rows = [f"answer {it},{it % 2}" for it in range(7)]
    path = write_rows(tmp_path / "a.csv", "Text,Group", rows)
    import_rows(project, path, RowMapping(text=("Text",), values=("Group",)))
    assert len(project.documents.all()) == 7
    project.undo()
    assert project.documents.all() == []
    assert project.attributes.all() == []
    project.redo()
    assert [it["Group"] for it in values(project)] == list("0101010")


def test_a_wish_to_stop_keeps_what_is_in(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "BATCH_DOCUMENTS", 2)
    monkeypatch.setattr(arrivals, "BATCH_CHARACTERS", 2)
    rows = [f"answer {it}" for it in range(7)]
    path = write_rows(tmp_path / "a.csv", "Text", rows)

    def stop(progress: Progress) -> None:
        if (progress.done, progress.things) == (4, "rows"):
            tracker.cancel()

    tracker = Tracker(stop)
    outcomes = import_rows(project, path, RowMapping(text=("Text",)), tracker)
    came_in = [it for it in outcomes if it.status is ImportStatus.IMPORTED]
    assert len(came_in) == len(project.documents.all())
    assert 0 < len(came_in) < 7
    assert outcomes[-1].error == "Not imported: cancelled."


def test_equal_rows_come_in_once_and_a_second_time_not_at_all(
    project: Project, tmp_path: Path
) -> None:
    path = write_rows(tmp_path / "a.csv", "Text,Group", ["yes,1", "no,2", "yes,1"])
    mapping = RowMapping(text=("Text",), values=("Group",))
    outcomes = import_rows(project, path, mapping)
    assert [it.error for it in outcomes] == [
        "",
        "",
        "“a row 4” of a.csv is already in the project, as “a row 2”.",
    ]
    other = RowMapping(text=("Text", "Group"), values=("Text",))
    again = import_rows(project, path, other)
    assert {it.status for it in again} == {ImportStatus.DUPLICATE}
    assert [it.name for it in project.attributes.all()] == ["Group"]


def test_new_attributes_have_the_type_that_fits(
    project: Project, tmp_path: Path
) -> None:
    header = "Text;Count;Day;Year;Size;Postal code;Spelled;Serial;id"
    rows = [
        f"text {it};{it + 1000};2022-01-0{it};{2015 + it};{['small', 'large'][it % 2]}"
        f";0123{it};{['Yes', 'yes'][it % 2]};S{it};{it}"
        for it in range(1, 6)
    ]
    path = write_rows(tmp_path / "a.csv", header, rows)
    names = ("Count", "Day", "Year", "Size", "Postal code", "Spelled", "Serial", "id")
    import_rows(project, path, RowMapping(text=("Text",), values=names))
    assert types(project) == {
        "Count": (AttributeType.NUMBER, ()),
        "Day": (AttributeType.DATE, ()),
        "Year": (AttributeType.DATE, ()),
        "Size": (AttributeType.CHOICE, ("large", "small")),
        "Postal code": (AttributeType.TEXT, ()),
        "Spelled": (AttributeType.TEXT, ()),
        "Serial": (AttributeType.TEXT, ()),
        "id (column)": (AttributeType.NUMBER, ()),
    }
    assert values(project)[0] == {
        "Count": "1001",
        "Day": "2022-01-01",
        "Year": "2016",
        "Size": "large",
        "Postal code": "01231",
        "Spelled": "yes",
        "Serial": "S1",
        "id (column)": "1",
    }


def test_a_choice_gets_what_it_lacks(project: Project, tmp_path: Path) -> None:
    mapping = RowMapping(text=("Text",), values=("Size",))
    first = write_rows(tmp_path / "a.csv", "Text,Size", ["a,s", "b,l", "c,s", "d,l"])
    import_rows(project, first, mapping)
    second = write_rows(tmp_path / "b.csv", "Text,Size", ["e,S", "f,medium"])
    import_rows(project, second, mapping)
    assert types(project)["Size"] == (AttributeType.CHOICE, ("s", "l", "medium"))
    assert [it["Size"] for it in values(project)] == ["s", "l", "s", "l", "s", "medium"]


def test_among_other_files_a_sheet_comes_in_as_guessed(
    project: Project, survey: Path
) -> None:
    first, second = import_paths(project, [survey])
    assert first.warnings[1].startswith("A row became a document: “Answer” its text;")
    assert second.warnings == ()
    assert values(project)[0] == {"Age": "33.5", "Region": "North"}


def test_without_a_text_nothing_comes_in(project: Project, survey: Path) -> None:
    with pytest.raises(InvalidValue, match="No column is the text"):
        import_rows(project, survey, RowMapping(text=()))


def test_what_is_said_of_a_column_wins_over_the_guess(survey: Path) -> None:
    preview = look_at(survey)
    assert chosen_mapping(preview, "a.csv", text=["Name", "Answer"], date="") == (
        RowMapping(text=("Name", "Answer"), values=("Age", "Region"))
    )
    assert chosen_mapping(preview, "a.csv", values=["Name,Date"]) == (
        RowMapping(text=("Answer",), values=("Name", "Date"))
    )
    with pytest.raises(UnreadableFile, match=r"a\.csv has no column “Foo”"):
        chosen_mapping(preview, "a.csv", source="Foo")

"""An export is checked: what was changed is told, and nothing else."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ImportText
from tests.operations.test_table_files import TEXT, Table
from workbench.errors import InvalidValue
from workbench.exporting.provenance_files import record_digest
from workbench.importing.provenance_files import read_provenance
from workbench.model.cells import AbsenceScope, Role
from workbench.model.verification import Difference, DifferenceKind
from workbench.operations import cells, tables
from workbench.operations.absences import record_absence
from workbench.operations.exchange import export_passages
from workbench.operations.importing import import_paths
from workbench.operations.table_files import TableForm
from workbench.operations.verifying import verify_export
from workbench.operations.versions import replace_document
from workbench.operations.vouching import provenance_path
from workbench.project import Project

Told = list[tuple[DifferenceKind, str]]


class Exported(Table):
    """A table with two citations and an absence, and its export."""

    def __init__(self, project: Project, import_text: ImportText, folder: Path) -> None:
        super().__init__(project, import_text)
        self.other: Any = tables.add_column(project, self.id, "Reactors", "")
        cells.set_summary(project, self.row, self.column, "32 %")
        self.cite("Exports grew by 32 %")
        self.cite("First it begins", Role.CONTEXT)
        record_absence(project, self.row, self.other, "reactor", AbsenceScope.ALL)
        self.path = folder / "growth.csv"
        self.export(self.path)

    def differences(self, project: Project | None = None) -> list[Difference]:
        with (project or self.project).reader() as view:
            return list(verify_export(view, self.path).differences)

    def told(self) -> Told:
        return [(it.kind, it.words) for it in self.differences()]

    def replace(self, folder: Path, text: str) -> None:
        path = folder / "new.txt"
        path.write_text(text, "utf-8")
        replace_document(self.project, self.document, path)

    def tamper(self, change: Callable[[dict[str, Any]], None]) -> None:
        beside = provenance_path(self.path)
        record = json.loads(beside.read_text("utf-8"))
        change(record)
        beside.write_text(json.dumps(record), "utf-8")
        with suppress(InvalidValue):  # it cannot be read, so it needs no digest
            record["record_sha256"] = record_digest(read_provenance(beside))
            beside.write_text(json.dumps(record), "utf-8")


@pytest.fixture
def exported(project: Project, import_text: ImportText, tmp_path: Path) -> Exported:
    return Exported(project, import_text, tmp_path)


@pytest.mark.parametrize("form", TableForm)
def test_what_was_just_exported_has_no_differences(
    exported: Exported, tmp_path: Path, form: TableForm
) -> None:
    exported.path = tmp_path / f"again{form.suffix}"
    exported.export(exported.path, form)
    assert exported.differences() == []
    exported.path = provenance_path(exported.path)
    assert exported.differences() == []


def test_a_changed_file_is_told(exported: Exported) -> None:
    exported.path.write_bytes(exported.path.read_bytes() + b" ")
    assert exported.told() == [
        (DifferenceKind.EXPORT, "growth.csv was changed after it was exported")
    ]


@pytest.mark.parametrize("name", ["cells", "quotations", "documents"])
def test_a_provenance_without_its_records_is_told(
    exported: Exported, name: str
) -> None:
    beside = provenance_path(exported.path)
    record = json.loads(beside.read_text("utf-8"))
    beside.write_text(json.dumps(record | {name: []}), "utf-8")
    words = "growth.csv.provenance.json was changed after it was written"
    assert exported.told()[0] == (DifferenceKind.EXPORT, words)


def test_a_provenance_written_anew_says_the_same(exported: Exported) -> None:
    beside = provenance_path(exported.path)
    record = json.loads(beside.read_text("utf-8"))
    beside.write_text(json.dumps(record, indent=4, sort_keys=True), "utf-8")
    assert exported.told() == []


def test_it_is_told_how_much_was_checked(exported: Exported) -> None:
    with exported.project.reader() as view:
        found = verify_export(view, exported.path)
        assert found.words == "Checked 2 quotations in 2 cells: no difference"
        exported.path.unlink()
        found = verify_export(view, provenance_path(exported.path))
        assert found.words == "Checked 2 quotations in 2 cells: 1 difference"


def test_what_was_searched_in_all_documents_is_recorded_once(
    exported: Exported,
) -> None:
    record = read_provenance(provenance_path(exported.path))
    assert [it.absence.documents for it in record.cells if it.absence] == [()]
    with exported.project.reader() as view:
        assert record.documents == tuple(it.sha256 for it in view.documents.all())


def test_a_document_that_was_searched_and_is_gone_is_told(exported: Exported) -> None:
    exported.tamper(lambda it: it["documents"].append("ab" * 32))
    words = "1 of the 2 documents that “reactor” was asked of are not in the project"
    assert exported.told() == [(DifferenceKind.ABSENCE, words)]


class TestPassages:
    """The export of passages is checked against the texts."""

    @pytest.fixture
    def marks(self, exported: Exported, tmp_path: Path) -> Exported:
        exported.path = tmp_path / "passages.csv"
        with exported.project.reader() as view:
            export_passages(view, exported.path)
        return exported

    def test_what_was_just_exported_has_no_differences(self, marks: Exported) -> None:
        with marks.project.reader() as view:
            found = verify_export(view, marks.path)
        assert found.words == "Checked 2 quotations: no difference"

    def test_changed_words_are_told(self, marks: Exported, tmp_path: Path) -> None:
        marks.replace(tmp_path, TEXT.replace("32 %", "33 %"))
        (found,) = marks.differences()
        assert found.kind is DifferenceKind.CURRENT_TEXT
        assert (found.column, found.number is None) == ("", False)
        assert marks.project.documents.title(marks.document) in found.place

    def test_a_passage_that_lost_its_place_is_of_its_own_version(
        self, marks: Exported, tmp_path: Path
    ) -> None:
        old = marks.project.documents.all()[0].sha256
        marks.replace(tmp_path, "Quite another text, with nothing of the old one.\n")
        with marks.project.reader() as view:
            export_passages(view, marks.path)
            assert not verify_export(view, marks.path).differences
        with marks.path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [(it["anchor"], it["version"], it["sha256"]) for it in rows] == [
            ("orphaned", "1", old)
        ] * 2
        for row in rows:
            around = row["before"] + row["quote"] + row["after"]
            assert around in TEXT


def test_a_missing_file_is_told_and_the_rest_is_checked(exported: Exported) -> None:
    exported.path.unlink()
    exported.path = provenance_path(exported.path)
    assert exported.told() == [
        (DifferenceKind.EXPORT, "growth.csv is not beside its provenance")
    ]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_one_changed_character_is_one_difference(
    exported: Exported, data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, 1))
    beside = provenance_path(exported.path)
    before = beside.read_text("utf-8")

    def change(record: dict[str, Any]) -> None:
        quote = record["quotations"][number]["quote"]
        at = data.draw(st.integers(0, len(quote) - 1))
        letter = data.draw(
            st.characters(codec="utf-8").filter(lambda it: it != quote[at])
        )
        record["quotations"][number]["quote"] = quote[:at] + letter + quote[at + 1 :]

    exported.tamper(change)
    (found,) = exported.differences()
    assert found.kind is DifferenceKind.QUOTE
    assert (found.row, found.column, found.number) == ("Launch", "How much", number + 1)
    beside.write_text(before, "utf-8")


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("start", 18, DifferenceKind.QUOTE),
        ("end", 30, DifferenceKind.QUOTE),
        ("end", 2**52, DifferenceKind.QUOTE),
        ("sha256", "ab" * 32, DifferenceKind.DOCUMENT),
        ("text_sha256", "ab" * 32, DifferenceKind.DOCUMENT),
        ("role", "contradicts", DifferenceKind.CITATION),
        ("version", 7, DifferenceKind.CITATION),
        ("title", "Another", DifferenceKind.CITATION),
    ],
)
def test_each_field_of_a_quotation_is_checked(
    exported: Exported, field: str, value: object, kind: DifferenceKind
) -> None:
    exported.tamper(lambda it: it["quotations"][0].update({field: value}))
    assert [it.kind for it in exported.differences()] == [kind]


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("summary", "33 %", DifferenceKind.SUMMARY),
        ("state", "disputed", DifferenceKind.STATE),
        ("sources", "9 sources", DifferenceKind.SOURCES),
    ],
)
def test_each_field_of_a_cell_is_checked(
    exported: Exported, field: str, value: str, kind: DifferenceKind
) -> None:
    exported.tamper(lambda it: it["cells"][0].update({field: value}))
    assert [(it.kind, it.place) for it in exported.differences()] == [
        (kind, "Launch › How much")
    ]


def test_changed_words_are_told_against_the_current_text(
    exported: Exported, tmp_path: Path
) -> None:
    exported.replace(tmp_path, TEXT.replace("32", "33"))
    assert exported.told() == [
        (DifferenceKind.STATE, "the state was “supported”, and is “stale”"),
        (
            DifferenceKind.CURRENT_TEXT,
            "the current text says “Exports grew by 33 %”, not “Exports grew by 32 %”",
        ),
        (
            DifferenceKind.CITATION,  # of the quotation just before it
            "standing was “holds”, and is “context changed”",
        ),
    ]


def test_a_paragraph_elsewhere_changes_nothing(
    exported: Exported, tmp_path: Path
) -> None:
    exported.replace(tmp_path, f"{TEXT}\n\nAnother paragraph says more.")
    assert exported.differences() == []


def test_deleted_words_are_told_as_gone(exported: Exported, tmp_path: Path) -> None:
    exported.replace(tmp_path, TEXT.replace("- Exports grew by 32 %.", ""))
    state, gone, _context = exported.told()
    assert state[0] is DifferenceKind.STATE
    assert gone == (
        DifferenceKind.CURRENT_TEXT,
        "“Exports grew by 32 %” is gone from the current text",
    )


def test_what_is_not_absent_any_more_is_told(
    exported: Exported, import_text: ImportText
) -> None:
    import_text("They built a reactor.", "later")
    assert exported.told() == [
        (DifferenceKind.STATE, "the state was “not stated”, and is “stale”"),
        (DifferenceKind.ABSENCE, "“reactor” was not found, and is now in “later”"),
    ]


def test_citations_that_went_and_came_are_told(exported: Exported) -> None:
    (cell, _) = exported.project.tables.get(exported.id).rows[0].cells
    cells.remove_citations(exported.project, [cell.citations[1].id])
    exported.cite("A last paragraph", Role.CONTEXT)
    assert [(it.kind, it.number, it.words) for it in exported.differences()] == [
        (DifferenceKind.CITATION, 2, "“First it begins” is not cited there any more"),
        (
            DifferenceKind.CITATION,
            None,
            "“A last paragraph” is cited there now, and was not exported",
        ),
    ]


def test_rows_columns_and_tables_that_went_are_told(exported: Exported) -> None:
    tables.rename_row(exported.project, exported.row, "Start")
    assert exported.differences()[0].line == (
        "Launch: the row is not in the table any more"
    )
    tables.rename_row(exported.project, exported.row, "Launch")
    tables.remove_columns(exported.project, [exported.other])
    assert [it.line for it in exported.differences()] == [
        "Reactors: the column is not in the table any more"
    ]
    tables.remove_table(exported.project, exported.id)
    assert exported.told() == [
        (DifferenceKind.TABLE, "the project has no table “Growth”")
    ]


def test_another_project_with_the_same_files_is_as_good(
    exported: Exported, tmp_path: Path
) -> None:
    folder = tmp_path / "files"
    with Project.create(tmp_path / "other.workbench", analyst="bea") as other:
        (tmp_path / "a.txt").write_text("Something else.", "utf-8")
        import_paths(other, [tmp_path / "a.txt", folder / "launch.txt"])
        found = exported.differences(other)
        assert [it.kind for it in found] == [DifferenceKind.TABLE]
        new = tmp_path / "new.txt"
        new.write_text(TEXT.replace("grew", "fell") + "\n\nOne reactor.", "utf-8")
        replace_document(other, other.documents.find("launch").id, new)
        found = exported.differences(other)
        assert [it.kind for it in found] == [
            DifferenceKind.TABLE,
            DifferenceKind.CURRENT_TEXT,
            DifferenceKind.ABSENCE,
        ]
        assert "fell by 32 %" in found[1].words


def test_a_project_without_the_documents_says_so(
    exported: Exported, tmp_path: Path
) -> None:
    with Project.create(tmp_path / "other.workbench", analyst="bea") as other:
        found = exported.differences(other)
    assert [it.kind for it in found] == [
        DifferenceKind.TABLE,
        DifferenceKind.DOCUMENT,
        DifferenceKind.DOCUMENT,
        DifferenceKind.ABSENCE,
    ]


def test_a_file_without_provenance_cannot_be_verified(
    exported: Exported, tmp_path: Path
) -> None:
    exported.path = tmp_path / "passages.csv"
    exported.path.write_text("x")
    with pytest.raises(InvalidValue, match=r"no passages\.csv\.provenance\.json"):
        exported.differences()


DEEP = "[" * 100_000


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"null",
        b"[]",
        b"{}",
        b'{"format": 1}',
        DEEP.encode(),
        b'{"format": "research-workbench table provenance", "format_version": 2}',
        b'{"format": "research-workbench table provenance", "format_version": 1}',
        b"9" * 5000,
    ],
)
def test_hostile_provenance_is_one_sentence(exported: Exported, content: bytes) -> None:
    provenance_path(exported.path).write_bytes(content)
    with pytest.raises(InvalidValue, match="is not the provenance of an export"):
        exported.differences()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cells", {}),
        ("cells", [1]),
        ("cells", None),
        ("table", 7),
        ("table", None),
        ("quotations", [{}]),
        ("quotations", "all"),
    ],
)
def test_wrong_types_are_one_sentence(
    exported: Exported, name: str, value: object
) -> None:
    exported.tamper(lambda it: it.update({name: value}))
    with pytest.raises(InvalidValue, match="is not the provenance of an export"):
        exported.differences()


@pytest.mark.parametrize("value", ["x", -1, True, 1.5, 2**60, None])
def test_wrong_numbers_are_one_sentence(exported: Exported, value: object) -> None:
    exported.tamper(lambda it: it["quotations"][0].update({"start": value}))
    with pytest.raises(InvalidValue, match="is not the provenance of an export"):
        exported.differences()


@pytest.mark.parametrize("options", ["", "[]", "7", DEEP])
def test_a_damaged_search_is_one_sentence(exported: Exported, options: str) -> None:
    exported.tamper(lambda it: it["cells"][1]["absence"].update({"options": options}))
    if options == DEEP:  # deeper than any options: read as the usual ones
        assert exported.differences() == []
        return
    with pytest.raises(InvalidValue, match="does not say how"):
        exported.differences()

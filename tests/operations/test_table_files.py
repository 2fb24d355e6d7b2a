"""Tables given away from a project: what is in the files, and when they appear."""

from __future__ import annotations

import csv
import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ImportText
from workbench.errors import InvalidValue
from workbench.exporting.whole_files import UnwritableFile
from workbench.jobs import Cancelled, Progress, Tracker
from workbench.model.cells import AbsenceScope, Role
from workbench.model.ids import ColumnId, RowId, TableId
from workbench.model.links import Stretch
from workbench.model.spans import Span
from workbench.operations import cells, tables
from workbench.operations.absences import record_absence
from workbench.operations.documents import remove_documents
from workbench.operations.table_files import TableForm, export_table, form_of
from workbench.operations.versions import replace_document
from workbench.operations.vouching import provenance_path
from workbench.project import Project
from workbench.text.formulas import unescaped

TEXT = "First it begins.\n\n- Exports grew by 32 %.\n\nA last paragraph ends it all."


class Table:
    """A table with one row and one column in a project."""

    def __init__(self, project: Project, import_text: ImportText) -> None:
        self.project = project
        self.document = import_text(TEXT, "launch")
        self.id: TableId = tables.create_table(project, "Growth")
        self.column: ColumnId = tables.add_column(
            project, self.id, "How much", "In percent?"
        )
        self.row: RowId = tables.add_row(
            project, self.id, "Launch", self.document, None
        )

    def cite(self, words: str, role: Role = Role.SUPPORTS) -> None:
        start = self.project.documents.text(self.document).index(words)
        stretch = Stretch(self.document, Span(start, start + len(words)))
        cells.cite_place(self.project, self.row, self.column, stretch, role)

    def export(self, path: Path, form: TableForm | None = None, **how: bool) -> None:
        with self.project.reader() as view:
            export_table(view, self.id, path, form, **how)

    def quotations(self, path: Path, **how: bool) -> list[dict[str, str]]:
        self.export(path, TableForm.QUOTATIONS, **how)
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, strict=True))


@pytest.fixture
def table(project: Project, import_text: ImportText) -> Table:
    return Table(project, import_text)


def test_a_row_of_a_quotation_says_all_there_is_to_say(
    table: Table, tmp_path: Path
) -> None:
    cells.set_summary(table.project, table.row, table.column, "**32 %**")
    table.cite("- Exports grew by 32 %.")
    (row,) = table.quotations(tmp_path / "q.csv")
    document = table.project.documents.get(table.document)
    start = TEXT.index("- Exports")
    assert row["quote"] == "'- Exports grew by 32 %."
    made = {name: row.pop(name) for name in ("cited_at", "exported_at", "program")}
    assert all(made.values())
    assert row == {
        "table": "Growth",
        "row": "Launch",
        "group": "",
        "column": "How much",
        "summary": "**32 %**",
        "state": "supported",
        "sources": "1 source · undated",
        "number": "1",
        "role": "supports",
        "standing": "holds",
        "document": "launch",
        "title": document.title,
        "date": "",
        "version": "1",
        "sha256": document.sha256,
        "page": "",
        "start": str(start),
        "end": str(start + 23),
        "quote": "'- Exports grew by 32 %.",
        "before": TEXT[:start],
        "after": f"'{TEXT[start + 23 :]}",
        "cited_by": "ana",
        "query": "",
        "scope": "",
        "searched": "",
        "searched_documents": "",
        "asked_by": "",
        "asked_at": "",
        "project": "project.workbench",
        "exported_by": "ana",
    }


def test_a_cell_without_quotations_has_a_row_with_what_was_searched(
    table: Table, tmp_path: Path
) -> None:
    record_absence(table.project, table.row, table.column, "reactor", AbsenceScope.ROW)
    (row,) = table.quotations(tmp_path / "q.csv")
    assert row["state"] == "not stated"
    asked = [row[it] for it in ("query", "scope", "searched", "searched_documents")]
    assert asked == ["reactor", "documents of the row", "1", "launch"]
    assert row["number"] == row["quote"] == ""


def test_all_documents_that_were_searched_are_named(
    table: Table, import_text: ImportText, tmp_path: Path
) -> None:
    import_text("Another one.", "reply")
    record_absence(table.project, table.row, table.column, "reactor", AbsenceScope.ALL)
    (row,) = table.quotations(tmp_path / "q.csv")
    asked = [row[it] for it in ("scope", "searched", "searched_documents")]
    assert asked == ["all documents", "2", "launch\nreply"]
    book = tmp_path / "book.html"
    table.export(book, TableForm.BOOK)
    page = LexborHTMLParser(book.read_text("utf-8"))
    (link,) = page.css("#e1-1 > div a")
    (listed,) = page.css(f"section{link.attributes['href']}")
    named = [it.text() for it in listed.css("li")]
    digests = [it.sha256 for it in table.project.documents.all()]
    assert named == [
        f"{name}, version 1 · SHA-256 {digest}"
        for name, digest in zip(("launch", "reply"), digests, strict=True)
    ]


def test_what_is_hidden_is_left_out_unless_asked_for(
    table: Table, tmp_path: Path
) -> None:
    other = tables.add_row(table.project, table.id, "Hidden row", None, None)
    column = tables.add_column(table.project, table.id, "Hidden column", "")
    tables.hide_rows(table.project, [other], is_hidden=True)
    tables.hide_columns(table.project, [column], is_hidden=True)
    path = tmp_path / "q.csv"
    assert [it["row"] for it in table.quotations(path)] == ["Launch"]
    places = [
        (it["row"], it["column"]) for it in table.quotations(path, has_hidden=True)
    ]
    assert len(places) == 4
    assert ("Hidden row", "Hidden column") in places


def test_the_quotation_of_a_replaced_text_is_that_of_its_version(
    table: Table, tmp_path: Path
) -> None:
    table.cite("Exports grew by 32 %")
    (tmp_path / "new.txt").write_text(f"Before.\n\n{TEXT.replace('32', '33')}", "utf-8")
    replace_document(table.project, table.document, tmp_path / "new.txt")
    (row,) = table.quotations(tmp_path / "q.csv")
    assert row["quote"] == "Exports grew by 32 %"
    assert (row["version"], row["standing"], row["state"]) == ("1", "stale", "stale")
    old = table.project.versions.of_document(table.document)[0]
    assert row["sha256"] == old.sha256
    assert row["before"].endswith("it begins.\n\n- ")


def test_the_quotation_of_a_removed_document_is_kept(
    table: Table, tmp_path: Path
) -> None:
    table.cite("Exports grew by 32 %")
    remove_documents(table.project, [table.document])
    for form in TableForm:
        table.export(tmp_path / f"{form.value}{form.suffix}", form)
    (row,) = table.quotations(tmp_path / "q.csv")
    assert row["quote"] == "Exports grew by 32 %"
    assert (row["document"], row["sha256"]) == ("removed document", "")
    assert row["standing"] == "orphaned"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_every_quotation_read_back_is_what_the_text_says(
    table: Table, tmp_path: Path, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    stretch = Stretch(table.document, Span(start, end))
    cells.cite_place(table.project, table.row, table.column, stretch)
    for row in table.quotations(tmp_path / "q.csv"):
        assert unescaped(row["quote"]) == TEXT[int(row["start"]) : int(row["end"])]
    table.export(tmp_path / "q.xlsx")
    sheet = load_workbook(tmp_path / "q.xlsx")["Quotations"]
    header, *rows = sheet.iter_rows(values_only=True)
    for values in rows:
        row = dict(zip(header, values, strict=True))
        assert row["quote"] == TEXT[row["start"] : row["end"]]


@pytest.mark.parametrize("form", TableForm)
def test_beside_every_export_lies_what_vouches_for_it(
    table: Table, tmp_path: Path, form: TableForm
) -> None:
    table.cite("Exports grew")
    path = tmp_path / f"out{form.suffix}"
    table.export(path, form)
    record = json.loads(provenance_path(path).read_text("utf-8"))
    assert record["sha256"] == sha256(path.read_bytes()).hexdigest()
    assert (record["export"], record["form"]) == (path.name, form.value)
    assert (record["project"], record["analyst"]) == ("project.workbench", "ana")
    (quote,) = record["quotations"]
    assert quote["quote"] == "Exports grew"
    assert quote["text_sha256"] == sha256(TEXT.encode()).hexdigest()
    assert quote["sha256"] == table.project.documents.get(table.document).sha256


@pytest.mark.parametrize("form", TableForm)
def test_a_cancelled_export_leaves_nothing(
    table: Table, tmp_path: Path, form: TableForm
) -> None:
    def stop(progress: Progress) -> None:
        if progress.label.startswith("Writing"):
            tracker.cancel()

    tracker = Tracker(stop)
    folder = tmp_path / "out"
    folder.mkdir()
    with table.project.reader() as view, pytest.raises(Cancelled):
        export_table(view, table.id, folder / f"t{form.suffix}", form, tracker)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("form", TableForm)
def test_a_file_that_cannot_be_written_is_told_by_its_name(
    table: Table, tmp_path: Path, form: TableForm
) -> None:
    path = tmp_path / "none" / f"t{form.suffix}"
    with pytest.raises(UnwritableFile, match=path.name):
        table.export(path, form)


def test_the_provenance_must_be_writable_too(table: Table, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    provenance_path(path).mkdir()
    with pytest.raises(UnwritableFile, match="provenance"):
        table.export(path)
    assert not path.exists()


def test_the_suffix_says_the_form() -> None:
    assert [form_of(Path(f"t{it.suffix}")) for it in TableForm] == [
        TableForm.CSV,
        TableForm.CSV,
        TableForm.XLSX,
        TableForm.MARKDOWN,
        TableForm.PAGE,
        TableForm.DOCX,
        TableForm.PAGE,
    ]
    with pytest.raises(InvalidValue, match=r"should end in \.csv"):
        form_of(Path("t.pdf"))


def test_a_table_without_rows_or_columns_is_exported(
    project: Project, tmp_path: Path
) -> None:
    table_id = tables.create_table(project, "Empty")
    for form in TableForm:
        with project.reader() as view:
            path = tmp_path / f"{form.value}{form.suffix}"
            assert export_table(view, table_id, path, form) == 0

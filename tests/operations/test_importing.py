"""Importing: one line of the report a file, whatever it is."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from workbench.errors import InvalidValue
from workbench.jobs import Progress, Tracker
from workbench.model.imports import ImportStatus
from workbench.operations.checking import check
from workbench.operations.documents import edit_document, remove_documents
from workbench.operations.importing import import_paths
from workbench.project import Project


def write(folder: Path, **texts: str) -> list[Path]:
    paths = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_bytes(text.encode())
        paths.append(path)
    return paths


def test_what_is_read_back_is_what_was_in_the_file(
    project: Project, tmp_path: Path
) -> None:
    text = "A\u00a0line \r\n\r\n\ttabs, trailing \n- 😀 e\u0301\u00ad\n\n"
    (path,) = write(tmp_path, memo=text)
    (outcome,) = import_paths(project, [path])
    assert project.documents.text(outcome.document_id) == text
    assert project.documents.original(outcome.document_id) == path.read_bytes()
    document = project.documents.get(outcome.document_id)
    assert (document.size, document.encoding) == (len(text.encode()), "utf-8")
    assert document.path == str(path)


def test_a_duplicate_is_refused_by_name(project: Project, tmp_path: Path) -> None:
    one, two = write(tmp_path, one="the same", two="the same")
    first, second = import_paths(project, [one, two])
    assert second.status is ImportStatus.DUPLICATE
    assert second.document_id == first.document_id
    assert second.error == "two.txt is already in the project, as “one”."


def test_what_a_folder_holds_of_other_kinds_has_one_line(
    project: Project, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    (folder / "more").mkdir(parents=True)
    write(folder, memo="fine")
    for name in ("a.gif", "more/b.xyz", ".hidden.png"):
        (folder / name).write_bytes(b"x")
    imported, others = import_paths(project, [folder])
    assert imported.status is ImportStatus.IMPORTED
    assert (others.status, others.files) == (ImportStatus.PASSED_OVER, 2)
    assert (others.path, others.document_id) == (str(folder), None)
    assert others.error == "2 files of kinds that are not read: a.gif, b.xyz."


def test_many_files_of_other_kinds_are_not_all_named_and_the_project_is_none(
    project: Project, tmp_path: Path
) -> None:
    assert project.path.parent == tmp_path
    (tmp_path / "one.gif").write_bytes(b"x")
    (others,) = import_paths(project, [tmp_path])
    assert others.error == "1 file of a kind that is not read: one.gif."
    for number in range(20):
        (tmp_path / f"{number}.png").write_bytes(b"x")
    (others,) = import_paths(project, [tmp_path])
    assert others.error.endswith(" and 13 more.")


def test_a_bad_file_costs_only_itself(project: Project, tmp_path: Path) -> None:
    good, other = write(tmp_path, good="fine", other="fine too")
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7")
    outcomes = import_paths(project, [good, bad, tmp_path / "gone.txt", other])
    assert [it.status for it in outcomes] == [
        "imported",
        "failed",
        "failed",
        "imported",
    ]
    assert all(it.error.endswith(".") for it in outcomes if it.status == "failed")
    assert project.documents.count() == 2


def test_a_whole_import_is_one_step(project: Project, tmp_path: Path) -> None:
    write(tmp_path, **{f"n{number}": f"{number} " * 200_000 for number in range(5)})
    import_paths(project, [tmp_path])
    assert [it.label for it in project.history.steps()] == ["Import 5 documents"]
    project.undo()
    assert project.documents.all() == []
    assert project.search("3").total == 0
    project.redo()
    assert project.documents.count() == 5
    assert check(project) == []


def test_cancel_keeps_what_is_in_and_names_the_rest(
    project: Project, tmp_path: Path
) -> None:
    write(tmp_path, **{f"n{number}": f"text {number}" for number in range(6)})

    def stop_at_third(progress: Progress) -> None:
        if progress.done == 3:
            tracker.cancel()

    tracker = Tracker(stop_at_third)
    outcomes = import_paths(project, [tmp_path], tracker)
    statuses = [it.status.value for it in outcomes]
    assert statuses == ["imported"] * 4 + ["failed"] * 2
    assert outcomes[-1].error == "Not imported: cancelled."
    assert project.documents.count() == 4


def test_removing_a_document_is_undone_with_all_that_was_in_it(
    project: Project, tmp_path: Path
) -> None:
    (outcome,) = import_paths(project, write(tmp_path, memo="unusual words"))
    remove_documents(project, [outcome.document_id])
    assert project.search("unusual").total == 0
    project.undo()
    assert project.search("unusual").total == 1
    assert check(project) == []


@pytest.mark.parametrize("date", ["2022-13", "8 November", "2022-2-1", "20221108"])
def test_a_date_that_is_none_is_refused(
    project: Project, tmp_path: Path, date: str
) -> None:
    (outcome,) = import_paths(project, write(tmp_path, memo="text"))
    with pytest.raises(InvalidValue, match="Write a date as 2022-11-08"):
        edit_document(project, outcome.document_id, date=date)


@pytest.mark.parametrize("date", ["2022-11-08", "2022-11", "2022", ""])
def test_a_date_may_be_a_day_a_month_a_year_or_none(
    project: Project, tmp_path: Path, date: str
) -> None:
    (outcome,) = import_paths(project, write(tmp_path, memo="text"))
    edit_document(project, outcome.document_id, date=date, title="T", source="S")
    document = project.documents.get(outcome.document_id)
    assert (document.date, document.title, document.source) == (date, "T", "S")


def test_check_names_what_was_tampered_with(project: Project, tmp_path: Path) -> None:
    import_paths(project, write(tmp_path, memo="some words here"))
    with project.operation("tamper"):
        project._writer.execute("update texts set content = 'other words here'")
    assert any("not what was imported" in it for it in check(project))


def test_many_files_are_reported_in_order_and_can_be_cancelled(
    project: Project, tmp_path: Path
) -> None:
    large = "word " * 40_000
    write(tmp_path, **{f"n{number:02}": f"{number} {large}" for number in range(30)})
    (tmp_path / "n05.txt").write_bytes(b"")

    def stop_at_twentieth(progress: Progress) -> None:
        if progress.done == 20:
            tracker.cancel()

    tracker = Tracker(stop_at_twentieth)
    outcomes = import_paths(project, [tmp_path], tracker)
    assert [it.name for it in outcomes] == [f"n{number:02}" for number in range(30)]
    failed = [number for number, it in enumerate(outcomes) if it.status == "failed"]
    assert failed == [5, *range(21, 30)]
    assert project.documents.count() == 20
    assert check(project) == []


@pytest.mark.parametrize("blocks", ["{", '[[0, 1, "poem", 0]]'])
def test_check_survives_rows_that_cannot_be_read(
    project: Project, tmp_path: Path, blocks: str
) -> None:
    import_paths(project, write(tmp_path, memo="some words here"))
    project.close()
    with contextlib.closing(sqlite3.connect(project.path)) as connection, connection:
        connection.execute("update texts set blocks = ?", [blocks])
    with Project.open(project.path, read_only=True) as again:
        assert any("paragraphs of a text are damaged" in it for it in check(again))

"""Project files from a hostile hand: each is refused with one sentence, untouched."""

import contextlib
import os
import re
import sqlite3
from pathlib import Path

import pytest

from tests.store.studied import study
from workbench.errors import UnusableProject, WorkbenchError
from workbench.jobs import Tracker
from workbench.operations.checking import check
from workbench.operations.link_files import export_links
from workbench.operations.reuse import reuse_of, update_reuse
from workbench.operations.reuse_files import export_shared
from workbench.operations.searches import saved_counts
from workbench.operations.tags import create_tag
from workbench.project import Project

SCHEMA_TRICK = [
    "pragma writable_schema = on",
    (
        "insert into sqlite_schema (type, name, tbl_name, rootpage, sql) values"
        " ('trigger', 'sqlite_evil', 'tags', 0,"
        " 'create trigger sqlite_evil after insert on tags begin select 1; end')"
    ),
]
DEEP = "[" * 990 + "]" * 990
MANY_NAMES = (
    "insert into aliases (group_id, name, position) select 1, 'a' || id, 0 from (with"
    " recursive n (id) as (select 1 union all select id + 1 from n limit 60)"
    " select id from n)"
)
CITED = "update cell_changes set evidence = json_set(evidence, '$.citations[{0}]', {1})"
SEARCHED = (
    "update cell_changes set evidence = json_set(evidence, '$.absence',"
    " json_array({0}, {1}, 'all documents', {2}, 'ana', {3}))"
)
NOW = "'2024-01-01T00:00:00+00:00'"
EVIDENCE = (
    CITED.format("1", "json_extract(evidence, '$.citations[0]')"),
    CITED.format("0][10", "'never'"),
    CITED.format("0][10", "'9999-12-31T23:59:59-23:59'"),
    CITED.format("0][4", "-1"),
    CITED.format("0][4", "100"),
    CITED.format("0][3", f"json('{2**63}')"),
    SEARCHED.format("''", "'{}'", "'[]'", NOW),
    SEARCHED.format("'x'", "'['", "'[]'", NOW),
    SEARCHED.format("'x'", "'[]'", "'[]'", NOW),
    SEARCHED.format("'x'", "'{}'", "'{'", NOW),
    SEARCHED.format("'x'", "'{}'", "'{}'", NOW),
    SEARCHED.format("'x'", "'{}'", "'[]'", "'never'"),
)
"""Histories of cells that could not be brought back."""


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    path = tmp_path / "project" / "foreign.workbench"
    path.parent.mkdir()
    with Project.create(path) as project:
        create_tag(project, "level")
    return path


def refusal(path: Path) -> str:
    """Return why a project is refused, which must leave no trace of the try."""
    for _ in range(2):
        with pytest.raises(WorkbenchError) as caught:
            Project.open(path)
    assert [it.name for it in path.parent.iterdir()] == [path.name]
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        (["create trigger t after insert on tags begin select 1; end"], "did not make"),
        (["create table extra (id)"], "did not make"),
        (["drop table notes", "create view notes as select 1"], "did not make"),
        (["drop view tag_paths"], "did not make"),
        (["create index more on tags (color)"], "did not make"),
        (SCHEMA_TRICK, "did not make"),
        (["pragma application_id = 7"], "not a workbench project"),
        (["pragma user_version = 0"], "half made"),
        (["pragma user_version = -1"], "half made|newer"),
        (
            ["insert into taggings values (1, 9, 9, '', '')"],
            "damaged.*missing row",
        ),
    ],
)  # fmt: skip
def test_a_tampered_file_is_refused(
    closed: Path, statements: list[str], said: str
) -> None:
    with contextlib.closing(sqlite3.connect(closed)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    assert re.search(said, refusal(closed))


@pytest.fixture
def studied(closed: Path) -> Path:
    study(closed)
    return closed


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ('update passages set "start" = -10, "end" = -5', "passages is no place"),
        ('update passage_places set "end" = 0', "passage_places is no place"),
        ('update zones set "start" = 50, "end" = 10', "zones is no place"),
        ('update bookmarks set "start" = -1', "bookmarks is no place"),
        ("update zones set created_at = 'x'", "zones has no time"),
        ('update citations set "start" = -1', "citations is no place"),
        ("update citations set created_at = ''", "citations has no time"),
        ("update mentions set created_at = '12'", "mentions has no time"),
        ("update absences set asked_at = 'x'", "absences has no time"),
        ("update absences set options = '[]'", "absences has options that"),
        ("update absences set searched = '7'", "absences has no list of"),
        ("update absence_checks set found = '[[1, 9, 0]]'", "has places that are"),
        (f"update absence_checks set found = '{DEEP}'", "has places that are"),
        ("update cell_changes set evidence = '{}'", "has evidence that cannot"),
        (
            "update cell_changes set evidence = '{\"citations\": [[1]]}'",
            "has evidence that cannot be read",
        ),
        *((kept, "has evidence that cannot be read") for kept in EVIDENCE),
        ("update citations set created_at = '9999-12-31T23:59:59-23:59'",
         "citations has no time"),
        ("update absences set asked_at = '0001-01-01T00:00:00+23:59'",
         "absences has no time"),
        ("update table_columns set choices = '[7]'", "has choices that cannot"),
        ("update table_columns set choices = '[]' || char(0) || 'x'",
         "has choices that cannot be read"),
        ("update attributes set choices = '[]' || char(0) || 'x'",
         "has choices that cannot be read"),
        ("update absences set searched = '[]' || char(0) || 'x'",
         "has no list of documents"),
        ("update notes set changed_at = 'now'", "notes has no time"),
        ("update steps set time = '12:00'", "steps has no time"),
        ("update versions set imported_at = char(0)", "versions has no time"),
        ("update attributes set choices = '[1'", "choices that cannot be read"),
        ("update attributes set choices = '7'", "choices that cannot be read"),
        ("update attributes set choices = '[1, null]'", "choices that cannot be read"),
        ("update attribute_values set value = 'many'", "is no number"),
        ("update documents set version = 99", "documents has no text"),
        ("delete from texts", "documents has no text"),
        (
            "update passages set anchor = 'orphaned', version = 99",
            "a version that is not there",
        ),
        ("update tags set parent_id = id", "is beneath itself"),
        ("update versions set change = 'evil'", "made in an unknown way"),
        ("update searches set asked_at = '2024-02-31T10:00:00Z'", "has no time"),
        ("update searches set asked_at = '2024-02-01T24:00:00Z'", "has no time"),
        ("update searches set asked_at = '2024-02-01T10:00:00'", "has no time"),
        ("update discarded_hits set created_at = ''", "has no time"),
        ('update discarded_hits set "end" = 0', "discarded_hits is no place"),
        ("update searches set options = '[]'", "options that cannot be read"),
        ("update saved_searches set options = ''", "options that cannot be read"),
        ("update saved_searches set options = '{}' || char(0) || 'x'",
         "options that cannot be read"),
        (f"update saved_searches set options = '{{\"scope\": {'1' * 5000}}}'",
         "options that cannot be read"),
        ("update aliases set name = hex(zeroblob(500)) where id = 1", "too long"),
        ("update aliases set name = char(0) || hex(zeroblob(500)) where id = 1",
         "too long"),
        (MANY_NAMES, "has too many names"),
        ("update links set created_at = 'May'", "links has no time"),
        ("update shared_statements set a_start = -1", "is no pair of places"),
        ("update shared_statements set b_end = 3", "is no pair of places"),
        ("update versions set warnings = '[1]'", "versions has warnings that are none"),
        ("update versions set warnings = ''", "versions has warnings that are none"),
        ('update pages set "start" = -1', "pages is no place"),
        ('update pages set "start" = "end" + 1', "pages is no place"),
        ('update pages set "end" = 4294967296', "pages has no measure"),
        ("update pages set number = number - 1", "pages has no measure"),
        ("update pages set number = number + 4294967295", "pages has no measure"),
        ("update pages set width = -0.5", "pages has no measure"),
        ("update pages set height = 9e999", "pages has no measure"),
        ("update pages set label = hex(zeroblob(500))", "has too long a label"),
        ("update pages set label = char(0) || hex(zeroblob(500))", "too long a label"),
        ("update imported_folders set include = '{}'", "patterns that cannot be read"),
        ("update imported_folders set exclude = '[1]'", "patterns that cannot be read"),
        (f"update imported_folders set include = '{DEEP}'", "patterns that cannot"),
        ("update imported_folders set imported_at = ''", "folders has no time"),
    ],
)  # fmt: skip
def test_rows_that_nobody_could_read_are_damage(
    studied: Path, statement: str, said: str
) -> None:
    with Project.open(studied) as project:
        assert check(project) == []
    with contextlib.closing(sqlite3.connect(studied)) as connection, connection:
        assert connection.execute(statement).rowcount > 0
    sentence = refusal(studied)
    assert "damaged (row 1 of" in sentence
    assert said in sentence


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ('update zones set "end" = 9999999', "Zone 1 of “memo” does not stand at"),
        ('update bookmarks set "end" = 9999999', "Bookmark 1 of “memo” does not"),
        ('update passages set "end" = 9999999', "Passage 1 of “memo” does not stand"),
        ("update zones set quote = 'other'", "Zone 1 of “memo” does not stand at"),
        ('update discarded_hits set "end" = 9999999', "Discarded hit 1 of “memo”"),
        ("update citations set quote = 'other'", "“Bodies › Council › Meets” cites"),
        ("update citations set version = 99", "cites words that version 99 of “memo”"),
        ('update citations set "end" = 9223372036854775807', "does not have at 0..92"),
        ("update texts set blocks = '[[0,'", "paragraphs of a text are damaged"),
        ("update texts set blocks = '7'", "paragraphs of a text are damaged"),
        (
            "update texts set blocks = '[[0,9999999,\"paragraph\",0]]'",
            "paragraphs of a text are damaged",
        ),
        (
            "update texts set blocks = '[[0,5,\"evil\",0]]'",
            "paragraphs of a text are damaged",
        ),
        ('update pages set "end" = 999999', "Page 2 of “report” does not stand at"),
        ('update pages set "start" = 0', "Page 2 of “report” does not stand at 0.."),
        (
            'update pages set "end" = "end" + 30 where version_id = 2',
            "Page 2 of version 1 of “report” does not stand at",
        ),
        ("update pages set boxes = x'00'", "page 1 of “report” stand is damaged"),
        (
            "update pages set boxes = (select boxes from pages where number = 2)",
            "Page 1 of “report” has places for 27 characters, not for its 28",
        ),
    ],
)  # fmt: skip
def test_what_stands_outside_its_text_is_told_by_the_check(
    studied: Path, statement: str, said: str
) -> None:
    with contextlib.closing(sqlite3.connect(studied)) as connection, connection:
        connection.execute(statement)
    with Project.open(studied) as project:
        assert any(said in problem for problem in check(project))
        project.passages.all()


@pytest.mark.parametrize(
    "statement",
    [
        f"update saved_searches set options = '{{\"a\":{DEEP}}}'",
        "update saved_searches set options = '{\"scope\": [], \"sort\": {}}'",
        "update saved_searches set query = hex(zeroblob(5000000)), name = char(0)",
        "update searches set hits = -1, documents = 4611686018427387904",
        "update aliases set name = 'board board', is_case_sensitive = 7 where id = 1",
        "update aliases set name = '...' || char(0) || id",
        'update discarded_hits set "end" = 9223372036854775807',
        "update discarded_hits set words = '', quote = char(0)",
    ],
)  # fmt: skip
def test_searches_of_another_hand_are_only_contents(
    studied: Path, statement: str
) -> None:
    with contextlib.closing(sqlite3.connect(studied)) as connection, connection:
        assert connection.execute(statement).rowcount > 0
    with Project.open(studied) as project:
        check(project)
        assert saved_counts(project)
        assert project.searches.history()
        for query in ("board", "council", project.searches.saved()[0].query):
            answer = project.search(query)
            assert len(list(project.matches(query))) <= answer.documents
            project.listing(query)


@pytest.mark.parametrize(
    "statement",
    [
        "update shared_statements set score = 9e999",
        "update shared_statements set a_end = 9223372036854775807",
        "update shared_statements set a_document_id = -1, b_document_id = 999",
        "update shared_statements set a_document_id = 9223372036854775807",
        "update compared_documents set document_id = -document_id",
        "update compared_documents set signature = char(0), fingerprint = '€'",
        "update compared_documents set fingerprint = 'A' || char(0)",
        "update compared_documents set fingerprint = hex(zeroblob(1000000))",
        "update links set reason = hex(zeroblob(5000000))",
        "update links set reason = char(0) || char(27), analyst = char(8238)",
    ],
)
def test_what_another_hand_compared_is_only_contents(
    studied: Path, statement: str, tmp_path: Path
) -> None:
    with Project.open(studied) as project:
        update_reuse(project)
    with contextlib.closing(sqlite3.connect(studied)) as connection, connection:
        assert connection.execute(statement).rowcount > 0
    with Project.open(studied) as project:
        update_reuse(project)
        reuse = reuse_of(project)
        assert [it.is_current for it in reuse.documents] == [True, True]
        assert reuse.shared == ()
        assert export_shared(project, reuse, tmp_path / "pairs.csv", Tracker()) == 0
        assert export_links(project, tmp_path / "links.csv") == 1
        assert check(project) == []


@pytest.mark.parametrize("size", [0, 1, 99, 100, 4096, 4097, 20_000])
def test_a_truncated_file_is_refused(closed: Path, size: int) -> None:
    closed.write_bytes(closed.read_bytes()[:size])
    refusal(closed)


@pytest.mark.parametrize("page", range(1, 12))
def test_a_zeroed_page_is_refused_or_does_no_harm(closed: Path, page: int) -> None:
    content = bytearray(closed.read_bytes())
    content[page * 4096 : (page + 1) * 4096] = bytes(4096)
    closed.write_bytes(content)
    with contextlib.suppress(WorkbenchError), Project.open(closed) as project:
        project.problems()
    assert [it.name for it in closed.parent.iterdir()] == [closed.name]


def test_a_text_that_is_no_utf_8_is_said_to_be_damage(closed: Path) -> None:
    with contextlib.closing(sqlite3.connect(closed)) as connection, connection:
        connection.execute("update tags set name = cast(x'ff41' as text)")
    with Project.open(closed) as project:
        with pytest.raises(UnusableProject, match="damaged"), project.reader() as view:
            view.tags.all()
        with project.reader() as view:
            assert view.documents.all() == []


def test_names_with_nul_and_a_huge_blob_are_only_contents(closed: Path) -> None:
    with contextlib.closing(sqlite3.connect(closed)) as connection, connection:
        connection.execute("update tags set name = 'a' || char(0) || 'b'")
        connection.execute(
            "insert into steps (id, label, time, analyst)"
            " values (9, 'x', '2022-11-08T00:00:00+00:00', 'x')"
        )
        connection.execute(
            "insert into step_changes (step_id, table_name, kind, row_id, c0)"
            " values (9, 'no such table', 'insert', 1, zeroblob(50000000))"
        )  # fmt: skip
    with Project.open(closed) as project:
        assert project.tags.all()[0].name == "a\0b"
        assert project.problems() == []


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.workbench"
    os.mkfifo(pipe)
    assert "not a file" in refusal(pipe)
    with pytest.raises(UnusableProject, match="not a file"):
        Project.open(tmp_path)


@pytest.mark.parametrize("name", ["n" * 300, "nul\0", ".", "no/where"])
def test_a_project_that_cannot_be_made_is_one_sentence(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(UnusableProject):
        Project.create(tmp_path / name)
    with pytest.raises(UnusableProject):
        Project.open(tmp_path / name)
    assert list(tmp_path.iterdir()) == []

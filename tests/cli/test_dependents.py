"""What rests on something, told on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from workbench.model.notes import NoteOn, NoteTarget
from workbench.operations import cells, tables
from workbench.operations.notes import write_note
from workbench.project import Project

Line = Any


@pytest.fixture
def passage_id(line: Line) -> int:
    made = line.json("tag", "launch", 0, 8, "who")["passage"]
    with Project.open(line.project) as project:
        table_id = tables.create_table(project, "Bodies")
        row_id = tables.add_row(project, table_id, "Group")
        column_id = tables.add_column(project, table_id, "Level")
        cells.cite(project, row_id, column_id, made)
        write_note(project, NoteTarget(NoteOn.PROJECT), f"[[passage {made}]]")
    return int(made)


def test_dependents_of_a_passage_and_of_its_document(
    line: Line, passage_id: int
) -> None:
    found = line.json("dependents", passage_id)
    assert found["cells"] == [
        {"table": "Bodies", "row": "Group", "column": "Level", "role": "supports",
         "state": "draft"}
    ]  # fmt: skip
    assert [it["on"] for it in found["notes"]] == ["project"]
    assert line.json("dependents", "--document", "launch") == found
    told = line.done("dependents", passage_id).stdout
    assert "Bodies › Group › Level  supports, draft" in told
    assert told.endswith("1 cell and 1 note\n")
    nothing = line.done("dependents", "--document", "reply").stdout
    assert nothing.endswith("Nothing rests on it.\n")


def test_wrong_use_is_one_sentence(line: Line, passage_id: int) -> None:
    assert "either passages or" in line.run("dependents").stderr
    assert "no passage 99" in line.run("dependents", 99).stderr


def test_removing_and_replacing_say_what_it_did_to_cells(
    line: Line, passage_id: int, tmp_path: Path
) -> None:
    file = tmp_path / "launch.txt"
    file.write_text("Seouls launched a working group.\r\n\r\n- Exports grew.\r\n")
    assert "1 cell turned stale" in line.done("replace", "launch", file).stdout
    told = line.done("remove", "launch").stdout
    assert "1 cell and 1 note rest on it" in told

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

Line = Any


def test_import_reports_each_file(empty: Line, files: Path) -> None:
    first, second = empty.json("import", files / "launch.txt", files / "reply.txt")
    original = (files / "launch.txt").read_bytes()
    assert first == {
        "path": str(files / "launch.txt"),
        "status": "imported",
        "document": first["document"],
        "name": "launch",
        "characters": len(original.decode()),
        "sha256": hashlib.sha256(original).hexdigest(),
        "encoding": first["encoding"],
        "warnings": [],
        "error": "",
        "files": 1,
        "near_copies": [],
    }
    assert isinstance(first["document"], int)
    assert first["encoding"].lower() == "utf-8"
    assert second["name"] == "reply"


def test_paths_that_lead_nowhere_are_one_sentence_each(
    empty: Line, tmp_path: Path
) -> None:
    folder = tmp_path / "loop"
    folder.mkdir()
    (folder / "a.txt").symlink_to("b.txt")
    (folder / "b.txt").symlink_to("a.txt")
    long = f"/{'y' * 4_000}.txt"
    result = empty.run("import", folder, long)
    assert result.exit_code == 1
    assert result.stdout.count("Too many levels of symbolic links") == 2
    assert result.stdout.endswith("0 imported, 0 duplicate, 3 failed.\n")
    preview = empty.done("import-folder", folder, "--preview").stdout
    assert preview.splitlines()[1:] == [
        "  not read        a.txt",
        "  not read        b.txt",
        "  2 not read.",
    ]
    refused = empty.run("import-folder", long)
    assert refused.exit_code == 1
    assert refused.stderr.startswith("There is no folder /yyy")


@pytest.mark.parametrize("command", ["import", "import-folder", "import-again"])
def test_an_empty_path_is_not_this_folder(empty: Line, command: str) -> None:
    result = empty.run(command, "")
    assert result.exit_code == 2
    assert "An empty name names no file" in result.stderr
    assert empty.json("documents") == []


def test_a_duplicate_is_refused_by_name_and_makes_exit_code_1(
    line: Line, files: Path
) -> None:
    result = line.run("import", files / "launch.txt", "--json")
    assert result.exit_code == 1
    (outcome,) = json.loads(result.stdout)
    assert outcome["status"] == "duplicate"
    assert "launch" in outcome["error"]
    assert outcome["document"] == line.json("documents")[0]["id"]


def test_an_unreadable_file_fails_and_the_others_come_in(
    empty: Line, files: Path
) -> None:
    result = empty.run("import", files / "missing.txt", files / "reply.txt", "--json")
    assert result.exit_code == 1
    failed, imported = json.loads(result.stdout)
    assert (failed["status"], failed["document"]) == ("failed", None)
    assert failed["error"]
    assert imported["status"] == "imported"


def test_the_report_for_people_ends_in_the_counts(empty: Line, files: Path) -> None:
    result = empty.done("import", files)
    assert result.stdout.endswith("2 imported, 0 duplicate, 0 failed.\n")


def many_files(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        text = f"Story {number} about a meeting. " * 50
        (folder / f"story{number:04}.txt").write_text(text, encoding="utf-8")
    return folder


def test_ctrl_c_stops_an_import_politely_and_progress_is_shown(
    empty: Line, tmp_path: Path
) -> None:
    folder = many_files(tmp_path / "many", 1500)
    ours, terminal = os.openpty()
    words = [sys.executable, "-m", "workbench", "import", empty.project, folder]
    with subprocess.Popen(
        [*words, "--json"], stdout=subprocess.PIPE, stderr=terminal
    ) as program:
        os.close(terminal)
        assert b"0 of 1,500" in os.read(ours, 100)
        drain = threading.Thread(target=read_to_the_end, args=[ours])
        drain.start()
        program.send_signal(signal.SIGINT)
        report, _ = program.communicate()
        drain.join()
    outcomes = json.loads(report)
    assert (program.returncode, len(outcomes)) == (1, 1500)
    assert outcomes[-1]["error"] == "Not imported: cancelled."
    imported = [it["name"] for it in outcomes if it["status"] == "imported"]
    assert [it["name"] for it in empty.json("documents")] == imported
    assert empty.json("check")["ok"]


def read_to_the_end(terminal: int) -> None:
    try:
        while os.read(terminal, 4096):
            pass
    except OSError:  # how a terminal says that the other side is gone
        os.close(terminal)


def test_documents_are_listed_with_their_facts(line: Line, files: Path) -> None:
    original = (files / "launch.txt").read_bytes()
    launch = line.json("documents")[0]
    assert launch == {
        "id": launch["id"],
        "name": "launch",
        "title": launch["title"],
        "date": "",
        "source": launch["source"],
        "characters": len(original.decode()),
        "words": launch["words"],
        "sha256": hashlib.sha256(original).hexdigest(),
        "version": 1,
        "passages": 0,
        "attributes": {},
    }
    assert launch["words"] > 5


def test_documents_are_shown_to_people_in_columns(line: Line) -> None:
    header, *rows = line.done("documents").stdout.splitlines()
    assert header.split() == ["ID", "NAME", "DATE", "WORDS", "PASSAGES", "TITLE"]
    assert len(rows) == 2


def test_text_is_given_back_byte_for_byte(line: Line, files: Path) -> None:
    for name in ("launch", "reply"):
        original = (files / f"{name}.txt").read_bytes()
        assert line.done("text", name).stdout_bytes == original


def test_text_is_given_back_byte_for_byte_by_the_real_program(
    line: Line, files: Path
) -> None:
    words = [sys.executable, "-m", "workbench", "text", line.project, "launch"]
    result = subprocess.run(words, capture_output=True, check=True)
    assert result.stdout == (files / "launch.txt").read_bytes()
    assert result.stderr == b""


def test_a_part_of_a_text_is_counted_in_code_points(line: Line, files: Path) -> None:
    text = (files / "launch.txt").read_bytes().decode()
    start = text.index("🙂")
    part = line.done("text", "launch", "--start", start, "--end", start + 4)
    assert part.stdout_bytes.decode() == "🙂 in"


@pytest.mark.parametrize("ends", [("--end", 9999), ("--start", 9999), ("--start", -1)])
def test_a_part_that_is_not_in_the_text_is_wrong_usage(
    line: Line, ends: tuple[str, int]
) -> None:
    result = line.run("text", "launch", *ends)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["nothing", "99", "l"])
def test_a_document_that_is_not_there_or_not_alone_is_wrong_usage(
    line: Line, name: str
) -> None:
    result = line.run("text", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1

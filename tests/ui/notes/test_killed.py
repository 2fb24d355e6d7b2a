"""What is typed survives a process that is killed while it is being typed."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.project import Project

TYPIST = Path(__file__).parent / "typist.py"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_window_has_kept_what_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "killed.workbench"
    Project.create(path).close()
    with subprocess.Popen(
        [sys.executable, TYPIST, path], stdout=subprocess.PIPE, text=True
    ) as typist:
        assert typist.stdout
        saved = [int(line) for line, _ in zip(typist.stdout, "12", strict=False)]
        typist.send_signal(signal.SIGKILL)
    assert typist.returncode == -signal.SIGKILL
    with Project.open(path) as project:
        (note,) = project.notes.all()
        assert len(note.text) >= saved[1] > saved[0] > 0
        assert note.text == "".join(map(str, range(1000)))[: len(note.text)]
        project.undo()
        assert project.notes.all() == []

"""What is opened of a project that is new to this computer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import project_of
from ui.first_look import FirstLook, first_look
from workbench.model.spans import Span
from workbench.operations.passages import mark_passage
from workbench.operations.tables import add_column, add_row, create_table


def test_a_large_table_waits_behind_a_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.first_look.READ_UNASKED", 1)
    with project_of({"one": "Some words."}, tmp_path / "p.workbench") as project:
        assert first_look(project) == FirstLook()
        large, small = (create_table(project, it) for it in ("Large", "Small"))
        for name in ("a", "b"):
            add_column(project, large, name, "")
            add_row(project, large, name)
        assert first_look(project) == FirstLook(large)
        (document,) = project.documents.all()
        passage = mark_passage(project, document.id, Span(0, 4))
        assert first_look(project) == FirstLook(small, document.id, passage)

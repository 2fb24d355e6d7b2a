"""Suggestions are much better than plain BM25 on what was judged by reading."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from workbench.operations.sample import build_sample
from workbench.project import Project

FOLDER = Path(__file__).parents[2] / "packaging"


@pytest.fixture
def judging(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(FOLDER))
    script = FOLDER / "judged_suggestions.py"
    spec = importlib.util.spec_from_file_location("judged_suggestions", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "judged_suggestions", module)
    spec.loader.exec_module(module)
    return module


def test_the_first_right_answer_is_near_the_top(
    judging: ModuleType, project: Project
) -> None:
    build_sample(project)
    questions = judging.read_questions()
    assert len(questions) >= 20
    plain = judging.judged(project, questions, judging.by_bm25)
    ours = judging.judged(project, questions, judging.by_suggestions)
    assert ours.mean_reciprocal_rank > 0.75
    assert ours.mean_reciprocal_rank > 1.5 * plain.mean_reciprocal_rank
    assert project.tables.all() == [(1, project.tables.get(1).name)]

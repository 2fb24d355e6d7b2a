"""The judgments of shared statements, the counting of findings, the sample corpus."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from workbench.model.alignments import Pair, PairKind
from workbench.model.spans import Span
from workbench.operations.comparing import compare_documents
from workbench.operations.importing import import_paths
from workbench.project import Project

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def judged() -> ModuleType:
    script = ROOT / "packaging" / "judged_pairs.py"
    spec = importlib.util.spec_from_file_location("judged_pairs", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["judged_pairs"] = module
    spec.loader.exec_module(module)
    return module


def pair(a: int, b: int) -> Pair:
    return Pair(PairKind.VERBATIM, 0.5, Span(a, a + 10), Span(b, b + 10))


def test_a_pair_is_right_where_most_of_it_is_at_a_judged_place(
    judged: ModuleType,
) -> None:
    truth = judged.Judged(
        "one",
        "other",
        related=[(Span(0, 10), Span(50, 60)), (Span(100, 110), Span(0, 10))],
        doubtful=[(Span(200, 210), Span(200, 210))],
    )
    tally = judged.Tally()
    tally.count(truth, [pair(4, 50), pair(0, 70), pair(200, 203)])
    assert (tally.right, tally.related, tally.pairs) == (1, 2, 2)
    assert [it[2] for it in tally.wrong] == [pair(0, 70)]
    assert [it[2] for it in tally.missed] == [(Span(100, 110), Span(0, 10))]
    assert tally.precision == tally.recall == 0.5


def test_documents_that_are_not_listed_have_nothing_in_common(
    judged: ModuleType,
) -> None:
    truth = judged.read_judgments("seeds", ["000", "001", "002", "003"])
    related = {f"{it.a} {it.b}": len(it.related) for it in truth}
    assert related == {
        "000 001": 8,
        "000 002": 1,
        "000 003": 0,
        "001 002": 0,
        "001 003": 0,
        "002 003": 0,
    }


@pytest.mark.parametrize(
    ("judgments", "folder", "recall"),
    [("corpus", "corpus", 0.75), ("held_out", "packaging/held_out", 0.6)],
)
def test_what_is_found_is_as_good_as_it_was(
    judged: ModuleType, tmp_path: Path, judgments: str, folder: str, recall: float
) -> None:
    tally = judged.Tally()
    with Project.create(tmp_path / "judged.workbench") as project:
        import_paths(project, [ROOT / folder])
        ids = {it.name: it.id for it in project.documents.all() if it.name != "README"}
        assert len(ids) == 7
        for truth in judged.read_judgments(judgments, sorted(ids)):
            tally.count(truth, compare_documents(project, ids[truth.a], ids[truth.b]))
    assert tally.precision >= 0.9
    assert tally.recall >= recall

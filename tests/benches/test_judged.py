"""The loader of judged collections and the measure of a ranking, on a tiny one."""

from __future__ import annotations

import importlib.util
import math
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "judged.py"


@pytest.fixture(scope="module")
def judged() -> ModuleType:
    spec = importlib.util.spec_from_file_location("judged", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["judged"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "topics.1-2.txt").write_text(
        "<top>\n<num> Number: 1\n<title> wing\n  flutter\n\n<desc> Description:\nx\n"
        "</top>\n<top><num>2</num><title>heat</title></top>\n"
    )
    (tmp_path / "qrels.txt").write_text("1 0 A-1 2\n1 0 A-2 1\n\n2 0 A-3 -1\n")
    (tmp_path / "docs.sgml").write_text(
        "<DOC>\n<DOCNO> A-1 </DOCNO>\n<TEXT>\nThe wing\nflutters.\n</TEXT>\n</DOC>\n"
        "<doc><docno>A-2</docno>Wings</doc><doc><docno>A-3</docno>Heat</doc>"
    )
    return tmp_path


def test_reads_topics_judgments_and_documents(judged: ModuleType, folder: Path) -> None:
    read = judged.read_judged(folder)
    assert read.topics == {"1": "wing flutter", "2": "heat"}
    assert read.judgments == {"1": {"A-1": 2, "A-2": 1}, "2": {"A-3": -1}}
    assert read.documents == {
        "A-1": "The wing\nflutters.",
        "A-2": "Wings",
        "A-3": "Heat",
    }


@pytest.mark.parametrize("missing", ["topics.1-2.txt", "qrels.txt", "docs.sgml"])
def test_a_part_that_is_missing_is_said(
    judged: ModuleType, folder: Path, missing: str
) -> None:
    (folder / missing).unlink()
    with pytest.raises(ValueError, match="needs documents, topics and qrels"):
        judged.read_judged(folder)


def test_the_measure_is_that_of_the_definition(judged: ModuleType) -> None:
    relevance = {"a": 2, "b": 1, "c": 0, "d": -1}
    ideal = 2 + 1 / math.log2(3)
    assert judged.ndcg(["a", "b"], relevance) == 1
    assert judged.ndcg(["b", "x", "a"], relevance) == pytest.approx((1 + 1) / ideal)
    assert judged.ndcg(["c", "d"], relevance) == 0
    assert judged.ndcg([*"0123456789", "a"], relevance) == 0
    assert judged.ndcg(["c"], {"c": 0}) == 0

"""Measures laying facts beside each other: how right it is, and how fast.

Right means: as judged by reading (`judged_facts.toml`), on the sample corpus and, where
they are, on the seeds. Rows of what only one document has are not judged.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import report
from big_corpus import documents

from workbench.jobs import Tracker
from workbench.model.documents import Document
from workbench.model.facts import FactRow, Relation
from workbench.operations.facts import fact_rows
from workbench.operations.importing import import_paths
from workbench.operations.sample import build_sample
from workbench.project import Project
from workbench.text.blocks import split_blocks
from workbench.text.facts.finding import Source, facts_in
from workbench.text.facts.rows import rows_of

JUDGMENTS = Path(__file__).with_name("judged_facts.toml")
PARAGRAPHS = 600
MANY = """

On 14 April 2022, Minister of Trade Oren Tavesh said that exports to Karseth had risen
by 32% to $60 billion in 2021, about three months after 29 partner economies agreed.

"""
BOTH = (Relation.SAME, Relation.DIFFERENT)


def main() -> None:
    """Print precision and recall of each collection, then times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=Path, help="the folder of the seeds")
    given = parser.parse_args()
    print("facts of two documents in one row, as judged by reading")
    with tempfile.TemporaryDirectory() as scratch:
        with Project.create(Path(scratch) / "sample.workbench") as project:
            build_sample(project)
            judge("corpus", project)
        if given.seeds:
            with Project.create(Path(scratch) / "seeds.workbench") as project:
                import_paths(project, [given.seeds])
                judge("seeds", project)
    measure()


def judge(folder: str, project: Project) -> None:
    """Print how right the rows of all pairs of documents are."""
    right = missed = wrong = 0
    for judged, a, b in pairs(folder, project):
        rows = [it for it in fact_rows(project, a.id, b.id) if it.relation in BOTH]
        expected = judged.get("rows", [])
        spared = [*expected, *judged.get("doubtful", [])]
        lost = [it for it in expected if not any(is_at(it, row) for row in rows)]
        false = [row for row in rows if not any(is_at(it, row) for it in spared)]
        right += len(expected) - len(lost)
        missed += len(lost)
        wrong += len(false)
        for line in lost:
            print(f"    missed  {a.name[:14]:14} {b.name[:14]:14} {line}")
        for row in false:
            print(f"    wrong   {a.name[:14]:14} {b.name[:14]:14} {told(row)}")
    report(f"{folder}: precision, {wrong} wrong", right / (right + wrong), "")
    report(f"{folder}: recall, {missed} missed", right / (right + missed), "")


def pairs(
    folder: str, project: Project
) -> Iterator[tuple[dict[str, Any], Document, Document]]:
    """Yield each two documents with what was judged of them, in the judged order."""
    compared = tomllib.loads(JUDGMENTS.read_text("utf-8"))["compared"]
    own = [it for it in compared if it["folder"] == folder]
    for one, other in combinations(project.documents.all(), 2):
        for a, b in ((one, other), (other, one)):
            for judged in own:
                if a.name.startswith(judged["a"]) and b.name.startswith(judged["b"]):
                    yield judged, a, b
                    break
            else:
                continue
            break
        else:
            yield {}, one, other


def is_at(line: str, row: FactRow) -> bool:
    """Tell whether a row is the judged one."""
    relation, kind, a, b = line.split()
    return (
        (row.relation.value, row.kind.value) == (relation, kind)
        and any(it.span.start == int(a) for it in row.a)
        and any(it.span.start == int(b) for it in row.b)
    )


def told(row: FactRow) -> str:
    """Return a row as a judgment, places only."""
    a, b = row.a[0].span.start, row.b[0].span.start
    return f"{row.relation.value} {row.kind.value} {a} {b}"


def measure() -> None:
    """Print how long two generated texts of 300 KB take."""
    texts = [MANY.join(documents(PARAGRAPHS, seed)) for seed in (1, 2)]
    one, other = (Source(it, split_blocks(it), (), "2022-11-08") for it in texts)
    start = time.perf_counter()
    count = len(facts_in(one, Tracker()))
    report(
        f"{count:,} facts of {len(texts[0]):,} characters",
        time.perf_counter() - start,
        "s",
    )
    start = time.perf_counter()
    count = len(rows_of(one, other, [], Tracker()))
    report(f"{count:,} rows of two such texts", time.perf_counter() - start, "s")


if __name__ == "__main__":
    main()

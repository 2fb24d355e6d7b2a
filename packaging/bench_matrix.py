"""Measures matrices: 200 tags, 2,000 documents and 100,000 passages in the same file.

Each kind beside a plain count over `passages.all()` in Python, in the same run; then
what the window needs to show the largest one, and its slowest frame.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import report
from bench_reader import run_script
from bench_window import spin

TAGS, DOCUMENTS, PASSAGES = 200, 2_000, 100_000
CASES = 50
WORDS = 400
"""Of a document; about 2.5 KB."""
RUNS = 3
JUMPS = 40
WINDOW = (1600, 900)


def main() -> None:
    """Measure each part in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        name, path = given.child
        print(repr(CHILDREN[name](Path(path))))
        return
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"\nmatrices: {TAGS} tags, {DOCUMENTS:,} documents, {PASSAGES:,} passages")
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "matrix.workbench"
        run_script(__file__, "make", path)
        naive = run_script(__file__, "naive", path)["seconds"]
        report("plain count, tag x document", naive, "s")
        for what, seconds in run_script(__file__, "count", path).items():
            report(what, seconds, "s", seconds / naive, "of the plain count")
        window = run_script(__file__, "window", path)
        plain = window.pop("the same in a QTableView")
        for what, value in window.items():
            report(what, value, "ms", value / plain, "of a QTableView's frame")


def make(path: Path) -> dict[str, Any]:
    """Write the project; tags are a tree of two levels."""
    from workbench.operations.importing import import_paths
    from workbench.project import Project

    chance = random.Random(6)
    folder = path.with_suffix("")
    folder.mkdir()
    for number in range(DOCUMENTS):
        (folder / f"{number:04}.txt").write_text(_text(chance))
    with Project.create(path) as project:
        import_paths(project, [folder])
        _mark(project, chance)
    return {}


def _text(chance: random.Random) -> str:
    words = [f"word{chance.randrange(5_000)}" for _ in range(WORDS)]
    paragraphs = [" ".join(words[at : at + 40]) for at in range(0, WORDS, 40)]
    return "\n\n".join(paragraphs)


def _mark(project: Any, chance: random.Random) -> None:
    from datetime import UTC, datetime

    from workbench.model.attributes import AttributeType, Subject
    from workbench.model.spans import Span
    from workbench.text.selectors import describe

    now = datetime.now(UTC)
    with project.operation("Mark") as edit:
        roots = [edit.tags.add(f"Root {it:02}", None, it) for it in range(20)]
        tags = roots + [
            edit.tags.add(f"Tag {it:03}", chance.choice(roots), it)
            for it in range(TAGS - len(roots))
        ]
        documents = edit.documents.ids()
        kind = edit.attributes.add(Subject.DOCUMENT, "Kind", AttributeType.TEXT, ())
        attribute = edit.attributes.get(kind)
        cases = [edit.cases.add(f"Case {it}") for it in range(CASES)]
        for number, document in enumerate(documents):
            edit.attributes.set_value(attribute, document, f"kind {number % 12}")
            edit.cases.add_document(chance.choice(cases), document)
            text = edit.documents.text(document)
            for _ in range(PASSAGES // DOCUMENTS):
                start = chance.randrange(len(text) - 200)
                span = Span(start, start + chance.randrange(20, 200))
                passage = edit.passages.add(
                    document, 1, describe(text, span), edit.analyst, now
                )
                for tag in chance.sample(tags, chance.choice((1, 1, 2))):
                    edit.tags.tag(passage, tag, edit.analyst, now)


def naive(path: Path) -> dict[str, float]:
    """Count tag x document as one would by hand, from the passages."""
    from workbench.project import Project

    with Project.open(path, read_only=True) as project, project.reader() as view:

        def count() -> Counter[tuple[int, int]]:
            parents = {it.id: it.parent_id for it in view.tags.all()}
            found: Counter[tuple[int, int]] = Counter()
            for passage in view.passages.all():
                own = set()
                for tag_id in passage.tag_ids:
                    tag: int | None = tag_id
                    while tag is not None:
                        own.add(tag)
                        tag = parents[tag]
                for tag in own:
                    found[tag, passage.document_id] += 1
            return found

        return {"seconds": timed(count)}


def count(path: Path) -> dict[str, float]:
    """Count every kind."""
    from workbench.model.attributes import Subject
    from workbench.model.matrices import (
        MatrixCell,
        MatrixDefinition,
        MatrixKind,
        Measure,
    )
    from workbench.operations.matrices import matrix_of, passages_of
    from workbench.project import Project

    found = {}
    with Project.open(path, read_only=True) as project, project.reader() as view:
        (attribute,) = view.attributes.all(Subject.DOCUMENT)
        usual = MatrixDefinition()
        kinds = {
            "tag x document": usual,
            "tag x document, documents counted": MatrixDefinition(
                measure=Measure.DOCUMENTS
            ),
            "tag x case": MatrixDefinition(MatrixKind.CASE),
            "tag x attribute": MatrixDefinition(MatrixKind.ATTRIBUTE, attribute.id),
            "tag x tag, overlap": MatrixDefinition(MatrixKind.OVERLAP),
            "tag x tag, within 10 words": MatrixDefinition(MatrixKind.NEAR),
            "tag x tag, same paragraph": MatrixDefinition(MatrixKind.NEAR, words=None),
        }
        for what, definition in kinds.items():
            found[what] = timed(lambda it=definition: matrix_of(view, it))
        matrix = matrix_of(view, usual)
        cell = MatrixCell(usual, matrix.rows[0].key, matrix.columns[0].key)
        found["passages of one cell"] = timed(lambda: passages_of(view, cell))
    return found


def window(path: Path) -> dict[str, float]:
    """Show the largest matrix and scroll in it, and in a plain table of it."""
    from PySide6.QtWidgets import QApplication

    from ui import theme
    from ui.matrices.model import read_matrix
    from ui.widgets.heat_view import HeatView
    from workbench.jobs import Tracker
    from workbench.model.matrices import MatrixDefinition
    from workbench.project import Project

    app = QApplication([])
    theme.apply(app, dark=False)
    with Project.open(path, read_only=True) as project, project.reader() as view:
        grid = read_matrix(view, MatrixDefinition(), Tracker()).grid
    shown = HeatView("Matrix")
    shown.resize(*WINDOW)
    shown.show()
    found = {"show 200 x 2,000": timed(lambda: shown.show_grid(grid)) * 1e3}
    spin(200)
    frames = frames_of(shown)
    found["a frame"] = statistics.median(frames)
    found["the slowest frame"] = max(frames)
    found["the same in a QTableView"] = statistics.median(frames_of(plain_table(grid)))
    return found


def frames_of(view: Any) -> list[float]:
    """Return the milliseconds of frames anywhere in what scrolls."""
    chance, frames = random.Random(3), []
    for _ in range(JUMPS):
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.setValue(int(chance.random() * bar.maximum()))
        start = time.perf_counter()
        view.viewport().repaint()
        frames.append((time.perf_counter() - start) * 1e3)
    return frames


def plain_table(grid: Any) -> Any:
    """Return a plain table of the same numbers, without heads that read upwards."""
    from PySide6.QtCore import QAbstractTableModel, Qt
    from PySide6.QtWidgets import QTableView

    from ui.theme import tokens
    from ui.widgets.heat import heat
    from ui.widgets.heat_grid import SIDE

    class Model(QAbstractTableModel):
        def rowCount(self, _parent: Any = None) -> int:  # noqa: N802
            return len(grid.rows)

        def columnCount(self, _parent: Any = None) -> int:  # noqa: N802
            return len(grid.columns)

        def data(self, index: Any, role: int = 0) -> Any:
            count = grid.counts.get((index.row(), index.column()))
            if count and role == Qt.ItemDataRole.DisplayRole:
                return count
            if count and role == Qt.ItemDataRole.BackgroundRole:
                return heat(tokens(), grid.scale.level_of(count))
            return None

    table = QTableView()
    model = Model(table)
    table.setModel(model)
    for header in (table.horizontalHeader(), table.verticalHeader()):
        header.setMinimumSectionSize(SIDE)
        header.setDefaultSectionSize(SIDE)
    table.resize(*WINDOW)
    table.show()
    spin(200)
    return table


def timed(act: Callable[[], object]) -> float:
    """Return the median of a few runs, in seconds."""
    took = []
    for _ in range(RUNS):
        start = time.perf_counter()
        act()
        took.append(time.perf_counter() - start)
    return statistics.median(took)


CHILDREN: dict[str, Callable[[Path], dict[str, Any]]] = {
    "make": make,
    "naive": naive,
    "count": count,
    "window": window,
}

if __name__ == "__main__":
    main()

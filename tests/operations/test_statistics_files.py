"""Concordances and statistics as CSV: safe in a spreadsheet, and whole or not there."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.jobs import Cancelled, Progress, Tracker
from workbench.model.concordances import Measure, Window
from workbench.model.search import SearchOptions
from workbench.operations.concordances import find_lines
from workbench.operations.importing import import_paths
from workbench.operations.statistics_files import (
    export_collocates,
    export_concordance,
    export_keyness,
    export_ngrams,
)
from workbench.project import Project

QUERY = "=may OR -cmd"
Export = Callable[[Project, Path, Tracker], int]


def _concordance(project: Project, target: Path, tracker: Tracker) -> int:
    lines = find_lines(project, QUERY, SearchOptions(), Tracker())
    return export_concordance(project, lines, target, tracker)


def _collocates(project: Project, target: Path, tracker: Tracker) -> int:
    lines = find_lines(project, QUERY, SearchOptions(), Tracker())
    window, measure = Window(), Measure.LOG_LIKELIHOOD
    return export_collocates(project, lines, window, measure, 1, target, tracker)


def _ngrams(project: Project, target: Path, tracker: Tracker) -> int:
    return export_ngrams(project, 2, 1, target, tracker)


def _keyness(project: Project, target: Path, tracker: Tracker) -> int:
    chosen = [project.documents.all()[0].id]
    return export_keyness(project, chosen, 1, target, tracker)


EXPORTS: dict[str, Export] = {
    "concordance": _concordance,
    "collocates": _collocates,
    "n-grams": _ngrams,
    "key words": _keyness,
}
_each = pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS.keys())


@pytest.fixture
def studied(project: Project, tmp_path: Path) -> Project:
    """A project whose texts and names are formulas."""
    for name, word in (("=cmd", "ships"), ("@other", "ports"), ("-3", "iron")):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"=1+2 may so =cmd {word}\n\n-3 may @so may it\n" * 20)
        import_paths(project, [path])
    return project


@_each
def test_no_cell_of_text_begins_a_formula(
    studied: Project, tmp_path: Path, export: Export
) -> None:
    target = tmp_path / "out.csv"
    assert export(studied, target, Tracker()) > 0
    with target.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not any(cell.lstrip().startswith(("=", "+", "@")) for cell in cells)
    for cell in cells:
        if cell.startswith("-"):
            float(cell)


@_each
def test_cancelling_keeps_the_earlier_file(
    studied: Project, tmp_path: Path, export: Export
) -> None:
    target = tmp_path / "out" / "out.csv"
    target.parent.mkdir()
    target.write_text("earlier")

    def stop(_: Progress) -> None:
        tracker.cancel()

    tracker = Tracker(stop)
    with pytest.raises(Cancelled):
        export(studied, target, tracker)
    assert target.read_text() == "earlier"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are of Unix")
@pytest.mark.parametrize("name", EXPORTS)
def test_a_full_disk_is_said_and_keeps_the_earlier_file(
    studied: Project, tmp_path: Path, name: str
) -> None:
    target = tmp_path / "out" / "out.csv"
    target.parent.mkdir()
    target.write_text("earlier")
    studied.close()
    words = [sys.executable, "-c", FULL, name, str(studied.path), str(target)]
    root = Path(__file__).parents[2]
    done = subprocess.run(words, cwd=root, check=True, capture_output=True, text=True)
    assert "could not be written" in done.stdout
    assert target.read_text() == "earlier"
    assert list(target.parent.iterdir()) == [target]


FULL = """
import pathlib, resource, signal, sys
from tests.operations.test_statistics_files import EXPORTS
from workbench.errors import WorkbenchError
from workbench.jobs import Tracker
from workbench.project import Project

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Project.open(pathlib.Path(sys.argv[2]), read_only=True) as project:
    resource.setrlimit(resource.RLIMIT_FSIZE, (400, 400))
    try:
        EXPORTS[sys.argv[1]](project, pathlib.Path(sys.argv[3]), Tracker())
    except WorkbenchError as error:
        print(error)
"""

"""Programs that die, and disks that fill, while tables get their evidence."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.store.test_killing import ROOT, die
from workbench.model.cells import AbsenceScope, CellKey
from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.spans import Span
from workbench.operations.absences import recheck_absences, record_absence
from workbench.operations.cases import create_case
from workbench.operations.cells import cite_place
from workbench.operations.checking import check
from workbench.operations.importing import import_paths
from workbench.operations.mentions import confirm_mentions, confirmed_mentions
from workbench.operations.tables import add_column, add_row, create_table
from workbench.operations.versions import replace_document
from workbench.project import Project

CITED: Final = 2000
FEW: Final = 100
CITED_IN_A_CELL: Final = 5
ABSENCES: Final = 16
NOTED: Final = 4
KILLS: Final = 4
SMALL: Final = 0.02
CHECK: Final = "check absences"
KILLED: Final = {"cite", "replace"}
"""What is killed in every run; the rest takes its time."""
LINES: Final = [
    f"In round {number} they met, and {number * 7} ships sailed.\n\n"
    for number in range(CITED)
]
STARTS: Final = [0]
for _line in LINES:
    STARTS.append(STARTS[-1] + len(_line))
MEMO: Final = DocumentId(1)


def _places(project: Project) -> list[CellKey]:
    table = project.tables.named("Rounds")
    return [(row.id, column.id) for row in table.rows for column in table.columns]


def _cite_one_by_one(project: Project) -> None:
    for place, start in zip(_places(project)[:NOTED], STARTS, strict=False):
        cite_place(project, *place, Stretch(MEMO, Span(start + 9, start + 20)))


def _confirm(project: Project) -> None:
    places = [Stretch(MEMO, Span(it, it + 2)) for it in STARTS[:FEW]]
    confirm_mentions(project, project.cases.all()[0].id, places)


def _replace(project: Project) -> None:
    replace_document(project, MEMO, project.path.parent / "later.txt")


def _note_absences(project: Project) -> None:
    for place in _places(project)[ABSENCES : ABSENCES + NOTED]:
        record_absence(project, *place, "copper", AbsenceScope.ALL)


ACTIONS: dict[str, Callable[[Project], object]] = {
    "cite": _cite_one_by_one,
    "confirm": _confirm,
    "replace": _replace,
    "note absences": _note_absences,
    CHECK: recheck_absences,
}


def _prepare(folder: Path, cited: int) -> Path:
    """Make a table with citations, and absences that wait to be checked."""
    (folder / "memo.txt").write_text("".join(LINES[:cited]))
    later = "".join(LINES[:cited]).replace("ships", "ferries")
    (folder / "later.txt").write_text(f"A line on top.\n\n{later}")
    (folder / "zinc.txt").write_text("Nobody expected zinc.\n")
    path = folder / "dying.workbench"
    with Project.create(path) as project:
        import_paths(project, [folder / "memo.txt"])
        create_case(project, "The round")
        table = create_table(project, "Rounds")
        add_column(project, table, "Ships")
        for number in range(cited // CITED_IN_A_CELL):
            add_row(project, table, f"Row {number}")
        places = _places(project)
        with project.operation("Cite all"):
            for number, start in enumerate(STARTS[:cited]):
                words = Stretch(MEMO, Span(start, start + 20))
                cite_place(project, *places[number // CITED_IN_A_CELL], words)
        for place in places[:ABSENCES]:
            record_absence(project, *place, "zinc", AbsenceScope.ALL)
        import_paths(project, [folder / "zinc.txt"])
    return path


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _prepare(tmp_path_factory.mktemp("tables"), FEW)


@pytest.fixture
def closed(prepared: Path, tmp_path: Path) -> Path:
    shutil.copy(prepared.with_name("later.txt"), tmp_path)
    return Path(shutil.copy(prepared, tmp_path))


def contents(project: Project) -> tuple[object, ...]:
    """Return what is there, without the times, which differ from run to run."""
    cells = [it for row in project.tables.named("Rounds").rows for it in row.cells]
    absences = [it.absence for it in cells if it.absence]
    changes = [it for place in _places(project) for it in project.cells.changes(*place)]
    mentions = confirmed_mentions(project, project.cases.all()[0].id)
    return (
        [(it.id, it.version, it.span, it.anchor) for it in project.passages.all()],
        [[(it.cited, it.standing) for it in cell.citations] for cell in cells],
        [(it.query, it.found) for it in absences],
        [(it.id, it.label, it.quotes, it.absent) for it in changes],
        [(it.passage_id, it.words) for it in mentions],
        project.history.undo_label,
    )


def state(path: Path) -> tuple[object, ...]:
    """Return what a project has, which must be whole."""
    with Project.open(path) as project:
        assert not project.is_read_only
        assert check(project) == []
        return contents(project)


def states(done: Path, before: tuple[object, ...]) -> list[tuple[object, ...]]:
    """Return what a project had after each step, back to what it had before all."""
    with Project.open(done) as project:
        found = [contents(project)]
        while found[-1] != before:
            project.undo()
            found.append(contents(project))
    return found


@pytest.mark.parametrize(
    "action",
    [
        it if it in KILLED else pytest.param(it, marks=pytest.mark.fuzz)
        for it in ACTIONS
    ],
)
def test_a_kill_leaves_whole_steps_only(closed: Path, action: str) -> None:
    before = state(closed)
    whole, ticks = done_whole(closed, action)
    after = state(whole)
    assert after != before
    is_step = action != CHECK
    allowed = states(whole, before) if is_step else [before, after]
    assert len(allowed) == (NOTED if action in {"cite", "note absences"} else 1) + 1
    chance = random.Random(action)
    for last in [1, ticks, *(chance.randint(1, ticks) for _ in range(KILLS - 2))]:
        is_whole = state(killed(closed, action, last)) in allowed
        assert is_whole, last
    names = {it.name for it in closed.parent.iterdir()}
    assert names == {closed.name, "whole.workbench", "killed.workbench", "later.txt"}


@pytest.mark.fuzz
def test_a_kill_amid_two_thousand_citations_leaves_them_all(tmp_path: Path) -> None:
    closed = _prepare(tmp_path, CITED)
    before = state(closed)
    whole, ticks = done_whole(closed, "replace")
    after = state(whole)
    for last in (ticks // 2, ticks):
        is_whole = state(killed(closed, "replace", last)) in (before, after)
        assert is_whole, last


def done_whole(closed: Path, action: str) -> tuple[Path, int]:
    """Return a copy in which an action was done to its end, and its ticks."""
    whole = Path(shutil.copy(closed, closed.with_name("whole.workbench")))
    done = die(whole, action, 0, __name__)
    assert done.returncode == 0, done.stderr
    return whole, int(done.stdout)


def killed(closed: Path, action: str, last: int) -> Path:
    path = Path(shutil.copy(closed, closed.with_name("killed.workbench")))
    assert die(path, action, last, __name__).returncode == -9
    return path


FULL: Final = """
import pathlib, resource, signal, sys
from tests.store.test_killing_tables import ACTIONS
from workbench.errors import WorkbenchError
from workbench.project import Project

path, most = pathlib.Path(sys.argv[1]), int(sys.argv[3])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Project.open(path) as project:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        ACTIONS[sys.argv[2]](project)
    except WorkbenchError as error:
        print(error)
"""


@pytest.mark.parametrize(
    "share",
    [
        pytest.param(SMALL, marks=pytest.mark.fuzz),
        0.5,
        pytest.param(1, marks=pytest.mark.fuzz),
    ],
)
@pytest.mark.parametrize("action", [it for it in ACTIONS if it != CHECK])
def test_a_full_disk_is_said_and_leaves_whole_steps_only(
    closed: Path, action: str, share: float
) -> None:
    before = state(closed)
    whole, _ = done_whole(closed, action)
    allowed = states(whole, before)
    most = str(int(closed.stat().st_size * share))
    words = [sys.executable, "-c", FULL, str(closed), action, most]
    done = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True)
    said = done.stdout.splitlines()
    assert said or share > SMALL
    assert all("disk" in it and "Nothing was changed" in it for it in said)
    is_whole = state(closed) in (allowed if said else allowed[:1])
    assert is_whole
    names = {it.name for it in closed.parent.iterdir()}
    assert names == {closed.name, "whole.workbench", "later.txt"}

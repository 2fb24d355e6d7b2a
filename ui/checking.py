"""The walk through the cells whose evidence changed, and what keeps it up to date."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QObject, QTimer

from ui.center import Center
from ui.common import Common
from ui.keymap import keymap
from ui.tables.evidence import Part
from ui.tables.panel import TablePanel
from ui.widgets.counting import count_of
from workbench.errors import WorkbenchError
from workbench.jobs import Tracker
from workbench.model.changes import Changes
from workbench.model.rechecks import CellToCheck
from workbench.operations.absences import recheck_absences

ALL_CHECKED = "All cells are checked: what they rest on has not changed"
RECHECKED_AFTER_MS = 400
_SEARCHED = (
    "documents", "versions", "zones", "alias_groups", "aliases", "case_documents",
    "mentions", "table_rows", "citations", "absences",
)  # fmt: skip

Spot = tuple[int, int, int]


class Checking(QObject):
    """Goes from cell to cell to check: in the table in front first, then in others.

    What was not stated is searched for again, in the background, whenever something
    that was searched is another.
    """

    def __init__(self, common: Common, center: Center) -> None:
        super().__init__(center)
        self._project = common.project
        self._notices = common.notices
        self._runner = common.runner
        self._center = center
        self._is_rechecking = False
        self._later = QTimer(self, singleShot=True, interval=RECHECKED_AFTER_MS)
        self._later.timeout.connect(self._recheck)
        center.tables.settled.connect(self._go_on)
        if not self._project.is_read_only:
            common.signals.changed.connect(self._follow)
            self._later.start()

    def step(self, by: int) -> None:
        """Go to the next cell to check (1) or the one before (-1)."""
        cells = self._project.checks.all()
        if not cells:
            self._notices.done(ALL_CHECKED)
            return
        number = self._number_of_next(cells, by)
        self._show(cells[number])
        self._notices.done(f"Cell {number + 1} of {len(cells)} to check")

    def _go_on(self) -> None:
        with self._notices.guard():
            self.step(1)

    def _number_of_next(self, cells: list[CellToCheck], by: int) -> int:
        panel = self._center.current_table()
        here = _spot_of_current(panel) if panel else None
        if panel is None or here is None:
            return 0 if by > 0 else len(cells) - 1
        spots = [_spot(it, panel) for it in cells]
        at = bisect_left(spots, here)
        is_there = at < len(spots) and spots[at] == here
        step = (1 if is_there else 0) if by > 0 else -1
        return (at + step) % len(cells)

    def _show(self, cell: CellToCheck) -> None:
        with self._center.travel.jump():
            panel = self._center.open_table(cell.table_id)
            panel.select_cell(cell.row_id, cell.column_id)
            panel.evidence.go_to(Part.EVIDENCE)
            panel.evidence.evidence.go_to_first_to_check()

    # What was not stated

    def _follow(self, changes: Changes) -> None:
        if changes.touches(*_SEARCHED):
            self._later.start()

    def _recheck(self) -> None:
        if self._is_rechecking:
            self._later.start()
            return
        self._is_rechecking = True
        project = self._project

        def recheck(tracker: Tracker) -> int:
            return recheck_absences(project, tracker)

        job = self._runner.start(recheck, "Searching again for what was not stated")
        job.succeeded.connect(self._say)
        job.failed.connect(self._fail)
        job.finished.connect(self._end)

    def _say(self, found: int) -> None:
        if found:
            cells = count_of(len(self._project.checks.all()), "cell")
            self._notices.done(f"{cells} to check · {keymap.way_to('go.next_check')}")

    def _fail(self, error: WorkbenchError) -> None:
        self._notices.problem(error)

    def _end(self) -> None:
        self._is_rechecking = False


def _spot_of_current(panel: TablePanel) -> Spot | None:
    cell = panel.model.cell(panel.view.currentIndex())
    if cell is None:
        return None
    return _spot(CellToCheck(panel.table.id, cell.row_id, cell.column_id), panel)


def _spot(cell: CellToCheck, front: TablePanel) -> Spot:
    """Return where a cell stands; of other tables than the one in front, which."""
    if cell.table_id != front.table.id:
        return cell.table_id, 0, 0
    rows = {row.id: at for at, row in enumerate(front.table.rows)}
    columns = {column.id: at for at, column in enumerate(front.table.columns)}
    return cell.table_id, rows[cell.row_id], columns[cell.column_id]

"""The walk through the cells whose evidence changed."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QObject

from ui.center import Center
from ui.common import Common
from ui.keymap import keymap
from ui.tables.panel import TablePanel
from ui.tables.strip.evidence import Part
from ui.widgets.counting import count_of
from workbench.model.rechecks import CellToCheck

ALL_CHECKED = "All cells are checked: what they rest on has not changed"

Spot = tuple[int, int, int]


class Checking(QObject):
    """Goes from cell to cell to check: in the table in front first, then in others.

    Hidden rows and columns are left out, and it is said when there is something to
    check in them.
    """

    def __init__(self, common: Common, center: Center) -> None:
        super().__init__(center)
        self._project = common.project
        self._notices = common.notices
        self._center = center
        center.tables.settled.connect(self._go_on)

    def step(self, by: int) -> None:
        """Go to the next cell to check (1) or the one before (-1)."""
        cells = self._project.checks.all()
        if not cells:
            self._notices.done(self._hidden() or ALL_CHECKED)
            return
        number = self._number_of_next(cells, by)
        self._show(cells[number])
        told = [f"Cell {number + 1} of {len(cells)} to check", self._hidden()]
        self._notices.done(" · ".join(filter(None, told)))

    def _hidden(self) -> str:
        count = self._project.checks.count_hidden()
        if not count:
            return ""
        way = keymap.way_to("table.show_hidden")
        return f"{count_of(count, 'cell')} to check in hidden rows or columns · {way}"

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

"""How high the rows of a table have to be, worked out when they come into view."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence

from ui.tables.cell.delegate import CellDelegate
from ui.tables.grid.headers import HEADING_HEIGHT, NamedHeader
from ui.tables.model import CellsModel
from workbench.model.ids import RowId


class RowHeights:
    """Keeps heights by row, so that they outlast sorting and filtering.

    Of a row's cells those are measured that may be the highest: laying out all of the
    texts of a wide table would be felt in every frame while scrolling.
    """

    def __init__(
        self, model: CellsModel, delegate: CellDelegate, names: NamedHeader
    ) -> None:
        self._model = model
        self._delegate = delegate
        self._names = names
        self._kept: dict[RowId, int] = {}

    def is_known(self, line: int) -> bool:
        """Tell whether a line's height was worked out before."""
        is_heading = self._model.heading(line) is not None
        return is_heading or self._model.row(line).id in self._kept

    def of(self, line: int, width_of: Callable[[int], int]) -> int:
        """Return the height of a line, where columns have these widths."""
        if self._model.heading(line):
            return HEADING_HEIGHT
        for _step in self.measuring(line, width_of):
            pass
        return self._kept[self._model.row(line).id]

    def measuring(self, line: int, width_of: Callable[[int], int]) -> Iterator[None]:
        """Measure a line in short steps; nothing where that was done before."""
        if not self.is_known(line):
            row = self._model.row(line)
            # The grid's line takes one pixel of the column, and one of the row.
            widths = [width_of(it) - 1 for it in range(self._model.columnCount())]
            least = self._names.height_for(row.name, self._model.row_facts(row))
            height = yield from self._measuring(line, widths, least)
            self._kept[row.id] = height + 1

    def forget(self, first: int, last: int) -> None:
        """Work out anew what these lines need, when they are asked for."""
        for line in range(first, last + 1):
            if self._model.heading(line) is None:
                self._kept.pop(self._model.row(line).id, None)

    def forget_all(self) -> None:
        """Work out all heights anew."""
        self._kept.clear()

    def _measuring(
        self, line: int, widths: Sequence[int], least: int
    ) -> Generator[None, None, int]:
        cells = [self._model.index(line, it) for it in range(len(widths))]
        most = []
        for cell, width in zip(cells, widths, strict=True):
            most.append(self._delegate.most_height_of(cell, width))
            yield
        height = least
        for column in sorted(range(len(most)), key=most.__getitem__, reverse=True):
            if most[column] <= height:
                break
            needed = self._delegate.height_of(cells[column], widths[column])
            height = max(height, needed)
            yield
        return height

"""Where the caret goes by the lines of the pages, over the ends of pages too."""

from __future__ import annotations

from ui.pages.shelf import Shelf
from workbench.text.page_labels import page_over
from workbench.text.page_lines import Line, PageLines


class LineMotions:
    """Moves offsets about on the pages of a document."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def x_of(self, offset: int) -> float:
        """Return how far from the left of its page a caret stands."""
        index = self._index_of(offset)
        box = None if index is None else self._shelf.lines(index).caret_box(offset)
        return box[0] if box else 0.0

    def by_line(self, offset: int, step: int, x: float) -> int:
        """Return the offset one line on (1) or back (-1), as near to `x` as can be."""
        index = self._index_of(offset)
        if index is None:
            return offset
        lines = self._shelf.lines(index)
        if not lines.lines:
            return offset
        line = lines.neighbor(lines.line_of(offset), step)
        while line is None:
            index += step
            if not 0 <= index < len(self._shelf.pages):
                return offset
            lines = self._shelf.lines(index)
            line = _first_by(lines, step)
        return lines.caret_in(line, x)

    def end_of_line(self, offset: int, *, is_end: bool) -> int:
        """Return where the line of an offset begins or ends."""
        index = self._index_of(offset)
        lines = None if index is None else self._shelf.lines(index)
        if lines is None or not lines.lines:
            return offset
        return lines.end_of(lines.line_of(offset), is_end=is_end)

    def _index_of(self, offset: int) -> int | None:
        page = page_over(self._shelf.pages, offset)
        return None if page is None else page.number - 1


def _first_by(lines: PageLines, step: int) -> Line | None:
    if not lines.lines:
        return None
    return lines.lines[0] if step > 0 else lines.lines[-1]

"""Where the caret goes: by character, word, line and page, never inside a letter."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextLayout

from ui.reader.layouts import LaidOut, Layouts, LineBox

WORDS = QTextLayout.CursorMode.SkipWords


@dataclass(frozen=True, slots=True)
class CaretPlace:
    """An offset found on the page: its paragraph, Qt's position there, its line."""

    index: int
    laid_out: LaidOut
    position: int

    @property
    def line(self) -> LineBox:
        """The line the caret stands in."""
        return self.laid_out.line_of(self.position)

    @property
    def x(self) -> float:
        """Where in the line the caret stands."""
        return self.laid_out.x_of(self.position)

    @property
    def offset(self) -> int:
        """The offset in the whole text."""
        inside = self.laid_out.mapper.from_qt(self.position)
        return self.laid_out.paragraph.start + inside


class Motions:
    """Moves offsets about in laid out text."""

    def __init__(self, layouts: Layouts) -> None:
        self._layouts = layouts

    def place(self, offset: int) -> CaretPlace:
        """Find an offset on the page."""
        paragraphs = self._layouts.paragraphs
        offset = paragraphs.nearest(offset)
        index = paragraphs.at(offset)
        laid_out = self._layouts.laid_out(index)
        position = laid_out.mapper.to_qt(offset - laid_out.paragraph.start)
        return CaretPlace(index, laid_out, position)

    def sideways(self, offset: int, *, rightwards: bool, by_word: bool = False) -> int:
        """Move one letter or word to the right or left as seen on the screen."""
        place = self.place(offset)
        laid_out = place.laid_out
        forward = rightwards != laid_out.runs_right_to_left
        if by_word:
            return self._by_word(place, forward=forward)
        layout = laid_out.layout
        move = layout.rightCursorPosition if rightwards else layout.leftCursorPosition
        position = move(place.position)
        # In right-to-left text Qt would stop before each mark of a letter.
        while not layout.isValidCursorPosition(position) and move(position) != position:
            position = move(position)
        position = self._off_line_end(laid_out, position, place.position)
        if position == place.position:
            return self._over_edge(place, forward=forward)
        return self._offset(place, position)

    def up_or_down(self, offset: int, lines: int, x: float) -> int:
        """Move by lines, staying as near to `x` as the lines allow."""
        place = self.place(offset)
        index, laid_out = place.index, place.laid_out
        number = laid_out.lines.index(place.line) + lines
        while number < 0 and index > 0:
            index -= 1
            laid_out = self._layouts.laid_out(index)
            number += len(laid_out.lines)
        last = len(self._layouts.paragraphs) - 1
        while number >= len(laid_out.lines) and index < last:
            number -= len(laid_out.lines)
            index += 1
            laid_out = self._layouts.laid_out(index)
        if not 0 <= number < len(laid_out.lines):
            return laid_out.paragraph.start if number < 0 else laid_out.paragraph.end
        position = self._x_to_position(laid_out, laid_out.lines[number], x)
        return CaretPlace(index, laid_out, position).offset

    def line_start(self, offset: int) -> int:
        """Go to the first letter of the line."""
        place = self.place(offset)
        return self._offset(place, place.line.start)

    def line_end(self, offset: int) -> int:
        """Go behind the last letter of the line, before the space it broke at."""
        place = self.place(offset)
        position = place.line.end
        if place.line is not place.laid_out.lines[-1]:
            position = place.laid_out.layout.previousCursorPosition(position)
            position = self._off_line_end(place.laid_out, position, position + 1)
        return self._offset(place, position)

    def text_start(self) -> int:
        """Return the first offset."""
        return self._layouts.paragraphs[0].start

    def text_end(self) -> int:
        """Return the last offset."""
        return self._layouts.paragraphs[len(self._layouts.paragraphs) - 1].end

    def at_point(self, index: int, x: float, y: float) -> int:
        """Return the offset nearest to a point of a paragraph."""
        laid_out = self._layouts.laid_out(index)
        position = self._x_to_position(laid_out, laid_out.line_at_y(y), x)
        return CaretPlace(index, laid_out, position).offset

    def _by_word(self, place: CaretPlace, *, forward: bool) -> int:
        layout = place.laid_out.layout
        move = layout.nextCursorPosition if forward else layout.previousCursorPosition
        position = move(place.position, WORDS)
        if position == place.position:
            return self._over_edge(place, forward=forward)
        return self._offset(place, position)

    def _over_edge(self, place: CaretPlace, *, forward: bool) -> int:
        index = place.index + (1 if forward else -1)
        if not 0 <= index < len(self._layouts.paragraphs):
            return place.offset
        paragraph = self._layouts.paragraphs[index]
        return paragraph.start if forward else paragraph.end

    def _offset(self, place: CaretPlace, position: int) -> int:
        return CaretPlace(place.index, place.laid_out, position).offset

    def _x_to_position(self, laid_out: LaidOut, box: LineBox, x: float) -> int:
        position = laid_out.nearest_valid(box.line.xToCursor(x), x)
        # The end of a wrapped line is the start of the next: stay on this one.
        if position == box.end and box is not laid_out.lines[-1]:
            position = laid_out.layout.previousCursorPosition(position)
        return self._off_line_end(laid_out, position, position + 1)

    def _off_line_end(self, laid_out: LaidOut, position: int, came_from: int) -> int:
        """Keep the caret from standing between the two characters of a line end."""
        text = laid_out.paragraph.text
        offset = laid_out.mapper.from_qt(position)
        if text[max(0, offset - 1) : offset + 1] != "\r\n":
            return position
        return position + 1 if position > came_from else position - 1

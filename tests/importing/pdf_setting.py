"""Sets PDF pages with reportlab so that a test knows where each character stands."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

PAGE = (595.0, 842.0)
MARGIN = 72.0
LEADING = 12.5
GAP = 7.0


def canvas_of(size: tuple[float, float] = PAGE) -> tuple[Canvas, io.BytesIO]:
    """Return a canvas whose file is the same whenever it is made."""
    written = io.BytesIO()
    return Canvas(written, pagesize=size, invariant=1, pageCompression=1), written


def finished(canvas: Canvas, written: io.BytesIO) -> bytes:
    """Return the file."""
    canvas.save()
    return written.getvalue()


@dataclass
class Frame:
    """A column into which lines are set from top to bottom."""

    canvas: Canvas
    left: float = MARGIN
    top: float = PAGE[1] - MARGIN
    width: float = PAGE[0] - 2 * MARGIN
    font: str = "Times-Roman"
    size: float = 10.0
    indent: float = 0.0
    is_justified: bool = False

    def __post_init__(self) -> None:
        self.y = self.top

    def paragraph(self, text: str, *, hyphenate: bool = False) -> None:
        """Set a paragraph and leave a gap below."""
        lines = self.broken(text, hyphenate=hyphenate)
        for index, line in enumerate(lines):
            self.line(line, index, is_last=index == len(lines) - 1)
        self.y -= GAP

    def line(self, line: str, index: int, *, is_last: bool) -> None:
        self.y -= LEADING * self.size / 10
        shift = self.indent if index == 0 else 0.0
        room = self.width - shift - self._wide(line)
        text = self.canvas.beginText(self.left + shift, self.y)
        text.setFont(self.font, self.size)
        is_spread = self.is_justified and not is_last and " " in line
        text.setWordSpace(room / line.count(" ") if is_spread else 0)
        text.textOut(line)
        self.canvas.drawText(text)

    def broken(self, text: str, *, hyphenate: bool) -> list[str]:
        """Return the lines of a text, as full as they can be."""
        lines = [""]
        for word in text.split(" "):
            fitting = f"{lines[-1]} {word}".strip()
            if self._wide(fitting) <= self._room(lines):
                lines[-1] = fitting
            else:
                lines += self._spread(lines, word) if hyphenate else [word]
        return lines if lines[0] else lines[1:]

    def _spread(self, lines: list[str], word: str) -> Sequence[str]:
        """Break a word of letters where its head still fits, if that is possible."""
        for cut in range(len(word) - 3, 2, -1):
            head = f"{lines[-1]} {word[:cut]}-"
            if word.isalpha() and self._wide(head) <= self._room(lines):
                lines[-1] = head
                return [word[cut:]]
        return [word]

    def _room(self, lines: Sequence[str]) -> float:
        return self.width - (self.indent if len(lines) == 1 else 0.0)

    def _wide(self, text: str) -> float:
        return float(stringWidth(text, self.font, self.size))

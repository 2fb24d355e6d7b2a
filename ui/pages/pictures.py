"""The pictures of pages, drawn beside the window and kept as long as there is room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ui.jobs import JobRunner, Lane
from workbench.errors import WorkbenchError
from workbench.jobs import Tracker
from workbench.model.pictures import Picture

ROOM: Final = 60_000_000
"""Bytes of pictures that are kept."""
_DEPTH: Final = 4
_SAME: Final = 0.002

Draw = Callable[[int, float], Picture]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page's picture at so many pixels a point."""

    image: QImage
    scale: float


class PagePictures(QObject):
    """Draws one page after the other, those wanted first; `draw` runs in a thread.

    `arrived` and `failed` carry the number of the page.
    """

    arrived = Signal(int)
    failed = Signal(int)

    def __init__(self, draw: Draw, runner: JobRunner) -> None:
        super().__init__()
        self._draw = draw
        self._runner = runner
        self._kept: dict[int, Drawn] = {}
        self._wanted: Sequence[int] = ()
        self._scale = self._ratio = 1.0
        self._drawing: tuple[int, float] | None = None
        self.problems: dict[int, str] = {}

    @property
    def size(self) -> int:
        """How many bytes are kept."""
        return sum(it.image.sizeInBytes() for it in self._kept.values())

    @property
    def is_idle(self) -> bool:
        """Tell whether all that is wanted is there."""
        return self._drawing is None

    def get(self, number: int) -> Drawn | None:
        """Return the picture of a page at whatever scale it was drawn last."""
        return self._kept.get(number)

    def is_exact(self, number: int) -> bool:
        """Tell whether a page is there at the scale that is wanted now."""
        kept = self._kept.get(number)
        return kept is not None and abs(kept.scale / self._scale - 1) < _SAME

    def want(self, numbers: Sequence[int], scale: float, ratio: float) -> None:
        """Draw these pages, in this order, and no more what was wanted before.

        `scale` counts the screen's own pixels, of which `ratio` make one of ours.
        """
        self._wanted = numbers
        self._scale, self._ratio = scale, ratio
        self._go_on()

    def forget(self) -> None:
        """Keep nothing: it is another file now."""
        self._kept.clear()
        self.problems.clear()
        self._wanted = ()

    def _go_on(self) -> None:
        if self._drawing is not None:
            return
        for number in self._wanted:
            if not self.is_exact(number) and number not in self.problems:
                self._start(number, self._scale)
                return

    def _start(self, number: int, scale: float) -> None:
        self._drawing = number, scale
        draw = self._draw

        def work(_tracker: Tracker) -> QImage:
            return _image(draw(number, scale))

        job = self._runner.start(work, "Drawing pages", Lane.PICTURE)
        # Methods, not lambdas: Qt forgets them together with this object.
        job.succeeded.connect(self._keep)
        job.failed.connect(self._give_up)
        job.finished.connect(self._end)

    def _keep(self, image: QImage) -> None:
        if self._drawing is None:
            return
        number, scale = self._drawing
        self._kept.pop(number, None)
        image.setDevicePixelRatio(self._ratio)
        self._kept[number] = Drawn(image, scale)
        self._make_room(number)
        self.arrived.emit(number)

    def _give_up(self, error: WorkbenchError) -> None:
        if self._drawing is not None:
            number, _ = self._drawing
            self.problems[number] = str(error)
            self.failed.emit(number)

    def _end(self) -> None:
        self._drawing = None
        self._go_on()

    def _make_room(self, newest: int) -> None:
        """Let go of what is least wanted, at last of what was drawn just now."""
        ranks = {number: rank for rank, number in enumerate(self._wanted)}
        least_first = sorted(
            self._kept, key=lambda it: ranks.get(it, len(ranks)), reverse=True
        )
        excess = self.size - ROOM
        for number in least_first:
            if excess <= 0:
                return
            if number != newest:
                excess -= self._kept.pop(number).image.sizeInBytes()


def fitting(numbers: Sequence[int], size: float, at_least: int) -> Sequence[int]:
    """Return the first of some pages, as many as there is room for at this size.

    `size` are the pixels of a page; the first ones, which are in view, always stay.
    """
    room = int(ROOM / max(size * _DEPTH, 1))
    return numbers[: max(room, at_least)]


def _image(picture: Picture) -> QImage:
    form = QImage.Format.Format_RGB32
    width, height = picture.width, picture.height
    # A copy: Qt would not keep the bytes alive.
    return QImage(picture.pixels, width, height, width * _DEPTH, form).copy()

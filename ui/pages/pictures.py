"""The pictures of pages, drawn beside the window and kept as long as there is room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from ui.jobs import JobRunner, Lane
from workbench.errors import WorkbenchError
from workbench.jobs import Tracker
from workbench.model.pictures import Picture

ROOM: Final = 60_000_000
"""Bytes of pictures that are kept."""
_DEPTH: Final = 4
_SAME: Final = 0.002
_LONG_MS: Final = 500

Draw = Callable[[int, float], Picture]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page's picture at so many pixels a point; the image only borrows `pixels`."""

    image: QImage
    scale: float
    pixels: bytes


class PagePictures(QObject):
    """Draws one page after the other, those wanted first; `draw` runs in a thread.

    `arrived`, `failed` and `lasts`, which says that one takes long, carry the number of
    the page.
    """

    arrived = Signal(int)
    lasts = Signal(int)
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
        self._lasting = QTimer(self, singleShot=True, interval=_LONG_MS)
        self._lasting.timeout.connect(self._tell_of_lasting)

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

    def is_awaited(self, number: int) -> bool:
        """Tell whether a page that shows nothing yet has been drawn for long."""
        is_long = self._drawing is not None and not self._lasting.isActive()
        return is_long and number in self._wanted and number not in self._kept

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
        self._lasting.start()
        draw = self._draw

        def work(_tracker: Tracker) -> Picture:
            return draw(number, scale)

        job = self._runner.start(work, "Drawing pages", Lane.PICTURE)
        # Methods, not lambdas: Qt forgets them together with this object.
        job.succeeded.connect(self._keep)
        job.failed.connect(self._give_up)
        job.finished.connect(self._end)

    def _keep(self, picture: Picture) -> None:
        if self._drawing is None:
            return
        number, scale = self._drawing
        image = _image(picture)
        image.setDevicePixelRatio(self._ratio)
        self._kept.pop(number, None)
        self._kept[number] = Drawn(image, scale, picture.pixels)
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

    def _tell_of_lasting(self) -> None:
        if self._drawing is not None:
            self.lasts.emit(self._drawing[0])

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
    return QImage(picture.pixels, width, height, width * _DEPTH, form)

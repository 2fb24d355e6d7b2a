"""Going back and forward: remembers where each jump began, and returns there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, Signal

from ui.places.history import IsThere, PlaceHistory
from ui.places.place import Place


class Travel(QObject):
    """Knows the way through places; where one is and how to get there is told to it.

    `changed` says that there may be another way back or forward now.
    """

    changed = Signal()

    def __init__(
        self,
        here: Callable[[], Place | None],
        show: Callable[[Place], None],
        is_there: IsThere,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._here = here
        self._show = show
        self._history = PlaceHistory(is_there)
        self._is_under_way = False
        self._is_away = False

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a place to go back to."""
        return self._history.can_go_back(self._here())

    @property
    def can_go_forward(self) -> bool:
        """Tell whether there is a place to go forward to."""
        return self._history.can_go_forward(self._here())

    @contextmanager
    def jump(self) -> Iterator[None]:
        """Make one jump of all moves inside, whatever moves it is made of."""
        if self._is_under_way:
            yield
            return
        before = self._here()
        self._is_away = False
        with self._under_way():
            yield
        if before is not None and before != self._here():
            self._history.leave(before)
        self.changed.emit()

    @contextmanager
    def excursion(self) -> Iterator[None]:
        """Make a jump from which `come_home` returns.

        Others that follow it, with no other jump between them, are the same one.
        """
        if self._is_away:
            with self._under_way():
                yield
            self.changed.emit()
            return
        before = self._here()
        with self.jump():
            yield
        # What leads nowhere leaves nothing to come home to; the next step may.
        self._is_away = self._here() != before

    def come_home(self) -> bool:
        """Return to where an excursion began; tells whether there was one."""
        if not self._is_away:
            return False
        self.back()
        return True

    def leave(self) -> None:
        """Remember the place as it is, just before it is left."""
        here = self._here()
        self._is_away = False
        if here is not None and not self._is_under_way:
            self._history.leave(here)
            # Not at once: there is no way back to where one still is.
            QTimer.singleShot(0, self, self.changed.emit)

    def back(self) -> None:
        """Return to the place before."""
        self._go(self._history.back(self._here()))

    def forward(self) -> None:
        """Go where `back` came from."""
        self._go(self._history.forward(self._here()))

    def _go(self, place: Place | None) -> None:
        self._is_away = False
        if place is not None:
            with self._under_way():
                self._show(place)
        self.changed.emit()

    @contextmanager
    def _under_way(self) -> Iterator[None]:
        self._is_under_way = True
        try:
            yield
        finally:
            self._is_under_way = False

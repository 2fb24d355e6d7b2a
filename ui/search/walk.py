"""Going from hit to hit, through all documents and around."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.search.view import ResultsView


class HitWalk(QObject):
    """Steps through the hits in the order they are listed in.

    `arrived` carries the hit, which may have to be read first, and then `stood` its
    number counted from 1; `turned` says that the walk began anew.
    """

    arrived = Signal(object)  # Hit
    stood = Signal(int)
    turned = Signal(str)

    def __init__(self, view: ResultsView) -> None:
        super().__init__(view)
        self._view = view
        self._model = view.results
        self._awaited: int | None = None
        self._model.dataChanged.connect(self._arrive)
        self._model.modelReset.connect(self._forget)

    def step(self, by: int) -> None:
        """Go so many hits forward; after the last comes the first."""
        total = self._model.total
        if not total:
            return
        before = self._before(by)
        wanted = (before + by) % total
        if before >= 0 and wanted != before + by:
            end = "first" if by > 0 else "last"
            self.turned.emit(f"Back at the {end} hit")
        self._awaited = wanted
        self._view.go_to(wanted)
        self._arrive()

    def _before(self, by: int) -> int:
        """Return the number of the hit to step from."""
        index = self._view.currentIndex()
        number = self._model.number_at(index)
        if number is not None:
            return number
        if not index.isValid() or self._model.group_at(index) >= len(
            self._model.found.documents
        ):
            return -1 if by > 0 else self._model.total
        first = self._model.outline.hits_of(self._model.group_at(index)).start
        return first - 1 if by > 0 else first

    def _arrive(self) -> None:
        if self._awaited is None:
            return
        hit = self._model.hit(self._awaited)
        if hit is not None:
            number, self._awaited = self._awaited, None
            self.arrived.emit(hit)
            self.stood.emit(number + 1)

    def _forget(self) -> None:
        self._awaited = None

"""Which hits are ticked: some, or all of a search but some."""

from __future__ import annotations

from workbench.model.ids import DocumentId
from workbench.model.search import Hit

HitKey = tuple[DocumentId, int]


def key_of(hit: Hit) -> HitKey:
    """Return what tells a hit from the others, also when it is found again."""
    return hit.document_id, hit.span.start


class Ticks:
    """Hits that something is to be done with; `total` is how many there could be."""

    def __init__(self) -> None:
        self.total = 0
        self._is_all = False
        self._others: dict[HitKey, Hit] = {}

    def __len__(self) -> int:
        others = len(self._others)
        return max(self.total - others, 0) if self._is_all else others

    def __contains__(self, hit: Hit) -> bool:
        return (key_of(hit) in self._others) != self._is_all

    @property
    def is_all(self) -> bool:
        """Whether all are ticked but a few, also those that nobody has seen."""
        return self._is_all

    @property
    def hits(self) -> list[Hit]:
        """The ticked hits in the order they were ticked; none if all are."""
        return [] if self._is_all else list(self._others.values())

    def copy(self) -> Ticks:
        """Return the same ticks, to be looked at while these change."""
        twin = Ticks()
        twin.total, twin._is_all = self.total, self._is_all
        twin._others = dict(self._others)
        return twin

    def toggle(self, hit: Hit) -> None:
        """Tick a hit, or take its tick away."""
        if self._others.pop(key_of(hit), None) is None:
            self._others[key_of(hit)] = hit

    def tick_all(self) -> None:
        """Tick every hit; if all are, none."""
        is_all = self._is_all and not self._others
        self.clear()
        self._is_all = not is_all

    def clear(self) -> None:
        """Take all ticks away."""
        self._is_all = False
        self._others.clear()

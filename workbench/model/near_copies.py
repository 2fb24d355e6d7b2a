"""Documents that are nearly the same as another."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.ids import DocumentId


@dataclass(frozen=True, slots=True)
class NearCopy:
    """Another document with nearly the same words.

    `likeness` is the share of words that both have in the same order, 0 to 1.
    """

    document_id: DocumentId
    name: str
    likeness: float

    @property
    def percent(self) -> int:
        """Return the likeness in percent; only what is the same is 100."""
        return 100 if self.likeness == 1 else min(99, round(self.likeness * 100))

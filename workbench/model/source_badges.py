"""What should be known of the sources of a cell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.ids import DocumentId


class DocumentBadge(StrEnum):
    """What makes a document a weaker source: it calls itself a draft, and so on."""

    DRAFT = "draft"
    UNDATED = "undated"
    PAYWALLED = "paywalled"


@dataclass(frozen=True, slots=True)
class SourceBadges:
    """What a cell rests on: how many documents, and what is to be known of them.

    In each pair of `derived` the first document says what it has from the second. Of
    each pair of `related` one has it from the other, and no date tells which; as few
    pairs as tie those documents together.
    """

    sources: int
    derived: tuple[tuple[DocumentId, DocumentId], ...] = ()
    flags: frozenset[DocumentBadge] = frozenset()
    related: tuple[tuple[DocumentId, DocumentId], ...] = ()

    @property
    def words(self) -> str:
        """Return it as it is shown: `2 sources, 1 derived from the other · draft`.

        These words do not say which one, so they hold for `related` too.
        """
        count = f"{self.sources} source{'s' * (self.sources != 1)}"
        derived = len({it for it, _ in self.derived}) + len(self.related)
        if derived:
            which = "the other" if self.sources == 2 else "another"
            count += f", {derived} derived from {which}"
        flags = ", ".join(it.value for it in DocumentBadge if it in self.flags)
        return f"{count} · {flags}" if flags else count

"""What documents share, made up."""

from __future__ import annotations

from ui.reuse.model import Entry, Sharing
from workbench.model.ids import DocumentId
from workbench.model.reuse import Shared


def pair(
    a: int, b: int, verbatim: int = 1, altered: int = 0, paraphrase: int = 0
) -> Shared:
    return Shared(DocumentId(a), DocumentId(b), verbatim, altered, paraphrase, 90)


SHARING = Sharing(
    [
        Entry(1, "Zeta release", "2022-11-08"),
        Entry(2, "alpha story", "2022-11-09"),
        Entry(3, "Mid report"),
        Entry(4, "Beta memo", "2021"),
        Entry(5, "A loner", "2023-01"),
    ],
    [pair(1, 2, 5, 2, 1), pair(1, 4, 0, 3), pair(3, 4, 0, 0, 2)],
)

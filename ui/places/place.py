"""What can be gone to: a tab of the window, and where in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ui.widgets.spot import Spot
from workbench.model.spans import Span


class TabKind(StrEnum):
    """What a tab shows."""

    DOCUMENT = "document"
    COMPARISON = "comparison"
    COMPARED_VERSIONS = "compared versions"
    TABLE = "table"
    LIBRARY = "library"
    REVIEW = "review"
    VERSION = "version"
    ALIASES = "aliases"
    BATCH = "batch"
    REUSE = "reuse"
    MATRIX = "matrix"


@dataclass(frozen=True, slots=True)
class Tab:
    """Names a tab by what it shows; `ids` are those of its documents or its table.

    Of compared versions, they are the document and two numbers, 0 for the current one.
    """

    kind: TabKind
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was reading.

    `offset` is that of the first line in view. What was selected, a stretch of the
    text, a passage, or a cell (its row and column), is selected again on coming back.
    Of texts side by side each has a spot of its own, and `pane` is the one that was
    read.
    """

    tab: Tab
    offset: int = 0
    selection: Span | None = None
    passage_id: int | None = None
    cell: tuple[int, int] | None = None
    spots: tuple[Spot, ...] = ()
    pane: int = 0

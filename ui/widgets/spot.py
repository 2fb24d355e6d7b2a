"""Where in one text somebody reads, as everything that shows texts tells it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.spans import Span


@dataclass(frozen=True, slots=True)
class Spot:
    """The offset of the first line in view, and what is selected in the text."""

    offset: int = 0
    selection: Span | None = None
    passage_id: int | None = None

"""Tags and the tree they form."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.ids import TagId

PATH_SEPARATOR = "/"
COLORS = 16


@dataclass(frozen=True, slots=True)
class Tag:
    """A named category.

    `path` is the names from the root down, joined by `/`; `color` is an index into
    the 16 hues of the theme; `passages` counts the passages with this very tag,
    `passages_below` those with it or with any tag beneath it.
    """

    id: TagId
    parent_id: TagId | None
    name: str
    path: str
    color: int
    position: int
    passages: int
    passages_below: int

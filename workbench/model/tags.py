"""Tags and the tree they form."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import normalize

from workbench.model.ids import TagId

PATH_SEPARATOR = "/"
COLORS = 16
PINS = range(1, 10)
"""The digits a tag can be pinned to."""
MOST_LEVELS = 40
"""How deep a path may go: nobody reads more, and a hostile file has thousands."""
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Tag:
    """A named category.

    `path` is the names from the root down, joined by `/`; `color` is an index into
    the 16 hues of the theme; `passages` counts the passages with this very tag; `note`
    is where its definition and the rule for using it are written.
    """

    id: TagId
    parent_id: TagId | None
    name: str
    path: str
    color: int
    position: int
    passages: int
    pin: int | None = None
    note: str = ""
    is_parent: bool = False


@dataclass(frozen=True, slots=True)
class TagLine:
    """One line of a tag tree in a file; None stands for what it does not give."""

    names: tuple[str, ...]
    color: int | None = None
    pin: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class TagsImported:
    """How many tags a file added, and how many that were there it changed."""

    created: int
    changed: int


def folded(name: str) -> str:
    """Return a name or path as it is compared: `É` is `é` however it is written."""
    return normalize("NFC", name).casefold()

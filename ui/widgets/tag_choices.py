"""What the tag picker offers for what was typed; the picker itself shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model.ids import TagId
from workbench.model.tags import PATH_SEPARATOR, Tag


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: an existing tag, or with None the offer to create `label`."""

    label: str
    tag: Tag | None = None


def choices(
    typed: str,
    tags: Sequence[Tag],
    recent: Sequence[TagId],
    *,
    can_create: bool = True,
) -> list[Choice]:
    """Return the rows for what was typed, best first.

    Nothing typed: recent tags, then all in the tree's order. Otherwise tags whose
    path contains it; those whose own name begins with it come first. When no path is
    exactly that, the last row offers to create it, if that makes sense.
    """
    wanted = _folded(typed)
    if not wanted:
        return [Choice(tag.path, tag) for tag in _recent_first(tags, recent)]
    found = sorted(
        (tag for tag in tags if wanted in tag.path.casefold()),
        key=lambda tag: _rank(tag, wanted),
    )
    rows = [Choice(tag.path, tag) for tag in found]
    if can_create and not any(tag.path.casefold() == wanted for tag in tags):
        rows.append(Choice(cleaned(typed)))
    return rows


def cleaned(typed: str) -> str:
    """Return a typed path with the space around and between its names trimmed."""
    names = (" ".join(name.split()) for name in typed.split(PATH_SEPARATOR))
    return PATH_SEPARATOR.join(name for name in names if name)


def _folded(typed: str) -> str:
    return cleaned(typed).casefold()


def _rank(tag: Tag, wanted: str) -> int:
    """Rank a match: the whole path or name, a beginning, anywhere."""
    name, path = tag.name.casefold(), tag.path.casefold()
    if wanted == path:
        return 0
    if wanted == name:
        return 1
    return 2 if name.startswith(wanted) or path.startswith(wanted) else 3


def _recent_first(tags: Sequence[Tag], recent: Sequence[TagId]) -> list[Tag]:
    place = {tag_id: number for number, tag_id in enumerate(recent)}
    return sorted(tags, key=lambda tag: place.get(tag.id, len(place)))

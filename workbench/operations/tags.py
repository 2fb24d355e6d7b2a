"""Building the tag tree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from workbench.errors import InvalidValue
from workbench.model.ids import TagId
from workbench.model.tags import (
    COLORS,
    LONGEST_NAME,
    MOST_LEVELS,
    PATH_SEPARATOR,
    PINS,
)
from workbench.operations.labels import counted, quoted
from workbench.project import Project
from workbench.text.links import relinked
from workbench.views import Edit

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def create_tag(
    project: Project,
    path: str,
    parent_id: TagId | None = None,
    color: int | None = None,
) -> TagId:
    """Create the tag at `path` beneath a parent, with the tags on the way to it.

    A tag that is there already, in any case, is returned as it is.
    """
    names = checked_names(path.split(PATH_SEPARATOR))
    with project.operation(f"Create tag {quoted(path)}") as edit:
        for name in names:
            inherited = edit.tags.color(parent_id) if parent_id else None
            parent_id = edit.tags.child(parent_id, name) or edit.tags.add(
                name, parent_id, inherited if color is None else color
            )
    assert parent_id is not None
    return parent_id


def rename_tag(project: Project, tag_id: TagId, name: str) -> None:
    """Give a tag another name, which no sibling may have."""
    name = _checked_name(name)
    with project.operation(f"Rename tag to {quoted(name)}") as edit:
        _check_free(edit, name, edit.tags.parent(tag_id), tag_id)
        before = edit.tags.path(tag_id)
        edit.tags.rename(tag_id, name)
        _lead_links(edit, before, tag_id)


def recolor_tag(project: Project, tag_id: TagId, color: int) -> None:
    """Give a tag another of the theme's hues."""
    recolor_tags(project, [tag_id], color)


def recolor_tags(project: Project, ids: Sequence[TagId], color: int) -> None:
    """Give tags another of the theme's hues, in one step."""
    with project.operation("Recolor tags") as edit:
        edit.label = counted("Recolor", len(ids), "tag")
        if len(ids) == 1:
            edit.label += f" {quoted(edit.tags.name(ids[0]))}"
        for tag_id in ids:
            edit.tags.recolor(tag_id, color % COLORS)


def pin_tag(project: Project, tag_id: TagId, number: int | None) -> None:
    """Pin a tag to a digit, which another tag then gives up; None frees the digit."""
    if number is not None and number not in PINS:
        raise InvalidValue(f"{number} is no digit from 1 to 9; choose one of these.")
    with project.operation("Pin tag") as edit:
        name = quoted(edit.tags.name(tag_id))
        edit.label = f"Pin tag {name} to {number}" if number else f"Unpin tag {name}"
        give_pin(edit, tag_id, number)


def move_tag(
    project: Project,
    tag_id: TagId,
    parent_id: TagId | None,
    position: int | None = None,
) -> None:
    """Put a tag beneath another, or at the top; `position` counts among siblings."""
    with project.operation("Move tag") as edit:
        name = edit.tags.name(tag_id)
        edit.label = f"Move tag {quoted(name)}"
        if tag_id in _lineage(edit, parent_id):
            raise InvalidValue(f"“{name}” cannot be moved beneath itself.")
        _check_free(edit, name, parent_id, tag_id)
        siblings = [it for it in edit.tags.children(parent_id) if it != tag_id]
        siblings.insert(len(siblings) if position is None else position, tag_id)
        before = edit.tags.path(tag_id)
        edit.tags.place(parent_id, siblings)
        _lead_links(edit, before, tag_id)


def merge_tags(project: Project, source_ids: Sequence[TagId], target_id: TagId) -> None:
    """Let one tag take over the passages, children and notes of others."""
    with project.operation("Merge tags") as edit:
        name = edit.tags.name(target_id)
        edit.label = f"Merge tags into {quoted(name)}"
        for source_id in [it for it in source_ids if it != target_id]:
            if source_id in _lineage(edit, target_id):
                raise InvalidValue(
                    f"“{name}” is beneath the tag it should take over; move it out"
                    " first."
                )
            before = edit.tags.path(source_id)
            _absorb(edit, source_id, target_id)
            _lead_links(edit, before, target_id)


def remove_tags(project: Project, ids: Sequence[TagId]) -> None:
    """Move tags and all beneath them to the bin; the passages stay."""
    with project.operation(counted("Delete", len(ids), "tag")) as edit:
        for tag_id, path in edit.tags.some_paths(_topmost(edit, ids)).items():
            edit.put_into_bin("tags", tag_id, path)
            edit.tags.remove(tag_id)


def checked_names(names: Iterable[str]) -> list[str]:
    """Return the names of a path as they are kept; raises `InvalidValue`."""
    checked = [_checked_name(name) for name in names]
    if len(checked) > MOST_LEVELS:
        raise InvalidValue(
            f"“{checked[0][:20]}/…” has {len(checked):,} levels and a tag can have at"
            f" most {MOST_LEVELS}; leave some out."
        )
    return checked


def give_pin(edit: Edit, tag_id: TagId, pin: int | None) -> TagId | None:
    """Pin a tag to a digit, or to none; returns the tag that gave the digit up."""
    holder = edit.tags.pinned(pin) if pin is not None else None
    if holder == tag_id:
        return None
    if holder is not None:
        edit.tags.pin(holder, None)
    edit.tags.pin(tag_id, pin)
    return holder


def _absorb(edit: Edit, source_id: TagId, target_id: TagId) -> None:
    edit.tags.hand_over(source_id, target_id)
    edit.notes.hand_over_tag(source_id, target_id)
    for child_id in edit.tags.children(source_id):
        same = edit.tags.child(target_id, edit.tags.name(child_id))
        if same is not None:
            _absorb(edit, child_id, same)
        else:
            edit.tags.place(target_id, [*edit.tags.children(target_id), child_id])
    edit.tags.remove(source_id)


def _lead_links(edit: Edit, before: str, tag_id: TagId) -> None:
    """Let the links in notes that led to a path lead to where this tag is now."""
    after = edit.tags.path(tag_id)
    for note in edit.notes.linking_to_tags() if after != before else []:
        text = relinked(note.text, before, after)
        if text != note.text:
            edit.notes.rewrite(note.id, text)


def _lineage(edit: Edit, tag_id: TagId | None) -> list[TagId]:
    """Return a tag and those it is beneath, up to the top."""
    lineage = []
    while tag_id is not None:
        lineage.append(tag_id)
        tag_id = edit.tags.parent(tag_id)
    return lineage


def _topmost(edit: Edit, ids: Sequence[TagId]) -> list[TagId]:
    """Return those of these tags that are beneath none of the others."""
    chosen = set(ids)
    return [
        it
        for it in dict.fromkeys(ids)
        if not chosen.intersection(_lineage(edit, it)[1:])
    ]


def _checked_name(name: str) -> str:
    name = " ".join(_CONTROLS.sub(" ", name).split())
    if not name or PATH_SEPARATOR in name:
        raise InvalidValue("A tag needs a name without “/”; type one.")
    if len(name) > LONGEST_NAME:
        raise InvalidValue(
            f"“{name[:40]}…” has {len(name):,} characters and a tag's name at most"
            f" {LONGEST_NAME}; shorten it."
        )
    return name


def _check_free(edit: Edit, name: str, parent_id: TagId | None, tag_id: TagId) -> None:
    same = edit.tags.child(parent_id, name)
    if same not in {None, tag_id}:
        raise InvalidValue(
            f"There is already a tag “{name}” there; merge the two, or choose"
            " another name."
        )

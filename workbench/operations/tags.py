"""Building the tag tree."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.errors import InvalidValue
from workbench.model.ids import TagId
from workbench.model.tags import COLORS, PATH_SEPARATOR, Tag
from workbench.operations.labels import counted, quoted
from workbench.project import Edit, Project


def create_tag(
    project: Project,
    path: str,
    parent_id: TagId | None = None,
    color: int | None = None,
) -> TagId:
    """Create the tag at `path` beneath a parent, with the tags on the way to it.

    A tag that is there already, in any case, is returned as it is.
    """
    names = [_checked_name(name) for name in path.split(PATH_SEPARATOR)]
    with project.operation(f"Create tag {quoted(path)}") as edit:
        for name in names:
            inherited = edit.tags.get(parent_id).color if parent_id else None
            parent_id = edit.tags.child(parent_id, name) or edit.tags.add(
                name, parent_id, inherited if color is None else color
            )
    assert parent_id is not None
    return parent_id


def rename_tag(project: Project, tag_id: TagId, name: str) -> None:
    """Give a tag another name, which no sibling may have."""
    name = _checked_name(name)
    with project.operation(f"Rename tag to {quoted(name)}") as edit:
        tag = edit.tags.get(tag_id)
        _check_free(edit, name, tag.parent_id, tag_id)
        edit.tags.rename(tag_id, name)


def recolor_tag(project: Project, tag_id: TagId, color: int) -> None:
    """Give a tag another of the theme's hues."""
    with project.operation("Recolor tag") as edit:
        tag = edit.tags.get(tag_id)
        edit.label = f"Recolor tag {quoted(tag.name)}"
        edit.tags.recolor(tag_id, color % COLORS)


def move_tag(
    project: Project,
    tag_id: TagId,
    parent_id: TagId | None,
    position: int | None = None,
) -> None:
    """Put a tag beneath another, or at the top; `position` counts among siblings."""
    with project.operation("Move tag") as edit:
        tags = edit.tags.all()
        tag = edit.tags.get(tag_id)
        edit.label = f"Move tag {quoted(tag.name)}"
        if parent_id in _branch(tags, tag_id):
            raise InvalidValue(f"“{tag.name}” cannot be moved beneath itself.")
        _check_free(edit, tag.name, parent_id, tag_id)
        siblings = [it.id for it in tags if it.parent_id == parent_id]
        siblings = [it for it in siblings if it != tag_id]
        siblings.insert(len(siblings) if position is None else position, tag_id)
        edit.tags.place(parent_id, siblings)


def merge_tags(project: Project, source_ids: Sequence[TagId], target_id: TagId) -> None:
    """Let one tag take over the passages, children and notes of others."""
    with project.operation("Merge tags") as edit:
        target = edit.tags.get(target_id)
        edit.label = f"Merge tags into {quoted(target.name)}"
        for source_id in [it for it in source_ids if it != target_id]:
            if target_id in _branch(edit.tags.all(), source_id):
                raise InvalidValue(
                    f"“{target.name}” is beneath the tag it should take over;"
                    " move it out first."
                )
            _absorb(edit, source_id, target_id)


def remove_tags(project: Project, ids: Sequence[TagId]) -> None:
    """Remove tags and all beneath them; the passages stay."""
    with project.operation(counted("Remove", len(ids), "tag")) as edit:
        for tag_id in ids:
            edit.tags.remove(tag_id)


def _absorb(edit: Edit, source_id: TagId, target_id: TagId) -> None:
    edit.tags.hand_over(source_id, target_id)
    edit.notes.hand_over_tag(source_id, target_id)
    for child in [it for it in edit.tags.all() if it.parent_id == source_id]:
        same = edit.tags.child(target_id, child.name)
        if same is not None:
            _absorb(edit, child.id, same)
            continue
        beneath = [it.id for it in edit.tags.all() if it.parent_id == target_id]
        edit.tags.place(target_id, [*beneath, child.id])
    edit.tags.remove(source_id)


def _branch(tags: Sequence[Tag], tag_id: TagId) -> set[TagId]:
    """Return a tag and all beneath it; `tags` has parents before children."""
    branch = {tag_id}
    for tag in tags:
        if tag.parent_id in branch:
            branch.add(tag.id)
    return branch


def _checked_name(name: str) -> str:
    name = " ".join(name.split())
    if not name or PATH_SEPARATOR in name:
        raise InvalidValue("A tag needs a name without “/”; type one.")
    return name


def _check_free(edit: Edit, name: str, parent_id: TagId | None, tag_id: TagId) -> None:
    same = edit.tags.child(parent_id, name)
    if same not in {None, tag_id}:
        raise InvalidValue(
            f"There is already a tag “{name}” there; merge the two, or choose"
            " another name."
        )

"""Building the alias register: which names mean the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.errors import InvalidValue
from workbench.model.aliases import (
    LONGEST_NAME,
    MOST_NAMES,
    AliasGroup,
    AliasLine,
    AliasName,
    some_names,
)
from workbench.model.ids import AliasGroupId
from workbench.operations.labels import quoted
from workbench.project import Project
from workbench.text.alias_lines import (
    are_alike,
    key_of,
    name_as_typed,
    read_line,
    tidied_name,
)
from workbench.views import ProjectView

EXAMPLE = "US! = U.S. = United States"


def typed_group(line: str) -> AliasLine:
    """Return the group that a person typed; raises `InvalidValue`."""
    typed = read_line(line)
    return AliasLine(checked_names(typed.names), typed.is_automatic)


def add_group(
    project: Project, names: Iterable[AliasName], *, is_automatic: bool = True
) -> AliasGroupId:
    """Let names mean the same from now on; none may be in a group already."""
    checked = checked_names(names)
    with project.operation(f"Add aliases {quoted(some_names(checked))}") as edit:
        _check_free(edit.aliases.groups(), checked)
        return edit.aliases.add(checked, is_automatic=is_automatic)


def set_names(
    project: Project, group_id: AliasGroupId, names: Iterable[AliasName]
) -> None:
    """Give a group other names; none may be in another group."""
    checked = checked_names(names)
    with project.operation(f"Change aliases {quoted(some_names(checked))}") as edit:
        if edit.aliases.get(group_id).names == checked:
            return
        others = [it for it in edit.aliases.groups() if it.id != group_id]
        _check_free(others, checked)
        edit.aliases.set_names(group_id, checked)


def change_group(project: Project, group_id: AliasGroupId, line: AliasLine) -> None:
    """Give a group the names and the mark of a line, in one step."""
    label = f"Change aliases {quoted(some_names(line.names))}"
    with project.operation(label) as edit:
        set_names(project, group_id, line.names)
        set_automatic(project, [group_id], is_automatic=line.is_automatic)
        edit.label = label


def set_automatic(
    project: Project, ids: Sequence[AliasGroupId], *, is_automatic: bool
) -> None:
    """Use groups in every search, or only when they are asked for."""
    with project.operation("Change aliases") as edit:
        groups = [edit.aliases.get(group_id) for group_id in ids]
        when = "in every search" if is_automatic else "only when asked"
        edit.label = f"Use {_named(groups)} {when}"
        for group in groups:
            edit.aliases.set_automatic(group.id, is_automatic=is_automatic)


def remove_groups(project: Project, ids: Sequence[AliasGroupId]) -> None:
    """Move groups to the bin: their names mean the same no longer."""
    with project.operation("Delete aliases") as edit:
        groups = [edit.aliases.get(group_id) for group_id in dict.fromkeys(ids)]
        edit.label = f"Delete {_named(groups)}"
        for group in groups:
            edit.put_into_bin("alias_groups", group.id, some_names(group.names))
            edit.aliases.remove(group.id)


def group_of(view: ProjectView, typed: str) -> AliasGroup:
    """Return the group that has a name; raises `InvalidValue` when none does."""
    key = key_of(typed)
    groups = view.aliases.groups()
    alike = [it for it in groups if any(key_of(one.text) == key for one in it.names)]
    # Names that differ only in their case can be in different groups.
    exact = [it for it in alike if any(one.text == typed for one in it.names)]
    for group in exact or alike:
        return group
    raise InvalidValue(
        f"No group of aliases has the name {quoted(typed)}; see the list of them."
    )


def checked_names(names: Iterable[AliasName]) -> tuple[AliasName, ...]:
    """Return names as they are kept, each once; raises `InvalidValue`."""
    kept: list[AliasName] = []
    for given in names:
        name = _checked_name(given)
        if name is not None and not any(are_alike(name, it) for it in kept):
            kept.append(name)
    if not kept:
        raise InvalidValue(f"There are no names in it; type some, such as {EXAMPLE}.")
    if len(kept) == 1:
        raise InvalidValue(
            f"{quoted(kept[0].text)} is one name only; give at least two with “=”"
            f" between them, such as {EXAMPLE}."
        )
    if len(kept) > MOST_NAMES:
        raise InvalidValue(
            f"{len(kept):,} names are too many for one group, which can have"
            f" {MOST_NAMES}; leave some out."
        )
    return tuple(kept)


def _checked_name(name: AliasName) -> AliasName | None:
    text = tidied_name(name.text)
    if not text:
        return None
    if not key_of(text):
        raise InvalidValue(
            f"{quoted(text)} has no letter and no digit to look for; type a name."
        )
    if len(text) > LONGEST_NAME:
        raise InvalidValue(
            f"“{text[:40]}…” has {len(text):,} characters and a name at most"
            f" {LONGEST_NAME}; shorten it."
        )
    return AliasName(text, name.is_case_sensitive)


def _check_free(groups: Iterable[AliasGroup], names: Iterable[AliasName]) -> None:
    names = list(names)
    for group in groups:
        for held in group.names:
            for name in names:
                if are_alike(name, held):
                    raise InvalidValue(
                        f"{quoted(name_as_typed(name))} is in the group"
                        f" {quoted(some_names(group.names))} already; add the names"
                        " there, or take it out first."
                    )


def _named(groups: Sequence[AliasGroup]) -> str:
    if len(groups) == 1:
        return f"aliases {quoted(some_names(groups[0].names))}"
    return f"{len(groups)} groups of aliases"

"""The alias register as a text file, out of a project and into one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from workbench.errors import InvalidValue
from workbench.exporting.text_files import write_lines
from workbench.importing.text_files import read_text
from workbench.model.aliases import (
    AliasesImported,
    AliasGroup,
    AliasLine,
    AliasName,
    some_names,
)
from workbench.model.ids import AliasGroupId
from workbench.operations.aliases import checked_names
from workbench.operations.labels import quoted
from workbench.project import Project
from workbench.text.alias_lines import are_alike, key_of, line_of, read_lines
from workbench.views import Edit, ProjectView

_EXPLANATION = (
    "# Names that mean the same, a group a line.",
    "# ! behind a name: it is found only as it is written.",
    "# ? before a group: it is used only when a search asks for it.",
)


def export_aliases(view: ProjectView, path: Path) -> int:
    """Write a line a group; returns how many."""
    lines = [line_of(group) for group in view.aliases.groups()]
    write_lines(path, [*_EXPLANATION, *lines])
    return len(lines)


def import_alias_file(project: Project, path: Path) -> AliasesImported:
    """Bring in the groups of a text file, in one step or, with a reason, not at all."""
    return import_aliases(project, read_text(path), path.name)


def import_aliases(
    project: Project, text: str, source: str = "the text"
) -> AliasesImported:
    """Bring in a group a line, in one step or, with a reason, not at all.

    A line with a name that a group has already adds its other names to that group.
    """
    added = changed = 0
    with project.operation(f"Import aliases from {quoted(source)}") as edit:
        register = _Register(edit)
        for number, line in read_lines(text):
            try:
                is_new, is_other = register.bring(line)
            except InvalidValue as error:
                raise InvalidValue(
                    f"{source} was not imported; line {number}: {error}"
                ) from error
            added += is_new
            changed += is_other
    return AliasesImported(added, changed)


class _Register:
    """The groups of a project while a file comes in, found by their names' words."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit
        self._groups: dict[AliasGroupId, AliasGroup] = {}
        self._by_key: dict[str, set[AliasGroupId]] = {}
        for group in edit.aliases.groups():
            self._keep(group)

    def bring(self, line: AliasLine) -> tuple[bool, bool]:
        """Bring a group in; tells whether it is new, and whether it changed one."""
        names = checked_names(line.names)
        held = self._holding(names)
        if len(held) > 1:
            said = " and ".join(quoted(some_names(it.names)) for it in held[:2])
            raise InvalidValue(
                f"Its names are in two groups, {said}; make these one first."
            )
        if not held:
            group_id = self._edit.aliases.add(names, is_automatic=line.is_automatic)
            self._keep(AliasGroup(group_id, line.is_automatic, names))
            return True, False
        return False, self._extend(held[0], AliasLine(names, line.is_automatic))

    def _extend(self, group: AliasGroup, line: AliasLine) -> bool:
        names = checked_names([*group.names, *line.names])
        extended = AliasGroup(group.id, line.is_automatic, names)
        if extended == group:
            return False
        if names != group.names:
            self._edit.aliases.set_names(group.id, names)
        self._edit.aliases.set_automatic(group.id, is_automatic=line.is_automatic)
        self._keep(extended)
        return True

    def _keep(self, group: AliasGroup) -> None:
        self._groups[group.id] = group
        for name in group.names:
            self._by_key.setdefault(key_of(name.text), set()).add(group.id)

    def _holding(self, names: Iterable[AliasName]) -> list[AliasGroup]:
        held: dict[AliasGroupId, AliasGroup] = {}
        for name in names:
            for group_id in self._by_key.get(key_of(name.text), ()):
                group = self._groups[group_id]
                if any(are_alike(name, it) for it in group.names):
                    held[group_id] = group
        return list(held.values())

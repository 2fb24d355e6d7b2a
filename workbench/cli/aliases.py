"""The commands of the alias register."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import (
    counted,
    json_option,
    one_line,
    show,
    show_columns,
    show_json,
)
from workbench.cli.projects import project_argument, reading, writing
from workbench.cli.targets import check_target, output_option
from workbench.model.aliases import AliasGroup
from workbench.operations.alias_files import export_aliases, import_alias_file
from workbench.operations.aliases import (
    add_group,
    group_of,
    remove_groups,
    set_automatic,
    typed_group,
)
from workbench.text.alias_lines import line_of, names_line

name_argument = click.argument("name")


@click.group("aliases")
def alias_commands() -> None:
    """Say which names mean the same, so that a search for one finds all."""


@alias_commands.command("list")
@project_argument
@json_option
def list_command(*, path: Path, as_json: bool) -> None:
    """List the groups of names that mean the same."""
    with reading(path) as project:
        groups = project.aliases.groups()
    if as_json:
        show_json([_listed(group) for group in groups])
        return
    show_columns(
        ("ID", "USED", "NAMES"),
        [
            (it.id, "always" if it.is_automatic else "when asked", names_line(it.names))
            for it in groups
        ],
    )


@alias_commands.command("add")
@project_argument
@click.argument("names")
@json_option
def add_command(*, path: Path, names: str, as_json: bool) -> None:
    """Add a group of NAMES, such as 'US! = U.S. = United States'.

    `!` behind a name finds it only as it is written; `?` before the first uses the
    group only when a search asks for it.
    """
    typed = typed_group(names)
    with writing(path) as project:
        group_id = add_group(project, typed.names, is_automatic=typed.is_automatic)
    if as_json:
        show_json({"group": group_id, "names": [it.text for it in typed.names]})
    else:
        show(f"Added {one_line(line_of(typed))}.")


@alias_commands.command("remove")
@project_argument
@name_argument
@json_option
def remove_command(*, path: Path, name: str, as_json: bool) -> None:
    """Put the group that has NAME into the bin."""
    with writing(path) as project:
        group = group_of(project, name)
        remove_groups(project, [group.id])
    if as_json:
        show_json(_listed(group))
    else:
        show(f"Removed {one_line(names_line(group.names))}.")


@alias_commands.command("default")
@project_argument
@name_argument
@click.option("--off", is_flag=True, help="Only when a search asks for it.")
@json_option
def default_command(*, path: Path, name: str, off: bool, as_json: bool) -> None:
    """Use the group that has NAME in every search."""
    with writing(path) as project:
        group_id = group_of(project, name).id
        set_automatic(project, [group_id], is_automatic=not off)
        group = project.aliases.get(group_id)
    if as_json:
        show_json(_listed(group))
    else:
        when = "only when a search asks for it" if off else "in every search"
        show(f"{one_line(names_line(group.names))} is used {when}.")


@alias_commands.command("import")
@project_argument
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def import_command(*, path: Path, file: Path, as_json: bool) -> None:
    """Bring in the groups of a text FILE, one a line.

    A line with a name that a group has already adds its other names to that group.
    """
    with writing(path) as project:
        done = import_alias_file(project, file)
    if as_json:
        show_json({"added": done.added, "changed": done.changed})
    else:
        added = counted(done.added, "group")
        show(f"Added {added} and changed {counted(done.changed, 'group')}.")


@alias_commands.command("export")
@project_argument
@output_option("The text file to write.")
@json_option
def export_command(*, path: Path, target: Path, as_json: bool) -> None:
    """Write every group to a text file, one a line, as `import` reads it."""
    check_target(target, path)
    with reading(path) as project:
        groups = export_aliases(project, target)
    if as_json:
        show_json({"path": str(target), "groups": groups})
    else:
        show(f"Wrote {counted(groups, 'group')} to {target}.")


def _listed(group: AliasGroup) -> dict[str, object]:
    return {
        "id": group.id,
        "in_every_search": group.is_automatic,
        "names": [
            {"name": it.text, "case_sensitive": it.is_case_sensitive}
            for it in group.names
        ],
    }

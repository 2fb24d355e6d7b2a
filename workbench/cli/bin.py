"""Commands that remove, and those for the bin that what was removed is in."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import (
    counted,
    iso,
    json_option,
    one_line,
    show,
    show_columns,
    show_json,
)
from workbench.cli.projects import project_argument, reading, writing
from workbench.errors import InvalidValue, NotFound
from workbench.operations.bin import KINDS, restore
from workbench.operations.dependents import count_dependents_of_documents
from workbench.operations.documents import remove_documents


@click.command("remove")
@project_argument
@click.argument("documents", nargs=-1, required=True)
def remove_command(*, path: Path, documents: tuple[str, ...]) -> None:
    """Put DOCUMENTS into the bin, with everything marked in them."""
    with writing(path) as project:
        found = list(dict.fromkeys(map(project.documents.find, documents)))
        rests = count_dependents_of_documents(project, [it.id for it in found])
        remove_documents(project, [it.id for it in found])
    for document in found:
        show(f"“{document.name}” is in the bin.")
    if rests.words:
        what = "it" if len(found) == 1 else "them"
        show(f"{rests.rest_on(what)}; cells keep the words, marked as orphaned.")


@click.group("bin")
def bin_commands() -> None:
    """See, restore or lose what was removed."""


@bin_commands.command("list")
@project_argument
@json_option
def list_command(*, path: Path, as_json: bool) -> None:
    """List what was removed, the last first."""
    with reading(path) as project:
        entries = project.bin.all()
    if as_json:
        show_json(
            [
                {
                    "id": it.id,
                    "kind": KINDS[it.table],
                    "name": it.name,
                    "removed": iso(it.removed_at),
                    "analyst": it.analyst,
                }
                for it in entries
            ]
        )
        return
    show_columns(
        ("ID", "KIND", "REMOVED", "NAME"),
        [
            (it.id, KINDS[it.table], iso(it.removed_at), one_line(it.name))
            for it in entries
        ],
    )


@bin_commands.command("restore")
@project_argument
@click.argument("number", type=int)
def restore_command(*, path: Path, number: int) -> None:
    """Put entry NUMBER of the list back, with all that went with it."""
    with writing(path) as project:
        found = [it for it in project.bin.all() if it.id == number]
        if not found:
            raise NotFound(f"There is no entry {number} in the bin.")
        left_out = restore(project, found)
    show(f"Restored {KINDS[found[0].table]} “{found[0].name}”.")
    if left_out:
        show(f"{counted(left_out, 'row')} had nothing left to belong to.")


@bin_commands.command("empty")
@project_argument
@click.option("--yes", is_flag=True, help="Do it; without this it is only said.")
def empty_command(*, path: Path, yes: bool) -> None:
    """Lose what is in the bin for good, and with it all that could be undone."""
    with writing(path) as project:
        entries = project.bin.all()
        if entries and not yes:
            raise InvalidValue(
                f"{counted(len(entries), 'thing')} would be lost for good, and nothing"
                " done so far could be undone; add --yes."
            )
        project.empty_bin()
    show(f"The bin is empty; {counted(len(entries), 'thing')} lost.")

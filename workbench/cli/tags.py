"""Commands about the tag tree."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import (
    counted,
    json_option,
    show,
    show_columns,
    show_json,
)
from workbench.cli.projects import project_argument, reading, writing
from workbench.model.tags import PINS, Tag
from workbench.operations.tag_trees import import_tags
from workbench.operations.tags import pin_tag

tag_argument = click.argument("tag", metavar="TAG")


@click.command("tags")
@project_argument
@json_option
def tags_command(*, path: Path, as_json: bool) -> None:
    """List the tag tree, parents before children."""
    with reading(path) as project:
        tags = project.tags.all()
    if as_json:
        show_json([_listed(tag) for tag in tags])
        return
    show_columns(
        ("PATH", "PASSAGES", "COLOR", "PIN", "NOTE"),
        [(it.path, it.passages, it.color + 1, it.pin or "", it.note) for it in tags],
    )


@click.command("pin-tag")
@project_argument
@tag_argument
@click.argument("digit", required=False, type=click.IntRange(PINS[0], PINS[-1]))
@json_option
def pin_tag_command(*, path: Path, tag: str, digit: int | None, as_json: bool) -> None:
    """Pin TAG to a DIGIT that tags with it while reading; without one, unpin it."""
    with writing(path) as project:
        found = project.tags.at_path(tag)
        pin_tag(project, found.id, digit)
    if as_json:
        show_json({"tag": found.path, "pin": digit})
    elif digit:
        show(f"Pinned “{found.path}” to {digit}.")
    else:
        show(f"Unpinned “{found.path}”.")


@click.command("import-tags")
@project_argument
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def import_tags_command(*, path: Path, file: Path, as_json: bool) -> None:
    """Bring in the tag tree of a CSV FILE with the columns path, color, pin, note.

    Tags that are there already are kept, and changed only where the file says so.
    """
    with writing(path) as project:
        done = import_tags(project, file)
    if as_json:
        show_json({"created": done.created, "changed": done.changed})
    else:
        created = counted(done.created, "tag")
        show(f"Created {created} and changed {counted(done.changed, 'tag')}.")


def _listed(tag: Tag) -> dict[str, object]:
    return {
        "id": tag.id,
        "path": tag.path,
        "color": tag.color + 1,
        "pin": tag.pin,
        "passages": tag.passages,
        "note": tag.note,
    }

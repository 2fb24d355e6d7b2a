"""The command line: the engine of the window, headless.

Each module beside this one holds the commands of one subject.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from workbench.cli.aliases import alias_commands
from workbench.cli.answers import json_option, show, show_json
from workbench.cli.attributes import (
    attribute_commands,
    attributes_command,
    set_command,
)
from workbench.cli.batch import batch_command
from workbench.cli.bin import bin_commands, remove_command
from workbench.cli.bookmarks import bookmarks_command
from workbench.cli.border import Border
from workbench.cli.cases import case_commands, cases_command
from workbench.cli.compare import compare_command
from workbench.cli.concordance import concordance_command
from workbench.cli.dependents import dependents_command
from workbench.cli.documents import documents_command, import_command, text_command
from workbench.cli.encodings import encoding_command
from workbench.cli.exchange import export_command
from workbench.cli.facts import facts_command
from workbench.cli.folders import (
    folders_command,
    import_again_command,
    import_folder_command,
)
from workbench.cli.history import (
    check_command,
    history_command,
    redo_command,
    undo_command,
)
from workbench.cli.links import link_commands
from workbench.cli.matrix import matrix_command
from workbench.cli.notes import note_command, notes_command
from workbench.cli.pages import pages_command
from workbench.cli.passages import passages_command, tag_command
from workbench.cli.projects import (
    creating,
    current_analyst,
    project_argument,
    project_path,
)
from workbench.cli.quotes import quotes_command
from workbench.cli.references import references_command
from workbench.cli.reuse import reuse_command
from workbench.cli.saved import saved_commands
from workbench.cli.searching import search_command
from workbench.cli.sheets import import_rows_command, sheet_command
from workbench.cli.similar import similar_command
from workbench.cli.tables import table_commands
from workbench.cli.tags import import_tags_command, pin_tag_command, tags_command
from workbench.cli.twins import twins_command
from workbench.cli.verify import verify_command
from workbench.cli.versions import replace_command, versions_command
from workbench.cli.word_statistics import (
    collocates_command,
    keyness_command,
    ngrams_command,
)
from workbench.cli.zones import zones_command
from workbench.errors import WorkbenchError
from workbench.operations.sample import build_sample
from workbench.settings import usual_analyst


@click.group("workbench", cls=Border, invoke_without_command=True)
@click.option(
    "--analyst",
    metavar="NAME",
    envvar="WORKBENCH_ANALYST",
    show_envvar=True,
    help="Who makes the change; your name in the preferences, or your login name.",
)
@click.pass_context
def commands(context: click.Context, *, analyst: str | None) -> int | None:
    """Collect, search, tag, compare and tabulate documents.

    Without a command the window opens. Exit code: 0 done, 1 done with findings or
    failures, 2 wrong usage.
    """
    context.obj = analyst or usual_analyst()
    return open_window(None) if context.invoked_subcommand is None else None


@commands.command("open")
@click.argument(
    "path",
    metavar="[PROJECT]",
    required=False,
    type=click.Path(path_type=Path),
    callback=lambda _context, _parameter, path: path and project_path(path),
)
def open_command(*, path: Path | None) -> int:
    """Open the window, on a project if one is named."""
    return open_window(path)


@commands.command("new")
@project_argument
@click.option("--sample", is_flag=True, help="Fill it with the sample corpus.")
@json_option
def new_command(*, path: Path, sample: bool, as_json: bool) -> None:
    """Create a project.

    `.workbench` is added to a name without a suffix.
    """
    with creating(path) as project:
        if sample:
            build_sample(project)
        count = len(project.documents.all())
    if as_json:
        show_json({"project": str(path), "documents": count})
    else:
        filled = f" with {count} sample documents" if sample else ""
        show(f"Created {path}{filled}.")


def open_window(path: Path | None) -> int:
    """Run the window until it closes and return its exit code."""
    if not _has_screen():
        raise WorkbenchError(
            "There is no screen to open a window on; the other commands work without"
            " one, and “workbench --help” lists them."
        )
    # No other command may pay for Qt, or need it.
    from ui.app import main as run_window

    return run_window(path, current_analyst())


def _has_screen() -> bool:
    """Tell whether Qt would find a screen; it ends the program where it does not."""
    if sys.platform in {"win32", "darwin"}:
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


for command in (
    import_command,
    sheet_command,
    import_rows_command,
    import_folder_command,
    import_again_command,
    folders_command,
    documents_command,
    text_command,
    replace_command,
    versions_command,
    encoding_command,
    dependents_command,
    compare_command,
    twins_command,
    quotes_command,
    reuse_command,
    similar_command,
    facts_command,
    references_command,
    zones_command,
    attributes_command,
    attribute_commands,
    set_command,
    cases_command,
    case_commands,
    search_command,
    saved_commands,
    batch_command,
    concordance_command,
    collocates_command,
    ngrams_command,
    keyness_command,
    alias_commands,
    tag_command,
    pages_command,
    passages_command,
    bookmarks_command,
    link_commands,
    note_command,
    notes_command,
    matrix_command,
    tags_command,
    pin_tag_command,
    import_tags_command,
    table_commands,
    export_command,
    verify_command,
    undo_command,
    redo_command,
    history_command,
    remove_command,
    bin_commands,
    check_command,
):
    commands.add_command(command)


def main() -> None:
    """Run the command line and exit; never returns."""
    commands.main(prog_name="workbench")

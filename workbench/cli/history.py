"""Commands that take steps back, list them, and check the project file."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import (
    iso,
    json_option,
    one_line,
    show,
    show_columns,
    show_json,
)
from workbench.cli.border import DONE, FINDINGS
from workbench.cli.projects import project_argument, reading, writing
from workbench.model.changes import Changes, Step
from workbench.operations.checking import check


@click.command("undo")
@project_argument
@json_option
def undo_command(*, path: Path, as_json: bool) -> None:
    """Take the last step back, whoever made it."""
    with writing(path) as project:
        changes = project.undo()
    _show_turn("Undone", changes, as_json=as_json)


@click.command("redo")
@project_argument
@json_option
def redo_command(*, path: Path, as_json: bool) -> None:
    """Do the step again that was last undone."""
    with writing(path) as project:
        changes = project.redo()
    _show_turn("Done again", changes, as_json=as_json)


@click.command("history")
@project_argument
@json_option
def history_command(*, path: Path, as_json: bool) -> None:
    """List the steps, oldest first."""
    with reading(path) as project:
        steps = project.history.steps()
    if as_json:
        show_json([_step_json(step) for step in steps])
        return
    show_columns(
        ("TIME", "ANALYST", "STEP", ""),
        [
            (iso(step.time), step.analyst, step.label, "undone" * step.is_undone)
            for step in steps
        ],
    )


@click.command("check")
@project_argument
@json_option
def check_command(*, path: Path, as_json: bool) -> int:
    """Check the file, the index and every quote.

    Problems make exit code 1.
    """
    with reading(path) as project:
        problems = check(project)
    if as_json:
        show_json({"ok": not problems, "problems": problems})
    else:
        for problem in problems or ["No problems found."]:
            show(one_line(problem, 1000))
    return FINDINGS if problems else DONE


def _show_turn(done: str, changes: Changes, *, as_json: bool) -> None:
    if as_json:
        show_json({"label": changes.label})
    else:
        show(f"{done}: {one_line(changes.label, 200)}")


def _step_json(step: Step) -> dict[str, object]:
    return {
        "id": step.id,
        "label": step.label,
        "time": iso(step.time),
        "analyst": step.analyst,
        "undone": step.is_undone,
    }

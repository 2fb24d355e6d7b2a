"""Where a command writes to, and what it says when it has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from workbench.cli.answers import Command, counted, show, show_json

_BESIDE = ("-wal", "-shm", "-journal", "-lock")

raw_option = click.option(
    "--raw",
    is_flag=True,
    help="Leave out the apostrophe that keeps spreadsheets from reading a formula.",
)


def csv_option(meaning: str) -> Callable[[Command], Command]:
    """Give a command a CSV file to write, or none, as its argument `target`."""
    return click.option(
        "--csv",
        "target",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help=meaning,
    )


def page_option(meaning: str) -> Callable[[Command], Command]:
    """Give a command an HTML page to write, or none, as its argument `page`."""
    return click.option(
        "--html",
        "page",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help=meaning,
    )


def output_option(meaning: str) -> Callable[[Command], Command]:
    """Give a command the file to write as its argument `target`."""
    return click.option(
        "-o",
        "--output",
        "target",
        metavar="FILE",
        required=True,
        type=click.Path(path_type=Path),
        help=meaning,
    )


def check_target(target: Path | None, project: Path) -> None:
    """Refuse to write a file over the project, or over what SQLite keeps beside it."""
    if target is None:
        return
    if not target.name:
        raise click.UsageError(f"“{target}” is a folder; name a file in it.")
    place, own = target.resolve(), project.resolve()
    if target.exists() and target.samefile(project):
        raise click.UsageError(f"“{target}” is the project; choose another name.")
    if place in [own.with_name(own.name + it) for it in _BESIDE]:
        raise click.UsageError(f"“{target}” is a part of the project; choose another.")


def check_targets(project: Path, *targets: Path | None) -> None:
    """Refuse what `check_target` refuses, and one file for two things."""
    for target in targets:
        check_target(target, project)
    places = [it.resolve() for it in targets if it is not None]
    if len(set(places)) < len(places):
        raise click.UsageError(
            f"“{places[0].name}” cannot be both files; give one another name."
        )


class Written(NamedTuple):
    """A file that was written, and how many things are in it."""

    things: int
    target: Path
    noun: str = "row"
    nouns: str = ""


def show_written(count: int, target: Path, *, as_json: bool) -> None:
    """Say what was written where."""
    show_all_written([Written(count, target)], as_json=as_json)


def show_all_written(files: Sequence[Written], *, as_json: bool) -> None:
    """Say what was written where; JSON is a list where there are several files."""
    if as_json:
        answers = [{"path": str(it.target), "rows": it.things} for it in files]
        show_json(answers[0] if len(answers) == 1 else answers)
        return
    for things, target, noun, nouns in files:
        show(f"Wrote {counted(things, noun, nouns)} to {target}.")

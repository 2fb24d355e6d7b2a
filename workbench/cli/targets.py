"""Where a command writes to, and what it says when it has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from workbench.cli.answers import Command, counted, show, show_json

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
    """Refuse to write a file over the project."""
    if target is not None and target.exists() and target.samefile(project):
        raise click.UsageError(f"“{target}” is the project; choose another name.")


def show_written(
    count: int, target: Path, *, as_json: bool, noun: str = "row", nouns: str = ""
) -> None:
    """Say what was written where."""
    if as_json:
        show_json({"path": str(target), "rows": count})
    else:
        show(f"Wrote {counted(count, noun, nouns)} to {target}.")

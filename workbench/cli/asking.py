"""What the statistics of words ask: a query, and where the answer goes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from workbench.cli.answers import counted, show, show_json
from workbench.cli.search_flags import Command, match_flags
from workbench.model.search import SearchOptions


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and how to search for it."""

    query: str
    options: SearchOptions


csv_option = click.option(
    "--csv",
    "target",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write everything to this CSV file instead of listing it.",
)


def asked_arguments(command: Command) -> Command:
    """Give a command QUERY and the flags of a search, as its argument `asked`."""

    @wraps(command)
    def asking(*, query: str, options: SearchOptions, **rest: Any) -> Any:
        return command(asked=Asked(query, options), **rest)

    return click.argument("query")(match_flags(asking))


def check_target(target: Path | None, project: Path) -> None:
    """Refuse to write a file over the project."""
    if target is not None and target.exists() and target.samefile(project):
        raise click.UsageError(f"“{target}” is the project; choose another name.")


def show_written(count: int, target: Path, *, as_json: bool) -> None:
    """Say what was written where."""
    if as_json:
        show_json({"path": str(target), "rows": count})
    else:
        show(f"Wrote {counted(count, 'row')} to {target}.")

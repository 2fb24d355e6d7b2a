"""What the statistics of words ask: a query, and where the answer goes."""

from __future__ import annotations

from functools import wraps
from typing import Any

import click

from workbench.cli.answers import Command
from workbench.cli.search_flags import match_flags
from workbench.cli.targets import csv_option
from workbench.model.search import Asked, SearchOptions

everything_option = csv_option(
    "Write everything to this CSV file instead of listing it."
)


def asked_arguments(command: Command) -> Command:
    """Give a command QUERY and the flags of a search, as its argument `asked`."""

    @wraps(command)
    def asking(*, query: str, options: SearchOptions, **rest: Any) -> Any:
        return command(asked=Asked(query, options), **rest)

    return click.argument("query")(match_flags(asking))

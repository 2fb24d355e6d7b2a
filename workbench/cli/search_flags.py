"""The flags that every command about a search has, as one `SearchOptions`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from functools import wraps
from typing import Any

import click

from workbench.cli.answers import Command
from workbench.model.search import AliasUse, Scope, SearchOptions, SortBy


def _choice(name: str, usual: StrEnum, meaning: str) -> Callable[[Command], Command]:
    return click.option(
        name,
        type=click.Choice([it.value for it in type(usual)]),
        default=usual.value,
        show_default=True,
        help=meaning,
    )


_USUAL = SearchOptions()
_ORDER = _choice("--sort", _USUAL.sort, "In which order hits come.")
_FLAGS = (
    _choice("--scope", _USUAL.scope, "Where all words must stand together."),
    _choice("--aliases", _USUAL.aliases, "Which groups of other names to search too."),
    click.option("--zones", is_flag=True, help="Search what is not content, too."),
    click.option("--discarded", is_flag=True, help="Find discarded hits, too."),
)


def match_flags(command: Command) -> Command:
    """Give a command the flags that say what is found, as its argument `options`."""

    @wraps(command)
    def flagged(
        *, scope: str, aliases: str, zones: bool, discarded: bool, **rest: Any
    ) -> Any:
        options = SearchOptions(
            Scope(scope), _USUAL.sort, AliasUse(aliases), zones, discarded
        )
        return command(options=options, **rest)

    for flag in reversed(_FLAGS):
        flag(flagged)
    return flagged


def search_flags(command: Command) -> Command:
    """Give a command all flags of a search, as its argument `options`."""

    @wraps(command)
    def flagged(*, sort: str, options: SearchOptions, **rest: Any) -> Any:
        return command(options=replace(options, sort=SortBy(sort)), **rest)

    return _ORDER(match_flags(flagged))

"""Files and folders that a command is given."""

from __future__ import annotations

from pathlib import Path

import click
from typing_extensions import override


class _NamedPath(click.Path):
    """A path that says something: nothing at all would stand for this folder."""

    @override
    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        if value == "":
            self.fail("An empty name names no file.", param, ctx)
        return Path(str(super().convert(value, param, ctx)))  # type: ignore[arg-type]


NAMED_PATH = _NamedPath()

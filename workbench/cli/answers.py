"""How the command line answers: JSON for programs, tidy columns for people."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any
from unicodedata import east_asian_width

import click

Command = Callable[..., Any]

WIDEST = 60
"""The characters of a cell that are shown to a person."""

# Control characters of a document must not drive the terminal.
_UNPRINTABLE = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
)

json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


def limit_option(what: str) -> Callable[[Command], Command]:
    """Give a command the most hits or the like that it lists."""
    return click.option(
        "--limit",
        type=click.IntRange(min=1),
        default=200,
        show_default=True,
        help=f"The most {what} to list.",
    )


def show_json(value: object) -> None:
    """Write a value as JSON: UTF-8 whatever the terminal's encoding, nothing escaped.

    Only a name that has no UTF-8 is escaped, so that the JSON stays valid.
    """
    written = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    click.echo(written.encode("utf-8", "backslashreplace"), nl=False)


def show(text: str) -> None:
    """Write text for a person, with `?` for what the terminal cannot show."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    click.echo(text.encode(encoding, "replace").decode(encoding))


def show_columns(header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Write rows under a header; numbers stand right, long cells are cut."""
    lines = [list(header), *([one_line(cell) for cell in row] for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    numeric = [
        bool(rows) and all(isinstance(row[place], int) for row in rows)
        for place in range(len(header))
    ]
    for line in lines:
        parts = map(_aligned, line, widths, numeric)
        show("  ".join(parts).rstrip())


def one_line(value: object, widest: int = WIDEST) -> str:
    """Return a value as one printable line of at most `widest` characters."""
    text = _UNPRINTABLE.sub(" ", str(value)).strip()
    return text if len(text) <= widest else text[: widest - 1].rstrip() + "…"


def iso(moment: datetime) -> str:
    """Return a time as ISO 8601 in UTC."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def counted(count: int, one: str, many: str = "") -> str:
    """Return `1 document` or `2 documents`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _aligned(cell: str, width: int, numeric: bool) -> str:  # noqa: FBT001 - mapped
    blanks = " " * (width - _width(cell))
    return blanks + cell if numeric else cell + blanks


def _width(cell: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in cell)

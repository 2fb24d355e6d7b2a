"""Where a command that compares writes what it found: a table, a page, or both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any

import click

from workbench.cli.answers import Command, counted, show
from workbench.cli.targets import check_targets
from workbench.model.comparison_reports import ComparisonReport
from workbench.operations.comparison_files import ComparisonForm, write_comparison

Targets = Mapping[ComparisonForm, Path]


def target_options(command: Command) -> Command:
    """Give a command `--csv` and `--html`, as its argument `targets`.

    Neither may be the project, nor both the same file.
    """

    @wraps(command)
    def writing(
        *, path: Path, csv_file: Path | None, html_file: Path | None, **rest: Any
    ) -> Any:
        files = {ComparisonForm.TABLE: csv_file, ComparisonForm.PAGE: html_file}
        targets = {form: file for form, file in files.items() if file}
        check_targets(path, *targets.values())
        return command(path=path, targets=targets, **rest)

    with_page = _file_option("html", "Write both texts, side by side, to one page.")
    return _file_option("csv", "Write the pairs to a CSV file.")(with_page(writing))


def write_targets(
    targets: Targets, compare: Callable[[], ComparisonReport], *, quiet: bool
) -> None:
    """Write the files that were asked for; compares only if there are any."""
    if not targets:
        return
    report = compare()
    for form, target in targets.items():
        pairs = write_comparison(report, target, form)
        if not quiet:
            show(f"Wrote {counted(pairs, 'pair')} to {target}.")


def _file_option(name: str, meaning: str) -> Callable[[Command], Command]:
    return click.option(
        f"--{name}",
        f"{name}_file",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help=meaning,
    )

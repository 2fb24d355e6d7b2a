"""The command that checks an export against its project."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from workbench.cli.answers import json_option, one_line, show, show_json
from workbench.cli.border import DONE, FINDINGS
from workbench.cli.progress import stoppable_tracker
from workbench.cli.projects import project_argument, reading
from workbench.model.verification import Verification
from workbench.operations.verifying import verify_export

_LONGEST = 300


@click.command("verify")
@click.argument("export", type=click.Path(path_type=Path))
@project_argument
@json_option
def verify_command(*, export: Path, path: Path, as_json: bool) -> int:
    """Check each quotation of an exported table, or of passages, against a project.

    EXPORT is the file that was exported, or the .provenance.json beside it. Prints
    each difference, and how many quotations and cells were checked. Exit code: 0 none,
    1 some, 2 it cannot be read.
    """
    with reading(path) as view, stoppable_tracker() as tracker:
        found = verify_export(view, export, tracker)
    if as_json:
        show_json(_json(found))
    else:
        for difference in found.differences:
            show(one_line(difference.line, _LONGEST))
        show(f"{found.words}.")
    return FINDINGS if found.differences else DONE


def _json(found: Verification) -> dict[str, object]:
    differences = [{**asdict(it), "line": it.line} for it in found.differences]
    return {
        "quotations": found.quotations,
        "cells": found.cells,
        "differences": differences,
    }

"""The commands of cases."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import (
    counted,
    json_option,
    one_line,
    show,
    show_columns,
    show_json,
)
from workbench.cli.attributes import values_by_name
from workbench.cli.projects import project_argument, reading, writing
from workbench.model.attributes import Subject
from workbench.operations.cases import create_case, remove_cases, rename_case

case_argument = click.argument("case")


@click.command("cases")
@project_argument
@json_option
def cases_command(*, path: Path, as_json: bool) -> None:
    """List the cases with their attributes and the table rows that describe them."""
    with reading(path) as project:
        cases = project.cases.all()
        rows = project.cases.rows()
        values = values_by_name(project, Subject.CASE)
    if as_json:
        show_json(
            [
                {
                    "id": it.id,
                    "name": it.name,
                    "rows": rows.get(it.id, []),
                    "attributes": values.get(it.id, {}),
                }
                for it in cases
            ]
        )
        return
    show_columns(
        ("ID", "NAME", "ROWS", "ATTRIBUTES"),
        [
            (
                it.id,
                it.name,
                len(rows.get(it.id, [])),
                ", ".join(f"{k}: {v}" for k, v in values.get(it.id, {}).items()),
            )
            for it in cases
        ],
    )


@click.group("case")
def case_commands() -> None:
    """Make, rename and remove cases."""


@case_commands.command("add")
@project_argument
@case_argument
@json_option
def add_command(*, path: Path, case: str, as_json: bool) -> None:
    """Add a case, unless there is one of this name."""
    with writing(path) as project:
        case_id = create_case(project, case)
    if as_json:
        show_json({"case": case_id})
    else:
        show(f"{one_line(case)} is case {case_id}.")


@case_commands.command("rename")
@project_argument
@case_argument
@click.argument("new_name")
def rename_command(*, path: Path, case: str, new_name: str) -> None:
    """Give a case another name; rows of tables keep theirs."""
    with writing(path) as project:
        found = project.cases.find(case)
        rename_case(project, found.id, new_name)
    show(f"Renamed {one_line(found.name)} to {one_line(new_name)}.")


@case_commands.command("remove")
@project_argument
@case_argument
def remove_command(*, path: Path, case: str) -> None:
    """Put a case into the bin; the rows of tables that described it stay."""
    with writing(path) as project:
        found = project.cases.find(case)
        rows = len(project.cases.rows().get(found.id, []))
        remove_cases(project, [found.id])
    told = counted(rows, "row describes", "rows describe")
    show(f"Removed {one_line(found.name)}; {told} no case any more.")

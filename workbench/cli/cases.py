"""The commands of cases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
from workbench.cli.mentions import mentions_command
from workbench.cli.projects import project_argument, reading, writing
from workbench.cli.targets import (
    check_target,
    csv_option,
    raw_option,
    show_written,
)
from workbench.model.aliases import AliasName
from workbench.model.attributes import Subject
from workbench.model.cases import CaseFacts
from workbench.operations.case_lists import case_facts, export_cases
from workbench.operations.cases import (
    add_documents,
    create_case,
    names_of,
    remove_cases,
    remove_documents,
    rename_case,
    set_aliases,
    set_kind,
)
from workbench.operations.labels import quoted
from workbench.operations.row_documents import documents_of_case
from workbench.text.alias_lines import names_line

case_argument = click.argument("case")


@click.command("cases")
@project_argument
@click.option("--kind", metavar="KIND", help="Only cases of this kind.")
@csv_option("Write all cases to this CSV file instead of listing them.")
@raw_option
@json_option
def cases_command(
    *, path: Path, kind: str | None, target: Path | None, raw: bool, as_json: bool
) -> None:
    """List the cases with what they are called and what there is about them."""
    check_target(target, path)
    with reading(path) as project:
        if target is not None:
            written = export_cases(project, target, raw=raw)
            show_written(written, target, as_json=as_json)
            return
        cases = [it for it in case_facts(project) if kind in {None, it.case.kind}]
        values = values_by_name(project, Subject.CASE)
    if as_json:
        show_json([_listed(it, values.get(it.case.id, {})) for it in cases])
        return
    show_columns(
        ("ID", "NAME", "KIND", "DOCUMENTS", "MENTIONS", "ROWS", "ATTRIBUTES"),
        [
            (
                it.case.id,
                it.case.name,
                it.case.kind,
                it.documents,
                it.mentions,
                len(it.rows),
                ", ".join(f"{k}: {v}" for k, v in values.get(it.case.id, {}).items()),
            )
            for it in cases
        ],
    )


@click.group("case")
def case_commands() -> None:
    """Make, describe and remove cases; say where texts mention them."""


@case_commands.command("add")
@project_argument
@case_argument
@click.option("--kind", default="", metavar="KIND", help="What such things are called.")
@json_option
def add_command(*, path: Path, case: str, kind: str, as_json: bool) -> None:
    """Add a case, unless there is one of this name."""
    with writing(path) as project:
        case_id = create_case(project, case, kind)
    if as_json:
        show_json({"case": case_id})
    else:
        show(f"{one_line(case)} is case {case_id}.")


@case_commands.command("kind")
@project_argument
@case_argument
@click.argument("kind")
def kind_command(*, path: Path, case: str, kind: str) -> None:
    """Say what kind of thing a case is; an empty KIND says nothing."""
    with writing(path) as project:
        found = project.cases.find(case)
        set_kind(project, [found.id], kind)
        kind = project.cases.get(found.id).kind
    show(f"The kind of {one_line(found.name)} is {one_line(kind) or 'not said'}.")


@case_commands.command("aliases")
@project_argument
@case_argument
@click.argument("names", nargs=-1)
@click.option("--clear", is_flag=True, help="Leave only its own name.")
@json_option
def aliases_command(
    *, path: Path, case: str, names: tuple[str, ...], clear: bool, as_json: bool
) -> None:
    """List what texts may call a case, or let it be these NAMES and its own.

    `!` behind a name finds it only as it is written. They are a group of the register
    of aliases, so that searches use them too.
    """
    if names and clear:
        raise click.UsageError("Give names or --clear, not both.")
    if names or clear:
        with writing(path) as project:
            set_aliases(project, project.cases.find(case).id, names)
    with reading(path) as project:
        found = project.cases.find(case)
        shown = names_of(project, found)
    if as_json:
        show_json({"case": found.id, "aliases": _names(shown)})
    else:
        show(f"{one_line(found.name)}: {one_line(names_line(shown), 1_000)}")


@case_commands.command("documents")
@project_argument
@case_argument
@click.option("--add", multiple=True, metavar="DOCUMENT", help="Put it into the case.")
@click.option("--remove", multiple=True, metavar="DOCUMENT", help="Take it out.")
@json_option
def documents_command(
    *,
    path: Path,
    case: str,
    add: tuple[str, ...],
    remove: tuple[str, ...],
    as_json: bool,
) -> None:
    """List the documents of a case; put some in or take some out first.

    Those that are only mentioning the case are listed, too.
    """
    if add or remove:
        _change_documents(path, case, add, remove)
    with reading(path) as project:
        found = project.cases.find(case)
        put_in = set(project.cases.documents(found.id))
        documents = project.documents.some(documents_of_case(project, found.id))
    if as_json:
        show_json(
            [{"id": it.id, "name": it.name, "put_in": it.id in put_in}
             for it in documents]
        )  # fmt: skip
        return
    show_columns(
        ("ID", "NAME", "WHY"),
        [
            (it.id, it.name, "put in" if it.id in put_in else "mentions it")
            for it in documents
        ],
    )


@case_commands.command("rename")
@project_argument
@case_argument
@click.argument("new_name")
def rename_command(*, path: Path, case: str, new_name: str) -> None:
    """Give a case another name; the old one stays an alias."""
    with writing(path) as project:
        found = project.cases.find(case)
        rename_case(project, found.id, new_name)
    show(f"Renamed {one_line(found.name)} to {one_line(new_name)}.")


case_commands.add_command(mentions_command)


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


def _change_documents(
    path: Path, case: str, add: Iterable[str], remove: Iterable[str]
) -> None:
    with writing(path) as project:
        found = project.cases.find(case)
        put = [project.documents.find(it).id for it in add]
        taken = [project.documents.find(it).id for it in remove]
        label = f"Change documents of {quoted(found.name)}"
        with project.operation(label) as edit:
            add_documents(project, found.id, put)
            remove_documents(project, found.id, taken)
            edit.label = label


def _listed(facts: CaseFacts, attributes: Mapping[str, str]) -> dict[str, object]:
    return {
        "id": facts.case.id,
        "name": facts.case.name,
        "kind": facts.case.kind,
        "aliases": _names(facts.names),
        "documents": facts.documents,
        "mentions": facts.mentions,
        "rows": list(facts.rows),
        "attributes": dict(attributes),
    }


def _names(names: Iterable[AliasName]) -> list[dict[str, object]]:
    return [{"name": it.text, "case_sensitive": it.is_case_sensitive} for it in names]

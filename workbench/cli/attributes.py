"""The commands of attributes and their values."""

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
from workbench.cli.border import DONE, FINDINGS, say
from workbench.cli.projects import project_argument, reading, writing
from workbench.model.attributes import (
    Attribute,
    AttributeType,
    ImportedValues,
    Subject,
)
from workbench.operations.attributes import (
    create_attribute,
    find_attribute,
    remove_attribute,
    rename_attribute,
    retype_attribute,
    set_values,
)
from workbench.operations.choices import add_choice, remove_choice, rename_choice
from workbench.operations.value_files import import_values
from workbench.project import Project
from workbench.views import Edit, ProjectView

attribute_argument = click.argument("attribute", metavar="NAME")
type_option = click.option(
    "--type",
    "kind",
    type=click.Choice([kind.value for kind in AttributeType]),
    default=AttributeType.TEXT.value,
    show_default=True,
    help="What its values are.",
)
choices_option = click.option(
    "--choice", "choices", multiple=True, help="What can be chosen; may be repeated."
)
subject_option = click.option(
    "--case",
    "subject",
    flag_value=Subject.CASE.value,
    default=Subject.DOCUMENT.value,
    help="Of cases, not of documents.",
)


@click.command("attributes")
@project_argument
@json_option
def attributes_command(*, path: Path, as_json: bool) -> None:
    """List the attributes of documents and cases."""
    with reading(path) as project:
        attributes = project.attributes.all()
        counts = project.attributes.counts()
    if as_json:
        show_json([_attribute_json(it, counts.get(it.id, 0)) for it in attributes])
        return
    show_columns(
        ("OF", "NAME", "TYPE", "VALUES", "CHOICES"),
        [
            (it.subject, it.name, it.type, counts.get(it.id, 0), ", ".join(it.choices))
            for it in attributes
        ],
    )


@click.group("attribute")
def attribute_commands() -> None:
    """Make and change attributes of documents and cases."""


@attribute_commands.command("add")
@project_argument
@attribute_argument
@type_option
@choices_option
@subject_option
@json_option
def add_command(
    *,
    path: Path,
    attribute: str,
    kind: str,
    choices: tuple[str, ...],
    subject: str,
    as_json: bool,
) -> None:
    """Add an attribute."""
    with writing(path) as project:
        create_attribute(
            project, Subject(subject), attribute, AttributeType(kind), choices
        )
        _answer(project, subject, attribute, as_json=as_json)


@attribute_commands.command("rename")
@project_argument
@attribute_argument
@click.argument("new_name")
@subject_option
@json_option
def rename_command(
    *, path: Path, attribute: str, new_name: str, subject: str, as_json: bool
) -> None:
    """Give an attribute another name."""
    with writing(path) as project:
        found = find_attribute(project, Subject(subject), attribute)
        rename_attribute(project, found.id, new_name)
        _answer(project, subject, new_name, as_json=as_json)


@attribute_commands.command("retype")
@project_argument
@attribute_argument
@type_option
@choices_option
@subject_option
@json_option
def retype_command(
    *,
    path: Path,
    attribute: str,
    kind: str,
    choices: tuple[str, ...],
    subject: str,
    as_json: bool,
) -> None:
    """Let its values be of another type; refused where they do not fit."""
    with writing(path) as project:
        found = find_attribute(project, Subject(subject), attribute)
        retype_attribute(project, found.id, AttributeType(kind), choices)
        _answer(project, subject, attribute, as_json=as_json)


@attribute_commands.command("choices")
@project_argument
@attribute_argument
@click.option("--add", "added", multiple=True, help="Add a choice.")
@click.option(
    "--rename", "renamed", type=(str, str), multiple=True, help="Give one a new name."
)
@click.option("--remove", "removed", multiple=True, help="Remove a choice.")
@click.option(
    "--clear", is_flag=True, help="Clear the values that are removed choices."
)
@subject_option
def choices_command(
    *,
    path: Path,
    attribute: str,
    added: tuple[str, ...],
    renamed: tuple[tuple[str, str], ...],
    removed: tuple[str, ...],
    clear: bool,
    subject: str,
) -> None:
    """Add, rename and remove choices, and show them."""
    with writing(path) as project:
        found = find_attribute(project, Subject(subject), attribute)
        with project.operation("Change choices") as edit:
            for choice in added:
                add_choice(project, found.id, choice)
            for old, new in renamed:
                rename_choice(project, found.id, old, new)
            for choice in removed:
                remove_choice(project, found.id, choice, clears=clear)
            edit.label = f"Change choices of “{found.name}”"
        _answer(project, subject, attribute, as_json=False)


@attribute_commands.command("remove")
@project_argument
@attribute_argument
@subject_option
def remove_command(*, path: Path, attribute: str, subject: str) -> None:
    """Put an attribute into the bin with all its values."""
    with writing(path) as project:
        found = find_attribute(project, Subject(subject), attribute)
        count = project.attributes.counts().get(found.id, 0)
        remove_attribute(project, found.id)
    show(f"Removed {one_line(found.name)} with {counted(count, 'value')}.")


@click.command("set")
@project_argument
@click.argument("thing", metavar="[DOCUMENT", required=False)
@click.argument("attribute", metavar="NAME", required=False)
@click.argument("value", metavar="VALUE]", required=False)
@click.option(
    "--from",
    "file",
    type=click.Path(path_type=Path),
    help="A CSV file: names or ids of documents first, then a column an attribute.",
)
@subject_option
@json_option
def set_command(
    *,
    path: Path,
    thing: str | None,
    attribute: str | None,
    value: str | None,
    file: Path | None,
    subject: str,
    as_json: bool,
) -> int:
    """Set a value of a document, or all values that a CSV file has.

    An empty VALUE clears it. From a file, an attribute that is not there is added for
    text, and a line with something wrong is left out, which makes exit code 1.
    """
    if file is not None and thing is None:
        with writing(path) as project:
            imported = import_values(project, file, Subject(subject))
        return _show_imported(imported, as_json=as_json)
    if file is not None or thing is None or attribute is None or value is None:
        raise click.UsageError("Give DOCUMENT, NAME and VALUE, or a file with --from.")
    with writing(path) as project, project.operation("Set value") as edit:
        thing_id, name = _find(edit, subject, thing)
        found = find_attribute(edit, Subject(subject), attribute)
        set_values(project, found.id, [thing_id], value)
        written = edit.attributes.values(Subject(subject)).get(thing_id, {})
    kept = written.get(found.id, "")
    if as_json:
        show_json({subject: thing_id, "attribute": found.name, "value": kept})
    else:
        show(
            f"{one_line(name)}: {one_line(found.name)} is {one_line(kept) or 'empty'}."
        )
    return DONE


def values_by_name(view: ProjectView, subject: Subject) -> dict[int, dict[str, str]]:
    """Return the values of every document or case, by the attributes' names."""
    attributes = view.attributes.all(subject)
    return {
        thing_id: {it.name: values[it.id] for it in attributes if it.id in values}
        for thing_id, values in view.attributes.values(subject).items()
    }


def _find(edit: Edit, subject: str, wanted: str) -> tuple[int, str]:
    if Subject(subject) is Subject.DOCUMENT:
        document = edit.documents.find(wanted)
        return document.id, document.name
    case = edit.cases.find(wanted)
    return case.id, case.name


def _show_imported(imported: ImportedValues, *, as_json: bool) -> int:
    if as_json:
        show_json(
            {
                "values": imported.values,
                "created": list(imported.created),
                "problems": list(imported.problems),
            }
        )
    else:
        for name in imported.created:
            show(f"Added the attribute {one_line(name)} for text.")
        for problem in imported.problems:
            say(problem)
        show(f"Set {counted(imported.values, 'value')}.")
    return FINDINGS if imported.problems else DONE


def _answer(project: Project, subject: str, name: str, *, as_json: bool) -> None:
    """Say how an attribute stands now."""
    found = find_attribute(project, Subject(subject), name)
    count = project.attributes.counts().get(found.id, 0)
    if as_json:
        show_json(_attribute_json(found, count))
        return
    choices = f": {', '.join(found.choices)}" if found.choices else ""
    values = counted(count, "value")
    show(one_line(f"{found.name} ({found.type}{choices}), {values}.", 300))


def _attribute_json(attribute: Attribute, values: int) -> dict[str, object]:
    return {
        "name": attribute.name,
        "subject": attribute.subject.value,
        "type": attribute.type.value,
        "choices": list(attribute.choices),
        "values": values,
    }

"""The command that counts passages by tag and document, case, attribute or tag."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from workbench.cli.answers import (
    counted,
    iso,
    json_option,
    one_line,
    show,
    show_columns,
    show_json,
)
from workbench.cli.projects import project_argument, reading, writing
from workbench.cli.table_answers import answer
from workbench.cli.targets import (
    check_target,
    csv_option,
    raw_option,
    show_written,
)
from workbench.errors import NotFound
from workbench.jobs import Tracker
from workbench.model.attributes import Attribute, Subject
from workbench.model.matrices import (
    MOST_WORDS,
    USUAL_WORDS,
    Matrix,
    MatrixDefinition,
    MatrixKind,
    MatrixOrder,
    Measure,
    SavedMatrix,
)
from workbench.operations.matrices import matrix_of
from workbench.operations.matrix_files import export_counted, export_matrix, told_apart
from workbench.operations.matrix_words import matrix_in_words
from workbench.operations.saved_matrices import (
    definition_of,
    remove_matrix,
    rename_matrix,
    save_matrix,
)
from workbench.views import ProjectView, Stores

PARAGRAPH = "paragraph"
SHOWN_COLUMNS = 12


@click.command("matrix")
@project_argument
@click.option(
    "--kind",
    type=click.Choice([it.value for it in MatrixKind]),
    default=MatrixKind.DOCUMENT.value,
    show_default=True,
    help="What tags are set against; overlap and near set them against tags.",
)
@click.option(
    "--attribute", metavar="NAME", help="The attribute of the kind attribute."
)
@click.option(
    "--near",
    default=str(USUAL_WORDS),
    show_default=True,
    metavar="WORDS",
    help="At most so many words apart, or “paragraph” for the same paragraph.",
)
@click.option(
    "--measure",
    type=click.Choice([it.value for it in Measure]),
    default=Measure.PASSAGES.value,
    show_default=True,
    help="What a cell counts.",
)
@click.option("--only-tag", "tags", multiple=True, metavar="PATH",
    help="Only this tag and those beneath it; may be repeated.")  # fmt: skip
@click.option("--only-document", "documents", multiple=True, metavar="DOCUMENT",
    help="Only passages of this document; may be repeated.")  # fmt: skip
@click.option("--exact", is_flag=True, help="Do not count tags beneath for a tag.")
@click.option("--by-total", is_flag=True, help="Those with most first.")
@click.option("--empty", is_flag=True, help="Empty rows and columns too.")
@click.option("--saved", metavar="NAME", help="The matrix saved under this name.")
@click.option("--save", "new_name", metavar="NAME", help="Keep the matrix so named.")
@click.option("--list", "is_list", is_flag=True, help="List the saved matrices.")
@click.option("--rename", "other_name", metavar="NAME",
    help="Only give the --saved matrix this other name.")  # fmt: skip
@click.option("--remove", "is_removing", is_flag=True,
    help="Only put the --saved matrix into the bin.")  # fmt: skip
@click.option(
    "--passages", "is_passages", is_flag=True,
    help="With --csv: every passage of every cell, with its place.",
)  # fmt: skip
@csv_option("Write the numbers to this CSV file instead of showing them.")
@raw_option
@json_option
def matrix_command(
    *,
    path: Path,
    is_list: bool,
    is_passages: bool,
    target: Path | None,
    raw: bool,
    as_json: bool,
    **asked: Any,
) -> None:
    """Count passages by tag and document, case, attribute or other tag.

    A passage counts for a case when its document belongs to it or when it was
    confirmed to mention it. Passages with the row's tag are counted against a tag
    when they have it too, overlap a passage that has it, or are near one.
    """
    check_target(target, path)
    if is_passages and target is None:
        raise click.UsageError("--passages needs --csv FILE to write them to.")
    if is_list:
        _list(path, as_json=as_json)
        return
    if asked["is_removing"] or asked["other_name"] is not None:
        _change(path, asked, as_json=as_json)
        return
    with reading(path) as view:
        definition = _definition(view, asked)
        if target is None:
            _show(view, matrix_of(view, definition), as_json=as_json)
        else:
            write = export_counted if is_passages else _export_numbers
            count = write(view, definition, target, Tracker(), raw=raw)
            show_written(count, target, as_json=as_json)
    if new_name := asked["new_name"]:
        with writing(path) as project:
            save_matrix(project, new_name, definition)
        if not as_json:
            show(f"Saved “{one_line(new_name)}”.")


def _export_numbers(
    view: ProjectView,
    definition: MatrixDefinition,
    target: Path,
    tracker: Tracker,
    *,
    raw: bool,
) -> int:
    matrix = matrix_of(view, definition, tracker)
    return export_matrix(view, matrix, target, raw=raw)


def _change(path: Path, asked: dict[str, Any], *, as_json: bool) -> None:
    """Give a saved matrix another name, or put it into the bin."""
    other_name = asked["other_name"]
    if not asked["saved"]:
        raise click.UsageError("--rename and --remove need --saved NAME.")
    if asked["is_removing"] and other_name is not None:
        raise click.UsageError("Give --rename or --remove, not both.")
    with writing(path) as project:
        saved = _saved(project, asked["saved"])
        if asked["is_removing"]:
            remove_matrix(project, saved.id)
            said = f"“{one_line(saved.name)}” is in the bin."
        else:
            rename_matrix(project, saved.id, other_name)
            said = f"“{one_line(saved.name)}” is called “{one_line(other_name)}” now."
    answer({"matrix": saved.id}, said, as_json=as_json)


def _definition(view: ProjectView, asked: dict[str, Any]) -> MatrixDefinition:
    """Return what was asked for: a saved matrix, or one that the options describe."""
    if asked["saved"]:
        return definition_of(_saved(view, asked["saved"]))
    kind = MatrixKind(asked["kind"])
    definition = MatrixDefinition(
        kind,
        measure=Measure(asked["measure"]),
        words=_words(asked["near"]),
        with_beneath=not asked["exact"],
        tags=tuple(view.tags.at_path(it).id for it in asked["tags"]),
        documents=tuple(view.documents.find(it).id for it in asked["documents"]),
        order=MatrixOrder.TOTAL if asked["by_total"] else MatrixOrder.NAME,
        with_empty=asked["empty"],
    )
    if kind is not MatrixKind.ATTRIBUTE:
        return definition
    if not asked["attribute"]:
        raise click.UsageError("The kind attribute needs --attribute NAME.")
    attribute = _attribute(view, asked["attribute"])
    return replace(definition, attribute_id=attribute.id)


def _words(near: str) -> int | None:
    if near == PARAGRAPH:
        return None
    if near.isascii() and near.isdigit() and int(near) <= MOST_WORDS:
        return int(near)
    raise click.BadParameter(
        f"“{near}” is neither a number up to {MOST_WORDS} nor “{PARAGRAPH}”.",
        param_hint="--near",
    )


def _attribute(view: ProjectView, name: str) -> Attribute:
    """Return the attribute of this name, of documents before that of cases."""
    for subject in (Subject.DOCUMENT, Subject.CASE):
        found = view.attributes.named(subject, name)
        if found is not None:
            return found
    raise NotFound(f"No attribute is called “{name}”; “attributes” lists them.")


def _saved(view: Stores, name: str) -> SavedMatrix:
    found = view.matrices.named(" ".join(name.split()))
    if found is None:
        raise NotFound(f"No saved matrix is called “{name}”; --list lists them.")
    return found


def _list(path: Path, *, as_json: bool) -> None:
    with reading(path) as view:
        listed = [
            (it, matrix_in_words(view, it.definition) if it.definition else "")
            for it in view.matrices.saved()
        ]
    if as_json:
        show_json(
            [
                {
                    "name": it.name,
                    "counts": words,
                    "analyst": it.analyst,
                    "created": iso(it.created_at),
                }
                for it, words in listed
            ]
        )
        return
    show_columns(
        ("NAME", "COUNTS"),
        [(it.name, words or "cannot be read") for it, words in listed],
    )


def _show(view: ProjectView, matrix: Matrix, *, as_json: bool) -> None:
    if as_json:
        show_json(_matrix_json(view, matrix))
        return
    names = told_apart(matrix.columns)
    shown = range(min(len(names), SHOWN_COLUMNS))
    show_columns(
        ("TAG", *(one_line(names[it], 20) for it in shown), "TOTAL"),
        [
            (
                row.name,
                *(matrix.counts.get((number, it), 0) for it in shown),
                row.total,
            )
            for number, row in enumerate(matrix.rows)
        ],
    )
    total = counted(matrix.total, matrix.definition.measure.value.removesuffix("s"))
    show(f"{matrix_in_words(view, matrix.definition)}: {total}.")
    if len(names) > len(shown):
        show(f"{len(names) - len(shown):,} more columns; --csv or --json has all.")


def _matrix_json(view: ProjectView, matrix: Matrix) -> dict[str, object]:
    columns = range(len(matrix.columns))
    return {
        "counts": matrix_in_words(view, matrix.definition),
        "columns": [
            {"key": it.key, "name": it.name, "total": it.total} for it in matrix.columns
        ],
        "rows": [
            {
                "tag": row.name,
                "total": row.total,
                "counts": [matrix.counts.get((number, it), 0) for it in columns],
            }
            for number, row in enumerate(matrix.rows)
        ],
        "total": matrix.total,
    }

"""The command that tells what rests on passages or a document."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import json_option, one_line, show, show_columns, show_json
from workbench.cli.projects import project_argument, reading
from workbench.model.cells import CellPlace
from workbench.model.dependents import Dependents
from workbench.model.ids import PassageId
from workbench.operations.dependents import dependents, dependents_of_document
from workbench.views import ProjectView


@click.command("dependents")
@project_argument
@click.argument("passages", metavar="[PASSAGE]...", nargs=-1, type=int)
@click.option("--document", metavar="DOCUMENT", help="All that rests on this document.")
@json_option
def dependents_command(
    *, path: Path, passages: tuple[int, ...], document: str | None, as_json: bool
) -> None:
    """Tell which cells, notes, links and cases rest on PASSAGES or on a document.

    They are what would feel it if those were removed or replaced.
    """
    if bool(passages) == (document is not None):
        raise click.UsageError("Name either passages or a --document.")
    with reading(path) as project:
        found = _found(project, passages, document)
    if as_json:
        show_json(_json(found))
        return
    show_columns(
        ("WHAT", "ID", "WHERE", "HOW"),
        [
            *(("cell", "", _place(it), f"{it.role}, {it.state}") for it in found.cells),
            *(("note", it.note.id, it.name, one_line(it.note.text))
              for it in found.notes),
            *(("link", it.id, f"{it.source.title} – {it.target.title}", it.kind)
              for it in found.links),
            *(("case", it.id, it.name, "mentioned") for it in found.mentions),
        ],
    )  # fmt: skip
    show(found.words or "Nothing rests on it.")


def _found(
    view: ProjectView, passages: tuple[int, ...], document: str | None
) -> Dependents:
    if document is not None:
        return dependents_of_document(view, view.documents.find(document).id)
    return dependents(view, [view.passages.get(PassageId(it)).id for it in passages])


def _place(cell: CellPlace) -> str:
    return f"{cell.table} › {cell.row} › {cell.column}"


def _json(found: Dependents) -> dict[str, object]:
    return {
        "cells": [
            {
                "table": it.table,
                "row": it.row,
                "column": it.column,
                "role": it.role.value,
                "state": it.state.value,
            }
            for it in found.cells
        ],
        "notes": [
            {"id": it.note.id, "on": it.note.target.on.value, "text": it.note.text}
            for it in found.notes
        ],
        "links": [
            {
                "id": it.id,
                "kind": it.kind.value,
                "source": it.source.passage_id,
                "target": it.target.passage_id,
            }
            for it in found.links
        ],
        "cases": [{"id": it.id, "name": it.name} for it in found.mentions],
    }

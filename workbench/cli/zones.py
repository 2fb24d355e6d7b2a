"""The command for what of a text is not content."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import json_option, one_line, show_columns, show_json
from workbench.cli.projects import project_argument, reading, writing
from workbench.model.spans import Span
from workbench.operations.zones import accept_zones, zone_suggestions
from workbench.views import ProjectView

Line = tuple[str, Span, str, str]


@click.command("zones")
@project_argument
@click.argument("document")
@click.option("--accept", is_flag=True, help="Make all suggestions zones first.")
@json_option
def zones_command(*, path: Path, document: str, accept: bool, as_json: bool) -> None:
    """List what of DOCUMENT is not content, or looks like it.

    Zones are left out of search and counts; suggestions are not, until accepted.
    """
    if accept:
        with writing(path) as project:
            document_id = project.documents.find(document).id
            accept_zones(project, document_id, zone_suggestions(project, document_id))
    with reading(path) as project:
        lines = _lines(project, document)
    if as_json:
        names = ("state", "start", "end", "kind", "text")
        show_json(
            [
                dict(zip(names, (state, it.start, it.end, kind, text), strict=True))
                for state, it, kind, text in lines
            ]
        )
        return
    show_columns(
        ("STATE", "START", "END", "KIND", "TEXT"),
        [
            (state, it.start, it.end, kind, one_line(text))
            for state, it, kind, text in lines
        ],
    )


def _lines(view: ProjectView, document: str) -> list[Line]:
    document_id = view.documents.find(document).id
    text = view.documents.text(document_id)
    accepted = [
        ("accepted", it.span, it.kind.value, it.quote)
        for it in view.zones.of_document(document_id)
    ]
    suggested = [
        ("suggested", it.span, it.kind.value, it.span.of(text))
        for it in zone_suggestions(view, document_id)
    ]
    return sorted([*accepted, *suggested], key=lambda line: line[1])

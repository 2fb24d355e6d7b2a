"""The command that lists bookmarks."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import json_option, show_columns, show_json
from workbench.cli.projects import project_argument, reading


@click.command("bookmarks")
@project_argument
@json_option
def bookmarks_command(*, path: Path, as_json: bool) -> None:
    """List the bookmarks by document and place."""
    with reading(path) as project:
        bookmarks = project.bookmarks.all()
        names = {document.id: document.name for document in project.documents.all()}
    if as_json:
        show_json(
            [
                {
                    "document": it.document_id,
                    "start": it.span.start,
                    "text": it.quote,
                    "name": it.name,
                }
                for it in bookmarks
            ]
        )
        return
    show_columns(
        ("DOCUMENT", "START", "NAME", "TEXT"),
        [(names[it.document_id], it.span.start, it.name, it.quote) for it in bookmarks],
    )

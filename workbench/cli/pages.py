"""The command that lists the pages of a document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from workbench.cli.answers import json_option, show, show_columns, show_json
from workbench.cli.projects import project_argument, reading
from workbench.model.pages import Page
from workbench.operations.page_labels import pages_of
from workbench.text.page_labels import label_of


@click.command("pages")
@project_argument
@click.argument("document")
@json_option
def pages_command(*, path: Path, document: str, as_json: bool) -> None:
    """List the pages of DOCUMENT, with the characters of the text on each.

    LABEL is what the page calls itself, such as iv; width and height are in points.
    """
    with reading(path) as view:
        pages = pages_of(view, view.documents.find(document).id)
    if as_json:
        show_json([_json(it) for it in pages])
    elif not pages:
        show("This document has no pages.")
    else:
        show_columns(
            ("PAGE", "LABEL", "START", "END", "WIDTH", "HEIGHT"),
            [tuple(_json(it).values()) for it in pages],
        )


def _json(page: Page) -> dict[str, Any]:
    return {
        "page": page.number,
        "label": label_of(page),
        "start": page.span.start,
        "end": page.span.end,
        "width": page.width,
        "height": page.height,
    }

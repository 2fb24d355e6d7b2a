"""The command that finds more like a passage."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import json_option, limit_option, show_columns, show_json
from workbench.cli.projects import project_argument, reading
from workbench.cli.stretches import quote_json
from workbench.cli.targets import check_target, csv_option, show_written
from workbench.errors import InvalidValue
from workbench.model.links import Stretch
from workbench.model.reuse import Similar
from workbench.model.spans import Span
from workbench.operations.similar import similar_to
from workbench.operations.similar_files import export_similar


@click.command("similar")
@project_argument
@click.argument("document")
@click.argument("start", type=click.IntRange(min=0))
@click.argument("end", type=click.IntRange(min=0))
@limit_option("passages")
@csv_option("Write them to this CSV file instead of listing them.")
@json_option
def similar_command(
    *,
    path: Path,
    document: str,
    start: int,
    end: int,
    limit: int,
    target: Path | None,
    as_json: bool,
) -> None:
    """List the passages that are most like START to END of DOCUMENT.

    Those with the most of its rare words, in the same order, come first; they have as
    many sentences as it has, and zones are left out.
    """
    if end <= start:
        raise InvalidValue("The end must be behind the start; give them in that order.")
    check_target(target, path)
    with reading(path) as view:
        place = Stretch(view.documents.find(document).id, Span(start, end))
        similar = similar_to(view, place.document_id, place.span, limit)
        if target is not None:
            rows = export_similar(view, place, similar, target)
            show_written(rows, target, as_json=as_json)
            return
    if as_json:
        show_json([_json(it) for it in similar])
    else:
        show_columns(
            ("SCORE", "ID", "START", "END", "TITLE", "TEXT"),
            [(f"{it.score:.2f}", it.document_id, it.span.start, it.span.end, it.title,
              it.quote) for it in similar],
        )  # fmt: skip


def _json(similar: Similar) -> dict[str, object]:
    return {
        "document": similar.document_id,
        "title": similar.title,
        **quote_json(similar.span, similar.quote),
        "score": similar.score,
    }

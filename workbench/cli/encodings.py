"""The command that reads a text in another encoding."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import json_option, one_line, show, show_json
from workbench.cli.projects import project_argument, reading, writing
from workbench.model.encodings import EncodingChoice
from workbench.model.replacing import Replacement, in_words
from workbench.operations.encodings import (
    change_encoding,
    encoding_choices,
    encoding_remarks,
)

_COLUMN = 14


@click.command("encoding")
@project_argument
@click.argument("document")
@click.argument("encoding", required=False)
@json_option
def encoding_command(
    *, path: Path, document: str, encoding: str | None, as_json: bool
) -> None:
    """Read DOCUMENT in another ENCODING, from the bytes that the project keeps.

    The text becomes a new version and passages go along. Without ENCODING, list those
    that it may be in, with the first lines that each would change: the current one,
    then the likeliest.
    """
    if encoding is None:
        _list(path, document, as_json=as_json)
        return
    with writing(path) as project:
        found = project.documents.find(document)
        replaced = change_encoding(project, found.id, encoding)
        name = project.documents.get(found.id).encoding
    if as_json:
        show_json(_replacement_json(replaced, name))
    else:
        show(
            f"“{found.name}” is version {replaced.version} now, read as {name}:"
            f" {in_words(replaced.moves)}."
        )


def _list(path: Path, document: str, *, as_json: bool) -> None:
    with reading(path) as view:
        found = view.documents.find(document)
        choices = encoding_choices(view, found.id)
        remarks = encoding_remarks(view, found.id)
    if as_json:
        show_json([_choice_json(it) for it in choices])
        return
    for remark in remarks:
        show(one_line(remark, 300))
    for it in choices:
        unreadable = f", {it.unreadable:,} unreadable" if it.unreadable else ""
        now = ", now" if it.is_current else ""
        show(f"{it.encoding:{_COLUMN}}{it.words}{unreadable}{now}")
        for change in it.changes[:1]:
            show(f"{'':{_COLUMN}}{one_line(change.then, 100)}")
    if len(choices) == 1:
        show("Every other encoding reads this text alike.")


def _choice_json(it: EncodingChoice) -> dict[str, object]:
    return {
        "encoding": it.encoding,
        "words": it.words,
        "current": it.is_current,
        "unreadable": it.unreadable,
        "changes": [{"now": line.now, "then": line.then} for line in it.changes],
    }


def _replacement_json(replaced: Replacement, encoding: str) -> dict[str, object]:
    return {
        "document": replaced.document_id,
        "version": replaced.version,
        "encoding": encoding,
        "passages": [
            {"passage": move.passage_id, "became": move.kind.value}
            for move in replaced.moves
        ],
    }

"""Commands that bring documents in, list them and give their text back."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.cli.answers import (
    json_option,
    show_columns,
    show_json,
)
from workbench.cli.attributes import values_by_name
from workbench.cli.import_reports import show_report
from workbench.cli.paths import NAMED_PATH
from workbench.cli.progress import stoppable_tracker
from workbench.cli.projects import project_argument, reading, writing
from workbench.errors import InvalidValue
from workbench.model.attributes import Subject
from workbench.model.documents import Document
from workbench.operations.importing import import_paths


@click.command("import")
@project_argument
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=NAMED_PATH)
@json_option
def import_command(*, path: Path, paths: tuple[Path, ...], as_json: bool) -> int:
    """Import files and folders.

    A duplicate or an unreadable file makes exit code 1, and the others come in.
    What a folder holds of other kinds is passed over in one line. Ctrl+C stops after
    the file at hand and keeps what came in.
    """
    with writing(path) as project, stoppable_tracker() as tracker:
        outcomes = import_paths(project, list(paths), tracker)
    return show_report(outcomes, as_json=as_json)


@click.command("documents")
@project_argument
@json_option
def documents_command(*, path: Path, as_json: bool) -> None:
    """List the documents."""
    with reading(path) as project:
        documents = project.documents.all()
        values = values_by_name(project, Subject.DOCUMENT)
    if as_json:
        show_json(
            [
                {**_document_json(it), "attributes": values.get(it.id, {})}
                for it in documents
            ]
        )
        return
    show_columns(
        ("ID", "NAME", "DATE", "WORDS", "PASSAGES", "TITLE"),
        [
            (found.id, found.name, found.date, found.words, found.passages, found.title)
            for found in documents
        ],
    )


@click.command("text")
@project_argument
@click.argument("document")
@click.option("--start", type=click.IntRange(min=0), default=0, help="First character.")
@click.option("--end", type=click.IntRange(min=0), help="After the last character.")
@click.option("--version", type=click.IntRange(min=1), help="Not the current version.")
def text_command(
    *, path: Path, document: str, start: int, end: int | None, version: int | None
) -> None:
    """Write the text of a document.

    It is written byte for byte in UTF-8, nothing added; offsets count code points.
    DOCUMENT is an id or an unambiguous part of the name.
    """
    with reading(path) as project:
        found = project.documents.find(document)
        text = project.documents.text(found.id, version)
    end = len(text) if end is None else end
    if not start <= end <= len(text):
        raise InvalidValue(
            f"{start} to {end} is not in the text, which has {len(text)} characters;"
            " give a start and an end within it."
        )
    click.echo(text[start:end].encode("utf-8", "surrogatepass"), nl=False)


def _document_json(document: Document) -> dict[str, object]:
    return {
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "date": document.date,
        "source": document.source,
        "characters": document.characters,
        "words": document.words,
        "sha256": document.sha256,
        "version": document.version,
        "passages": document.passages,
    }

"""Commands that mark, tag and list passages, and write notes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from workbench.cli.answers import iso, json_option, show, show_columns, show_json
from workbench.cli.projects import project_argument, reading, writing
from workbench.errors import InvalidValue
from workbench.model.ids import PassageId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.passages import Passage
from workbench.model.spans import Span
from workbench.model.tags import PATH_SEPARATOR
from workbench.operations.notes import write_note
from workbench.operations.passages import mark_passage
from workbench.operations.tags import create_tag
from workbench.project import ProjectView


@click.command("tag")
@project_argument
@click.argument("document")
@click.argument("start", type=click.IntRange(min=0))
@click.argument("end", type=click.IntRange(min=0))
@click.argument("tags", metavar="TAG...", nargs=-1, required=True)
@click.option("--note", default="", metavar="TEXT", help="A note on the passage.")
@json_option
def tag_command(
    *,
    path: Path,
    document: str,
    start: int,
    end: int,
    tags: tuple[str, ...],
    note: str,
    as_json: bool,
) -> None:
    """Mark characters of a document and tag them.

    START and END count code points, END not included. A TAG is a path such as
    `trade/controls`; one that is missing is created.
    """
    if end <= start:
        raise InvalidValue(f"{end} is not after {start}; give an END after START.")
    with writing(path) as project, project.operation("Tag passage") as edit:
        document_id = edit.documents.find(document).id
        tag_ids = [create_tag(project, tag) for tag in tags]
        passage_id = mark_passage(project, document_id, Span(start, end), tag_ids, note)
        quote = edit.passages.get(passage_id).quote
    if as_json:
        show_json({"passage": passage_id, "quote": quote})
    else:
        show(f"Tagged passage {passage_id}.")


@click.command("passages")
@project_argument
@click.option("--document", metavar="DOCUMENT", help="Only those of this document.")
@click.option("--tag", metavar="TAG", help="Only those with this tag or one below it.")
@json_option
def passages_command(
    *, path: Path, document: str | None, tag: str | None, as_json: bool
) -> None:
    """List the passages."""
    with reading(path) as project:
        listed = _listed(project, _chosen(project, document, tag))
    if as_json:
        show_json(listed)
        return
    show_columns(
        ("ID", "DOCUMENT", "START", "END", "TAGS", "QUOTE"),
        [
            (
                found["id"],
                found["name"],
                found["start"],
                found["end"],
                ", ".join(found["tags"]),
                found["quote"],
            )
            for found in listed
        ],
    )


@click.command("note")
@project_argument
@click.argument("target")
@click.argument("text")
@json_option
def note_command(*, path: Path, target: str, text: str, as_json: bool) -> None:
    """Write the note on TARGET; an empty TEXT removes it.

    TARGET is `project`, `document:ID`, `passage:ID` or `tag:PATH`.
    """
    with writing(path) as project:
        write_note(project, _target(project, target), text)
    if as_json:
        show_json({"target": target, "note": text})
    else:
        show(f"Noted on {target}." if text else f"Removed the note on {target}.")


def _chosen(view: ProjectView, document: str | None, tag: str | None) -> list[Passage]:
    if document is None:
        passages = view.passages.all()
    else:
        passages = view.passages.of_document(view.documents.find(document).id)
    if tag is None:
        return passages
    top = view.tags.at_path(tag).path
    below = top + PATH_SEPARATOR
    wanted = {
        found.id
        for found in view.tags.all()
        if found.path == top or found.path.startswith(below)
    }
    return [passage for passage in passages if wanted.intersection(passage.tag_ids)]


def _listed(view: ProjectView, passages: Sequence[Passage]) -> list[dict[str, Any]]:
    names = {document.id: document.name for document in view.documents.all()}
    paths = {tag.id: tag.path for tag in view.tags.all()}
    return [
        {
            "id": passage.id,
            "document": passage.document_id,
            "name": names[passage.document_id],
            "start": passage.span.start,
            "end": passage.span.end,
            "quote": passage.quote,
            "tags": [paths[tag_id] for tag_id in passage.tag_ids],
            "note": passage.note,
            "analyst": passage.analyst,
            "created": iso(passage.created_at),
            "anchor": passage.anchor.value,
        }
        for passage in passages
    ]


def _target(view: ProjectView, written: str) -> NoteTarget:
    """Read a target, and raise `NotFound` unless it is in the project."""
    on, _, name = written.partition(":")
    if on == NoteOn.PROJECT and not name:
        return NoteTarget(NoteOn.PROJECT)
    if on == NoteOn.DOCUMENT and name:
        return NoteTarget(NoteOn.DOCUMENT, view.documents.find(name).id)
    if on == NoteOn.PASSAGE and name.isdecimal():
        passage = view.passages.get(PassageId(int(name)))
        return NoteTarget(NoteOn.PASSAGE, passage.id)
    if on == NoteOn.TAG and name:
        return NoteTarget(NoteOn.TAG, view.tags.at_path(name).id)
    raise InvalidValue(
        f"“{written}” is no target; give project, document:ID, passage:ID or tag:PATH."
    )

"""Commands that write notes and the journal, and list them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from workbench.cli.answers import iso, json_option, show, show_columns, show_json
from workbench.cli.projects import project_argument, reading, writing
from workbench.errors import InvalidValue, NotFound
from workbench.model.ids import PassageId
from workbench.model.notes import NoteOn, NoteTarget, PlacedNote
from workbench.operations.notes import add_journal_entry, write_note
from workbench.project import Project
from workbench.text.folding import folded
from workbench.views import ProjectView

NEW_ENTRY = NoteTarget(NoteOn.JOURNAL)


@click.command("note")
@project_argument
@click.argument("target")
@click.argument("text")
@json_option
def note_command(*, path: Path, target: str, text: str, as_json: bool) -> None:
    """Write the note on TARGET; an empty TEXT removes it.

    TARGET is `project`, `document:ID`, `passage:ID`, `tag:PATH`, `case:NAME`, `journal`
    for a new entry of the journal, or `journal:ID` for one that is there. For a cell
    there is “workbench table note”.
    """
    with writing(path) as project:
        _write(project, _target(project, target), text)
    if as_json:
        show_json({"target": target, "note": text})
    else:
        show(f"Noted on {target}." if text else f"Removed the note on {target}.")


@click.command("notes")
@project_argument
@click.option(
    "--on",
    type=click.Choice([on.value for on in NoteOn]),
    help="Only notes on this kind of thing.",
)
@click.option("--document", metavar="DOCUMENT", help="Only those on it or in it.")
@click.option("--containing", metavar="WORD", help="Only those with this in them.")
@json_option
def notes_command(
    *,
    path: Path,
    on: str | None,
    document: str | None,
    containing: str | None,
    as_json: bool,
) -> None:
    """List the notes, the one changed last first.

    Accents and case are ignored in WORD, which may be several words.
    """
    with reading(path) as project:
        document_id = None if document is None else project.documents.find(document).id
        listed = [
            _listed(placed)
            for placed in _with_words(project, containing or "")
            if on in {None, placed.note.target.on}
            and document_id in {None, placed.document_id}
        ]
    if as_json:
        show_json(listed)
        return
    show_columns(
        ("ID", "ON", "WHERE", "CHANGED", "NOTE"),
        [
            tuple(it[key] for key in ("id", "on", "name", "changed", "note"))
            for it in listed
        ],
    )


def _write(project: Project, target: NoteTarget, text: str) -> None:
    if target == NEW_ENTRY:
        add_journal_entry(project, text)
    else:
        write_note(project, target, text)


def _with_words(view: ProjectView, typed: str) -> Iterator[PlacedNote]:
    words = folded(typed).split()
    for placed in view.notes.placed():
        text = folded(placed.note.text)
        if all(word in text for word in words):
            yield placed


def _listed(placed: PlacedNote) -> dict[str, Any]:
    note, span = placed.note, placed.span
    return {
        "id": note.id,
        "on": note.target.on.value,
        "target": note.target.id,
        "name": placed.name,
        "document": placed.document_id,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "note": note.text,
        "analyst": note.analyst,
        "created": iso(note.created_at),
        "changed": iso(note.changed_at),
    }


def _target(view: ProjectView, written: str) -> NoteTarget:
    """Read a target, and raise `NotFound` unless it is in the project."""
    on, _, name = written.partition(":")
    if on in {NoteOn.PROJECT, NoteOn.JOURNAL} and not name:
        return NoteTarget(NoteOn(on))
    if on == NoteOn.DOCUMENT and name:
        return NoteTarget(NoteOn.DOCUMENT, view.documents.find(name).id)
    if on == NoteOn.PASSAGE and name.isdecimal():
        return NoteTarget(NoteOn.PASSAGE, view.passages.get(PassageId(int(name))).id)
    if on == NoteOn.TAG and name:
        return NoteTarget(NoteOn.TAG, view.tags.at_path(name).id)
    if on == NoteOn.CASE and name:
        return NoteTarget(NoteOn.CASE, _case(view, name))
    if on == NoteOn.JOURNAL and name.isdecimal():
        return _entry(view, int(name))
    raise InvalidValue(
        f"“{written}” is no target; give project, document:ID, passage:ID, tag:PATH,"
        " case:NAME, journal or journal:ID."
    )


def _case(view: ProjectView, name: str) -> int:
    case = view.cases.named(name)
    if case is None:
        raise NotFound(f"There is no case “{name}”.")
    return case.id


def _entry(view: ProjectView, note_id: int) -> NoteTarget:
    target = NoteTarget(NoteOn.JOURNAL, note_id)
    if view.notes.on(target) is None:
        raise NotFound(f"There is no entry {note_id} in the journal.")
    return target

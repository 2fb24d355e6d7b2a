"""Writes a project as large as one may become, or a smaller one of the same kind."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench_reader import make_text

from workbench.model.attributes import AttributeType, Subject
from workbench.model.ids import DocumentId, TagId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.attributes import create_attribute, set_values
from workbench.operations.documents import edit_document, remove_documents
from workbench.operations.importing import import_paths
from workbench.operations.tags import create_tag, pin_tag
from workbench.operations.versions import replace_document
from workbench.project import Project
from workbench.text.selectors import describe

ANALYST = "bench"
TEXT = 5_000_000
PASSAGES = 50_000
NOTES = 10_000
DOCUMENTS = 1_000
ATTRIBUTES = 8
ROOTS, TAGS = 20, 500
REVIEWED = 1_500
REMOVED = 10_000
STEPS = 990
"""The last 1,000 steps are kept; the rest makes the project."""


def make_project(path: Path, divisor: int = 1) -> None:
    """Write all of it at `path`, each number divided by `divisor`."""
    chance, scratch = random.Random(8), path.with_suffix("")
    scratch.mkdir()
    with Project.create(path, analyst=ANALYST) as project:
        long = _add_text(project, scratch / "long.txt", TEXT // divisor, chance)
        tags = _add_tags(project, max(40, TAGS // divisor))
        notes = NOTES // divisor
        _add_passages(project, long, PASSAGES // divisor, tags, notes)
        pin_tag(project, tags[-1], 1)
        _add_documents(project, scratch / "many", DOCUMENTS // divisor, chance)
        _replace_text(project, scratch / "new.txt", REVIEWED // divisor, chance)
        gone = _add_text(project, scratch / "gone.txt", TEXT // divisor // 5, chance)
        _add_passages(project, gone, REMOVED // divisor, tags, 0)
        remove_documents(project, [gone])
        for number in range(STEPS // divisor):
            edit_document(project, long, title=f"A long text, {number}")


def write_files(folder: Path, count: int, chance: random.Random) -> Path:
    """Write texts of 4 KB each."""
    folder.mkdir()
    text = make_text(1_000_000, chance)
    for number in range(count):
        start = chance.randrange(len(text) - 4_000)
        (folder / f"{number:04}.txt").write_text(f"{number}\n\n{text[start:][:4_000]}")
    return folder


def _add_text(
    project: Project, source: Path, size: int, chance: random.Random
) -> DocumentId:
    source.write_text(make_text(size, chance))
    (outcome,) = import_paths(project, [source])
    assert outcome.document_id is not None
    return outcome.document_id


def _add_tags(project: Project, count: int) -> list[TagId]:
    """Make some tags at the top and as many beneath each; return those beneath."""
    with project.operation("Create tags"):
        roots = [create_tag(project, f"subject {it}") for it in range(ROOTS)]
        return [
            create_tag(project, f"tag {number}", roots[number % ROOTS])
            for number in range(count - ROOTS)
        ]


def _add_passages(
    project: Project,
    document_id: DocumentId,
    count: int,
    tags: Sequence[TagId],
    notes: int,
) -> None:
    """Mark and tag passages all over a text, and write notes on the first of them."""
    now, text = datetime.now(UTC), project.documents.text(document_id)
    step = len(text) // count
    with project.operation("Mark passages") as edit:
        for number in range(count):
            span = Span(number * step, min(len(text), number * step + 2 * step))
            selector = describe(text, span)
            passage = edit.passages.add(document_id, 1, selector, ANALYST, now)
            edit.tags.tag(passage, tags[number % len(tags)], ANALYST, now)
            if number < notes:
                target = NoteTarget(NoteOn.PASSAGE, passage)
                edit.notes.write(target, f"Note {number}: {text[:80]}", ANALYST, now)


def _add_documents(
    project: Project, folder: Path, count: int, chance: random.Random
) -> None:
    outcomes = import_paths(project, [write_files(folder, count, chance)])
    ids = [it.document_id for it in outcomes if it.document_id is not None]
    with project.operation("Describe documents"):
        for number in range(ATTRIBUTES):
            kind = list(AttributeType)[number % len(AttributeType)]
            choices = ["north", "south"] if kind is AttributeType.CHOICE else []
            attribute = create_attribute(
                project, Subject.DOCUMENT, f"attribute {number}", kind, choices
            )
            for document_id in ids:
                value = _value(kind, chance)
                set_values(project, attribute, [document_id], value)


def _value(kind: AttributeType, chance: random.Random) -> str:
    match kind:
        case AttributeType.NUMBER:
            return str(chance.randrange(1_000))
        case AttributeType.DATE:
            return f"19{chance.randrange(10, 99)}"
        case AttributeType.CHOICE:
            return chance.choice(["north", "south"])
        case _:
            return f"value {chance.randrange(50)}"


def _replace_text(
    project: Project, source: Path, passages: int, chance: random.Random
) -> None:
    """Give a text with passages a version in which two words of three are others."""
    document_id = _add_text(project, source, passages * 400, chance)
    _add_passages(project, document_id, passages, project_tags(project), 0)
    words = project.documents.text(document_id).split(" ")
    changed = [it[::-1] if number % 5 == 0 else it for number, it in enumerate(words)]
    source.write_text(" ".join(changed))
    replace_document(project, document_id, source)


def project_tags(project: Project) -> list[TagId]:
    """Return the tags that have a parent."""
    return [it.id for it in project.tags.all() if it.parent_id is not None]

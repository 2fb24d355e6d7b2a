"""What was marked in a file with another program becomes passages with notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from workbench.model.ids import DocumentId
from workbench.model.pages import Annotation
from workbench.model.spans import Span
from workbench.operations.passages import mark_passage
from workbench.project import Project


def mark_annotations(
    project: Project, document_id: DocumentId, annotations: Iterable[Annotation]
) -> None:
    """Mark what a document's file has marked in its current text.

    Where a passage stands already, that is left as it is: it may have come with an
    earlier version of the file, and its note may have been edited since.
    """
    notes: defaultdict[Span, dict[str, None]] = defaultdict(dict)
    for annotation in annotations:
        notes[annotation.span][_note_of(annotation)] = None
    with project.operation("Mark passages") as edit:
        for span, said in notes.items():
            if edit.passages.at(document_id, span) is None:
                note = "\n\n".join(filter(None, said))
                mark_passage(project, document_id, span, note=note)


def _note_of(annotation: Annotation) -> str:
    """Return what was written to a highlight, with who wrote it."""
    by = f"— {annotation.author}" if annotation.author and annotation.comment else ""
    return "\n\n".join(filter(None, [annotation.comment, by]))

"""Proving that a project is whole."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.project import ProjectView
from workbench.store.texts import text_digest


def check(view: ProjectView) -> list[str]:
    """Return every problem found: file, index, texts, quotes, unreadable rows."""
    problems: list[str] = []
    try:
        problems += view.problems()
        problems += _wrong_texts(view)
    except (KeyError, TypeError, ValueError) as error:
        # Rows are only read where they are sound; the rest cannot be gone through.
        problems.append(
            f"A row holds what the workbench never writes ({error}); restore the"
            " project from a backup."
        )
    return problems


def _wrong_texts(view: ProjectView) -> Iterator[str]:
    for document, text, digest in view.documents.contents():
        if text_digest(text) != digest:
            yield f"The text of “{document.name}” is not what was imported."
        for passage in view.passages.of_document(document.id):
            is_here = passage.version == document.version
            own = text if is_here else view.documents.text(document.id, passage.version)
            if passage.span.of(own) != passage.quote:
                yield (
                    f"Passage {passage.id} of “{document.name}” does not stand at"
                    f" {passage.span.start}..{passage.span.end} any more."
                )

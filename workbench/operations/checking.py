"""Proving that a project is whole."""

from __future__ import annotations

from workbench.project import ProjectView
from workbench.store.documents import text_digest


def check(view: ProjectView) -> list[str]:
    """Return every problem found: file, keys, index, texts, quotes."""
    problems = view.problems()
    for document, text, digest in view.documents.contents():
        name = document.name
        if text_digest(text) != digest:
            problems.append(f"The text of “{name}” is not what was imported.")
        problems += [
            f"Passage {passage.id} of “{name}” does not stand at"
            f" {passage.span.start}..{passage.span.end} any more."
            for passage in view.passages.of_document(document.id)
            if passage.span.of(text) != passage.quote
        ]
    return problems

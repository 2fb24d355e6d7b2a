"""Says what rests on something before it is deleted or replaced, and asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from ui.widgets.question import Question
from workbench.model.dependents import DependentCounts
from workbench.model.ids import DocumentId, PassageId
from workbench.operations.dependents import (
    count_dependents,
    count_dependents_of_documents,
)
from workbench.project import Project

Act = Callable[[], object]


def before_deleting_passages(
    widget: QWidget, project: Project, ids: Sequence[PassageId], act: Act
) -> None:
    """Delete at once where nothing rests on the passages; else ask over a widget."""
    one = len(ids) == 1
    what, it = ("this passage", "it") if one else ("these passages", "them")
    kept = "its words" if one else "their words"
    words = f"Delete {it} all the same? Cells keep {kept}, marked as orphaned."
    _ask(widget, count_dependents(project, ids), (what, words, "Delete"), act)


def before_deleting_documents(
    widget: QWidget, project: Project, ids: Sequence[DocumentId], act: Act
) -> None:
    """Delete at once where nothing rests on the documents; else ask over a widget."""
    one = len(ids) == 1
    what, it = ("this document", "it") if one else ("these documents", "them")
    words = f"Delete {it} all the same? Cells keep the words, marked as orphaned."
    found = count_dependents_of_documents(project, ids)
    _ask(widget, found, (what, words, "Delete"), act)


def before_replacing(
    widget: QWidget, project: Project, document_id: DocumentId, act: Act
) -> None:
    """Replace at once where nothing rests on the document; else ask over a widget."""
    words = "Replace its text? What cells cite is looked for in the new version."
    found = count_dependents_of_documents(project, [document_id])
    _ask(widget, found, ("this document", words, "Replace"), act)


def _ask(
    widget: QWidget, found: DependentCounts, said: tuple[str, str, str], act: Act
) -> None:
    what, words, verb = said
    if not found.words:
        act()
        return
    sentence = f"{found.rest_on(what)}. {words}"
    question = Question(f"{verb} {what}", sentence, verb, widget)
    question.accepted.connect(lambda: act())
    question.open_over(widget)

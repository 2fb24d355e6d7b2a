"""Where else in the project stands what a passage says, as it was found."""

from __future__ import annotations

from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.reuse import Restatement
from workbench.model.spans import Span
from workbench.operations.reuse import METHOD
from workbench.views import ProjectView


def restatements(
    view: ProjectView, document_id: DocumentId, span: Span
) -> list[Restatement]:
    """Return what other documents have of a stretch, the surest first.

    Nothing of documents that were not compared, or have changed since.
    """
    found = view.reuse.touching(document_id, span)
    among = {document_id, *(other for other, _ in found)}
    current = view.reuse.current(METHOD, among) if found else {}
    if document_id not in current:
        return []
    return [
        Restatement(pair.kind, Stretch(document_id, pair.a), Stretch(other, pair.b))
        for other, pair in found
        if other in current
    ]

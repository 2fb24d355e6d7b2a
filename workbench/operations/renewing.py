"""A document's text becomes another: what is prepared in a job and written at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import InvalidValue, NotFound, WorkbenchError
from workbench.jobs import Tracker
from workbench.model.anchors import Anchor
from workbench.model.documents import Document, ParsedDocument
from workbench.model.ids import DocumentId
from workbench.model.passages import Selector
from workbench.model.replacing import Replacement
from workbench.operations.carrying import anchors_in, carry_all, places_of
from workbench.views import Edit, ProjectView, Stores


@dataclass(frozen=True, slots=True)
class Renewal:
    """A text that shall be a document's next version, and where its places go.

    `version` is the one whose places they are. `is_reread` says that the file stays
    the same and was only read in another way.
    """

    document_id: DocumentId
    version: int
    parsed: ParsedDocument
    anchors: Mapping[Selector, Anchor]
    is_reread: bool = False


def prepare_renewal(
    view: ProjectView,
    document_id: DocumentId,
    parsed: ParsedDocument,
    tracker: Tracker,
    *,
    is_reread: bool = False,
) -> Renewal:
    """Find every place of a document in its next text; call it in a job."""
    version = _renewed(view, document_id, parsed).version
    anchors = anchors_in(view, document_id, parsed.text, tracker)
    return Renewal(document_id, version, parsed, anchors, is_reread)


def refuse_the_same(
    view: ProjectView, document_id: DocumentId, parsed: ParsedDocument
) -> None:
    """Raise `InvalidValue` for a text that says nothing new, and marks nothing new."""
    passages = view.passages
    if view.documents.text(document_id) == parsed.text and all(
        passages.at(document_id, it.span) for it in parsed.annotations
    ):
        name = view.documents.get(document_id).name
        raise InvalidValue(
            f"{Path(parsed.path).name} says the same as “{name}”, to the letter."
            " Nothing was changed."
        )


def renew(edit: Edit, renewal: Renewal) -> Replacement:
    """Write a renewal, unless the document was changed since it was prepared.

    What other programs marked in the new file is for `mark_annotations`, afterwards.
    """
    document = _renewed(edit, renewal.document_id, renewal.parsed)
    places = places_of(edit, document.id)
    is_same_text = document.version == renewal.version
    if not is_same_text or any(it not in renewal.anchors for it in places):
        raise WorkbenchError(
            f"“{document.name}” was changed meanwhile. Nothing was replaced; try again."
        )
    write = edit.documents.reread if renewal.is_reread else edit.documents.replace
    write(document.id, renewal.parsed)
    passages = edit.passages.of_document(document.id)
    return carry_all(edit, document.id, passages, renewal.anchors.__getitem__)


def _renewed(
    stores: Stores, document_id: DocumentId, parsed: ParsedDocument
) -> Document:
    try:
        return stores.documents.get(document_id)
    except NotFound as error:
        raise WorkbenchError(
            f"What {Path(parsed.path).name} is a new version of was removed meanwhile;"
            " import the file again, or restore the document from the bin."
        ) from error

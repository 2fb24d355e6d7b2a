"""On which pages places stand, for lists and files of many of them."""

from __future__ import annotations

from workbench.errors import NotFound
from workbench.model.ids import DocumentId
from workbench.model.pages import Page
from workbench.model.spans import Span
from workbench.text.page_labels import label_over
from workbench.views import Stores


class PageLabels:
    """Reads the pages of each version once."""

    def __init__(self, view: Stores) -> None:
        self._view = view
        self._pages: dict[tuple[DocumentId, int | None], list[Page]] = {}

    def of(
        self, document_id: DocumentId, span: Span, version: int | None = None
    ) -> str:
        """Return the label of the page, or of the first and last one: `12–13`.

        Empty for texts without pages. Without a `version` the current one is meant.
        """
        key = document_id, version
        if key not in self._pages:
            self._pages[key] = pages_of(self._view, *key)
        return label_over(self._pages[key], span)


def pages_of(
    view: Stores, document_id: DocumentId, version: int | None = None
) -> list[Page]:
    """Return the pages of a text in order, without boxes; of unpaged ones none."""
    if version is None:
        version = view.documents.version(document_id)
    for it in view.versions.of_document(document_id):
        if it.number == version:
            return view.pages.of_version(it.id)
    raise NotFound("There is no such version of the document.")

"""Compares the quotations of an export with the texts of the project.

Documents are known by the digests of their files and texts, so that it does not
matter which project they are in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from workbench.jobs import Tracker
from workbench.model.cells import Standing
from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.passages import Selector
from workbench.model.provenance import RecordedQuote
from workbench.model.spans import Span
from workbench.model.verification import Difference, DifferenceKind
from workbench.operations.labels import first_words
from workbench.operations.verified_cells import of_quote
from workbench.text.anchoring import anchor_all
from workbench.text.selectors import selector_at
from workbench.views import ProjectView

Version = tuple[DocumentId, int]
CurrentPlaces = Mapping[int, tuple[str, Stretch]]
"""By the number of a quotation: what its passage says now by the project, and where."""


class VerifiedTexts:
    """Looks quotations up in the texts of one view."""

    def __init__(self, view: ProjectView) -> None:
        self._view = view
        self._versions: dict[tuple[str, str], Version] = {}
        self._files: dict[str, Version] = {}
        for file_digest, text_digest, *version in view.versions.digests():
            own = (version[0], version[1])
            self._versions[file_digest, text_digest] = own
            self._files[file_digest] = own

    def document(self, digest: str) -> DocumentId | None:
        """Return the document with a version that rests on this file, if any."""
        return self._files[digest][0] if digest in self._files else None

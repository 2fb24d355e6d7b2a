"""Compare two versions of one document, block by block."""

from __future__ import annotations

from workbench.jobs import Tracker
from workbench.model.ids import DocumentId
from workbench.model.version_pairs import VersionPair
from workbench.text.version_blocks import BlockText, version_blocks
from workbench.views import Stores

COMPARE = "Comparing versions"


def compare_versions(
    view: Stores,
    document_id: DocumentId,
    old: int,
    new: int,
    tracker: Tracker | None = None,
) -> list[VersionPair]:
    """Say of every block of two versions what became of it.

    They need not follow each other. May run on any thread; raises `NotFound` for a
    version that the document lacks.
    """
    tracker = tracker or Tracker()
    return version_blocks(
        _blocks(view, document_id, old),
        _blocks(view, document_id, new),
        lambda: tracker.advance(0, 1, COMPARE),
    )


def _blocks(view: Stores, document_id: DocumentId, version: int) -> BlockText:
    text = view.documents.text(document_id, version)
    blocks = view.documents.blocks(document_id, version)
    return BlockText(text, [it.span for it in blocks])

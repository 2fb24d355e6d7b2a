"""Find near-copies inside a document."""

from __future__ import annotations

from workbench.jobs import Tracker
from workbench.model.ids import DocumentId
from workbench.model.twins import TwinSection
from workbench.operations.comparing import prepared
from workbench.text.comparing.twinning import twin_sections
from workbench.views import ProjectView

FIND = "Finding twins"


def find_twins(
    view: ProjectView, document_id: DocumentId, tracker: Tracker | None = None
) -> list[TwinSection]:
    """Return the sections whose statements come again, without what is in zones.

    The pairs of all sections are those of `compare_documents` with the document on
    both sides. May run on any thread.
    """
    tracker = tracker or Tracker()

    def pause() -> None:
        tracker.advance(0, 1, FIND)

    return twin_sections(prepared(view, document_id, pause), pause)

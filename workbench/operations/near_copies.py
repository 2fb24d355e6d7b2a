"""Documents that are nearly the same as one that was there before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from workbench.jobs import Tracker
from workbench.model.ids import DocumentId
from workbench.model.near_copies import NearCopy
from workbench.project import Project
from workbench.text.sketching import Sketches, likeness, sketch_of
from workbench.views import ProjectView

SKETCH = "Sketching texts"
FIND = "Looking for near-copies"
MOST_NAMED = 3
_BETWEEN_REPORTS = 50


def near_copies(
    project: Project, ids: Sequence[DocumentId], tracker: Tracker | None = None
) -> dict[DocumentId, tuple[NearCopy, ...]]:
    """Return, for those of the documents that have any, their near-copies.

    At most three, those whose sketches share most, the most alike first. Of two of the
    given documents only the later one is said to be like the earlier. Documents without
    a sketch, from before there were any, get one. Call it in a job.
    """
    tracker = tracker or Tracker()
    sketch_missing(project, tracker)
    with project.reader() as view:
        sketches = Sketches(dict(view.sketches.of_documents()))
        found = {}
        for done, own in enumerate(ids):
            if done % _BETWEEN_REPORTS == 0:
                tracker.advance(done, len(ids), FIND, "documents")
            copies = _copies(view, own, sketches.like(own))
            # No more: among many that are alike, each would be compared with all.
            if some := list(islice(copies, MOST_NAMED)):
                found[own] = tuple(sorted(some, key=lambda it: -it.likeness))
        return found


def sketch_missing(project: Project, tracker: Tracker) -> None:
    """Make the sketches that are not there, beside the history."""
    with project.reader() as view:
        missing = view.sketches.missing()
        made = []
        for done, (document_id, version_id) in enumerate(missing):
            tracker.advance(done, len(missing), SKETCH, "documents")
            made.append((version_id, sketch_of(view.documents.text(document_id))))
    if any(sketch for _, sketch in made) and not project.is_read_only:
        with project.aside("sketches") as edit:
            edit.sketches.keep_all(made)


def _copies(
    view: ProjectView, own: DocumentId, others: Sequence[DocumentId]
) -> Iterator[NearCopy]:
    earlier = [it for it in others if it < own]
    text = view.documents.text(own) if earlier else ""
    for other in earlier:
        if alike := likeness(text, view.documents.text(other)):
            name = view.documents.listed([other])[other].name
            yield NearCopy(other, name, alike)

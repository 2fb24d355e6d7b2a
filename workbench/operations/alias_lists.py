"""What the register of aliases looks like in the texts; long, so for a job."""

from __future__ import annotations

from collections import Counter

from workbench.jobs import Tracker
from workbench.model.aliases import AliasName
from workbench.text.abbreviations import abbreviated_names
from workbench.text.alias_lines import are_alike
from workbench.views import ProjectView

MOST_SUGGESTED = 100


def documents_by_name(view: ProjectView, tracker: Tracker) -> dict[AliasName, int]:
    """Return in how many documents each name of the register stands."""
    names = [name for group in view.aliases.groups() for name in group.names]
    counts = {}
    for number, name in enumerate(names):
        tracker.advance(number, len(names), name.text)
        counts[name] = view.documents_with(name)
    return counts


def suggested_groups(
    view: ProjectView, tracker: Tracker
) -> list[tuple[AliasName, AliasName]]:
    """Return long names with their abbreviations, those of most documents first.

    They are found where a text explains itself, `Department of Commerce (DOC)`; names
    that a group has already are left out.
    """
    documents = view.documents.all()
    found: Counter[tuple[str, str]] = Counter()
    for number, document in enumerate(documents):
        tracker.advance(number, len(documents), document.name)
        found.update(set(abbreviated_names(view.documents.text(document.id))))
    held = [name for group in view.aliases.groups() for name in group.names]
    pairs = [
        (AliasName(long), AliasName(short, is_case_sensitive=True))
        for (long, short), _ in found.most_common()
    ]
    return [
        pair
        for pair in pairs
        if not any(are_alike(one, other) for one in pair for other in held)
    ][:MOST_SUGGESTED]

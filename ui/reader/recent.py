"""The tags used last, newest first; one list for all readers of a window."""

from __future__ import annotations

from workbench.model.ids import TagId

_KEPT = 9


class RecentTags:
    """Remembers what was tagged with."""

    def __init__(self) -> None:
        self.tag_ids: list[TagId] = []

    def use(self, tag_id: TagId) -> None:
        """Put a tag first."""
        others = [other for other in self.tag_ids if other != tag_id]
        self.tag_ids = [tag_id, *others][:_KEPT]
